// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader has done of a course, in every language of the real site, opened from disk.
import { address, assert, run } from './browser.mjs';

const course = (lang) => address(`${lang}/trafficking/index.html`);
const things = (page) => page.evaluate(() => [window.sessionStorage, window.localStorage].map((storage) => Object.fromEntries(Object.entries(storage).map(([key, value]) => [key.replace(/^pensum\/[^/]*\//, ''), value]))));
const marked = (page) => page.$$eval('li[data-page]', (all) => all.filter((item) => item.textContent.includes('✓')).map((item) => item.dataset.page));
const lines = (page) => page.$$eval('[data-progress]', (all) => all.filter((line) => line.checkVisibility()).map((line) => line.textContent));
const pages = (page) => page.$$eval('li[data-page]', (all) => all.map((item) => ({ key: item.dataset.page, url: item.querySelector('a').href, quiz: item.dataset.page.endsWith('/quiz') })));
const start = (page) => page.$eval('.start a', ({ href, textContent }) => ({ href, textContent }));

async function goOn(page, { url }) {
	await page.goto(url);
	await page.click('a[rel=next]');
	await page.waitForURL((now) => now.href !== url);
}

await run({
	'reading stores nothing, and the course page promises nothing': async (page) => {
		await page.goto(course('nb'));
		const [first] = await pages(page);
		assert.deepEqual([await marked(page), await lines(page), (await start(page)).textContent], [[], [], 'Start kurset']);
		await page.goto(first.url);
		await page.goto(course('nb'));
		assert.deepEqual(await things(page), [{}, {}]);
	},

	'going on marks a lesson, in every language, and the course goes on behind it': async (page) => {
		await page.goto(course('nb'));
		const [first, second] = await pages(page);
		await goOn(page, first);
		await goOn(page, first);
		await page.goto(course('nb'));
		const [name, ...rest] = first.key.split('/');
		assert.deepEqual(JSON.parse((await things(page))[0]['!way']), { v: 1, c: { [name]: { d: [rest.join('/')] } } });
		assert.deepEqual([await marked(page), await start(page)], [[first.key], { href: second.url, textContent: 'Fortsett der du var' }]);
		const [all, module, ...more] = await lines(page);
		assert.match(all, new RegExp(`^Ferdige sider: 1 av ${(await pages(page)).length}$`));
		assert.match(module, /^Ferdige sider: 1 av \d+$/);
		assert.deepEqual(more, []);
		await page.goto(course('ru'));
		assert.deepEqual(await marked(page), [first.key]);
		assert.match((await lines(page))[0], /^Пройдено страниц: 1 из \d+$/);
	},

	'a quiz is not done by going past it': async (page) => {
		await page.goto(course('nb'));
		const quiz = (await pages(page)).find((one) => one.quiz);
		await goOn(page, quiz);
		assert.deepEqual(await things(page), [{}, {}]);
	},

	'what somebody changed is as if there were nothing': async (page) => {
		await page.goto(course('nb'));
		const [first] = await pages(page);
		await goOn(page, first);
		const key = await page.evaluate(() => Object.keys(window.sessionStorage)[0]);
		for (const text of ['', '{', 'null', '[]', '{"v":1}', '{"v":1,"c":[1]}', '{"v":1,"c":{"a":null}}', '{"v":1,"c":{"a":{"d":[1]}}}', '{"v":2,"c":{}}']) {
			await page.evaluate(([name, value]) => window.sessionStorage.setItem(name, value), [key, text]);
			await page.goto(course('nb'));
			assert.deepEqual([await marked(page), await things(page)], [[], [{}, {}]], text);
		}
		await goOn(page, first);
		await page.goto(course('nb'));
		assert.deepEqual(await marked(page), [first.key]);
	},
});
