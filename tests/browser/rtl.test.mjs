// SPDX-License-Identifier: GPL-3.0-or-later
// From right to left: a page with all kinds of blocks and questions in Arabic and in Dari, one that is shown in English in its place, and the
// choice of language.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { assert, run } from './browser.mjs';
import { clipped } from './layout.mjs';
import { pathToFileURL } from 'node:url';

const root = `${process.env.OUT}/rtl`;

cpSync(`${process.env.ROOT}/tests/browser/rtl`, root, { recursive: true });
execFileSync(process.env.PENSUM, ['build', '-C', root, '-o', `${root}/public`], { stdio: 'pipe' });

const at = (path, place = '') => pathToFileURL(`${root}/public/${path}`).href + place;
const source = (path) => readFileSync(`${root}/public/${path}`, 'utf8');
const languages = ['ar', 'fa-AF'];

const box = (page, selector) => page.locator(selector).first().boundingBox();
const style = (page, selector, name) => page.locator(selector).first().evaluate((e, n) => getComputedStyle(e)[n], name);

// Each character's place along the line, in the order of the text: what a reader sees of it.
const seen = (page, selector) => page.locator(selector).first().evaluate((e) => {
	const found = [], walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);

	for (let node = walk.nextNode(); node; node = walk.nextNode())
		for (let i = 0; i < node.data.length; i++) {
			const range = document.createRange();

			range.setStart(node, i);
			range.setEnd(node, i + 1);
			if (node.data[i].trim())
				found.push([range.getBoundingClientRect().left, node.data[i]]);
		}
	return found.sort((a, b) => a[0] - b[0]).map((f) => f[1]).join('');
});

const tests = {};

