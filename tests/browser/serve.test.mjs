// SPDX-License-Identifier: GPL-3.0-or-later
// A person who writes, and the browser beside the editor: pensum serve on a small site of its own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Server, Site, sleep, until } from '../serve/server.mjs';
import { assert, run } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const lesson = 'content/first-course/10-first-steps/20-signs.md';
const address = '/en/first-course/first-steps/signs/';
const long = Array.from({ length: 200 }, (_, i) => `Paragraph ${i} of many.`).join('\n\n');
const site = new Site('browser-serve');

site.page(lesson, 'Signs', `First text.\n\n${long}`);
site.copyStock('themes/default/style');

let server = await Server.start(site);
/* The same site, where no page is left for the edited one. */
const staying = await Server.start(site, '--no-follow');
const css = readFileSync(site.at('themes/default/style/20-base.css'), 'utf8');
const url = (path) => `${server.url}${path}`;
const broken = '---\ntitle: [Signs\n---\n\nx\n';

/* Opens a page and waits until it listens. */
async function open(page, path, from = server) {
	const listens = page.waitForRequest((request) => request.url().includes('/-/pensum/events'));
	await page.goto(`${from.url}${path}`);
	await listens;
	await page.waitForTimeout(100);
}

/* What only this document knows: gone when the page has been loaded again. */
const mark = (page) => page.evaluate(() => { window.mark = 'here'; });
const marked = (page) => page.evaluate(() => window.mark === 'here');

/* The panel's text, or null. */
const panel = (page) => page.evaluate(() => {
	const host = document.querySelector('pensum-errors');
	const section = host && host.shadowRoot.querySelector('section');
	return section && !section.hidden ? section.querySelector('pre').textContent : null;
});

const withText = (page, text) => page.waitForFunction((part) => document.body && document.body.textContent.includes(part), text);

