// SPDX-License-Identifier: GPL-3.0-or-later
// Searching: the real site from disk, and the small site search/ in five languages behind a server with a strict policy.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { address, assert, run } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const source = join(process.env.OUT, 'search-source');
const site = join(process.env.OUT, 'search');

function build(...more) {
	execFileSync(process.env.PENSUM, ['build', '-C', source, '-o', site, ...more], { stdio: 'pipe' });
}

cpSync(fileURLToPath(new URL('search', import.meta.url)), source, { recursive: true });
build();

/* What the server says instead of a file, by path. */
const instead = new Map();
const wanted = [];
const mimes = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
	const path = decodeURIComponent(request.url.split(/[?#]/)[0]).replace(/\/$/, '/index.html');
	wanted.push(request.url);
	try {
		const other = instead.has(path) ? instead.get(path)(request.url) : undefined;
		response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'");
		response.setHeader('Content-Type', mimes[extname(path)] || 'application/octet-stream');
		response.end(other ?? readFileSync(join(site, path)));
	} catch (error) {
		response.statusCode = 404;
		response.end();
	}
}).listen(0, '127.0.0.1');
await new Promise((ready) => { server.once('listening', ready); });
const onServer = (path) => `http://127.0.0.1:${server.address().port}/${path}`;
const words = '#search-words';
const status = (page) => page.textContent('[data-search-status]');
const hits = (page) => page.$$eval('.search-results > div .search-hit', (all) => all.map((hit) => hit.innerText.replace(/\s+/g, ' ').trim()));
const indexFiles = () => wanted.filter((url) => /\/assets\/search-[^/]+\//.test(url));

/* Types and waits until there is an answer to it. */
async function look(page, typed) {
	await page.fill(words, typed);
	await page.waitForFunction((text) => document.querySelector('[data-search-status]').textContent.includes(text), typed.trim());
	await page.waitForTimeout(100);
	return hits(page);
}

const focused = (page) => page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ').trim());

async function tabTo(page, text) {
	for (let i = 0; i < 80; i++) {
		await page.keyboard.press('Tab');
		if ((await focused(page)) === text)
			return;
	}
	assert.fail(`the Tab key does not reach “${text}”`);
}

// From a lesson to a section of another page without a mouse, in both languages of the course, from disk.
const byKeyboard = (lesson, link, typed, found, section) => async (page) => {
	await page.goto(address(lesson));
	await tabTo(page, link);
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => document.activeElement.id === 'search-words');
	await page.keyboard.type(typed);
	await page.waitForSelector('.search-hit a');
	assert.match(await status(page), /^\d+ /);
	await page.keyboard.press('ArrowDown');
	assert.equal(await focused(page), found);
	await page.keyboard.press('ArrowUp');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'search-words');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Escape');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'search-words');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => url.hash === section);
	assert.equal(await page.locator(section).count(), 1);
	await page.goBack();
	await page.waitForSelector('.search-hit a');
	assert.equal(await page.inputValue(words), typed, 'what was looked for is there again');
	await page.keyboard.press('Escape');
	assert.equal(await page.inputValue(words), '');
	assert.equal(await status(page), '');
	assert.equal(await page.locator('.search-hit').count(), 0);
	await page.keyboard.press('Escape');
	await page.waitForURL(address(lesson));
};

const cases = {
	nb: [
		['pa', ['På jobb & <b>fri</b>']], ['på jobb', ['På jobb & <b>fri</b>']], ['arbeidsgivere', ['Arbeidsgiveren']], ['ARBEIDSGIVERNE', ['Arbeidsgiveren']], ['verktoy', ['Arbeidsgiveren']],
		['tvangsarb', ['Tvangsarbeid']], ['kommune.no', ['Arbeidsgiveren']], ['brodre', ['To brødre']], ['sliten', ['Tegn på slit']], ['kan nå', ['Hva kan du gjøre nå?']], ['enslig', ['Bare norsk']],
	],
	en: [['employers', ['The employer']], ['study', ['The employer']], ['employing', ['The employer']], ['forced labour', ['Forced labour']], ['slept forests', ['Two brothers']]],
	lv: [['lidzeklis', ['Darba devējs']], ['līdzekļiem', ['Darba devējs']], ['brali', ['Divi brāļi']], ['meža', ['Divi brāļi']]],
	ru: [['торговлю', ['Работодатель']], ['torgovlya', ['Работодатель']], ['елка', ['Работодатель']], ['ЁЛКИ', ['Работодатель']], ['брату', ['Два брата']]],
};

async function inLanguages(page) {
	for (const [lang, all] of Object.entries(cases)) {
		await page.goto(onServer(`${lang}/search/`));
		for (const [typed, titles] of all) {
			const found = await look(page, typed);
			const got = await page.$$eval('.search-results > div .search-hit-title', (hit) => hit.map((e) => e.textContent));
			assert.deepEqual(got.slice(0, titles.length), titles, `${lang} ${typed}: ${found.join('; ')}`);
		}
	}
}

