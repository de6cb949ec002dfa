// SPDX-License-Identifier: GPL-3.0-or-later
//
// node serve.mjs pensum|hugo SITE EDITS COMMAND...: starts a server on the site, saves pages and asks for each at once, and prints how long it took
// from the beginning of the save to the last byte of a page that has what was saved: half of all within, 99 of 100 within, the
// longest. An answer that has not is counted as old, and asked for again. Ends with status 1 where there was no answer.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, writeFileSync, mkdirSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

const [, , kind, site, edits, ...command] = process.argv;
const root = new URL('../..', import.meta.url).pathname;
const agent = new Agent({ keepAlive: true });
const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

const freePort = () => new Promise((done) => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address();
		server.close(() => done(port));
	});
});

const fetched = (url) => new Promise((done, failed) => {
	get(url, { agent, timeout: 60000 }, (answer) => {
		const parts = [];
		answer.on('data', (part) => parts.push(part)).on('end', () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
	}).on('error', failed).on('timeout', function late() { this.destroy(new Error(`no answer: ${url}`)); });
});

// -- where pages are --

function lessons(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? lessons(path) : /-lesson-\d+\.md$/.test(entry.name) ? [path] : [];
	}).sort();
}

// The address of a source file: numbers that order do not show in ours, and the language does.
function address(path) {
	const parts = path.slice(join(site, 'content/').length, -'.md'.length).split('/');
	return `${(kind === 'pensum' ? ['nb', ...parts.map((part) => part.replace(/^\d+-/, ''))] : parts).join('/')}/`;
}

// -- one save --

let old = 0;

async function saved(path, text, url, words, i) {
	const start = performance.now();
	if (i % 2 === 0) {
		writeFileSync(path, text);
	} else {
		writeFileSync(`${path}~`, text);
		renameSync(`${path}~`, path);
	}
	for (;;) {
		const { text: page } = await fetched(url);
		if (page.includes(words))
			return performance.now() - start;
		old++;
		if (performance.now() - start > 60000)
			throw new Error(`never served: ${url}`);
		await sleep(1);
	}
}

function row(name, times) {
	const sorted = [...times].sort((a, b) => a - b);
	const within = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(1).padStart(9);
	console.log(`  ${`${kind}: ${name}`.padEnd(38)} p50${within(0.5)} ms  p99${within(0.99)} ms  most${within(1)} ms  ${times.length} saves, ${old} old answers`);
	old = 0;
}

// -- the run --

const port = await freePort();
const server = spawn(command[0], [...command.slice(1), '--port', String(port)], { cwd: site, stdio: 'ignore' });
let ended = false;
server.on('exit', () => { ended = true; });

try {
	const base = `http://127.0.0.1:${port}/`;
	const began = performance.now();
	for (let up = false; !up;) {
		if (ended || performance.now() - began > 300000)
			throw new Error('the server did not start');
		up = await fetched(base).then(({ status }) => status === 200, () => false);
		if (!up)
			await sleep(20);
	}
	console.log(`  ${`${kind}: from its start to the first page`.padEnd(38)} ${(performance.now() - began).toFixed(0).padStart(12)} ms`);

	const all = lessons(join(site, 'content'));
	const other = (i) => all[(i * 7919) % all.length];
	const warm = other(0);
	await saved(warm, `${readFileSync(warm, 'utf8')}\nWords warm.\n`, base + address(warm), 'Words warm.', 0);
	old = 0;

	const [pages, titles, templates] = [[], [], []];
	for (let i = 1; i <= Number(edits); i++) {
		await sleep(20 + (i * 37) % 60);
		const path = other(i);
		pages.push(await saved(path, `${readFileSync(path, 'utf8')}\nWords of save ${i}.\n`, base + address(path), `Words of save ${i}.`, i));
	}
	row('a page', pages);
	for (let i = 1; i <= Math.ceil(Number(edits) / 10); i++) {
		await sleep(50);
		const at = (i * 7919) % all.length;
		const neighbour = all[at % 50 === 0 ? at + 1 : at - 1] ?? all[at];
		titles.push(await saved(all[at], readFileSync(all[at], 'utf8').replace(/^title: .*$/m, `title: Save ${i}`), base + address(neighbour), `Save ${i}<`, i));
	}
	row('a title, on the page beside it', titles);
	const stock = kind === 'pensum' ? ['themes/default/partials/footer.html', join(root, 'themes/default/partials/footer.html'), '</footer>']
		: ['layouts/_default/single.html', join(site, 'layouts/_default/single.html'), '</main>'];
	const template = readFileSync(stock[1], 'utf8');
	mkdirSync(dirname(join(site, stock[0])), { recursive: true });
	for (let i = 1; i <= Math.ceil(Number(edits) / 10); i++) {
		await sleep(50);
		templates.push(await saved(join(site, stock[0]), template.replace(stock[2], `<p>Template ${i}.</p>${stock[2]}`), base + address(other(i)), `Template ${i}.`, i));
	}
	row('a template', templates);
	const peak = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1];
	console.log(`  ${`${kind}: memory at most`.padEnd(38)} ${(peak / 1024).toFixed(1).padStart(12)} MB`);
} catch (error) {
	console.log(`  ${kind}: ${error.message}`);
	process.exitCode = 1;
} finally {
	server.kill('SIGTERM');
	agent.destroy();
}
