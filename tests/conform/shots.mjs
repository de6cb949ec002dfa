// SPDX-License-Identifier: GPL-3.0-or-later
//
// node shots.mjs DIR PUBLIC...: pictures of pages, to look at: for each language and kind of page at three widths, dark, in forced colours and on paper; also as PDF.
// LANGS= are the languages; FEW=1 takes one page of each site, at one width and on paper. The names are SITE-LANG-KIND-HOW.png.

import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addressOf, launch, pages, serve, visit } from './stage.mjs';

const [dir, ...roots] = process.argv.slice(2);
const WIDTHS = [320, 768, 1280];
const langs = (process.env.LANGS || 'nb ru ar').split(' ');
const few = process.env.FEW;

// What a page is, as far as it looks different; the first of a kind in a language stands for all of them.
const KINDS = [
	['notfound', (path) => path === '404.html'],
	['root', (path) => path === 'index.html'],
	['home', (path) => /^[^/]+\/index\.html$/.test(path)],
	['search', (path) => path.includes('/search/')],
	['glossary', (path) => path.includes('/glossary/')],
	['risk', (path, html) => html.includes(' data-exit>')],
	['scenario', (path, html) => html.includes('data-story=')],
	['quiz', (path, html) => html.includes('data-quiz')],
	['exercise', (path, html) => html.includes('data-question=')],
	['cases', (path, html) => html.includes('class="case')],
	['course', (path, html) => html.includes('class="page page-course')],
	['module', (path, html) => html.includes('class="page page-module')],
	['lesson', () => true],
];

function chosen(root) {
	const found = new Map();

	for (const path of pages(root)) {
		const lang = path.includes('/') ? path.split('/')[0] : '';
		if (lang && !langs.includes(lang))
			continue;
		const html = readFileSync(join(root, path), 'utf8');
		const name = [lang, KINDS.find(([, is]) => is(path, html))[0]].filter(Boolean).join('-');
		if (!found.has(name))
			found.set(name, path);
	}
	const all = Array.from(found);
	return few ? all.filter(([name]) => name.endsWith('-lesson') || name.endsWith('-exercise')).slice(0, 1) : all;
}

async function shoot(page, url, name) {
	const to = join(dir, name);
	const plain = { colorScheme: 'light', forcedColors: 'none', media: 'screen' };

	await page.emulateMedia(plain);
	await page.goto(url, { waitUntil: 'load' });
	await page.evaluate(() => Promise.all(Array.from(document.images, (image) => {
		image.loading = 'eager';
		return image.decode().catch(() => 0);
	})));
	for (const width of few ? WIDTHS.slice(0, 1) : WIDTHS) {
		await page.setViewportSize({ width, height: width < 700 ? 640 : 800 });
		await page.screenshot({ path: `${to}-${width}.png` });
		await page.screenshot({ path: `${to}-${width}-full.png`, fullPage: true });
	}
	if (!few) {
		await page.emulateMedia({ ...plain, colorScheme: 'dark' });
		await page.screenshot({ path: `${to}-dark.png`, fullPage: true });
		await page.emulateMedia({ ...plain, forcedColors: 'active' });
		await page.screenshot({ path: `${to}-forced.png`, fullPage: true });
	}
	// A sheet of A4 is 794 px wide.
	await page.setViewportSize({ width: 794, height: 1123 });
	await page.emulateMedia({ ...plain, media: 'print' });
	await page.screenshot({ path: `${to}-print.png`, fullPage: true });
	await page.pdf({ path: `${to}.pdf`, format: 'A4' });
}

mkdirSync(dir, { recursive: true });
const browser = await launch();
let shot = 0;
for (const root of roots) {
	const site = await serve(root);
	await visit(browser, chosen(root), { reducedMotion: 'reduce' }, async (page, [name, path]) => {
		await shoot(page, addressOf(site, path), `${basename(join(root, '..'))}-${name}`);
		shot++;
	});
	site.close();
}
await browser.close();
console.log(`${shot} pages in ${dir}`);
process.exitCode = shot ? 0 : 1;
