// SPDX-License-Identifier: GPL-3.0-or-later
// What a device keeps of answers, attempts, draws, and what becomes of it: over the small site kept/.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { assert, run } from './browser.mjs';

const source = join(process.env.OUT, 'kept-source');
const site = join(process.env.OUT, 'kept');

function build() {
	execFileSync(process.env.PENSUM, ['build', '-C', source, '-o', site]);
}

function edit(file, change) {
	const path = join(source, 'content/c', file);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
	build();
}

cpSync(fileURLToPath(new URL('kept', import.meta.url)), source, { recursive: true });
build();

const mimes = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
	const path = decodeURIComponent(request.url.split(/[?#]/)[0]).replace(/\/$/, '/index.html');
	try {
		response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'");
		response.setHeader('Content-Type', mimes[extname(path)] || 'application/octet-stream');
		response.end(readFileSync(join(site, path)));
	} catch (error) {
		response.statusCode = 404;
		response.end();
	}
}).listen(0, '127.0.0.1');
await new Promise((ready) => { server.once('listening', ready); });

const onServer = (path) => `http://127.0.0.1:${server.address().port}/${path}`;
const onDisk = (path) => `${pathToFileURL(join(site, path)).href}index.html`;

const tick = (page, question, option) => page.check(`#${question} input[value="${option}"]`);
const ticked = (page, question) => page.$$eval(`#${question} input:checked`, (all) => all.map((input) => input.value));
const status = (page, question) => page.textContent(`#${question} [role=status]`);
const check = (page, question) => page.click(`#${question} [type=submit]`);
const asked = (page) => page.$$eval('form[data-question]', (all) => all.filter((form) => form.getClientRects().length > 0).map((form) => form.id));
const total = (page) => page.textContent('[data-quiz] [role=status]');
// What is ours in the storages, each under its key without the site's.
const inStorage = (page, name) => page.evaluate((storage) => Object.fromEntries(Object.entries(window[storage]).filter(([key]) => key.startsWith('pensum/'))
	.map(([key, value]) => [key.replace(/^pensum\/[^/]*\//, ''), value])), name);
const inTab = (page) => inStorage(page, 'sessionStorage');
const onDevice = (page) => inStorage(page, 'localStorage');
const kept = async (page) => Object.values(await inTab(page)).map((text) => JSON.parse(text));
const stored = (page, change) => page.evaluate((text) => {
	const key = Object.keys(window.sessionStorage).find((name) => name.startsWith('pensum/'));
	window.sessionStorage.setItem(key, text);
}, change);
const blocked = (page, ...names) => page.addInitScript((all) => all.forEach((name) => Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } })), names);
const notes = (page) => page.$$eval('[data-kept-note]', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.keptNote));
const month = (ago) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - ago)).toISOString().slice(0, 7);

// Whatever is asked, rightly or wrongly.
async function answer(page, id, right) {
	if (id === 'fixed') {
		await page.click('#fixed [data-action=keep]');
	} else if (id === 'third') {
		await tick(page, id, right ? 'true' : 'false');
	} else if (id === 'in-lesson') {
		await tick(page, id, right ? 'first' : 'second');
	} else {
		await tick(page, id, right ? 'one' : 'three');
		if (right)
			await tick(page, id, 'two');
	}
}

const local = { options: {} };

