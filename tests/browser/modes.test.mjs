// SPDX-License-Identifier: GPL-3.0-or-later
// A tiny site of questions: practice in a lesson, a test that is handed in, and the corners of the three types.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { assert, run } from './browser.mjs';
import { pathToFileURL } from 'node:url';

const root = `${process.env.OUT}/modes`;
const files = {
	'site.yaml': 'title: T\nlanguages: [en]\n',
	'content/c/course.yaml': 'title: C\nlanguage: en\n',
	'content/c/10-lesson.md': `---
title: Lesson
---

:::question[Colours?]{#colours type=multiple max=2}
- [x] red {#red}
- [x] green {#green}
- [ ] wood {#wood}
  > Wood is no colour.

:::explanation
Because of the light.
:::

:::

:::question{#none type=multiple none=yes}
Which of these is a bird?

- [ ] a ![drawing of a cat](cat.svg) {#cat}
- [ ] stone {#stone}

  It is grey.
  > [?] Does it fly?

:::

:::question{#reset type=truefalse answer=true}
Is it so?
:::
`,
	'content/c/20-test.md': `---
title: Test
type: quiz
mode: test
attempts: 1
pass: 2 points
---

:::question[One?]{#one type=single points=3/2}
- [x] a {#a}
- [ ] b {#b}
- [ ] c {#c score=1/3}
:::

:::question[Two?]{#two type=multiple floor=-1/2 scoring=decisions}
- [x] a {#a}
- [ ] b {#b}
:::

:::question[Three?]{#three type=truefalse points=0}
- [x] Yes
- [ ] No
:::

:::band{from=0}
Low.
:::
`,
	'content/c/30-hints.md': `---
title: Hints
type: quiz
mode: self-check
tries: 3
penalty: 1/4
solution: on-request
---

:::question[One?]{#h1 type=single}
- [x] a {#a}
- [ ] b {#b}
- [ ] c {#c}
- [ ] d {#d}

:::hint{penalty=1/10}
First.
:::

:::hint
Second.
:::

:::
`,
	'content/c/40-signs.md': `---
title: Signs
---

:::indicators[Signs]{#signs}
### Papers

- [ ] The passport is kept {#passport .strong}
- [ ] Low pay {#pay}
- [ ] Long hours {#hours}
- [ ] No contract {#contract}

:::band{from=0}
Nothing yet.
:::

:::band{from=1 of=strong}
Take advice today.
:::

:::band{from=50%}
Half of them.
:::

:::band{from=1}
One of them.
:::

:::
`,
	'content/c/cat.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>\n',
};

for (const [path, text] of Object.entries(files)) {
	mkdirSync(`${root}/${path}`.replace(/[^/]*$/, ''), { recursive: true });
	writeFileSync(`${root}/${path}`, text);
}
execFileSync(process.env.PENSUM, ['build', '-C', root], { stdio: ['ignore', 'ignore', 'inherit'] });

const address = (page) => pathToFileURL(`${root}/public/en/c/${page}/index.html`).href;
const form = (page, id) => page.locator(`form[data-question="${id}"]`);
const label = (page, id, value) => form(page, id).locator(`[data-part="${value}"] label`);
const button = (page, id, name) => form(page, id).getByRole('button', { name, exact: true });
const total = (page) => page.locator('[data-quiz]').getByRole('status');
const visible = (page, id, selector) => form(page, id).locator(selector).isVisible();