await run({
	async 'a saved page is loaded again, at the place where it was'(page) {
		await open(page, address);
		await mark(page);
		await page.evaluate(() => scrollTo(0, 1500));
		site.page(lesson, 'Signs', `Second text.\n\n${long}`);
		await withText(page, 'Second text.');
		assert.equal(await marked(page), false);
		await page.waitForFunction(() => scrollY === 1500);
	},
	async 'again and again, each time at once'(page) {
		await open(page, address);
		for (let i = 0; i < 5; i++) {
			site.page(lesson, 'Signs', `Text number ${i}.`);
			await withText(page, `Text number ${i}.`);
		}
	},
	async 'another page stays as it is'(page) {
		await open(page, '/en/search/');
		const other = await page.context().newPage();
		await open(other, address);
		await mark(page);
		site.page(lesson, 'Signs', 'Only there.');
		await withText(other, 'Only there.');
		await page.waitForTimeout(300);
		assert.equal(await marked(page), true);
	},
	async 'style sheets are exchanged without loading the page, and without a bare moment'(page) {
		await open(page, address);
		await mark(page);
		await page.evaluate(() => {
			window.bare = 0;
			const look = () => {
				if (getComputedStyle(document.querySelector('.site-header')).display === 'block' && !document.styleSheets.length)
					window.bare++;
				requestAnimationFrame(look);
			};
			look();
		});
		for (const color of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)', 'rgb(7, 8, 9)']) {
			site.put('themes/default/style/20-base.css', `${css}\nh1 { color: ${color} }\n`);
			await page.waitForFunction((want) => getComputedStyle(document.querySelector('h1')).color === want, color);
		}
		assert.equal(await marked(page), true);
		assert.equal(await page.evaluate(() => window.bare), 0);
		assert.equal(await page.evaluate(() => document.querySelectorAll('link[rel="stylesheet"]').length), 1);
		site.put('themes/default/style/20-base.css', css);
		await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color !== 'rgb(7, 8, 9)');
		/* The page is still told of its text. */
		site.page(lesson, 'Signs', 'After the styles.');
		await withText(page, 'After the styles.');
	},
	async 'the browser goes to the page that is edited'(page) {
		await open(page, '/en/');
		site.page(lesson, 'Signs', 'Come here.');
		await page.waitForURL(url(address));
		await withText(page, 'Come here.');
		await page.goBack();
		await page.waitForURL(url('/en/'));
	},
	async 'a page that is made is gone to, and what a wrong address shows is replaced'(page) {
		await page.goto(url('/en/'));
		const missing = '/en/first-course/first-steps/new/';
		page.removeAllListeners('console'); /* the browser complains of the status 404 */
		await open(page, missing);
		site.page('content/first-course/10-first-steps/30-new.md', 'New', 'There it is.');
		await withText(page, 'There it is.');
		assert.equal(page.url(), url(missing));
	},
	async 'errors stand over the page with the text of the terminal, until they are repaired'(page) {
		await open(page, '/en/', staying);
		await mark(page);
		const before = staying.err.length;
		site.put(lesson, broken);
		await page.waitForFunction(() => document.querySelector('pensum-errors'));
		await until(async () => await panel(page) !== null, 'the panel');
		assert.equal(await panel(page), staying.err.slice(before));
		assert.match(await panel(page), /^content\/first-course\/10-first-steps\/20-signs\.md:2:/);
		assert.equal(await marked(page), true);
		site.page(lesson, 'Signs', 'Repaired.');
		await page.waitForFunction(() => !document.querySelector('pensum-errors'));
	},
	async 'the panel is a dialog that is closed by keyboard, and stays closed for what is known'(page) {
		await open(page, '/en/', staying);
		await page.evaluate(() => document.querySelector('.brand').focus());
		site.put(lesson, broken);
		await until(async () => await panel(page) !== null, 'the panel');
		const dialog = page.getByRole('alertdialog', { name: 'The site has errors' });
		assert.equal(await dialog.count(), 1);
		assert.equal(await dialog.evaluate((e) => e === e.getRootNode().activeElement), true);
		await page.keyboard.press('Tab');
		assert.equal(await dialog.evaluate((e) => e.getRootNode().activeElement.tagName), 'BUTTON');
		await page.keyboard.press('Escape');
		assert.equal(await panel(page), null);
		assert.equal(await page.evaluate(() => document.activeElement.className), 'brand');
		site.put(lesson, broken.replace('x', 'y'));
		await page.waitForTimeout(300);
		assert.equal(await panel(page), null);
		site.put(lesson, broken.replace('title', 'name'));
		await until(async () => await panel(page) !== null, 'the panel with other errors');
		await page.getByRole('button', { name: 'Close' }).click();
		assert.equal(await panel(page), null);
		site.page(lesson, 'Signs', 'x');
		await sleep(300);
	},
	'the panel is there for whoever opens a page later, is accessible, and fits': {
		options: { viewport: { width: 320, height: 500 }, bypassCSP: true }, /* axe sets styles */
		async test(page) {
			site.put(lesson, broken);
			await open(page, '/en/', staying);
			for (const colorScheme of ['light', 'dark']) {
				await page.emulateMedia({ colorScheme });
				await until(async () => await panel(page) !== null, 'the panel');
				await page.evaluate(axe);
				const { violations } = await page.evaluate(() => window.axe.run('pensum-errors'));
				assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html)}`), []);
				const box = await page.getByRole('alertdialog').boundingBox();
				assert.ok(box.x >= 0 && box.x + box.width <= 320 && box.height <= 500 * 0.71, JSON.stringify(box));
				assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 320), true);
				assert.equal(await page.getByRole('alertdialog').evaluate((e) => e.querySelector('pre').scrollWidth <= 320), true);
			}
			const shades = await page.getByRole('alertdialog').evaluate((e) => getComputedStyle(e).backgroundColor);
			await page.emulateMedia({ colorScheme: 'light' });
			assert.notEqual(await page.getByRole('alertdialog').evaluate((e) => getComputedStyle(e).backgroundColor), shades);
			site.page(lesson, 'Signs', 'x');
			await page.waitForFunction(() => !document.querySelector('pensum-errors'));
		},
	},
	async 'a tab that nobody sees goes nowhere, and is up to date when it is seen'(page) {
		await open(page, '/en/');
		/* What the browser says when a tab goes to the background. */
		const hide = (hidden) => page.evaluate((value) => {
			Object.defineProperty(document, 'hidden', { configurable: true, value });
			document.dispatchEvent(new Event('visibilitychange'));
		}, hidden);
		await hide(true);
		await mark(page);
		await page.waitForTimeout(200);
		site.page(lesson, 'Signs', 'Not seen.');
		await page.waitForTimeout(400);
		assert.equal(page.url(), url('/en/'));
		site.put('site.yaml', readFileSync(site.at('site.yaml'), 'utf8').replace(/^title:.*/m, 'title: Renamed'));
		await page.waitForTimeout(400);
		assert.equal(await marked(page), true);
		await hide(false);
		await withText(page, 'Renamed');
		assert.equal(await marked(page), false);
	},
	async 'many tabs'(page) {
		const tabs = [page];
		await open(page, address);
		for (let i = 0; i < 4; i++) {
			const tab = await page.context().newPage();
			await open(tab, address);
			tabs.push(tab);
		}
		site.page(lesson, 'Signs', 'For all of them.');
		for (const tab of tabs)
			await withText(tab, 'For all of them.');
	},
	async 'it finds the server again when that was started anew'(page) {
		await open(page, address);
		await mark(page);
		page.removeAllListeners('console'); /* the browser complains that nobody answers */
		const { port } = server;
		await server.stop();
		await page.waitForTimeout(700);
		server = await Server.start(site, '--port', port);
		await page.waitForTimeout(1200);
		assert.equal(await marked(page), true, 'nothing has changed: nothing is loaded');
		site.page(lesson, 'Signs', 'From the new one.');
		await withText(page, 'From the new one.');
	},
	async 'nothing of it is published'(page) {
		await page.goto(url('/en/'));
		assert.ok((await page.content()).includes('/-/pensum/reload.js'));
		const published = process.env.SITE;
		assert.ok(!readFileSync(`${published}/index.html`, 'utf8').includes('/-/pensum/'));
	},
}, { network: true });
process.exit();
