// SPDX-License-Identifier: GPL-3.0-or-later
// Languages that nobody speaks: whatever a translation makes of the words, on the narrowest phone nothing is cut off and nothing lies on
// something else.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { assert, run } from './browser.mjs';
import { clipped, overlapping } from './layout.mjs';
import { pathToFileURL } from 'node:url';

const root = `${process.env.OUT}/pseudo`;
const edit = (path, how) => writeFileSync(`${root}/${path}`, how(readFileSync(`${root}/${path}`, 'utf8')));

cpSync(`${process.env.ROOT}/tests/browser/rtl`, root, { recursive: true });
for (const lang of ['ar', 'fa-AF'])
	rmSync(`${root}/content/c/10-rights.${lang}.md`);
edit('site.yaml', (text) => text.replace(/^languages:.*$/m, 'languages: [en, en-XA, ar-XB]').replace(/^fallback:.*\n/m, ''));
edit('content/c/course.yaml', (text) => text.replace(/^languages:.*$/m, 'languages: [en, en-XA, ar-XB]'));
execFileSync(process.env.PENSUM, ['build', '-C', root, '-o', `${root}/public`], { stdio: 'pipe' });

const at = (path) => pathToFileURL(`${root}/public/${path}`).href;
const source = (path) => readFileSync(`${root}/public/${path}`, 'utf8');
const pages = ['index.html', 'c/index.html', 'c/rights/index.html', 'c/later/index.html', 'c/glossary/index.html', 'search/index.html'];

const tests = {};

for (const lang of ['en-XA', 'ar-XB']) {
	tests[`${lang}: nothing is cut off or covered at 320`] = {
		options: { viewport: { width: 320, height: 800 } },
		test: async (page) => {
			for (const path of pages) {
				await page.goto(at(`${lang}/${path}`));
				await page.locator('details').evaluateAll((all) => all.forEach((d) => { d.open = true; }));
				assert.deepEqual(await clipped(page), [], path);
				assert.deepEqual(await overlapping(page), [], path);
			}
		},
	};

	tests[`${lang}: nor are the verdicts`] = {
		options: { viewport: { width: 320, height: 800 } },
		test: async (page) => {
			await page.goto(at(`${lang}/c/rights/index.html`));
			for (const question of await page.locator('.question').all()) {
				if (await question.locator('input[type="radio"], input[type="checkbox"]').count() > 0)
					await question.locator('input[type="radio"], input[type="checkbox"]').first().check();
				await question.locator('button[type="submit"], button[data-action]').first().click();
			}
			assert.ok(await page.locator('.question[data-verdict]').count() > 3);
			assert.deepEqual(await clipped(page), []);
			assert.deepEqual(await overlapping(page), []);
		},
	};
}

tests['all that is read is in costume'] = async (page) => {
	await page.goto(at('en-XA/c/rights/index.html'));
	const left = await page.evaluate(() => {
		const out = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

		for (let node = walk.nextNode(); node; node = walk.nextNode())
			if (/[a-z]{3}/.test(node.data) && !node.parentElement.closest('code, pre, a[href^="tel:"], a[href^="mailto:"], a[href^="https:"], [lang]:not(html, [lang="en-XA"]), script, dd, .languages, .block-meta, .right-answer, .contact-until'))
				out.push(node.data.trim());
		return out;
	});
	assert.deepEqual(left, []);
	assert.equal(await page.locator('.prose').getAttribute('lang'), 'en-XA');
	assert.equal(await page.locator('.translation').count(), 0);
	assert.equal(await page.locator('.prose a[href^="mailto:"]').first().textContent(), 'post@rosa-hjelp.no');
	await page.goto(at('ar-XB/c/rights/index.html'));
	assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
	assert.equal(await page.locator('.prose').getAttribute('dir'), 'rtl');
};

tests['nobody is told of them'] = async () => {
	assert.doesNotMatch(source('sitemap.xml'), /en-XA|ar-XB/);
	assert.doesNotMatch(source('en/c/rights/index.html'), /<link rel="alternate" hreflang="(en-XA|ar-XB)"/);
	for (const path of pages)
		assert.match(source(`en-XA/${path}`), /<meta name="robots" content="noindex">/, path);
	assert.match(source('en/c/rights/index.html'), /hreflang="en-XA"/);
};

tests['what is cut off or covered would be noticed'] = {
	options: { viewport: { width: 320, height: 800 } },
	test: async (page) => {
		await page.setContent('<p style="position:absolute;top:0">words upon</p><p style="position:absolute;top:2px">other words</p>');
		assert.equal((await overlapping(page)).length, 1);
		await page.setContent('<div style="width:50px;overflow:hidden;white-space:nowrap">more words than there is room for</div>');
		assert.equal((await clipped(page)).length, 1);
		await page.setContent('<div style="width:500px">wide</div>');
		assert.ok((await clipped(page)).length > 0);
	},
};

await run(tests);