await run({
	'opening a page and leaving it stores nothing': async (page) => {
		for (const path of ['check', 'test', 'lesson', 'risk']) {
			await page.goto(onServer(`en/c/${path}/`));
			await page.goto(onServer('en/c/'));
			assert.deepEqual([await inTab(page), await onDevice(page)], [{}, {}], path);
		}
	},

	'what was deleted on the whole site is not there again when the page is left': async (page) => {
		await page.goto(onServer('en/c/check/'));
		await page.fill('#word [type=text]', 'yes');
		await check(page, 'word');
		assert.deepEqual(Object.keys({ ...await inTab(page), ...await onDevice(page) }), ['c/check']);
		await page.evaluate(() => document.querySelector('[data-action=forget-site]').click());
		await page.goto(onServer('en/c/'));
		assert.deepEqual([await inTab(page), await onDevice(page)], [{}, {}]);
	},

	'before the reader asks, answers are in the tab: after a reload, in another language, and in no other tab': async (page) => {
		await page.goto(onServer('en/c/check/'));
		assert.deepEqual(await notes(page), ['tab']);
		await tick(page, 'half', 'one');
		assert.deepEqual([Object.keys(await inTab(page)), await onDevice(page)], [['c/check'], {}]);
		await page.reload();
		assert.deepEqual(await ticked(page, 'half'), ['one']);
		const other = await page.context().newPage();
		await other.goto(onServer('en/c/check/'));
		assert.deepEqual(await ticked(other, 'half'), []);
	},

	'after she asked, answers are on the device: pages before, this one, another tab; and nothing is when she takes it back': async (page) => {
		await page.goto(onServer('en/c/lesson/'));
		await tick(page, 'other', 'one');
		await page.goto(onServer('en/c/check/'));
		await page.getByLabel('Keep my answers and progress on this device').focus();
		await page.keyboard.press('Space');
		assert.deepEqual(await notes(page), ['device']);
		assert.deepEqual([Object.keys(await onDevice(page)).sort(), await inTab(page)], [['!keep', 'c/lesson'], {}]);
		assert.equal((await onDevice(page))['!keep'], JSON.stringify({ v: 1, m: month(0) }));
		await tick(page, 'half', 'one');
		const other = await page.context().newPage();
		await other.goto(onServer('en/c/check/'));
		assert.deepEqual([await ticked(other, 'half'), await other.isChecked('[data-action=on-device]')], [['one'], true]);
		await other.goto(onServer('en/c/lesson/'));
		assert.deepEqual(await ticked(other, 'other'), ['one']);
		await other.uncheck('[data-action=on-device]');
		assert.deepEqual([await onDevice(other), Object.keys(await inTab(other)).sort()], [{}, ['c/check', 'c/lesson']]);
		await page.waitForFunction(() => !document.querySelector('[data-action=on-device]').checked);
		assert.deepEqual(await notes(page), ['tab']);
		await tick(page, 'half', 'two');
		assert.deepEqual(await onDevice(page), {});
	},

	'thirteen months later nothing is left, and the page says so once': async (page) => {
		await page.goto(onServer('en/c/check/'));
		await page.check('[data-action=on-device]');
		await tick(page, 'half', 'one');
		await page.evaluate((m) => {
			const key = Object.keys(window.localStorage).find((name) => name.endsWith('!keep'));
			window.localStorage.setItem(key, JSON.stringify({ v: 1, m }));
		}, month(13));
		await page.reload();
		assert.deepEqual([await ticked(page, 'half'), await notes(page), await onDevice(page)], [[], ['tab', 'lost'], {}]);
		await page.reload();
		assert.deepEqual(await notes(page), ['tab']);
	},

	'a mark or answers that somebody changed are not taken, and the page says so once': async (page) => {
		for (const [name, text] of [['!keep', '{"v":1}'], ['!keep', '{'], ['c/check', '{"v":1,"n":0}'], ['c/check', '']]) {
			await page.goto(onServer('en/c/check/'));
			await page.check('[data-action=on-device]');
			await tick(page, 'half', 'one');
			await page.evaluate(([end, changed]) => window.localStorage.setItem(Object.keys(window.localStorage).find((key) => key.endsWith(end)), changed), [name, text]);
			await page.reload();
			assert.deepEqual([await ticked(page, 'half'), (await notes(page)).at(-1)], [[], 'lost'], `${name} ${text}`);
			await page.reload();
			assert.ok(!(await notes(page)).includes('lost'));
			await page.click('[data-action=forget-site]');
		}
	},

	'a device that is blocked offers to keep nothing on it, one that is full says so': async (page) => {
		const full = await page.context().newPage();
		await blocked(page, 'localStorage');
		await page.goto(onServer('en/c/check/'));
		await tick(page, 'half', 'one');
		assert.deepEqual([await notes(page), await page.isVisible('[data-action=on-device]'), await page.isVisible('[data-action=forget]')], [['tab'], false, true]);
		await page.reload();
		assert.deepEqual(await ticked(page, 'half'), ['one']);
		await full.goto(onServer('en/c/check/'));
		await full.evaluate(() => window.localStorage.setItem('theirs', 'x'.repeat(5 * 1024 * 1024 - 30)));
		await tick(full, 'half', 'one');
		await full.click('[data-action=on-device]');
		assert.equal(await full.textContent('[data-kept] [role=status]'), 'This device cannot keep them: it is full, or does not allow it.');
		assert.deepEqual([await full.isChecked('[data-action=on-device]'), await onDevice(full), Object.keys(await inTab(full))], [false, {}, ['c/check']]);
	},

	'on a disk, too': async (page) => {
		await page.goto(onDisk('en/c/check/'));
		await tick(page, 'half', 'one');
		await page.goto(onDisk('en/c/'));
		await page.goto(onDisk('en/c/check/'));
		assert.deepEqual(await ticked(page, 'half'), ['one']);
		await page.check('[data-action=on-device]');
		const other = await page.context().newPage();
		await other.goto(onDisk('en/c/check/'));
		assert.deepEqual(await ticked(other, 'half'), ['one']);
		await other.click('[data-action=forget-site]');
		await other.goto(onDisk('en/c/'));
		assert.deepEqual([await onDevice(other), await inTab(other)], [{}, {}]);
	},

	'a page that the browser kept as it stood is loaded again': async (page) => {
		await page.goto(onServer('en/c/check/'));
		await tick(page, 'half', 'one');
		await page.evaluate(() => window.sessionStorage.clear());
		await Promise.all([page.waitForEvent('load'), page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))]);
		assert.deepEqual(await ticked(page, 'half'), []);
	},

	'an answer is there again, with its verdict': async (page) => {
		await page.goto(onServer('en/c/lesson/'));
		await tick(page, 'in-lesson', 'second');
		await check(page, 'in-lesson');
		const said = await status(page, 'in-lesson');
		await tick(page, 'other', 'one');
		await page.reload();
		assert.deepEqual(await ticked(page, 'in-lesson'), ['second']);
		assert.equal(await status(page, 'in-lesson'), said);
		assert.deepEqual(await ticked(page, 'other'), ['one']);
		assert.equal(await status(page, 'other'), '');
		assert.equal(await page.textContent('.resume a'), 'Continue where you were');
		assert.equal(await page.getAttribute('.resume a', 'href'), '#third');
	},

	'another language has the same answers, in the middle of a test': async (page) => {
		await page.goto(onServer('en/c/test/'));
		const ids = await asked(page);
		assert.equal(ids.length, 3);
		for (const id of ids)
			await answer(page, id, true);
		const order = await page.$$eval('#fixed .order > [data-part]', (all) => all.map((one) => one.dataset.part));
		await page.click('a[hreflang=nb]');
		await page.waitForURL(/\/nb\/c\/test\/index.html$/);
		assert.deepEqual(await asked(page), ids);
		assert.deepEqual(await page.$$eval('#fixed .order > [data-part]', (all) => all.map((one) => one.dataset.part)), order);
		for (const id of ids.filter((one) => one !== 'fixed'))
			assert.notDeepEqual(await ticked(page, id), []);
		assert.match(await page.textContent('.quiz-progress'), /3/);
	},

	'on a disk that keeps nothing the link carries them, and the address is clean again': {
		options: {},
		async test(page) {
			await blocked(page, 'localStorage', 'sessionStorage');
			await page.goto(onDisk('en/c/test/'));
			assert.match(await page.textContent('[data-kept-note]:not([hidden])'), /keeps nothing/);
			assert.equal(await page.isVisible('[data-action=forget]'), false);
			assert.equal(await page.isVisible('[data-action=on-device]'), false);
			const ids = await asked(page);
			for (const id of ids)
				await answer(page, id, true);
			await page.click('a[hreflang=nb]');
			await page.waitForURL(/nb\/c\/test\/index.html$/);
			assert.deepEqual(await asked(page), ids);
			for (const id of ids.filter((one) => one !== 'fixed'))
				assert.notDeepEqual(await ticked(page, id), []);
			await page.click('[data-action=hand-in]');
			assert.match(await total(page), /av/);
		},
	},

	'a test: attempts, what counts, and another draw': async (page) => {
		await page.goto(onServer('en/c/test/'));
		const first = await asked(page);
		assert.ok(first.includes('fixed'));
		const start = await page.$$eval('#fixed .order > [data-part]', (all) => all.map((one) => one.dataset.part));
		assert.notDeepEqual(start, ['morning', 'noon', 'evening']);
		for (const id of first)
			await answer(page, id, id !== 'fixed');
		await page.click('[data-action=hand-in]');
		assert.match(await total(page), /2 of 3 points \(66%\)|2 of 3 points \(67%\)/);
		assert.match(await total(page), /Not passed yet/);
		assert.ok(await page.isVisible('[data-action=another]'));
		await page.reload();
		assert.match(await total(page), /2 of 3 points/);
		assert.equal((await kept(page))[0].past.length, 1);
		await page.click('[data-action=another]');
		assert.equal(await total(page), '');
		for (const id of await asked(page))
			await answer(page, id, false);
		await page.click('[data-action=hand-in]');
		assert.match(await total(page), /Your best result counts: 67%|Your best result counts: 66%/);
		assert.match(await total(page), /Not passed\./);
		assert.equal(await page.isVisible('[data-action=another]'), false);
		assert.deepEqual((await kept(page))[0].past, ['2/3']);
		assert.equal((await kept(page))[0].n, 2);
	},

	'a quiz is done when it is passed, not before': async (page) => {
		await page.goto(onServer('en/c/test/'));
		for (const right of [false, true]) {
			for (const id of await asked(page))
				await answer(page, id, right);
			if (right)
				for (const [step, place] of [['morning', 0], ['noon', 1]])
					while ((await page.$$eval('#fixed .order > [data-part]', (all) => all.map((one) => one.dataset.part))).indexOf(step) > place)
						await page.click(`#fixed [data-part=${step}] [data-move="-1"]`);
			await page.click('[data-action=hand-in]');
			assert.equal((await inTab(page))['!way'], right ? '{"v":1,"c":{"c":{"d":["test"]}}}' : undefined, await total(page));
			if (!right)
				await page.click('[data-action=another]');
		}
	},

	'numbers follow what was drawn': async (page) => {
		await page.goto(onServer('en/c/test/'));
		const ids = await asked(page);
		const numbers = await page.$$eval('form[data-question]', (all) => all.filter((form) => form.getClientRects().length > 0).map((form) => form.querySelector('.question-number').textContent));
		assert.deepEqual(numbers, ids.map((_, i) => `Question ${i + 1}`));
	},

	'forgetting a page, and the site': async (page) => {
		await page.goto(onServer('en/c/lesson/'));
		await tick(page, 'in-lesson', 'first');
		await page.goto(onServer('en/c/check/'));
		await page.fill('#word [type=text]', 'yes');
		await check(page, 'word');
		assert.equal((await kept(page)).length, 2);
		await page.click('[data-action=forget]');
		assert.equal(await page.inputValue('#word [type=text]'), '');
		assert.equal(await page.textContent('[data-kept] [role=status]'), 'Your answers are deleted.');
		assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'forget');
		await page.reload();
		assert.equal(await page.inputValue('#word [type=text]'), '');
		await page.goto(onServer('en/c/lesson/'));
		assert.deepEqual(await ticked(page, 'in-lesson'), ['first']);
		await page.click('[data-action=forget-site]');
		assert.deepEqual(await ticked(page, 'in-lesson'), []);
	},

	'tries and score come back': async (page) => {
		await page.goto(onServer('en/c/check/'));
		await tick(page, 'half', 'one');
		await check(page, 'half');
		assert.match(await status(page, 'half'), /1 try left/);
		await page.reload();
		assert.match(await status(page, 'half'), /0.5 of 1 point. You have 1 try left/);
		await tick(page, 'half', 'two');
		await check(page, 'half');
		assert.match(await status(page, 'half'), /0.67 of 1 point/);
		await page.reload();
		assert.match(await status(page, 'half'), /0.67 of 1 point/);
	},

	'a page for people at risk keeps nothing and says nothing of it': async (page) => {
		await page.goto(onServer('en/c/risk/'));
		await tick(page, 'at-risk', 'a');
		await check(page, 'at-risk');
		assert.equal(await page.evaluate(() => window.localStorage.length + window.sessionStorage.length), 0);
		assert.equal(await page.$('[data-kept]'), null);
		await page.reload();
		assert.deepEqual(await ticked(page, 'at-risk'), []);
		await page.goto(onDisk('en/c/risk/'));
		await tick(page, 'at-risk', 'a');
		await page.click('a[hreflang=nb]');
		assert.doesNotMatch(page.url(), /#/);
	},

	'a full device: told, and nothing is lost while the page is open': async (page) => {
		await page.addInitScript(() => {
			window.Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
		});
		await page.goto(onServer('en/c/check/'));
		await page.fill('#word [type=text]', 'yes');
		await check(page, 'word');
		assert.match(await status(page, 'word'), /^Right/);
		assert.match(await page.textContent('[data-kept-note]:not([hidden])'), /keeps nothing/);
	},

	'what was tampered with is as if there were nothing': async (page) => {
		await page.goto(onServer('en/c/check/'));
		await page.fill('#word [type=text]', 'yes');
		await check(page, 'word');
		for (const text of ['{', 'null', '{"v":1,"n":1,"over":true,"past":["99"],"drawn":{},"q":{"word":{"h":"x","r":{"a":[1]},"u":7,"s":"1/0"}}}',
			JSON.stringify({ v: 1, n: 1, over: false, past: [], drawn: { 0: ['nobody'] }, q: { word: { h: (await kept(page))[0].q.word.h, r: [{}], c: 5, u: 2, s: '9' }, half: { h: 1, r: 'x' } } })]) {
			await stored(page, text);
			await page.reload();
			await page.fill('#word [type=text]', 'no').catch(() => {});
			await page.reload();
		}
		await page.click('[data-action=forget]');
		await page.fill('#word [type=text]', 'yes');
		await check(page, 'word');
		assert.match(await status(page, 'word'), /^Right/);
	},

	'the author moves options and adds feedback: the answer stands; another wording: it is to be looked at again': async (page) => {
		await page.goto(onServer('en/c/lesson/'));
		await tick(page, 'in-lesson', 'second');
		await check(page, 'in-lesson');
		const said = await status(page, 'in-lesson');
		edit('10-lesson.md', (text) => text.replace('- [x] the first {#first}\n- [ ] the second {#second}\n', '- [ ] the second {#second}\n  > No.\n- [x] the first {#first}\n'));
		await page.reload();
		assert.deepEqual(await ticked(page, 'in-lesson'), ['second']);
		assert.equal(await status(page, 'in-lesson'), said);
		edit('10-lesson.md', (text) => text.replace('Which is right?', 'Which is wrong?'));
		await page.reload();
		assert.deepEqual(await ticked(page, 'in-lesson'), ['second']);
		assert.match(await status(page, 'in-lesson'), /has changed since you answered it/);
		assert.equal(await page.textContent('#in-lesson [type=submit]'), 'Check your answer');
	},
}, { ...local, network: true });
server.close();
