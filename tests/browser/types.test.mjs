// SPDX-License-Identifier: GPL-3.0-or-later
// Every type of question: by keyboard alone, by pointer, without script; with axe, on a phone, in both languages.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { assert, run } from './browser.mjs';

const out = `${process.env.OUT}/types`;
const source = new URL('site/', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

execFileSync(process.env.PENSUM, ['build', '-C', source, '-o', out], { stdio: ['ignore', 'ignore', 'inherit'] });

const address = (lang, page) => pathToFileURL(`${out}/${lang}/types/${page}/index.html`).href;
const form = (page, id) => page.locator(`form[data-question="${id}"]`);
const place = (page, id, part) => form(page, id).locator(`[data-part="${part}"]`);
const mark = (page, id, part) => place(page, id, part).locator('.part-mark');
const submit = (page, id) => form(page, id).locator('[type=submit]');
const words = async (locator) => (await locator.innerText()).replaceAll('\u00a0', ' ').trim();

// Waits until the words of ${locator} are these.
async function says(locator, text) {
	for (let i = 0; i < 40 && (await words(locator)) !== text; i++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	assert.equal(await words(locator), text);
}

const status = (page, id) => form(page, id).locator('.question-status');

async function tabTo(page, selector) {
	for (let i = 0; i < 200; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((s) => document.activeElement.matches(s), selector))
			return;
	}
	assert.fail(`the Tab key does not reach ${selector}`);
}

const hasFocus = (page, selector) => page.evaluate((s) => document.activeElement.matches(s), selector);
const inForm = (id, rest) => `form[data-question="${id}"] ${rest}`;

async function pressSubmit(page, id) {
	await tabTo(page, inForm(id, '[type=submit]'));
	await page.keyboard.press('Space');
}

/* -- by keyboard -- */

async function matchByKeyboard(page) {
	await tabTo(page, '#instruments--entry-1');
	await pressSubmit(page, 'instruments');
	await says(status(page, 'instruments'), 'Choose an answer first.');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Shift+Tab');
	assert.ok(await hasFocus(page, '#instruments--entry-1'));
	await page.keyboard.type('a def');
	await tabTo(page, '#instruments--entry-2');
	await page.keyboard.type('a min');
	await pressSubmit(page, 'instruments');
	await says(status(page, 'instruments'), 'Partly right.');
	await says(mark(page, 'instruments', 'palermo'), '✓ Right');
	await says(mark(page, 'instruments', 'eu'), '✗ Not right');
	assert.ok(await place(page, 'instruments', 'palermo').getByText('From 2000.').isVisible());
	assert.ok(await form(page, 'instruments').getByText('Nearly there.').isVisible());
	assert.ok(await hasFocus(page, inForm('instruments', '[type=submit]')), 'the focus stays');
	// The other way: a target that is used once leaves its place.
	await page.keyboard.press('Space');
	await says(status(page, 'instruments'), '');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.type('rules');
	await pressSubmit(page, 'instruments');
	await says(status(page, 'instruments'), 'Right.');
	assert.ok(await form(page, 'instruments').getByText('The protocol came first.').isVisible());
}

async function sortByKeyboard(page) {
	for (const [entry, group] of [['recruiting', 'Act'], ['transporting', 'Act'], ['deception', 'Act']]) {
		await place(page, 'elements', entry).locator('select').focus();
		await page.keyboard.type(group);
	}
	await pressSubmit(page, 'elements');
	await says(status(page, 'elements'), 'Partly right.');
	await says(mark(page, 'elements', 'travelling'), '✓ Right');
	await says(mark(page, 'elements', 'deception'), '✗ Not right');
	assert.ok(await place(page, 'elements', 'deception').getByText('It is how, not what.').isVisible());
	assert.ok(await place(page, 'elements', 'deception').getByText('Promises that are not kept.').isVisible());
}

const order = (page, id) => form(page, id).locator('.order > li').evaluateAll((all) => all.map((one) => one.dataset.part));

async function orderByKeyboard(page) {
	await pressSubmit(page, 'path');
	await says(status(page, 'path'), 'Move something first, or choose “This order is right”.');
	assert.notDeepEqual(await order(page, 'path'), ['notes', 'ground', 'status']);
	for (const [thing, up] of [['ground', true], ['ground', true], ['notes', true], ['notes', true]]) {
		const button = place(page, 'path', thing).locator(up ? '[data-move="-1"]' : '[data-move="1"]');
		await button.focus();
		await page.keyboard.press('Space');
		assert.ok(await button.evaluate((one) => one === document.activeElement), 'the focus goes along');
	}
	await says(status(page, 'path'), '“A colleague notes several signs” is now number 1 of 3.');
	assert.equal(await place(page, 'path', 'notes').getByRole('button', { name: 'Move up A colleague notes several signs' }).getAttribute('aria-disabled'), 'true');
	assert.deepEqual(await order(page, 'path'), ['notes', 'ground', 'status']);
	await pressSubmit(page, 'path');
	await says(status(page, 'path'), 'Right.');
	assert.ok(await place(page, 'path', 'ground').getByText('Help begins here.').isVisible());
}

async function matrixByKeyboard(page) {
	await tabTo(page, inForm('pointing', '[name="pointing--row-1"]'));
	await page.keyboard.press('Space');
	await tabTo(page, inForm('pointing', '[name="pointing--row-2"]'));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await says(status(page, 'pointing'), 'Right.');
	await says(mark(page, 'pointing', 'takings'), '✓ Right');
}

async function textByKeyboard(page) {
	await tabTo(page, inForm('who', 'input'));
	await page.keyboard.press('Enter');
	await says(status(page, 'who'), 'Write an answer first.');
	await page.keyboard.type('Cafe');
	await page.keyboard.press('Enter');
	await says(status(page, 'who'), 'Right.');
	await says(mark(page, 'who', '1'), '✓ Right. It is spelt “café”.');
	await page.keyboard.press('Backspace');
	await says(status(page, 'who'), '');
	await page.keyboard.press('Control+a');
	await page.keyboard.type(' BAR ');
	await page.keyboard.press('Enter');
	await says(status(page, 'who'), 'Partly right.');
	assert.ok(await form(page, 'who').getByText('They have other drinks, too.').isVisible());
	assert.ok(await hasFocus(page, inForm('who', 'input')), 'the focus stays');
}

async function numberByKeyboard(page) {
	await tabTo(page, inForm('share', 'input'));
	await page.keyboard.type('twelve');
	await page.keyboard.press('Enter');
	await says(status(page, 'share'),
		'This cannot be read as a number: “twelve”. Write it in digits, for example 1234.5. It did not cost you a try.');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('12,4');
	await page.keyboard.press('Enter');
	await says(status(page, 'share'), 'Right.');
}

async function gapByKeyboard(page) {
	await tabTo(page, inForm('plan', '[name="plan--gap-1"]'));
	await page.keyboard.type('without  conditions');
	await tabTo(page, inForm('plan', '[name="plan--gap-2"]'));
	await page.keyboard.type('pro');
	await tabTo(page, inForm('plan', '[name="plan--gap-3"]'));
	await page.keyboard.type('x');
	await page.keyboard.press('Enter');
	assert.match(await words(status(page, 'plan')), /^This cannot be read as a number: “x”/);
	await page.keyboard.press('Backspace');
	await page.keyboard.type('31');
	await page.keyboard.press('Enter');
	await says(status(page, 'plan'), 'Partly right.');
	await says(mark(page, 'plan', '1'), '✓ Right');
	await says(mark(page, 'plan', '2'), '✗ Not right');
	await says(mark(page, 'plan', 'days'), '◐ Partly right');
	await says(form(page, 'plan').locator('.gap-notes'), 'Gap 3\n\nThat is a month, nearly.');
	assert.equal(await page.getByRole('textbox', { name: 'Gap 1' }).count(), 1);
}

async function pictureByKeyboard(page) {
	await tabTo(page, inForm('street', '[value=door]'));
	await page.keyboard.press('Space');
	await tabTo(page, inForm('street', '[value=tree]'));
	await page.keyboard.press('Space');
	await page.waitForSelector(inForm('street', '[data-area=tree].is-on.has-focus'));
	await page.keyboard.press('Enter');
	await says(status(page, 'street'), 'Right.');
}

async function freeByKeyboard(page) {
	await tabTo(page, inForm('languages', 'textarea'));
	await page.keyboard.type('Who?');
	await pressSubmit(page, 'languages');
	await says(status(page, 'languages'), 'Write at least 10 characters.');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.type('The library knows.');
	await pressSubmit(page, 'languages');
	await says(status(page, 'languages'), 'Done. There is no right or wrong here.');
	assert.ok(await form(page, 'languages').getByText('Ask the library.').isVisible());
	assert.equal(await submit(page, 'languages').innerText(), 'Change your answer');
	await tabTo(page, inForm('sure', '[name="sure--row-1"]'));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await says(status(page, 'sure'), 'Done. There is no right or wrong here.');
}

async function byKeyboard(page) {
	await page.goto(address('en', 'practice'));
	for (const part of [matchByKeyboard, sortByKeyboard, orderByKeyboard, matrixByKeyboard, textByKeyboard, numberByKeyboard, gapByKeyboard,
		pictureByKeyboard, freeByKeyboard])
		await part(page);
}

/* -- by pointer -- */

const right = {
	match: (page, c) => Promise.all([
		place(page, `${c}instruments`, 'palermo').locator('select').selectOption('parts'),
		place(page, `${c}instruments`, 'eu').locator('select').selectOption('rules'),
	]),
	async sort(page, c) {
		for (const [entry, group] of [['recruiting', 'act'], ['transporting', 'act'], ['deception', 'means']])
			await place(page, `${c}elements`, entry).locator('select').selectOption(group);
	},
	async order(page, c) {
		const id = `${c}path`;
		for (const [thing, at] of [['notes', 0], ['ground', 1]])
			while ((await order(page, id)).indexOf(thing) > at)
				await place(page, id, thing).locator('[data-move="-1"]').click();
		assert.deepEqual(await order(page, id), ['notes', 'ground', 'status']);
	},
	async matrix(page, c) {
		await place(page, `${c}pointing`, 'contract').locator('[value=labour]').check();
		await place(page, `${c}pointing`, 'takings').locator('[value=begging]').check();
	},
	text: (page, c) => form(page, `${c}who`).locator('input').fill(page.url().includes('/nb/') ? 'kafé' : 'café'),
	number: (page, c) => form(page, `${c}share`).locator('input').fill('12.5'),
	async gap(page, c) {
		await place(page, `${c}plan`, '1').locator('input').fill(page.url().includes('/nb/') ? 'betingelsesløs' : 'unconditional');
		await place(page, `${c}plan`, '2').locator('select').selectOption(page.url().includes('/nb/') ? 'rimelig' : 'reasonable');
		await place(page, `${c}plan`, 'days').locator('input').fill('30');
	},
	async picture(page, c) {
		const box = await form(page, `${c}street`).locator('.hotspot svg').boundingBox();
		const click = (x, y) => page.mouse.click(box.x + x * box.width / 640, box.y + y * box.height / 360);

		await form(page, `${c}street`).locator('.hotspot').scrollIntoViewIfNeeded();
		Object.assign(box, await form(page, `${c}street`).locator('.hotspot svg').boundingBox());
		await click(150, 230);
		await click(560, 250);
		await click(10, 10);
		assert.deepEqual(await form(page, `${c}street`).locator('input').evaluateAll((all) => all.filter((one) => one.checked).map((one) => one.value).sort()),
			['door', 'tree']);
	},
	reflect: (page, c) => form(page, `${c}languages`).locator('textarea').fill('The library knows.'),
	survey: (page, c) => form(page, `${c}sure`).locator('label').first().click(),
};

const scored = { instruments: 'match', elements: 'sort', path: 'order', pointing: 'matrix', who: 'text', share: 'number', plan: 'gap', street: 'picture' };
const unscored = { languages: 'reflect', sure: 'survey' };

async function byPointer(page) {
	await page.goto(address('nb', 'practice'));
	for (const [id, type] of Object.entries(scored)) {
		await right[type](page, '');
		await submit(page, id).click();
		await says(status(page, id), 'Riktig.');
	}
	for (const [id, type] of Object.entries(unscored)) {
		await right[type](page, '');
		await submit(page, id).click();
		await says(status(page, id), 'Ferdig. Her er ingenting riktig eller galt.');
	}
}

// What is asked for once is shown at each part.
async function onRequest(page) {
	await page.goto(address('en', 'practice'));
	for (const id of Object.keys(scored))
		await form(page, id).locator('[data-action=reveal]').click();
	assert.match(await words(place(page, 'instruments', 'eu')), /Right answer: rules on prevention/);
	assert.match(await words(place(page, 'elements', 'deception')), /Right answer: Means/);
	assert.doesNotMatch(await words(place(page, 'elements', 'travelling')), /Right answer/);
	assert.match(await words(form(page, 'path')), /The right order:\s+A colleague[^]*There is[^]*The competent/);
	assert.match(await words(place(page, 'pointing', 'contract')), /Right answer: Labour/);
	assert.match(await words(form(page, 'who')), /Right answer: café \/ coffee house/);
	assert.match(await words(form(page, 'share')), /Right answer: 12\.5 %/);
	assert.match(await words(form(page, 'plan')), /Gap 1\s+Right answer: unconditional \/ without conditions\s+Gap 2\s+Right answer: reasonable\s+Gap 3\s+Right answer: 30/);
	assert.match(await words(place(page, 'street', 'tree')), /A right answer/);
}

// Tries run out; nothing can be changed then; the right parts of an answer are told.
async function selfCheck(page) {
	await page.goto(address('en', 'check'));
	assert.notDeepEqual(await order(page, 'c-path'), ['notes', 'ground', 'status']);
	assert.equal(await page.locator('select').evaluateAll((all) => all.filter((one) => one.value !== '').length), 0);
	await place(page, 'c-elements', 'deception').locator('select').selectOption('act');
	await submit(page, 'c-elements').click();
	assert.match(await words(status(page, 'c-elements')), /^Partly right: 0\.25 of 1 point\. You have 1 try left\.$/);
	await submit(page, 'c-elements').click();
	await place(page, 'c-elements', 'recruiting').locator('select').selectOption('act');
	await submit(page, 'c-elements').click();
	assert.match(await words(place(page, 'c-elements', 'deception')), /Not right\s[^]*Right answer: Means/);
	await place(page, 'c-elements', 'deception').locator('select').selectOption('means');
	assert.equal(await place(page, 'c-elements', 'deception').locator('select').inputValue(), 'act');
	for (const [id, type] of Object.entries({ ...scored, ...unscored })) {
		if (id === 'elements')
			continue;
		if (id !== 'who')
			await right[type](page, 'c-');
		else
			await form(page, 'c-who').locator('input').fill('bar');
		await submit(page, `c-${id}`).click();
	}
	await form(page, 'c-share').locator('input').press('Control+a');
	await page.keyboard.type('9');
	assert.equal(await form(page, 'c-share').locator('input').inputValue(), '12.5');
	assert.match(await words(page.locator('[data-quiz] [role=status]')), /^You have .* of 8 points .*Passed\.$/);
	await page.locator('[data-action=retry]').click();
	assert.ok(await hasFocus(page, inForm('c-who', 'input')), 'what is not right yet');
	await says(status(page, 'c-who'), '');
}

async function test(page) {
	await page.goto(address('nb', 'test'));
	for (const type of Object.values({ ...scored, ...unscored }))
		if (type !== 'number')
			await right[type](page, 't-');
	await form(page, 't-share').locator('input').fill('tolv');
	await form(page, 't-share').locator('input').blur();
	assert.match(await words(status(page, 't-share')), /^Dette kan ikke leses som et tall: «tolv»/);
	await form(page, 't-share').locator('input').fill('12,5');
	await page.locator('[data-action=hand-in]').click();
	await says(status(page, 't-share'), 'Riktig: 1 av 1 poeng.');
	assert.match(await words(page.locator('[data-quiz] .question-status')), /^Du har 8 av 8 poeng \(100 %\)\./);
}

const ticks = (page, id) => form(page, id).locator('.options input').evaluateAll((all) => all.filter((one) => one.checked).map((one) => one.value));

// Hints that count, and that take away what is wrong, unless that would tell which it is.
async function hints(page) {
	const hint = (id, i) => form(page, id).locator('[data-hint]').nth(i);

	await page.goto(address('en', 'hints'));
	for (const value of ['red', 'wood', 'iron'])
		await place(page, 'h-many', value).locator('input').check();
	await hint('h-many', 0).locator('summary').click();
	await says(hint('h-many', 0).locator('.hint-count'), 'Right so far: 1 of 2.');
	await hint('h-many', 1).locator('summary').click();
	assert.equal(await hint('h-many', 1).getByText('They have no weight.').isVisible(), true);
	assert.deepEqual(await ticks(page, 'h-many'), ['red', 'wood', 'iron'], 'more is ticked than is right');
	await hint('h-many', 1).locator('summary').click();
	await place(page, 'h-many', 'iron').locator('input').uncheck();
	await hint('h-many', 1).locator('summary').click();
	for (let i = 0; i < 40 && (await ticks(page, 'h-many')).length > 1; i++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	assert.deepEqual(await ticks(page, 'h-many'), ['red']);

	// After a failed try the hint opens by itself; what is wrong goes with "try again".
	const given = () => form(page, 'h-match').locator('select').evaluateAll((all) => all.map((one) => one.value));
	await place(page, 'h-match', 'sky').locator('select').selectOption('b');
	await place(page, 'h-match', 'grass').locator('select').selectOption('b');
	assert.match(await words(status(page, 'h-match')), /^Each can be used once\. It was taken away from “sky”\.$/);
	assert.deepEqual(await given(), ['', 'b', '']);
	await place(page, 'h-match', 'sky').locator('select').selectOption('r');
	await place(page, 'h-match', 'blood').locator('select').selectOption('g');
	await submit(page, 'h-match').click();
	await says(hint('h-match', 0).locator('.hint-count'), 'Right so far: 0 of 3.');
	await says(mark(page, 'h-match', 'blood'), '✗ Not right');
	assert.deepEqual(await given(), ['r', 'b', 'g']);
	await submit(page, 'h-match').click();
	assert.deepEqual(await given(), ['', '', '']);
}

async function withoutScript(page) {
	await page.goto(address('en', 'practice'));
	assert.equal(await page.locator('form[data-question] button').evaluateAll((all) => all.filter((b) => b.checkVisibility()).length), 0);
	assert.notDeepEqual(await order(page, 'path'), ['notes', 'ground', 'status']);
	for (const id of Object.keys(scored)) {
		await form(page, id).locator('details.question-answers > summary').click();
		assert.match(await words(form(page, id).locator('details.question-answers')), /Right answer|right order|A right answer/);
	}
	assert.match(await words(form(page, 'who').locator('details')), /If you answered “bar”\s+They have other drinks, too\./);
	assert.equal(await form(page, 'sure').locator('details').count(), 0);
}

/* -- for everybody -- */

async function axeFinds(page) {
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run(document, { preload: false, rules: { 'color-contrast-enhanced': { enabled: true } } }));
	assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`), []);
}

async function accessible(page) {
	for (const [lang, name] of [['en', 'practice'], ['nb', 'check'], ['en', 'test']]) {
		await page.goto(address(lang, name));
		await axeFinds(page);
	}
	await page.goto(address('en', 'practice'));
	for (const [id, type] of Object.entries({ ...scored, ...unscored })) {
		if (type !== 'text')
			await right[type](page, '');
		else
			await form(page, id).locator('input').fill('tavern');
		await submit(page, id).click();
	}
	for (const reveal of await page.locator('[data-action=reveal][aria-disabled=false]').all())
		await reveal.click();
	await axeFinds(page);
}

// 320 px is a phone, and 1280 px at 400 %.
async function narrow(page) {
	for (const name of ['practice', 'check']) {
		await page.goto(address('nb', name));
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no second direction to scroll in');
		const small = await page.locator('form[data-question] :is(button, select, input, summary)').evaluateAll((all) => all
			.filter((one) => one.checkVisibility())
			.map((one) => [one.outerHTML, (one.closest('.option label, .row-choices label') || one).getBoundingClientRect()])
			.filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html));
		assert.deepEqual(small, []);
		const cut = await page.locator('form[data-question] :is(button, select, input, textarea)').evaluateAll((all) => all
			.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > one.closest('form').getBoundingClientRect().right)
			.map((one) => one.outerHTML));
		assert.deepEqual(cut, []);
	}
}

await run({
	'every type by keyboard alone': byKeyboard,
	'every type by pointer': byPointer,
	'every type: the answer on request': onRequest,
	'every type: tries, the solution, the wrong ones again': selfCheck,
	'every type in a test': test,
	'hints count, and take away what is wrong': hints,
	'every type without script': { test: withoutScript, options: { javaScriptEnabled: false } },
	'every type: no violations': accessible,
	'every type: no violations in the dark': { test: accessible, options: { colorScheme: 'dark' } },
	'every type on a phone': { test: narrow, options: { viewport: { width: 320, height: 640 } } },
});