async function kinds(page) {
	await page.goto(onServer('nb/search/'));
	for (const [typed, line] of [['tvangsarbeid', 'Begrep i: På jobb & <b>fri</b>'], ['brødre', 'Fra virkeligheten i: På jobb & <b>fri</b>'], ['gjøre', 'Spørsmål i: På jobb & <b>fri</b>']]) {
		await look(page, typed);
		assert.equal((await page.innerText('.search-hit .eyebrow')).replace(/\s+/g, ' '), line);
	}
	await look(page, 'slit');
	assert.match(await page.innerText('.search-hit .eyebrow'), /Tegn/);
	assert.equal(await page.locator('.search-results b').count(), 0, 'markup in titles is text');
}

// Nobody finds what answers a question, or is for the trainer.
async function secrets(page) {
	for (const lang of ['nb', 'en', 'lv', 'ru', 'et']) {
		const all = readdirSync(join(site, 'assets', `search-${lang}`)).map((name) => readFileSync(join(site, 'assets', `search-${lang}`, name), 'utf8')).join('\n');
		assert.doesNotMatch(all, /hemmelig|skjult|forklaring|luken|trener/, lang);
		if (lang !== 'nb')
			assert.doesNotMatch(all, /enslig|felles/i, `${lang}: fallbacks are found in their own language`);
	}
	await page.goto(onServer('nb/search/'));
	assert.deepEqual(await look(page, 'hemmelig'), []);
	assert.match(await status(page), /^Ingen treff på «hemmelig»/);
}

// First in the reader's language, then in others, which say so.
async function alsoElsewhere(page) {
	await page.goto(onServer('en/search/'));
	await look(page, 'enslig');
	await page.waitForSelector('.search-also');
	assert.equal(await page.innerText('.search-also summary'), '1 more result in Norwegian Bokmål');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const hit = page.locator('.search-also .search-hit').first();
	assert.equal(await hit.locator('a').innerText(), 'Bare norsk');
	assert.equal(await page.getAttribute('.search-also ol', 'lang'), 'nb');
	await page.goto(onServer('et/search/'));
	assert.deepEqual(await look(page, 'enslig'), []);
	await page.waitForSelector('.search-also');
}

async function more(page) {
	await page.goto(onServer('nb/search/'));
	await look(page, 'maned');
	assert.match(await status(page), /^25 treff/);
	assert.equal(await page.locator('.search-hit').count(), 10);
	for (let i = 0; i < 11; i++)
		await page.keyboard.press('ArrowDown');
	assert.equal(await focused(page), 'Vis flere treff');
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => document.querySelectorAll('.search-hit').length === 20);
	assert.equal(await focused(page), 'Måned 11');
	await page.click('.search-results button');
	await page.waitForFunction(() => document.querySelectorAll('.search-hit').length === 25);
	assert.equal(await page.locator('.search-results button:visible').count(), 0);
}

async function badWords(page) {
	await page.goto(onServer('nb/search/'));
	for (const typed of ['.*+?^${}()|[]\\', '((((', '…', "'", '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'zzz'.repeat(60), '\u202e\u0000', '__proto__', 'constructor toString', '%{words}', '$&']) {
		await page.fill(words, typed);
		await page.waitForTimeout(350);
		assert.match(await status(page), /^Ingen treff på «/, typed);
		assert.equal(await page.locator('.search-results img, .search-results script, [role=status] *').count(), 0);
	}
	await page.fill(words, '   ');
	await page.waitForTimeout(350);
	assert.equal(await status(page), '');
	await look(page, 'lønn');
	await page.evaluate(() => document.querySelector('#search-words').form.requestSubmit());
	assert.ok((await hits(page)).length > 0);
}

// What is not searched costs nothing; what is typed leaves no trace.
async function traces(page) {
	wanted.length = 0;
	await page.goto(onServer('nb/c/'));
	await page.goto(onServer('nb/search/'));
	await page.waitForTimeout(200);
	assert.deepEqual(indexFiles(), []);
	await look(page, 'tvangsarbeid');
	assert.ok(indexFiles().every((url) => !/tvangs/i.test(url)) && indexFiles().length >= 3);
	const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.href]);
	assert.deepEqual(kept, [0, 0, '', onServer('nb/search/')]);
}

// A browser that kept the contents of yesterday asks again.
async function stale(page) {
	const contents = '/assets/search-nb/contents.js';
	const old = readFileSync(join(site, contents), 'utf8').replace(/"[0-9a-f]{8}"/, '"00000000"').replace(/"starts":"[^"]*"/, '"starts":"a"');
	instead.set(contents, (url) => (url.includes('?') ? undefined : old));
	await page.goto(onServer('nb/search/'));
	assert.match((await look(page, 'tvangsarbeid'))[0], /^Tvangsarbeid/);
	instead.clear();
}

async function gone(page) {
	instead.set('/assets/search-nb/contents.js', () => '/* not what was asked for */');
	await page.goto(onServer('nb/search/'));
	await page.fill(words, 'lønn');
	await page.waitForFunction(() => document.querySelector('[data-search-status]').textContent.startsWith('Søket kunne ikke lastes'));
	instead.clear();
	await look(page, 'lønn ');
	assert.ok((await hits(page)).length > 0, 'it is tried again');
}

