// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a test: the slip, its code, what the program says of it, the QR code, and what is printed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, run } from './browser.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const places = [];
process.on('exit', () => places.forEach((place) => rmSync(place, { recursive: true, force: true })));

// A copy of a site beside this file, built.
function built(name) {
	const place = mkdtempSync(join(tmpdir(), 'slip-'));
	places.push(place);
	execFileSync('cp', ['-R', `${process.env.ROOT}/tests/browser/${name}/.`, place]);
	rmSync(join(place, '.pensum'), { recursive: true, force: true });
	execFileSync(process.env.PENSUM, ['build', '-C', place], { stdio: 'ignore' });
	return place;
}

const site = built('slips');
const types = built('site');
const at = (path, of = site) => pathToFileURL(join(of, 'public', path)).href;
const test = at('en/course/test/index.html');

const resultsOf = (of, text, ...options) => {
	try {
		return JSON.parse(execFileSync(process.env.PENSUM, ['-C', of, 'results', '--format', 'json', ...options, '-'], { input: text }));
	} catch (error) {
		return JSON.parse(error.stdout);
	}
};
const results = (...args) => resultsOf(site, ...args);

async function answer(page) {
	await page.locator('form[data-question=colour] input[value=blue]').check();
	await page.locator('form[data-question=fruit] input[value=apple]').check();
	await page.locator('form[data-question=capital] input[type=text]').fill('Rīga');
}

async function handIn(page) {
	await page.locator('[data-action=hand-in]').click();
	await page.locator('section.slip').waitFor();
}

const codeOf = (page) => page.locator('.slip-code').innerText();

async function slip(page) {
	await page.goto(test);
	await answer(page);
	assert.equal(await page.locator('script[src*="/slip-"]').count(), 0, 'the script of the slip comes only in the end');
	await handIn(page);
	const facts = await page.locator('.slip-facts').innerText();
	for (const words of ['The course', 'A test', 'English', '2.5 of 3 points', '83%', 'Passed'])
		assert.ok(facts.replaceAll('\u00a0', ' ').includes(words), `${words} in ${facts}`);

	const code = await codeOf(page);
	const { people: [person] } = results(`Kari; ${code}`, '--only', 'people');
	assert.deepEqual([person.name, person.points, person.max, person.passed, person.flags, person.attempt], ['Kari', '5/2', '3', true, [], 1]);
	assert.deepEqual(Object.fromEntries(Object.entries(person.answers).map(([id, a]) => [id, a.response])), { capital: 'Rīga', colour: 'blue', fruit: ['apple'] });
	const now = await page.evaluate(() => [new Date().getFullYear(), String(new Date().getMonth() + 1).padStart(2, '0'), String(new Date().getDate()).padStart(2, '0')].join('-'));
	assert.equal(person.date, now);
}

async function picture(page) {
	await page.goto(test);
	await answer(page);
	await handIn(page);
	const file = join(site, 'qr.png');
	await page.locator('.slip .qr').screenshot({ path: file });
	const read = execFileSync('zbarimg', ['-q', '--raw', file], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
	assert.equal(read, (await codeOf(page)).replace(/ /g, '').replace('PENSUM', 'PENSUM '));
	assert.deepEqual(results(read, '--only', 'people').people[0].flags, []);
	assert.equal(await page.locator('.slip .qr').getAttribute('role'), 'img');
}

// A reader in the dark.
picture.options = { colorScheme: 'dark' };

async function nothingAnswered(page) {
	await page.goto(test);
	await page.locator('[data-action=hand-in]').click();
	await handIn(page);
	const { people: [person] } = results(await codeOf(page), '--only', 'people');
	assert.deepEqual([person.points, person.passed, person.flags], ['0', false, []]);
	assert.equal(await page.getByRole('button', { name: 'Print the certificate' }).count(), 0, 'no certificate without a pass');
}

// What stands on the sheet while it is printed.
async function printed(page, name) {
	await page.evaluate(() => {
		window.print = () => {
			window.sheet = document.querySelector('body > .sheet').innerText || document.querySelector('body > .sheet').textContent;
		};
	});
	await page.emulateMedia({ media: 'print' });
	await page.evaluate((text) => Array.from(document.querySelectorAll('.slip button')).find((b) => b.textContent === text).click(), name);
	const shown = await page.evaluate(() => Array.from(document.body.children).filter((e) => e.getClientRects().length > 0).map((e) => e.className));
	assert.deepEqual(shown.map((c) => c.split(' ')[0]), ['sheet'], 'nothing else is printed');
	const text = await page.evaluate(() => window.sheet);
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	assert.equal(await page.locator('.sheet').count(), 0);
	await page.emulateMedia({ media: 'screen' });
	return text;
}

async function paper(page) {
	await page.goto(test);
	await answer(page);
	await handIn(page);
	await page.getByLabel('Your name').fill('Kari Nordmann');
	const sheet = await printed(page, 'Print the slip');
	assert.ok(sheet.includes('Kari Nordmann') && sheet.includes(await codeOf(page)), sheet);
	const certificate = await printed(page, 'Print the certificate');
	for (const words of ['Kari Nordmann', 'The course', 'Hours: 3', 'City of Riga'])
		assert.ok(certificate.includes(words), certificate);
	assert.doesNotMatch(certificate, /point|%/, 'no score on a certificate');
	assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie), /Kari/, 'the name is not stored');
}

