// SPDX-License-Identifier: GPL-3.0-or-later
//
// node weight.mjs PUBLIC...: what a phone loads for each page, pictures further down included, with nothing kept from before. Prints a table, the heaviest first, and a line for
// each page that is too heavy.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addressOf, launch, packed, pages, serve, tell, visit } from './stage.mjs';

const LIMITS = { bytes: 30000, requests: 8, script: 20000 };
const SHOWN = 12;

const browser = await launch();
const rows = [];

async function weigh(page, root, site, path) {
	const loaded = new Set();
	let open = 0;

	// What the browser has kept from the page before is asked for, too, as this sees it.
	page.removeAllListeners();
	page.on('request', (request) => loaded.add(request.url()) && open++);
	for (const end of ['requestfinished', 'requestfailed'])
		page.on(end, () => open--);
	await page.goto(addressOf(site, path), { waitUntil: 'load' });
	// What is lazy comes when it is seen. The icon is loaded by browsers that have a window.
	const icons = await page.evaluate(async () => {
		for (const image of document.images)
			image.loading = 'eager';
		await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => 0)));
		return Array.from(document.querySelectorAll('link[rel~=icon], link[rel=manifest]'), (link) => link.href);
	});
	while (open > 0)
		await new Promise((resolve) => setTimeout(resolve, 10));
	const row = { path: `${basename(join(root, '..'))}/${path}`, bytes: 0, script: 0, requests: 0, style: 0, html: 0, elsewhere: [] };
	for (const url of new Set([...loaded, ...icons])) {
		if (!url.startsWith(site.url)) {
			if (!url.startsWith('data:'))
				row.elsewhere.push(url);
			continue;
		}
		const file = url === addressOf(site, path) ? path : decodeURIComponent(new URL(url).pathname.slice(1));
		const size = packed(file, readFileSync(join(root, file))).length;
		row.bytes += size;
		row.requests++;
		if (/\.js(on)?$/.test(file))
			row.script += size;
		else if (file.endsWith('.css'))
			row.style += size;
		else if (file.endsWith('.html'))
			row.html += size;
	}
	rows.push(row);
}

for (const root of process.argv.slice(2)) {
	const site = await serve(root);
	await visit(browser, pages(root), { viewport: { width: 320, height: 640 } }, (page, path) => weigh(page, root, site, path));
	site.close();
}
await browser.close();

const breaches = [];
for (const row of rows) {
	for (const [what, most] of Object.entries(LIMITS))
		if (row[what] > most)
			breaches.push(`${row.path}: ${what} ${row[what]}, at most ${most}`);
	for (const url of row.elsewhere)
		breaches.push(`${row.path}: loads ${url}`);
}
if (rows.length === 0)
	breaches.push('there is no page');

rows.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
const line = (row) => [row.bytes, row.html, row.style, row.script, row.requests].map((n) => String(n).padStart(8)).join('') + `  ${row.path}`;
const table = rows.slice(0, process.env.ALL ? rows.length : SHOWN).map(line);
tell(breaches, ['   bytes    html   style  script requests', ...table, `${rows.length} pages, gzip -9; at most ${Object.values(LIMITS).join(', ')}`].join('\n'));
