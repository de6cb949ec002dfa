// SPDX-License-Identifier: GPL-3.0-or-later
//
// node served.mjs: `pensum serve` shows a site that is edited at random (SEED, EDITS). Pages are asked for at once after each edit, and
// when a build from nothing has said what is right, again, with all that it changed: never an old byte, never a page that is gone.
// WRONG=old: a copy is served that nobody edits.
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { cleanBuild, cleanFolder } from './builds.mjs';
import { World, kinds, outside } from './world.mjs';

const { PENSUM, OUT, ROOT, SEED = '1', WRONG = '' } = process.env;
const EDITS = Number(process.env.EDITS ?? 100);
const AT_ONCE = 4, LATER = 25; /* files that are asked for */

const dir = join(OUT, 'site');
const agent = new Agent({ keepAlive: true });
const isPage = (path) => path.endsWith('.html');

const fetched = (url) => new Promise((done, failed) => {
	get(url, { agent, timeout: 60000 }, (answer) => {
		const parts = [];
		answer.on('data', (part) => parts.push(part)).on('end', () => done({ status: answer.statusCode, bytes: Buffer.concat(parts) }));
	}).on('error', failed).on('timeout', function late() { this.destroy(new Error(`no answer: ${url}`)); });
});

// What the server adds to a page is not the page's.
const bare = (bytes) => Buffer.from(bytes.toString().replace(/<script src="[^"]*reload\.js"[^>]*><\/script>\n/, ''));

function start(folder) {
	const child = spawn(PENSUM, ['serve', '--port', '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	return new Promise((done, failed) => {
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data) => {
				said += data;
				const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
				if (url)
					done({ child, url });
			});
		child.on('exit', () => failed(new Error(`the server ended:\n${said}`)));
	});
}

const w = new World(dir, SEED, { pensum: PENSUM, root: ROOT, of: kinds.filter(({ name }) => !outside(name)) });
if (WRONG === 'old')
	cpSync(dir, join(OUT, 'copy'), { recursive: true });
const { child, url } = await start(WRONG === 'old' ? join(OUT, 'copy') : dir);
const place = (path) => `${url}/${encodeURI(path)}`;

function wrong(path, { status, bytes }, files) {
	const should = files.get(path);
	if (should === undefined)
		return status === 404 ? undefined : `${path} should be gone; status ${status}`;
	if (status !== 200)
		return `${path}: status ${status}`;
	return (isPage(path) ? bare(bytes) : bytes).equals(should) ? undefined : `${path}: not the bytes of a build from nothing`;
}

let [status, asked] = [0, 0];
try {
	let last = (await cleanBuild(PENSUM, cleanFolder(OUT), dir, [])).files;
	for (let i = 1; i <= EDITS; i++) {
		const { name, what } = w.next();
		w.first = undefined;
		w.once = [];
		const some = w.random.shuffled([...last.keys()].filter(isPage).sort()).slice(0, AT_ONCE);
		const answers = await Promise.all(some.map(async (path) => [path, await fetched(place(path))]));
		const clean = await cleanBuild(PENSUM, cleanFolder(OUT), dir, []);
		w.ended(name, clean.status === 0);
		if (!clean.built.published)
			continue; /* it is shown as well as it can be */
		const changed = [...new Set([...clean.files.keys(), ...last.keys()])].filter((path) => !last.get(path)?.equals(clean.files.get(path) ?? Buffer.alloc(0)));
		for (const path of w.random.shuffled(changed).slice(0, LATER))
			answers.push([path, await fetched(place(path))]);
		last = clean.files;
		asked += answers.length;
		const found = answers.map(([path, answer]) => wrong(path, answer, clean.files)).find(Boolean);
		if (found !== undefined)
			throw new Error(`seed ${SEED}, edit ${i}: ${name}: ${what}\n  ${found}`);
	}
	console.log('ok verify: what is served is never old');
} catch (error) {
	console.log(`not ok verify: what is served is never old\n  ${error.message}`);
	status = 1;
}
if (process.env.VERBOSE)
	console.log(`  ${asked} files looked at`);
child.removeAllListeners('exit');
child.kill('SIGTERM');
agent.destroy();
process.exitCode = status;