async function clipboard(page) {
	await page.goto(test);
	await answer(page);
	await handIn(page);
	await page.getByRole('button', { name: 'Copy the code' }).click();
	await page.waitForFunction(() => document.querySelector('.slip-status').textContent !== '');
	assert.match(await page.locator('.slip-status').innerText(), /The code (has been copied|is selected)/);
}

async function accessible(page) {
	await page.goto(test);
	await answer(page);
	await handIn(page);
	await page.addScriptTag({ path: axe });
	const { violations } = await page.evaluate(() => window.axe.run('.slip', { preload: false }));
	assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html)}`), []);
	await page.setViewportSize({ width: 320, height: 640 });
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'nothing hangs out of a narrow screen');
}

accessible.options = { bypassCSP: true };

// No inline style, no eval, scripts of the site only.
async function strict(page) {
	const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src file:; style-src file:; img-src file: data:">';
	const html = execFileSync('cat', [join(site, 'public/en/course/test/index.html')]).toString();
	writeFileSync(join(site, 'public/en/course/test/strict.html'), html.replace('<head>', `<head>${policy}`));
	await page.goto(at('en/course/test/strict.html'));
	await answer(page);
	await handIn(page);
	await page.locator('.slip .qr').waitFor();
}

// The network is away when the slip's script is asked for.
async function lost(page) {
	await page.goto(test);
	await page.evaluate(() => {
		document.head.append = (script) => {
			window.held = script;
		};
	});
	await answer(page);
	await page.locator('[data-action=hand-in]').click();
	await page.evaluate(() => {
		delete document.head.append;
		window.held.dispatchEvent(new Event('error'));
	});
	await page.getByRole('button', { name: 'Get the result slip' }).click();
	await page.locator('section.slip').waitFor();
	assert.equal(await page.locator('.slip').count(), 1);
	assert.deepEqual(results(await codeOf(page), '--only', 'people').people[0].flags, []);
}

// Every type of question, answered in some way: the nth of what can be chosen, moved, ticked.
async function fillAll(page, n) {
	for (const form of await page.locator('form[data-question]').all()) {
		for (const select of await form.locator('select').all()) {
			const values = await select.locator('option').evaluateAll((options) => options.filter((o) => !o.disabled).map((o) => o.value));
			await select.selectOption(values[(n + 1) % values.length]);
		}
		for (const name of new Set(await form.locator('input[type=radio]').evaluateAll((inputs) => inputs.map((i) => i.name)))) {
			const choices = form.locator(`input[type=radio][name="${name}"]`);
			await choices.nth(n % (await choices.count())).check();
		}
		const boxes = form.locator('input[type=checkbox]');
		if ((await boxes.count()) > 0 && n > 0)
			await boxes.nth(n % (await boxes.count())).check();
		for (const input of await form.locator('input[type=text]').all())
			await input.fill(['12,5 %', 'café', '30', 'cafe'][n % 4]);
		for (const area of await form.locator('textarea').all())
			await area.fill('Some of us do.');
		const moves = form.locator('[data-move]:not([aria-disabled=true]):visible');
		if ((await moves.count()) > 0 && n > 0)
			await moves.first().click();
	}
}

// For who wants no motion: a click on a page that still glides to it may land beside it.
const withoutMotion = (test) => ({ test, options: { reducedMotion: 'reduce' } });

const allTypes = (language) => withoutMotion(async (page) => {
	await page.addInitScript(() => sessionStorage.clear()); /* each time a new reader */
	for (let n = 0; n < 4; n++) {
		await page.goto(at(`${language}/types/test/index.html`, types));
		await fillAll(page, n);
		await page.locator('[data-action=hand-in]').click();
		if ((await page.locator('section.slip').count()) === 0)
			await page.locator('[data-action=hand-in]').click();
		await page.locator('section.slip').waitFor();
		const code = await codeOf(page);
		const { people: [person] } = resultsOf(types, code, '--only', 'people');
		assert.deepEqual(person.flags, [], `${code} ${JSON.stringify(person)}`);
		assert.equal(person.language, language);
		const shown = await page.locator('form[data-question]').evaluateAll((forms) => forms.map((form) => form.dataset.question));
		assert.deepEqual(Object.keys(person.answers).sort(), shown.sort());
		assert.ok(code.replace(/ /g, '').length < 200, code);
	}
});

await run({
	'slip: facts and a code that the program reads': slip,
	'slip: the QR code holds the code, in the dark, too': picture,
	'slip: nothing answered': nothingAnswered,
	'slip: printed alone, with a name that is not stored; a certificate': paper,
	'slip: the code is copied': clipboard,
	'slip: axe, and a narrow screen': accessible,
	'slip: under a strict policy': strict,
	'slip: every type of question, and the program finds the score that the page shows': allTypes('en'),
	'slip: the same in Norwegian': allTypes('nb'),
	'slip: its script can be asked for again': lost,
});
