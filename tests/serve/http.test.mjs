// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered to whom: HTTP as it should be, and as nobody should speak it.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { Server, Site, assert, run, sleep, slow, until } from './server.mjs';

const site = new Site('http');
site.put('content/first-course/10-first-steps/media/film.mp4', Buffer.from(Array.from({ length: 5000 }, (_, i) => i & 255)));
site.page('content/first-course/10-first-steps/20-film.md', 'Film', '[The film](media/film.mp4)');
const server = await Server.start(site);

const pensum = (...args) => spawnSync(process.env.PENSUM, args, { encoding: 'utf8', timeout: 10000 * slow });
const script = /<script src="\/-\/pensum\/reload\.js" data-shown="[0-9a-f]{16}"><\/script>\n/;

function* files(folder, below = '') {
	for (const entry of readdirSync(join(folder, below), { withFileTypes: true }))
		if (entry.isDirectory())
			yield* files(folder, join(below, entry.name));
		else
			yield join(below, entry.name);
}

const built = join(process.env.OUT, 'http-built');
const buildIt = pensum('build', '-C', site.path, '-o', built);
assert.equal(buildIt.status, 0, buildIt.stderr);
const film = [...files(built)].find((path) => path.endsWith('.mp4'));

await run({
	async 'the address stands in the first line'() {
		assert.match(server.out, /^http:\/\/127\.0\.0\.1:\d+\/ shows the site; Ctrl-C ends it\n/);
	},
	async 'a port that is in use is told in plain words'() {
		const other = pensum('serve', '-C', site.path, '--port', server.port);
		assert.equal(other.status, 2);
		assert.match(other.stderr, /port \d+ is in use, perhaps by another `pensum serve`: choose another one, --port \d+/);
	},
	async 'wrong ports and addresses are told'() {
		for (const port of ['65536', '-1', 'x', '', '80x'])
			assert.match(pensum('serve', '-C', site.path, `--port=${port}`).stderr, /--port takes a number from 0 to 65535/);
		assert.match(pensum('serve', '-C', site.path, '--address', 'example.org').stderr, /--address takes an address in numbers/);
		assert.match(pensum('serve', '-C', site.path, '--address', '203.0.113.9', '--port', '0').stderr, /does not have the address 203\.0\.113\.9/);
		assert.equal(pensum('serve', '-C', process.env.OUT).status, 2);
	},
	async 'all that a build publishes is served, byte for byte'() {
		let n = 0;
		for (const path of files(built)) {
			const got = await server.get(`/${path.split('/').map(encodeURIComponent).join('/')}`);
			const want = readFileSync(join(built, path));
			assert.equal(got.status, 200, path);
			if (!path.endsWith('.html')) {
				assert.deepEqual(got.body, want, path);
			} else {
				assert.match(got.text, script);
				assert.equal(got.text.replace(script, ''), want.toString(), path);
			}
			n++;
		}
		assert.ok(n > 10);
	},
	async 'nothing is published'() {
		assert.throws(() => statSync(site.at('public')));
	},
	async 'types and other headers'() {
		const types = { '/en/': 'text/html; charset=utf-8', '/robots.txt': 'text/plain; charset=utf-8', [`/${film}`]: 'video/mp4' };
		for (const [path, type] of Object.entries(types)) {
			const { headers } = await server.get(path);
			assert.equal(headers['content-type'], type);
			assert.equal(headers['cache-control'], 'no-cache');
			assert.equal(headers['x-content-type-options'], 'nosniff');
			assert.equal(headers['access-control-allow-origin'], undefined);
			assert.match(headers.etag, /^"[0-9a-f]{16}"$/);
		}
	},
	async 'HEAD says what GET would'() {
		const get = await server.get('/en/');
		const head = await server.get('/en/', {}, 'HEAD');
		assert.equal(head.body.length, 0);
		for (const name of ['content-length', 'content-type', 'etag'])
			assert.equal(head.headers[name], get.headers[name]);
		assert.equal(Number(get.headers['content-length']), get.body.length);
	},
	async 'other methods are refused'() {
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND']) {
			const got = await server.get('/en/', {}, method);
			assert.equal(got.status, 405);
			assert.equal(got.headers.allow, 'GET, HEAD');
		}
		assert.match(await server.raw('POST /en/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\nx', 300), /^HTTP\/1\.1 405 /);
	},
	async 'what a browser has is not sent again'() {
		const { headers: { etag } } = await server.get('/en/');
		const again = await server.get('/en/', { 'If-None-Match': `"x", W/${etag}` });
		assert.equal(again.status, 304);
		assert.equal(again.body.length, 0);
		assert.equal(again.headers.etag, etag);
		assert.equal((await server.get('/en/', { 'If-None-Match': '"x"' })).status, 200);
	},
	async 'ranges'() {
		const bytes = readFileSync(join(built, film));
		const part = async (range, more = {}) => server.get(`/${film}`, { Range: range, ...more });
		let got = await part('bytes=100-199');
		assert.equal(got.status, 206);
		assert.equal(got.headers['content-range'], 'bytes 100-199/5000');
		assert.deepEqual(got.body, bytes.subarray(100, 200));
		assert.deepEqual((await part('bytes=-10')).body, bytes.subarray(4990));
		assert.deepEqual((await part('bytes=4000-')).body, bytes.subarray(4000));
		got = await part('bytes=5000-');
		assert.equal(got.status, 416);
		assert.equal(got.headers['content-range'], 'bytes */5000');
		assert.equal((await part('bytes=9-1')).status, 200);
		assert.equal((await part('bytes=0-1,5-6')).body.length, 5000);
		const { etag } = (await part('bytes=0-')).headers;
		assert.equal((await part('bytes=0-1', { 'If-Range': etag })).status, 206);
		assert.equal((await part('bytes=0-1', { 'If-Range': '"old"' })).status, 200);
		assert.equal((await server.get(`/${film}`)).headers['accept-ranges'], 'bytes');
	},
	async 'folders'() {
		const got = await server.get('/en');
		assert.equal(got.status, 307);
		assert.equal(got.headers.location, '/en/');
		assert.equal((await server.get('/')).status, 200);
	},
	async 'an address that leads nowhere shows the page of the site'() {
		const got = await server.get('/en/nowhere/');
		assert.equal(got.status, 404);
		assert.match(got.headers['content-type'], /^text\/html/);
		assert.equal(got.text.replace(script, ''), readFileSync(join(built, '404.html'), 'utf8'));
	},
	async 'nothing but the site can be had'() {
		const secret = readFileSync(site.at('site.yaml'), 'utf8').split('\n')[0];
		const targets = ['/site.yaml', '/../site.yaml', '/en/../../site.yaml', '/%2e%2e/site.yaml', '/..%2fsite.yaml', '/en/..%2f..%2fsite.yaml',
			'/..%5csite.yaml', '/..\\site.yaml', '/en/%2e%2e%2f%2e%2e%2fsite.yaml', '/%252e%252e/site.yaml', '//site.yaml', '/./site.yaml',
			'/content/first-course/course.yaml', '/.pensum/', '/.git/config', '/../../../../../../etc/passwd', '/%00/site.yaml',
			'/site.yaml%00.html', '/en/index.html%00', '/-/pensum/../../site.yaml', '/-/pensum/%2e%2e/%2e%2e/site.yaml',
			'/-/pensum/..%2f..%2f..%2fcli/main.c', 'site.yaml', '../site.yaml', 'file:///etc/passwd', 'http://localhost/../site.yaml', '/etc/passwd',
			'//etc/passwd', '/%c0%ae%c0%ae/site.yaml', '/%uff0e%uff0e/site.yaml', '/..;/site.yaml', '/en/..', '/\u00ff', '/%', '/%zz', '*'];
		for (const target of targets) {
			const got = await server.raw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
			assert.match(got, /^HTTP\/1\.[01] (400|404) /, target);
			assert.ok(!got.includes(secret) && !got.includes('root:'), target);
			const old = await server.raw(`GET ${target} HTTP/1.0\r\n\r\n`);
			assert.ok(!/^HTTP\/1\.[01] 200 /.test(old), target);
		}
		/* A NUL as it is ends the line for the library: what stands before it is a path like any other. */
		assert.ok(!(await server.raw('GET /site.yaml\0.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).includes(secret));
	},
	async 'a redirect leads nowhere else'() {
		for (const target of ['//evil.example', '//evil.example/en', '/%2fevil.example', '/\\evil.example', '/en%0d%0aX-Evil:%20yes', '/http://evil.example']) {
			const got = await server.raw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
			assert.doesNotMatch(got, /^Location:|^X-Evil/mi, target);
		}
	},
	async 'other names for this machine are refused'() {
		for (const host of ['evil.example', 'localhost.evil.example', `evil.example:${server.port}`, '192.168.1.1', '']) {
			const got = await server.raw(`GET /en/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
			if (host !== '')
				assert.match(got, /^HTTP\/1\.1 403 /, host);
			assert.match(await server.raw(`GET /-/pensum/events HTTP/1.1\r\nHost: ${host || 'x'}\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 403 /, host);
		}
		for (const host of ['localhost:1', 'LOCALHOST', '127.0.0.1', `[::1]:${server.port}`, 'a.localhost'])
			assert.match(await server.raw(`GET /en/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 200 /, host);
		assert.match(await server.raw('GET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 400 /);
	},
	async 'headers without end are refused'() {
		for (const text of [`GET /${'a'.repeat(100000)} HTTP/1.1\r\n`, `GET / HTTP/1.1\r\nX: ${'a'.repeat(100000)}`,
			`GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(20000)}`, `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a=b;'.repeat(20000)}\r\n\r\n`, 'a'.repeat(100000)])
			assert.match(await server.raw(text), /^(HTTP\/1\.[01] 4\d\d |$)/);
		assert.equal((await server.get('/en/')).status, 200);
	},
	async 'what is no HTTP is refused'() {
		for (const text of ['\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc', 'GET\r\n\r\n', 'GET / HTTP/1.1\r\nHost\r\n\r\n', '\0\0\0\0\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'])
			assert.doesNotMatch(await server.raw(text, 300), /^HTTP\/1\.[01] 200 /);
		assert.equal((await server.get('/en/')).status, 200);
	},
	async 'who trickles loses the connection, and nobody waits for it'() {
		let open = 100;
		const sockets = Array.from({ length: open }, () => {
			const socket = connect(server.port, '127.0.0.1', () => socket.write('GET /en/ HTTP/1.1\r\nHost: localhost\r\n'));
			socket.on('error', () => {});
			socket.on('close', () => { open--; });
			socket.resume();
			return socket;
		});
		const trickle = setInterval(() => sockets.forEach((s) => s.writable && s.write('X: y\r\n')), 500);
		await sleep(1000);
		assert.equal(open, 100);
		assert.equal((await server.get('/en/')).status, 200);
		await until(() => open === 0, 'all of them closed', 20000 * slow);
		clearInterval(trickle);
	},
	async 'more connections than there may be wait, and then are served'() {
		const sockets = Array.from({ length: 200 }, () => connect(server.port, '127.0.0.1').on('error', () => {}));
		await sleep(300);
		const asked = server.get('/en/');
		sockets.forEach((s) => s.destroy());
		assert.equal((await asked).status, 200);
	},
	async 'Ctrl-C ends it at once, with browsers that listen'() {
		const listening = [await server.listen('/en/'), await server.listen('/en/search/')];
		const start = Date.now();
		assert.equal(await server.stop('SIGINT'), 0);
		const took = Date.now() - start;
		assert.ok(took < 200 * slow, `${took} ms`);
		await until(() => listening.every((l) => l.closed), 'streams closed');
		assert.equal(server.err, '');
	},
	async 'it may be started again at the same port, and ended by SIGTERM'() {
		const again = await Server.start(site, '--port', server.port);
		assert.equal(again.port, server.port);
		assert.equal(await again.stop('SIGTERM'), 0);
	},
	async 'other machines only on request'() {
		const open = await Server.start(site, '--address', '0.0.0.0');
		assert.match(open.out, /^http:\/\/0\.0\.0\.0:\d+\/ shows the site, as does every address of this machine;/);
		assert.match(await open.raw('GET /en/ HTTP/1.1\r\nHost: my-machine.example\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 200 /);
		await open.stop();
	},
});
