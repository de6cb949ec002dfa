// SPDX-License-Identifier: GPL-3.0-or-later
// A site that is served, and clients of it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

export const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

// What takes a moment may take longer under a sanitizer.
export const slow = { asan: 4, tsan: 10, debug: 20 }[process.env.VARIANT] || 1;

// Waits until ${holds} is true.
export async function until(holds, what = String(holds), ms = 5000 * slow) {
	for (const end = Date.now() + ms; !await holds(); await sleep(5))
		if (Date.now() > end)
			throw new Error(`not in time: ${what}`);
}

export async function run(tests) {
	for (const [name, body] of Object.entries(tests))
		try {
			await body();
			console.log(`ok ${name}`);
		} catch (error) {
			console.log(`not ok ${name}`);
			console.log(String(error.stack || error).replace(/^/gm, '    '));
			process.exitCode = 1;
		}
	process.exit();
}

export class Site {
	constructor(name) {
		this.path = join(process.env.OUT, name);
		const made = spawnSync(process.env.PENSUM, ['new', 'site', this.path], { encoding: 'utf8' });
		assert.equal(made.status, 0, made.stderr);
	}

	at(file) {
		return join(this.path, file);
	}

	put(file, text) {
		mkdirSync(dirname(this.at(file)), { recursive: true });
		writeFileSync(this.at(file), text);
	}

	copyStock(folder) {
		cpSync(join(process.env.ROOT, folder), this.at(folder), { recursive: true });
	}

	page(file, title, text = '') {
		this.put(file, `---\ntitle: ${title}\n---\n\n${text}\n`);
	}
}

const running = new Set();

// No server outlives its suite, whatever happened.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
setTimeout(() => {
	console.log('not ok the suite ends');
	process.exit(1);
}, 300000 * Math.min(slow, 4)).unref();

export class Server {
	static async start(site, ...args) {
		const s = new Server();
		s.child = spawn(process.env.PENSUM, ['serve', '-C', site.path, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
		running.add(s.child);
		s.out = '';
		s.err = '';
		s.child.stdout.setEncoding('utf8').on('data', (text) => { s.out += text; });
		s.child.stderr.setEncoding('utf8').on('data', (text) => { s.err += text; });
		s.ended = new Promise((done) => { s.child.on('exit', (status, signal) => done(signal || status)); });
		await until(() => /^http:\/\/\S+:\d+\/ /.test(s.out) || s.child.exitCode !== null, 'the address');
		assert.equal(s.child.exitCode, null, s.err);
		[, s.url, s.host, s.port] = /^(http:\/\/(\S+):(\d+))\/ /.exec(s.out);
		await s.get('/'); /* the site has been made, and what was said of it */
		await sleep(50 * slow);
		return s;
	}

	// {status, headers, body (bytes), text}
	get(path, headers = {}, method = 'GET') {
		return new Promise((done, fail) => {
			request({ host: '127.0.0.1', port: this.port, path, headers, method, agent: false }, (response) => {
				const parts = [];
				response.on('data', (part) => parts.push(part));
				response.on('error', fail);
				response.on('end', () => {
					const body = Buffer.concat(parts);
					done({ status: response.statusCode, headers: response.headers, body, text: body.toString() });
				});
			}).on('error', fail).end();
		});
	}

	// All that the server answers to ${text}, which is sent as it is, until it closes or says nothing for ${ms}.
	raw(text, ms = 2000 * slow) {
		return new Promise((done) => {
			let got = '';
			const socket = connect(this.port, '127.0.0.1', () => socket.write(text));
			socket.setEncoding('latin1').setTimeout(ms, () => socket.destroy());
			socket.on('data', (part) => { got += part; });
			socket.on('error', () => {});
			socket.on('close', () => done(got));
		});
	}

	// The events of a browser that shows ${page}: {all, next(type), close()}.
	async listen(page, shown) {
		shown ??= /data-shown="(\w+)"/.exec((await this.get(page)).text)[1];
		const events = { all: [], next: null, close: null, closed: false };
		let text = '';
		const asked = request({ host: '127.0.0.1', port: this.port, path: `/-/pensum/events?shown=${shown}&page=${page}`, agent: false }, (response) => {
			assert.equal(response.statusCode, 200);
			response.setEncoding('utf8').on('data', (part) => {
				text += part;
				for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2))
					if (text.startsWith('data: '))
						events.all.push(JSON.parse(text.slice(6, end)));
			});
			response.on('close', () => { events.closed = true; });
			response.on('error', () => {});
		});
		asked.on('error', () => { events.closed = true; });
		asked.end();
		/* The first event of this type; it and those before it are taken away. */
		events.next = async (type) => {
			await until(() => events.all.some((e) => e.type === type), `the event ${type}; there are ${JSON.stringify(events.all)}`);
			const at = events.all.findIndex((e) => e.type === type);
			return events.all.splice(0, at + 1)[at];
		};
		events.close = () => asked.destroy();
		await until(() => events.all.length > 0, 'the first event');
		return events;
	}

	async stop(signal = 'SIGINT') {
		this.child.kill(signal);
		return this.ended;
	}
}

export { assert };
