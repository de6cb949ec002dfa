// SPDX-License-Identifier: GPL-3.0-or-later
//
// node axe.mjs PUBLIC...: axe on every page of the sites, as a telephone and a screen show it, light and dark, with all that unfolds unfolded. Prints a line for each
// kind of violation on a page. Pages of sites after --sample, which are the same in many languages, are looked at in one of the four ways each, another one from language
// to language.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { addressOf, launch, pages, serve, tell, visit } from './stage.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const WAYS = [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark']];

const browser = await launch();
const breaches = new Set();
let looked = 0;

async function look(page, root, site, path, ways) {
	await page.goto(addressOf(site, path), { waitUntil: 'load' });
	await page.evaluate(axe);
	for (const [width, colorScheme] of ways) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		const found = await page.evaluate(async (values) => {
			for (const folded of document.querySelectorAll('details'))
				folded.open = true;
			const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false });
			return violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].target.join(' ')} ${v.nodes[0].html.replace(/\s+/g, ' ').slice(0, 160)}`);
		}, TAGS);
		for (const violation of found)
			breaches.add(`${basename(join(root, '..'))}/${path} ${width} ${colorScheme}: ${violation}`);
		looked++;
	}
}

// The ways in which a page is looked at in each language in turn.
function turns() {
	const times = new Map();

	return (path) => {
		const kind = path.replace(/^[^/]+/, '');
		const turn = times.get(kind) ?? 0;
		times.set(kind, turn + 1);
		return [WAYS[turn % WAYS.length]];
	};
}

const args = process.argv.slice(2);
const sampled = args.includes('--sample') ? args.indexOf('--sample') : args.length;
for (const [i, root] of args.entries()) {
	if (i === sampled)
		continue;
	const site = await serve(root);
	const ways = i < sampled ? () => WAYS : turns();
	await visit(browser, pages(root), {}, (page, path) => look(page, root, site, path, ways(path)));
	site.close();
}
await browser.close();
if (looked === 0)
	breaches.add('there is no page');
tell([...breaches], `axe looked ${looked} times`);