async function says(region, text) {
	for (let i = 0; i < 40 && (await region.innerText()).trim() !== text; i++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	assert.equal((await region.innerText()).trim(), text);
}

const told = (page, id, text) => says(form(page, id).getByRole('status'), text);

async function practice(page) {
	await page.goto(address('lesson'));
	assert.equal(await page.locator('[data-quiz]').count(), 0);
	for (const name of ['red', 'wood', 'green'])
		await label(page, 'colours', name).click();
	await told(page, 'colours', 'Choose at most 2 answers.');
	assert.equal(await form(page, 'colours').locator('input:checked').count(), 2);
	await button(page, 'colours', 'Check your answer').click();
	await told(page, 'colours', 'Not right.');
	assert.ok(await visible(page, 'colours', '[data-part=wood] [data-feedback=ticked]'));
	assert.equal(await visible(page, 'colours', '[data-explanation]'), false);
	await button(page, 'colours', 'Show the answer').click();
	await told(page, 'colours', 'The answer is shown now.');
	assert.ok(await visible(page, 'colours', '[data-explanation]'));
	assert.ok(await visible(page, 'colours', '[data-part=green] .part-mark'));
	await button(page, 'colours', 'Try again').click();
	await told(page, 'colours', '');
	assert.equal(await visible(page, 'colours', '[data-explanation]'), false);
	await label(page, 'colours', 'wood').click();
	await label(page, 'colours', 'green').click();
	await button(page, 'colours', 'Check your answer').click();
	await told(page, 'colours', 'Right.');
	await button(page, 'colours', 'Try again').click();
	await button(page, 'colours', 'Check your answer').click();
	await told(page, 'colours', 'Right.');
}

async function corners(page) {
	await page.goto(address('lesson'));
	await button(page, 'none', 'Check your answer').click();
	await told(page, 'none', 'Right.');
	assert.ok(await visible(page, 'none', '[data-part=stone] .option-more'));
	await form(page, 'none').locator('[data-part=stone] summary').click();
	assert.ok(await visible(page, 'none', '[data-part=stone] details p'));
	assert.equal((await label(page, 'reset', 'true').innerText()).trim(), 'True');
	await label(page, 'reset', 'false').click();
	await button(page, 'reset', 'Check your answer').click();
	await told(page, 'reset', 'Not right.');
}

async function withoutScript(page) {
	await page.goto(address('test'));
	assert.equal(await page.locator('.rules:visible').count(), 1);
	assert.match(await page.locator('.rules:visible').innerText(), /^You can read the questions here\. A test needs JavaScript/);
}

async function withScript(page) {
	await page.goto(address('test'));
	assert.equal(await page.locator('.rules:visible').count(), 1);
	assert.match(await page.locator('.rules:visible').innerText(), /handed in everything/);
}

async function handedIn(page) {
	const handIn = page.getByRole('button', { name: 'Hand in' });

	await page.goto(address('test'));
	assert.equal(await button(page, 'one', 'Check your answer').count(), 0);
	await label(page, 'one', 'c').click();
	await page.keyboard.press('Enter');
	await told(page, 'one', '');
	assert.equal(await page.locator('.quiz-progress').innerText(), 'Answered: 1 of 3.');
	await handIn.click();
	await says(total(page), '2 questions are not answered. Press “Hand in” once more to hand in all the same.');
	await label(page, 'two', 'b').click();
	await handIn.click();
	await says(total(page), '1 question is not answered. Press “Hand in” once more to hand in all the same.');
	await handIn.click();
	await told(page, 'one', 'Partly right: 0.5 of 1.5 points.');
	await told(page, 'two', 'Not right: 0 of 1 point.');
	await told(page, 'three', 'Not answered.');
	assert.equal(await page.locator('.quiz-progress').innerText(), 'Answered: 2 of 3.');
	assert.ok(await visible(page, 'one', '[data-part=a] .part-mark'));
	await says(total(page), 'You have 0.5 of 2.5 points (20%). Not passed.');
	assert.ok(await page.locator('[data-band]').isVisible());
	await label(page, 'one', 'a').click();
	assert.equal(await form(page, 'one').locator('input[value=a]').isChecked(), false);
	await handIn.click({ force: true });
	await says(total(page), 'You have 0.5 of 2.5 points (20%). Not passed.');
}

async function hints(page) {
	await page.goto(address('hints'));
	await form(page, 'h1').locator('summary').first().click();
	await label(page, 'h1', 'b').click();
	await button(page, 'h1', 'Check your answer').click();
	await told(page, 'h1', 'Not right: 0 of 1 point. You have 2 tries left.');
	assert.ok(await form(page, 'h1').getByText('Second.').isVisible());
	await label(page, 'h1', 'a').click();
	await button(page, 'h1', 'Check your answer').click();
	await told(page, 'h1', 'Right: 0.65 of 1 point.');
	await says(total(page), 'You have 0.65 of 1 point (65%).');
}

async function solutionOnRequest(page) {
	await page.goto(address('hints'));
	await label(page, 'h1', 'b').click();
	await button(page, 'h1', 'Show the answer').click();
	assert.ok(await visible(page, 'h1', '[data-part=a] .part-mark'));
	await says(total(page), 'You have 0 of 1 point (0%).');
	await label(page, 'h1', 'a').click();
	assert.equal(await form(page, 'h1').locator('input[value=a]').isChecked(), false);
}

const bands = (page) => page.locator('.band:visible p:last-child').allInnerTexts();

async function signs(page) {
	const box = (name) => page.getByRole('checkbox', { name });
	const said = page.locator('form[data-ticks]').getByRole('status');
	const shown = async (text) => {
		assert.deepEqual(await bands(page), [text]);
		assert.match(await said.innerText(), new RegExp(text));
	};

	await page.goto(address('signs'));
	await shown('Nothing yet.');
	await box('Low pay').focus();
	await page.keyboard.press('Space');
	await shown('One of them.');
	await box('Long hours').check();
	await shown('Half of them.');
	await box('The passport is kept').check();
	await shown('Take advice today.');
	await box('The passport is kept').uncheck();
	await shown('Half of them.');
	await page.getByRole('button', { name: 'Clear' }).click();
	await page.waitForTimeout(100);
	await shown('Nothing yet.');
	assert.equal(await page.locator('input:checked').count(), 0);
	assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
}

async function signsWithoutScript(page) {
	await page.goto(address('signs'));
	assert.equal((await bands(page)).length, 4);
}

await run({
	'signs: the highest band that applies is shown': signs,
	'signs without script: all bands': { test: signsWithoutScript, options: { javaScriptEnabled: false } },
	'practice: no points, the answer on request, begin again': practice,
	'practice: nothing is right, pictures, hints of options, words of the locale': corners,
	'the rules without script': { test: withoutScript, options: { javaScriptEnabled: false } },
	'the rules with the script': withScript,
	'a test is handed in as a whole': handedIn,
	'hints cost what the author says, and open by themselves for nothing': hints,
	'the solution on request ends the question': solutionOnRequest,
});
