// SPDX-License-Identifier: GPL-3.0-or-later
// What is saved is seen: by whoever asks next, and by browsers that listen.
import { appendFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Server, Site, assert, run, sleep, slow, until } from './server.mjs';

const lesson = 'content/first-course/10-first-steps/20-signs.md';
const address = '/en/first-course/first-steps/signs/';

/* The text of all files below a folder, with their times. */
function snapshot(folder) {
	return readdirSync(folder, { recursive: true }).sort().map((name) => {
		const s = statSync(join(folder, name));
		return `${name} ${s.ino} ${s.mtimeMs} ${s.isFile() ? readFileSync(join(folder, name)) : ''}`;
	});
}

function fresh(name) {
	const site = new Site(name);
	site.page(lesson, 'Signs', 'The first text.');
	return site;
}

/* How editors save. */
const ways = {
	'in place'(file, text) {
		writeFileSync(file, text);
	},
	'by renaming over it'(file, text) {
		writeFileSync(`${file}.new`, text);
		renameSync(`${file}.new`, file);
	},
	'with a backup'(file, text) {
		writeFileSync(join(file, '../4913'), '');
		unlinkSync(join(file, '../4913'));
		renameSync(file, `${file}~`);
		writeFileSync(file, text);
		unlinkSync(`${file}~`);
	},
	'in pieces'(file, text) {
		writeFileSync(file, text.slice(0, 12));
		appendFileSync(file, text.slice(12));
	},
};

async function neverOld(server, site, edits) {
	for (let i = 0; i < edits; i++) {
		const way = Object.values(ways)[i % 4];
		way(site.at(lesson), `---\ntitle: Signs\n---\n\nThe text number ${1000 + i}.\n`);
		const { text } = await server.get(address);
		assert.ok(text.includes(`The text number ${1000 + i}.`), `edit ${i}, ${Object.keys(ways)[i % 4]}`);
	}
}

const site = fresh('changes');
site.put('public/index.html', 'what was published before');
site.put('public/deep/own.txt', 'own');
const published = snapshot(site.at('public'));
let server = await Server.start(site);
const shows = async (path, part) => assert.ok((await server.get(path)).text.includes(part), `${path} shows ${part}`);
const lines = () => server.out.split('\n').length + server.err.split('\n').length;

