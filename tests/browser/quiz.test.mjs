// SPDX-License-Identifier: GPL-3.0-or-later
// Quiz 1 of the course: in Norwegian by keyboard alone, in English by mouse, and without script.
import { address, assert, run } from './browser.mjs';

const nb = address('nb/trafficking/kommunen/quiz/index.html');
const en = address('en/trafficking/municipality/quiz/index.html');

const form = (page, id) => page.locator(`form[data-question="${id}"]`);
const option = (page, id, value) => form(page, id).locator(`[data-part="${value}"]`);
const status = (page, id) => form(page, id).getByRole('status');
const total = (page) => page.locator('[data-quiz]').getByRole('status');

// Waits for the text of a live region; blanks that do not break count as blanks.
async function says(region, text) {
	const read = async () => (await region.innerText()).replaceAll('\u00a0', ' ').trim();

	for (let i = 0; i < 40 && (await read()) !== text; i++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	assert.equal(await read(), text);
}

// Goes on with the Tab key until what has the focus matches.
async function tabTo(page, selector) {
	for (let i = 0; i < 200; i++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((s) => document.activeElement.matches(s), selector))
			return;
	}
	assert.fail(`the Tab key does not reach ${selector}`);
}

const input = (id, value) => `form[data-question="${id}"] input[value="${value}"]`;
const hasFocus = (page, selector) => page.evaluate((s) => document.activeElement.matches(s), selector);

async function tick(page, id, values) {
	for (const value of values) {
		await tabTo(page, input(id, value));
		await page.keyboard.press('Space');
	}
}

// As it is called in Norwegian: typing the name chooses it.
const countries = { 'living-for-tomorrow': 'Estland', 'local-authorities': 'Litauen', 'county-board': 'Sverige', 'justice-ministry': 'Norge' };

async function byKeyboard(page) {
	await page.goto(nb);
	assert.equal(await page.locator('.quiz-progress').innerText(), 'Besvart: 0 av 6.');

	// A wrong answer, then the right one at the second try.
	await tabTo(page, input('q-why-municipalities', 'police-gave-up'));
	await page.keyboard.press('Enter');
	await says(status(page, 'q-why-municipalities'), 'Velg et svar først.');
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await says(status(page, 'q-why-municipalities'), 'Ikke riktig: 0 av 1 poeng. Du har 1 forsøk igjen.');
	assert.ok(await hasFocus(page, input('q-why-municipalities', 'police-gave-up')), 'the focus stays');
	assert.match(await option(page, 'q-why-municipalities', 'police-gave-up').innerText(), /Ikke et riktig svar/);
	assert.ok(await option(page, 'q-why-municipalities', 'police-gave-up').locator('[data-feedback=ticked]').isVisible());
	assert.equal(await form(page, 'q-why-municipalities').locator('[data-explanation]').isVisible(), false);
	assert.equal(await option(page, 'q-why-municipalities', 'local-first').locator('.part-mark').isVisible(), false);
	await page.keyboard.press('ArrowDown');
	await says(status(page, 'q-why-municipalities'), '');
	await page.keyboard.press('Enter');
	await says(status(page, 'q-why-municipalities'), 'Riktig: 0,67 av 1 poeng.');
	assert.ok(await form(page, 'q-why-municipalities').locator('[data-explanation]').isVisible());

	// Over: arrows change nothing.
	await page.keyboard.press('ArrowDown');
	assert.ok(await page.locator(input('q-why-municipalities', 'local-first')).isChecked());

	// Partly right, a hint opens, then all of it.
	await tick(page, 'q-sectors', ['farming', 'restaurants']);
	await page.keyboard.press('Enter');
	await says(status(page, 'q-sectors'), 'Delvis riktig: 0,5 av 1 poeng. Du har 1 forsøk igjen.');
	assert.ok(await form(page, 'q-sectors').locator('[data-hint] p').isVisible());
	assert.ok(await form(page, 'q-sectors').locator('[data-result=partial]').isVisible());
	await page.keyboard.press('Enter');
	await says(status(page, 'q-sectors'), '');
	await page.keyboard.press('Enter');
	await says(status(page, 'q-sectors'), 'Du har nettopp gitt det samme svaret. Velg et annet.');
	await tick(page, 'q-sectors', ['construction', 'cleaning']);
	await page.keyboard.press('Enter');
	await says(status(page, 'q-sectors'), 'Riktig: 0,67 av 1 poeng.');
	assert.equal(await form(page, 'q-sectors').locator('[data-result=partial]').isVisible(), false);

	// True or false has one try, and shows what is right.
	await tick(page, 'q-only-big-cities', ['true']);
	await page.keyboard.press('Enter');
	await says(status(page, 'q-only-big-cities'), 'Ikke riktig: 0 av 1 poeng.');
	assert.match(await option(page, 'q-only-big-cities', 'false').innerText(), /Riktig svar/);
	assert.equal(await page.locator('.quiz-progress').innerText(), 'Besvart: 3 av 6.');
	await says(total(page), '');

	// The button does what the Enter key does.
	await tick(page, 'q-tasks', ['map', 'roles', 'train', 'partner']);
	await tabTo(page, 'form[data-question="q-tasks"] button[type=submit]');
	await page.keyboard.press('Space');
	await says(status(page, 'q-tasks'), 'Riktig: 1 av 1 poeng.');
	assert.ok(await hasFocus(page, 'form[data-question="q-tasks"] button[type=submit]'), 'the focus stays');
	assert.ok(await option(page, 'q-tasks', 'testify-first').locator('[data-feedback=unticked]').isVisible());
	assert.equal(await option(page, 'q-tasks', 'testify-first').locator('[data-feedback=ticked]').isVisible(), false);

	for (const [partner, country] of Object.entries(countries)) {
		await tabTo(page, `form[data-question="q-partner-countries"] [data-part="${partner}"] select`);
		await page.keyboard.type(country);
	}
	await tabTo(page, 'form[data-question="q-partner-countries"] button[type=submit]');
	await page.keyboard.press('Space');
	await says(status(page, 'q-partner-countries'), 'Riktig: 1 av 1 poeng.');

	await tabTo(page, input('q-adapt', 'same-plan'));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await says(status(page, 'q-adapt'), 'Riktig: 1 av 1 poeng.');
	await says(total(page), 'Du har 4,33 av 6 poeng (72 %). Bestått.');
	assert.ok(await hasFocus(page, input('q-adapt', 'adapt')), 'the focus stays');
	assert.deepEqual(await page.locator('[data-band]').evaluateAll((bands) => bands.map((band) => band.hidden)), [true, false]);
}