async function withoutScript(page) {
	await page.goto(address('nb/trafficking/index.html'));
	await page.click('.search-link');
	assert.ok(await page.locator('[data-without-script]').isVisible());
	assert.equal(await page.locator('form.search').isVisible(), false);
	const links = await page.$$eval('.search-contents a', (all) => all.map((a) => a.textContent));
	assert.deepEqual(links, ['Lokal innsats mot menneskehandel', 'Ordliste']);
}

withoutScript.options = { javaScriptEnabled: false };

async function accessible(page) {
	for (const [path, typed] of [['nb/search/index.html', 'pa'], ['en/search/index.html', 'victim'], ['en/search/index.html', 'zzzz']]) {
		await page.goto(address(path));
		await look(page, typed);
		await page.evaluate(axe);
		const { violations } = await page.evaluate(() => window.axe.run(document, { preload: false, rules: { 'color-contrast-enhanced': { enabled: true } } }));
		assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), [], `${path} ${typed}`);
	}
}

async function narrow(page) {
	await page.goto(address('nb/search/index.html'));
	await look(page, 'arbeid');
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'nothing hangs out of a narrow screen');
	await page.screenshot({ path: join(process.env.OUT, 'search-320.png'), fullPage: true });
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.locator('form.search, .search-link, .search-results, .search-status').evaluateAll((all) => all.filter((e) => e.getClientRects().length > 0).length), 0, 'nothing of it on paper');
}

narrow.options = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' };

// What a phone loads of the real course's index if it loads all of it.
async function weight() {
	const languages = readdirSync(join(process.env.SITE, 'assets')).map((name) => /^search-([A-Za-z-]+)$/.exec(name)?.[1]).filter(Boolean);
	assert.ok(languages.includes('nb') && languages.includes('en'));
	for (const lang of languages) {
		const folder = join(process.env.SITE, 'assets', `search-${lang}`);
		const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length);
		const all = sizes.reduce((sum, size) => sum + size, 0);
		assert.ok(sizes.length > 3 && all <= 60000, `${lang}: ${all} bytes`);
		assert.ok(Math.max(...sizes) <= 8000, `${lang}: a part of ${Math.max(...sizes)} bytes`);
		const script = gzipSync(readFileSync(join(process.env.SITE, 'assets', `search-${lang}.js`)), { level: 9 }).length;
		assert.ok(script <= 6000, `the script has ${script} bytes`);
	}
}

// Names of parts do not change with what they hold, nor does the script; no page names a part.
async function names() {
	const read = (path) => readFileSync(join(site, path), 'utf8');
	const before = { files: readdirSync(join(site, 'assets/search-nb')), script: read('assets/search-nb.js'), page: read('nb/search/index.html') };
	const page = join(source, 'content/c/20-only.md');
	const text = readFileSync(page, 'utf8');

	assert.match(before.page, /assets\/search-nb\.js/);
	writeFileSync(page, text.replace('Enslig', 'Endret'));
	build();
	assert.deepEqual({ files: readdirSync(join(site, 'assets/search-nb')), script: read('assets/search-nb.js'), page: read('nb/search/index.html') }, before);
	writeFileSync(page, text);
	build();
}

async function off() {
	const settings = join(source, 'site.yaml');
	const text = readFileSync(settings, 'utf8');

	writeFileSync(settings, `${text}search: no\n`);
	build();
	assert.ok(readdirSync(join(site, 'assets')).every((name) => !name.startsWith('search')));
	assert.ok(!readdirSync(join(site, 'nb')).includes('search'));
	assert.doesNotMatch(readFileSync(join(site, 'nb/c/index.html'), 'utf8'), /search-link/);
	writeFileSync(settings, text);
	build();
}

await run({
	'search: by keyboard, from a lesson to a definition, nb': byKeyboard('nb/trafficking/hva-er-menneskehandel/fem-saker/index.html', 'Søk', 'antatt offer', 'Antatt offer', '#presumed-victim'),
	'search: by keyboard, from a lesson to a definition, en': byKeyboard('en/trafficking/what-is-trafficking/five-cases/index.html', 'Search', 'presumed victim', 'Presumed victim', '#presumed-victim'),
	'search: four languages, with and without accents, endings, Latin letters': inLanguages,
	'search: what is found says what it is': kinds,
	'search: answers are not found': secrets,
	'search: other languages after one\'s own': alsoElsewhere,
	'search: ten at a time': more,
	'search: words that nobody looks for': badWords,
	'search: nothing is loaded before, nothing is kept after': traces,
	'search: without script': withoutScript,
	'search: axe': accessible,
	'search: a narrow screen, and paper': narrow,
	'search: weight': weight,
	'search: names that stay': names,
	'search: contents of yesterday': stale,
	'search: an index that is not there': gone,
	'search: switched off': off,
}, { network: true });
server.close();
