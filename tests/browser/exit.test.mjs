// SPDX-License-Identifier: GPL-3.0-or-later
// The quick exit of a page that somebody in danger may read: by link, by Shift, without script; and what the page leaves behind.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert, run } from './browser.mjs';

const site = join(process.env.OUT, 'exit');
execFileSync(process.env.PENSUM, ['build', '-C', fileURLToPath(new URL('exit', import.meta.url)), '-o', site], { stdio: 'pipe' });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The pages over HTTP, and another site to go to: addresses elsewhere are led there.
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const server = createServer((request, answer) => {
	try {
		const path = decodeURI(request.url).replace(/\/$/, '/index.html');
		answer.writeHead(200, { 'content-type': types[path.split('.').pop()] });
		answer.end(readFileSync(join(site, path)));
	} catch {
		answer.writeHead(404).end();
	}
});
await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
const base = `http://127.0.0.1:${server.address().port}`;
const held = '/en/c/held/';

async function open(page, path = held) {
	await page.context().route(/https:\/\/(weather|www\.yr)\.example\//, (route) => route.fulfill({ contentType: 'text/html', body: `<title>Weather</title><p>${route.request().headers().referer ?? 'nobody'}` }));
	await page.goto(`${base}/en/c/staff/`);
	await page.goto(base + path);
}

const shift = async (page, n, pause = 0) => {
	for (let i = 0; i < n; i++) {
		await page.keyboard.press('Shift');
		await page.waitForTimeout(pause);
	}
};
const said = (page) => page.locator('[data-exit-status]').textContent();

async function gone(page, to = 'https://weather.example/') {
	await page.waitForURL(to);
	assert.equal(await page.textContent('p'), 'nobody', 'the other site is not told where one comes from');
	await page.goBack();
	assert.equal(new URL(page.url()).pathname, '/en/c/staff/', 'the page is not in the history');
}

const tests = {
	'exit: the link leaves for good': async (page) => {
		await open(page);
		await page.evaluate(() => { sessionStorage.setItem('pensum/12345678/c', '1'); sessionStorage.setItem('other', '1'); });
		await page.click('.exit-link');
		await gone(page);
		assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), ['other']);
	},
	'exit: the second thing that the Tab key reaches leaves, too': async (page) => {
		await open(page);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Leave this site');
		await page.keyboard.press('Enter');
		await gone(page);
	},
	'exit: Shift three times, told as it goes': async (page) => {
		await open(page);
		await shift(page, 1);
		assert.match(await said(page), /twice more/);
		await shift(page, 1);
		assert.match(await said(page), /once more/);
		await shift(page, 1);
		await gone(page);
	},
	'exit: both Shift keys at once': async (page) => {
		await open(page);
		await page.keyboard.down('ShiftLeft');
		await page.keyboard.down('ShiftRight');
		await gone(page);
	},
	'exit: Shift with another key, or with another key between, does not count': async (page) => {
		await open(page);
		for (let i = 0; i < 4; i++)
			await page.keyboard.press('Shift+A');
		await shift(page, 2);
		await page.keyboard.press('x');
		assert.equal(await said(page), '');
		await shift(page, 2);
		assert.equal(page.url(), base + held);
	},
	'exit: five seconds begin anew': async (page) => {
		await page.clock.install();
		await open(page);
		await shift(page, 2);
		await page.clock.fastForward(5100);
		assert.equal(await said(page), '');
		await shift(page, 1);
		assert.equal(page.url(), base + held);
	},
	'exit: in the language of the reader, else in another': async (page) => {
		await open(page, '/nb/c/held/');
		await page.click('.exit-link');
		await page.waitForURL('https://www.yr.example/');
		await page.goto(`${base}/ar/c/held/`);
		assert.equal(await page.getAttribute('.exit-link', 'href'), 'https://weather.example/');
	},
	'exit: without script it is a link': {
		options: { javaScriptEnabled: false },
		test: async (page) => {
			await open(page);
			await page.click('.exit-link');
			await page.waitForURL('https://weather.example/');
		},
	},
	'exit: it stays in sight, and covers nothing that one goes to': async (page) => {
		await page.setViewportSize({ width: 320, height: 500 });
		await open(page);
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		const box = await page.locator('.exit-link').boundingBox();
		assert.ok(box.y >= 0 && box.y + box.height < 500 && box.height >= 44, JSON.stringify(box));
		await page.evaluate(() => scrollTo(0, 0));
		await page.click('main a');
		const heading = await page.locator('#whom-to-call').boundingBox();
		assert.ok(heading.y >= (await page.locator('.exit').boundingBox()).height - 1, JSON.stringify(heading));
		assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
	},
	'exit: the page keeps nothing and is called nothing': async (page) => {
		await open(page);
		assert.equal(await page.title(), 'Information');
		assert.equal(await page.locator('meta[name=description]').count(), 0);
		assert.deepEqual(await page.evaluate(() => [...document.scripts].map((one) => one.src.replace(/.*assets\/(\w+)-.*/, '$1'))), ['exit']);
		assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]), [[], []]);
		await page.goto(`${base}/en/c/named/`);
		assert.equal(await page.title(), 'Opening hours');
		await page.goto(`${base}/en/c/staff/`);
		assert.equal(await page.locator('.exit').count(), 0, 'other pages have none');
	},
	'exit: not on paper': async (page) => {
		await open(page);
		await page.emulateMedia({ media: 'print' });
		assert.ok(!(await page.locator('.exit').isVisible()));
	},
};

for (const colorScheme of ['light', 'dark'])
	tests[`exit: axe finds nothing, ${colorScheme}`] = {
		options: { colorScheme, bypassCSP: true },
		test: async (page) => {
			for (const lang of ['en', 'ar']) {
				await open(page, `/${lang}/c/held/`);
				await page.evaluate(axe);
				const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }));
				assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
				await page.screenshot({ path: join(process.env.OUT, `exit-${lang}-${colorScheme}.png`) });
			}
		},
	};

await run(tests, { network: /^(data:|http:\/\/127\.0\.0\.1|https:\/\/(weather|www\.yr)\.example\/$)/ });
server.close();