await run({
	async 'a page that was saved is never seen old: 200 saves in four ways'() {
		await neverOld(server, site, 200);
	},
	async 'a file of the same length, with the same times'() {
		const { atime, mtime } = statSync(site.at(lesson));
		for (const text of ['one', 'two', 'six']) {
			site.page(lesson, 'Signs', text);
			utimesSync(site.at(lesson), atime, mtime);
			await shows(address, `<p>${text}</p>`);
		}
	},
	async 'each change is one line'() {
		await sleep(300 * slow); /* what is on its way */
		const before = server.out.length;
		site.page(lesson, 'Signs', 'A line.');
		await until(() => server.out.length > before, 'a line');
		await sleep(300 * slow);
		assert.match(server.out.slice(before), /^content\/first-course\/10-first-steps\/20-signs\.md: (all pages|\d+ pages?), [\d.]+ ms\n$/);
	},
	async 'a title shows wherever it stands'() {
		site.page(lesson, 'Signs and more', 'x');
		await shows('/en/first-course/', 'Signs and more');
		await shows('/en/first-course/first-steps/', 'Signs and more');
		site.page(lesson, 'Signs', 'x');
		assert.ok(!(await server.get('/en/first-course/')).text.includes('Signs and more'));
	},
	async 'a new page, and one that goes'() {
		assert.equal((await server.get('/en/first-course/first-steps/late/')).status, 404);
		site.page('content/first-course/10-first-steps/30-late.md', 'Late', 'x');
		await shows('/en/first-course/first-steps/late/', '<h1>Late</h1>');
		await shows('/en/first-course/first-steps/', 'Late');
		rmSync(site.at('content/first-course/10-first-steps/30-late.md'));
		assert.equal((await server.get('/en/first-course/first-steps/late/')).status, 404);
		assert.ok(!(await server.get('/en/first-course/first-steps/')).text.includes('Late'));
	},
	async 'a new folder, renamed, gone'() {
		mkdirSync(site.at('content/first-course/20-next'));
		site.page('content/first-course/20-next/index.md', 'Next', 'x');
		site.page('content/first-course/20-next/10-page.md', 'Page', 'x');
		await shows('/en/first-course/next/page/', '<h1>Page</h1>');
		renameSync(site.at('content/first-course/20-next'), site.at('content/first-course/20-other'));
		await shows('/en/first-course/other/page/', '<h1>Page</h1>');
		assert.equal((await server.get('/en/first-course/next/page/')).status, 404);
		site.page('content/first-course/20-other/10-page.md', 'Changed', 'x');
		await shows('/en/first-course/other/page/', '<h1>Changed</h1>');
		rmSync(site.at('content/first-course/20-other'), { recursive: true });
		assert.equal((await server.get('/en/first-course/other/page/')).status, 404);
	},
	async 'a template, a style sheet, a string, a setting'() {
		site.put('themes/default/page.html', '{% extends "layout.html" %}\n{% block main %}<p>my own template {{ page.title }}</p>{% end %}\n');
		await shows(address, '<p>my own template Signs</p>');
		rmSync(site.at('themes/default/page.html'));
		assert.ok(!(await server.get(address)).text.includes('my own template'));
		site.put('themes/default/assets/theme.css', 'body { color: red }\n');
		const sheet = /href="([^"]*theme-[^"]*\.css)"/.exec((await server.get(address)).text)[1];
		assert.equal((await server.get(new URL(sheet, `${server.url}${address}`).pathname)).text, 'body { color: red }\n');
		site.put('locales/en.yaml', 'en:\n  skip-link: Jump over it\n');
		await shows(address, 'Jump over it');
		rmSync(site.at('locales/en.yaml'));
		const settings = readFileSync(site.at('site.yaml'), 'utf8');
		site.put('site.yaml', settings.replace(/^title:.*/m, 'title: Another title'));
		await shows(address, 'Another title');
		site.put('site.yaml', settings);
	},
	async 'a file that a link leads to'() {
		const outside = join(process.env.OUT, 'shared.md');
		writeFileSync(outside, '---\ntitle: Shared\n---\n\nshared one\n');
		symlinkSync(outside, site.at('content/first-course/10-first-steps/40-shared.md'));
		await shows('/en/first-course/first-steps/shared/', 'shared one');
		for (const text of ['shared two', 'shared three']) {
			writeFileSync(outside, `---\ntitle: Shared\n---\n\n${text}\n`);
			await shows('/en/first-course/first-steps/shared/', text);
		}
		rmSync(site.at('content/first-course/10-first-steps/40-shared.md'));
	},
	async 'what editors put beside a page is no change'() {
		await server.get(address);
		await sleep(200 * slow);
		const before = lines();
		const events = await server.listen(address);
		events.all.length = 0;
		for (const name of ['.20-signs.md.swp', '20-signs.md~', '4913', '#20-signs.md#', '.git/index.lock']) {
			site.put(`content/first-course/10-first-steps/${name}`, 'x');
			rmSync(site.at(`content/first-course/10-first-steps/${name}`));
		}
		await sleep(400 * slow);
		assert.deepEqual(events.all, []);
		assert.equal(lines(), before);
		events.close();
	},
	async 'a browser is told of its own page, and only of that'() {
		site.page(lesson, 'Signs', 'before');
		const here = await server.listen(address);
		const there = await server.listen('/en/search/');
		here.all.length = there.all.length = 0;
		site.page(lesson, 'Signs', 'after');
		assert.deepEqual(await here.next('reload'), { type: 'reload' });
		await sleep(200 * slow);
		assert.deepEqual(there.all, []);
		here.close();
		there.close();
	},
	async 'browsers are told at once'() {
		const events = await server.listen(address);
		const start = Date.now();
		for (let i = 0; i < 10; i++) {
			site.page(lesson, 'Signs', `number ${i}`);
			await events.next('reload');
		}
		/* Not only when the server looks around, each second. */
		assert.ok(Date.now() - start < 3000 * slow);
		events.close();
	},
	async 'a browser that was away is told when it comes back'() {
		const events = await server.listen(address, '0000000000000000');
		await events.next('reload');
		events.close();
	},
	async 'style sheets are told apart'() {
		const events = await server.listen(address);
		site.put('themes/default/assets/theme.css', 'body { color: blue }\n');
		const { shown } = await events.next('styles');
		assert.ok((await server.get(address)).text.includes(`data-shown="${shown}"`));
		assert.ok(!events.all.some((e) => e.type === 'reload'));
		events.close();
		rmSync(site.at('themes'), { recursive: true });
	},
	async 'a browser goes to the page that is edited'() {
		await sleep(300 * slow);
		const events = await server.listen('/en/');
		site.page(lesson, 'Signs', 'go there');
		assert.equal((await events.next('goto')).path, address);
		events.close();
	},
	async 'what is wrong is told as on the terminal, and when it is repaired'() {
		const events = await server.listen('/en/');
		const before = server.err.length;
		site.put(lesson, '---\ntitle: [Signs\n---\n\nx\n');
		const { text } = await events.next('error');
		assert.match(text, /^content\/first-course\/10-first-steps\/20-signs\.md:\d+:\d+: error: /);
		await until(() => server.err.length > before, 'the terminal');
		assert.equal(server.err.slice(before), text);
		assert.equal((await server.get('/en/')).status, 200);
		const late = await server.listen('/en/');
		assert.equal((await late.next('error')).text, text);
		site.page(lesson, 'Signs', 'repaired');
		await events.next('fixed');
		await until(() => server.out.includes('all repaired\n'), 'the terminal');
		await shows(address, 'repaired');
		events.close();
		late.close();
	},
	async 'broken settings leave the site as it was'() {
		const settings = readFileSync(site.at('site.yaml'), 'utf8');
		const events = await server.listen(address);
		site.put('site.yaml', 'title: [\n');
		assert.match((await events.next('error')).text, /^site\.yaml:/);
		await shows(address, 'repaired');
		site.put('site.yaml', settings);
		await events.next('fixed');
		await shows(address, 'repaired');
		events.close();
	},
	async 'a known problem is not told again'() {
		site.page(lesson, 'Signs', '[nowhere](none.md)');
		await until(() => /20-signs\.md:5:11: error: .*\n/.test(server.err), 'the terminal');
		await sleep(200 * slow);
		const before = server.err;
		site.page(lesson, 'Signs', 'A paragraph above it.\n\n[nowhere](none.md)');
		await shows(address, 'A paragraph above it');
		await sleep(300 * slow);
		assert.equal(server.err, before);
		site.page(lesson, 'Signs', 'x');
		await server.get(address);
	},
	async 'many changes at once'() {
		for (let i = 0; i < 300; i++)
			site.page(`content/first-course/30-many/${i}-page-${i}.md`, `Page ${i}`, 'x');
		site.page('content/first-course/30-many/index.md', 'Many', 'x');
		await shows('/en/first-course/many/', 'Page 299');
		rmSync(site.at('content/first-course/30-many'), { recursive: true });
		assert.equal((await server.get('/en/first-course/many/')).status, 404);
	},
	async 'public/ stays as it was'() {
		assert.deepEqual(snapshot(site.at('public')), published);
		assert.equal(await server.stop(), 0);
		assert.deepEqual(snapshot(site.at('public')), published);
	},
	async 'drafts, and staying on a page, on request'() {
		site.put('content/first-course/10-first-steps/50-draft.md', '---\ntitle: Draft\ndraft: yes\n---\n\nx\n');
		server = await Server.start(site, '--drafts', '--no-follow');
		await shows('/en/first-course/first-steps/draft/', 'Draft');
		const events = await server.listen('/en/search/');
		site.page(lesson, 'Signs', 'do not go there');
		await sleep(400 * slow);
		assert.ok(!events.all.some((e) => e.type === 'goto'));
		await server.stop();
	},
	async 'by looking again and again: never old either, and browsers are told'() {
		server = await Server.start(site, '--poll');
		await neverOld(server, site, 40);
		const events = await server.listen(address);
		site.page(lesson, 'Signs', 'seen without being told');
		await events.next('reload');
		assert.equal(await server.stop(), 0);
	},
	async 'Ctrl-C in the middle of much work'() {
		const large = fresh('large');
		for (let i = 0; i < 1500; i++)
			large.page(`content/first-course/${20 + i % 50}-module/${i}-page-${i}.md`, `Page ${i}`, 'Some words. '.repeat(200));
		server = await Server.start(large);
		large.put('site.yaml', `${readFileSync(large.at('site.yaml'), 'utf8')}# another\n`);
		await sleep(20);
		const start = Date.now();
		assert.equal(await server.stop(), 0);
		const took = Date.now() - start;
		assert.ok(took < 200 * slow, `${took} ms`);
	},
	async 'a site that cannot be read is served when it can'() {
		const settings = readFileSync(site.at('site.yaml'), 'utf8');
		site.put('site.yaml', 'title: [\n');
		server = await Server.start(site);
		const got = await server.get(address);
		assert.equal(got.status, 404);
		assert.match(server.err, /^site\.yaml:/);
		site.put('site.yaml', settings);
		await shows(address, 'seen without being told');
		await server.stop();
	},
});