const key = {
	'q-why-municipalities': ['local-first'],
	'q-sectors': ['farming', 'restaurants', 'construction', 'cleaning'],
	'q-only-big-cities': ['false'],
	'q-tasks': ['map', 'roles', 'train', 'partner'],
	'q-partner-countries': { 'living-for-tomorrow': 'estonia', 'local-authorities': 'lithuania', 'county-board': 'sweden', 'justice-ministry': 'norway' },
	'q-adapt': ['adapt'],
};

async function answer(page, id, values) {
	for (const value of Array.isArray(values) ? values : [])
		await option(page, id, value).locator('label').click();
	for (const [part, value] of Array.isArray(values) ? [] : Object.entries(values))
		await option(page, id, part).locator('select').selectOption(value);
	await form(page, id).getByRole('button', { name: 'Check your answer' }).click();
}

async function byMouse(page) {
	await page.goto(en);
	assert.match(await page.locator('main').innerText(), /You have 2 tries at each question\. Where there are only two answers to choose from, you have one try\. Each further try costs 1\/3 of the points\. You see the result at once, and your score at the end\. You pass with 70%\./);
	await form(page, 'q-adapt').getByRole('button', { name: 'Check your answer' }).click();
	await says(status(page, 'q-adapt'), 'Choose an answer first.');
	for (const [id, values] of Object.entries(key)) {
		await answer(page, id, values);
		await says(status(page, id), 'Right: 1 of 1 point.');
	}
	await says(total(page), 'You have 6 of 6 points (100%). Passed.');
}

// Failed by a hair's breadth or more, the lowest band is shown, and the key after the last try.
async function failing(page) {
	await page.goto(en);
	await answer(page, 'q-sectors', ['banking']);
	await says(status(page, 'q-sectors'), 'Not right: 0 of 1 point. You have 1 try left.');
	await form(page, 'q-sectors').getByRole('button', { name: 'Try again' }).click();
	await says(status(page, 'q-sectors'), '');
	await answer(page, 'q-sectors', ['software']);
	await says(status(page, 'q-sectors'), 'Not right: 0 of 1 point. You have no tries left.');
	assert.match(await option(page, 'q-sectors', 'farming').innerText(), /A right answer/);
	assert.ok(await form(page, 'q-sectors').locator('[data-explanation]').isVisible());
	await option(page, 'q-sectors', 'farming').locator('label').click();
	assert.equal(await page.locator(input('q-sectors', 'farming')).isChecked(), false);

	await answer(page, 'q-only-big-cities', ['true']);
	for (const id of ['q-why-municipalities', 'q-tasks', 'q-partner-countries', 'q-adapt'])
		await answer(page, id, key[id]);
	await says(total(page), 'You have 4 of 6 points (67%). Not passed yet.');
	assert.deepEqual(await page.locator('[data-band]').evaluateAll((bands) => bands.map((band) => band.hidden)), [false, true]);
}

async function reloaded(page) {
	await page.goto(en);
	await answer(page, 'q-adapt', ['wait']);
	await says(status(page, 'q-adapt'), 'Not right: 0 of 1 point. You have 1 try left.');
	await page.reload();
	assert.ok(await page.locator(input('q-adapt', 'wait')).isChecked());
	await says(status(page, 'q-adapt'), 'Not right: 0 of 1 point. You have 1 try left.');
	assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]), [0, 1, 0]);
}

async function withoutScript(page) {
	const details = form(page, 'q-tasks').locator('details.question-answers');

	await page.goto(en);
	assert.equal(await page.locator('form[data-question] button').evaluateAll((all) => all.filter((b) => b.checkVisibility()).length), 0);
	assert.equal(await page.locator('[data-quiz]').isVisible(), false);
	assert.equal(await page.locator('[data-band]').first().isVisible(), false);
	assert.equal(await details.locator('[data-explanation]').isVisible(), false);
	await details.locator('summary').click();
	assert.match(await details.locator('[data-answer=prosecute]').innerText(), /Not a right answer/);
	assert.match(await details.locator('[data-answer=map]').innerText(), /A right answer/);
	assert.ok(await details.locator('[data-answer=prosecute] [data-feedback=ticked]').isVisible());
	assert.match(await details.locator('[data-answer=testify-first]').innerText(), /If you ticked it[^]*If you did not tick it/);
	assert.ok(await details.locator('[data-explanation]').isVisible());
	await page.locator(input('q-adapt', 'adapt')).check();
	await page.keyboard.press('Enter');
	await page.waitForTimeout(200);
	assert.equal(page.url(), en);
}

await run({
	'quiz 1 in Norwegian, by keyboard alone': byKeyboard,
	'quiz 1 in English, by mouse': byMouse,
	'quiz 1: tries run out, not passed': failing,
	'quiz 1: answers are there again, in one place of the device': reloaded,
	'quiz 1 without script': { test: withoutScript, options: { javaScriptEnabled: false } },
});