for (const lang of languages) {
	const path = `${lang}/c/rights/index.html`;

	tests[`${lang}: the page and its text are from right to left`] = async (page) => {
		await page.goto(at(path));
		assert.equal(await page.locator('html').getAttribute('lang'), lang);
		assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
		for (const selector of ['body', 'h1', '.prose p', '.prose li', 'td', '.question', '.option', '.entry', '.contact', 'footer'])
			assert.equal(await style(page, selector, 'direction'), 'rtl', selector);
	};

	tests[`${lang}: where the line begins is the right side`] = async (page) => {
		const width = 1280;

		await page.setViewportSize({ width, height: 800 });
		await page.goto(at(path));
		const main = await box(page, '.page-head'), aside = await box(page, '.outline:visible');

		assert.ok((await box(page, '.brand')).x > width / 2);
		assert.ok((await box(page, '.site-header .languages')).x < width / 2);
		assert.ok(aside.x + aside.width <= main.x, 'the second column is on the left');
		const words = await box(page, '.breadcrumb li:first-child a'), second = await box(page, '.breadcrumb li:nth-child(2) a');
		assert.ok(words.x > second.x, 'the way down leads to the left');
		const option = await box(page, '.option'), tick = await box(page, '.option input');
		assert.ok(tick.x > option.x + option.width / 2, 'what is ticked is on the right');
		const callout = page.locator('.callout').first();
		assert.notEqual(await callout.evaluate((e) => getComputedStyle(e).borderRightWidth), '0px');
		assert.equal(await callout.evaluate((e) => getComputedStyle(e).borderLeftWidth), '0px');
		const bullet = await box(page, '.prose ul'), item = await box(page, '.prose ul li');
		assert.ok(item.x + item.width < bullet.x + bullet.width, 'lists are indented from the right');
	};

	tests[`${lang}: arrows are turned around, what is drawn is not`] = async (page) => {
		await page.goto(at(path));
		const arrow = await page.locator('.pager-next .eyebrow').evaluate((e) => getComputedStyle(e, '::after').transform);
		assert.equal(arrow, 'matrix(-1, 0, 0, 1, 0, 0)');
		for (const selector of ['.brand img', '.prose img'])
			assert.equal(await style(page, selector, 'transform'), 'none', selector);
		const title = await box(page, '.pager-title'), link = await box(page, '.pager-next');
		assert.ok(await page.locator('.pager-title').evaluate((e) => {
			const range = document.createRange();
			range.selectNodeContents(e);
			return range.getBoundingClientRect().left - e.getBoundingClientRect().left < 2;
		}), 'an English title ends where the others do');
		assert.ok(title.x >= link.x);
	};

	tests[`${lang}: what is foreign keeps its own direction`] = async (page) => {
		await page.goto(at(path));
		assert.equal(await seen(page, '.prose a[href^="tel:"]'), '+4722331160');
		assert.equal(await seen(page, '.contact-phone a'), '+4722331160');
		assert.equal(await seen(page, '.help-line a'), '+4722331160');
		assert.equal(await seen(page, '.prose a[href^="https://www.arb"]'), 'https://www.arbeidstilsynet.no/en/');
		assert.equal(await seen(page, '.prose a[href^="mailto:"]'), 'post@rosa-hjelp.no');
		assert.equal(await seen(page, '[lang="zxx"]'), 'OSL-2026/0155');
		assert.equal(await seen(page, 'pre'), 'pensumbuild--jobs2');
		assert.equal(await seen(page, 'dd bdi'), 'Storgata5,0155Oslo');
		for (const selector of ['.prose a[href^="tel:"]', '.contact dd a', '[lang="zxx"]', '[lang="nb"]', 'pre'])
			assert.equal(await style(page, selector, 'direction'), 'ltr', selector);
		assert.match(await style(page, '.prose a[href^="tel:"]', 'unicodeBidi'), /isolate/);
		assert.equal(await style(page, '.prose a[href^="tel:"]', 'whiteSpace'), 'nowrap');
	};

	tests[`${lang}: quotation marks and digits`] = async (page) => {
		await page.goto(at(path));
		const words = await page.locator('.prose > p').first().textContent();

		assert.doesNotMatch(words, /["']/);
		assert.match(words, lang === 'ar' ? /”[^”]*’[^’]*‘[^‘]*“/ : /«[^«]*‹[^‹]*›[^›]*»/);
		assert.match(await page.locator('.facts-line').textContent(), lang === 'ar' ? /١٢/ : /۱۲/);
		assert.equal(await style(page, '.prose ol', 'listStyleType'), lang === 'ar' ? 'arabic-indic' : 'persian');
	};

	tests[`${lang}: a page in English in its place`] = async (page) => {
		const later = `${lang}/c/later/index.html`;

		await page.goto(at(later));
		assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
		assert.equal(await page.locator('.prose').getAttribute('dir'), 'ltr');
		assert.equal(await style(page, '.prose p', 'textAlign'), 'start');
		assert.equal(await style(page, '.prose p', 'direction'), 'ltr');
		assert.equal(await style(page, '.translation p', 'direction'), 'rtl');
		assert.equal(await page.locator('h1').getAttribute('dir'), 'ltr');
		assert.match(await page.title(), /^\u2068Only in English \(2026\)\u2069 – /);
		assert.match(source(later), /<link rel="canonical" href="https:\/\/kurs\.example\.org\/en\/c\/later\/index\.html">/);
		assert.doesNotMatch(source(later), /rel="alternate"[^>]* href="https:/);
	};

	for (const [width, colorScheme] of [[320, 'dark'], [768, 'light'], [1280, 'light']])
		tests[`${lang}: nothing sticks out at ${width}`] = {
			options: { viewport: { width, height: 800 }, colorScheme },
			test: async (page) => {
				for (const shown of [`${lang}/c/index.html`, `${lang}/index.html`, `${lang}/c/glossary/index.html`, path]) {
					await page.goto(at(shown));
					await page.locator('details').evaluateAll((all) => all.forEach((d) => { d.open = true; }));
					assert.deepEqual(await clipped(page), [], shown);
				}
				if (process.env.SHOTS)
					await page.screenshot({ path: `${process.env.SHOTS}/${lang}-${width}-${colorScheme}.png`, fullPage: true });
			},
		};

	tests[`${lang}: a question is answered`] = async (page) => {
		await page.goto(at(path));
		const question = page.locator('.question').first();

		await question.locator('input').first().check();
		await question.locator('button').first().click();
		assert.equal(await question.getAttribute('data-verdict'), 'right');
		assert.equal(await question.locator('.question-status').evaluate((e) => getComputedStyle(e).direction), 'rtl');
	};
}

// -- the choice of language --

tests['the languages unfold, each by its own name'] = {
	options: { javaScriptEnabled: false },
	test: async (page) => {
		await page.goto(at('ar/c/rights/index.html'));
		for (const place of ['.site-header', '.site-footer']) {
			const nav = page.locator(`${place} .languages`);

			assert.ok(await nav.getAttribute('aria-label'));
			assert.equal(await nav.locator('select').count(), 0);
			assert.equal(await nav.locator('a').first().isVisible(), false);
			await nav.locator('summary').click();
			assert.equal(await nav.locator('a').first().isVisible(), true);
			assert.deepEqual(await nav.locator('li').evaluateAll((all) => all.map((li) => [li.querySelector('[lang]').lang, li.querySelector('[lang]').dir])),
				[['ar', 'rtl'], ['fa-AF', 'rtl'], ['en', 'ltr'], ['nb', 'ltr'], ['lv', 'ltr'], ['ru', 'ltr']]);
			assert.equal(await nav.locator('li [aria-current="true"]').count(), 1);
			assert.equal(await nav.locator('[aria-current="true"]').evaluate((e) => e.tagName), 'SPAN');
			assert.deepEqual(await nav.locator('a').evaluateAll((all) => all.map((a) => `${a.hreflang} ${a.rel}`.trim())),
				['fa-AF alternate', 'en alternate', 'nb', 'lv', 'ru']);
			assert.match(await nav.locator('a[hreflang="lv"][lang="lv"]').textContent(), /^latviešu \(.+\) /);
			assert.match(await nav.locator('a[hreflang="lv"] .visually-hidden[lang="ar"]').textContent(), /اللاتفية/);
		}
		await page.locator('.site-header a[hreflang="lv"]').click();
		assert.equal(page.url(), at('lv/c/rights/index.html'));
		assert.equal(await page.locator('.prose').getAttribute('lang'), 'en');
	},
};

tests['the place in the page is kept'] = async (page) => {
	await page.goto(at('ar/c/rights/index.html', '#help'));
	await page.locator('.site-header .languages summary').click();
	await page.locator('.site-header a[hreflang="en"]').click();
	assert.equal(page.url(), at('en/c/rights/index.html', '#help'));
	await page.goto(at('en/c/rights/index.html'));
	await page.locator('.site-header .languages summary').click();
	await page.locator('.site-header a[hreflang="ar"]').click();
	assert.equal(page.url(), at('ar/c/rights/index.html'));
};

tests['engines are told of what is translated'] = async () => {
	const html = source('ar/c/rights/index.html');

	assert.deepEqual([...html.matchAll(/<link rel="alternate" hreflang="([^"]+)"/g)].map((m) => m[1]), ['ar', 'fa-AF', 'en', 'x-default']);
	assert.match(source('nb/c/rights/index.html'), /<link rel="canonical" href="https:\/\/kurs\.example\.org\/en\/c\/rights\/index\.html">/);
	assert.doesNotMatch(source('sitemap.xml'), /kurs\.example\.org\/(nb|lv|ru)\/c\/rights/);
};

await run(tests);
