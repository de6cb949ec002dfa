// SPDX-License-Identifier: GPL-3.0-or-later
//
// node keyboard.mjs PUBLIC LANG: the course as somebody takes it who has Tab, arrows, Space and Enter. From the first page to the last: every question answered right,
// every quiz passed, the story walked to its end, by safe choices. What has the focus must be seen, and be seen to have it.
// Prints what was done, and what is wrong, where it goes no further. BREAK= breaks the pages in one way or another, to see whether that is noticed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inside, read, words } from '../page.mjs';
import { launch, pages, serve, tell } from './stage.mjs';

const [root, lang] = process.argv.slice(2);
const MOST = 400;
// A lesson has a next page, a module a start.
const NEXT = '.pager-next, .module-pages .button';

const BREAKS = {
	submit: [/\.html$/, (text) => text.replaceAll('<button type="submit"', '<button tabindex="-1" type="submit"')],
	next: [/\.html$/, (text) => text.replaceAll(/<a [^>]*rel="next"/g, '$& tabindex="-1"')],
	choice: [/\.html$/, (text) => text.replaceAll(' data-choice>', ' data-choice tabindex="-1">')],
	ring: [/\.css$/, (text) => `${text}\n*, *::before, *::after { outline: none !important; box-shadow: none !important }\n`],
	cover: [/\.css$/, (text) => `${text}\nbody::before { content: ""; position: fixed; inset: 0; z-index: 99; background: #fff }\n`],
};
const broken = BREAKS[process.env.BREAK];
const site = await serve(root, broken && ((path, text) => (broken[0].test(path) ? broken[1](text) : text)));
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
const done = { pages: new Set(), questions: 0, quizzes: 0, stories: 0, presses: 0, rounds: 0 };
const breaches = new Set();

class Stuck extends Error {}

const here = () => decodeURIComponent(new URL(page.url()).pathname.slice(1));

async function press(key) {
	await page.keyboard.press(key);
	done.presses++;
}

// What is wrong with how the focus shows, or nothing. Runs in the page.
function focusFault() {
	const e = document.activeElement;
	if (e === document.body || e.matches('main, [id=page-end]'))
		return '';
	const name = e.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
	const ringed = (one) => (getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2) || getComputedStyle(one).boxShadow !== 'none';
	if (![e, e.parentElement, e.closest('label, svg, li')].some((one) => one && ringed(one)))
		return `has the focus and no ring: ${name}`;
	const boxes = Array.from(e.getClientRects()).filter((box) => box.width > 0 && box.height > 0);
	const open = boxes.some((box) => {
		const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 2), y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 2);
		const top = document.elementFromPoint(x, y);
		return top && x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 1 && (e.contains(top) || e.closest('label')?.contains(top));
	});
	return open ? '' : `has the focus and cannot be seen: ${name}`;
}

// Goes on by Tab until what has the focus matches.
async function tabTo(selector) {
	for (let i = 0; i < MOST; i++) {
		await press('Tab');
		const [there, fault] = await page.evaluate(`[document.activeElement.matches(${JSON.stringify(selector)}), (${focusFault})()]`);
		if (fault)
			breaches.add(`${here()}: ${fault}`);
		if (there)
			return;
	}
	throw new Stuck(`the Tab key does not reach ${selector}`);
}

const focusIs = (selector) => page.evaluate((s) => document.activeElement.matches(s), selector);

// Follows the link that has the focus, to another page.
async function follow(selector) {
	await tabTo(selector);
	await Promise.all([page.waitForNavigation({ timeout: 10000 }), press('Enter')]);
}

// Past what is the same on every page.
async function skip() {
	await tabTo('.skip-link');
	await press('Enter');
	if (!(await focusIs('main')))
		throw new Stuck('the first link does not lead to the content');
}

/* -- questions -- */

// What is right for each question, as the page says it to those who have no script: { part: true } for what is ticked, { part: words } for what is chosen.
function answers() {
	const { elements } = read(readFileSync(join(root, here()), 'utf8'));
	const all = new Map();

	for (const form of elements.filter((e) => e.name === 'form' && e.attrs['data-question'])) {
		const right = {};
		for (const e of elements) {
			if (e.attrs['data-answer'] === undefined || !inside(e, (up) => up === form))
				continue;
			const chosen = elements.find((x) => 'data-right' in x.attrs && inside(x, (up) => up === e));
			if (chosen)
				right[e.attrs['data-answer']] = words(chosen.text).replace(/^[^:]*: /, '');
			else if (/\bis-right\b/.test(e.attrs.class))
				right[e.attrs['data-answer']] = true;
		}
		all.set(form.attrs['data-question'], { type: /type-(\w+)/.exec(form.attrs.class)[1], right });
	}
	return all;
}

async function tick(form, part) {
	const input = `${form} [data-part="${part}"] input`;

	if (await page.evaluate((s) => document.querySelector(s).type === 'radio', input)) {
		await tabTo(`${form} input`);
		for (let i = 0; i < 20 && !(await focusIs(input)); i++)
			await press('ArrowDown');
	} else {
		await tabTo(input);
	}
	if (!(await page.evaluate((s) => document.querySelector(s).checked, input)))
		await press('Space');
}

const chosenIn = (select) => page.evaluate((s) => document.querySelector(s).selectedOptions[0].textContent.replace(/\s+/g, ' ').trim(), select);

async function choose(form, part, text) {
	const select = `${form} [data-part="${part}"] select`;

	if ((await chosenIn(select)) === text)
		return false;
	await tabTo(select);
	for (let i = 0; i < 20 && (await chosenIn(select)) !== text; i++)
		await press(i < 10 ? 'ArrowDown' : 'ArrowUp');
	if ((await chosenIn(select)) !== text)
		throw new Stuck(`“${text}” cannot be chosen in ${select}`);
	return true;
}

// What may be used once leaves the place where it was, also where arrows only pass over it: then that place is filled again.
async function chooseAll(form, wanted) {
	for (let round = 0, changed = true; changed; round++) {
		changed = false;
		if (round > wanted.length)
			throw new Stuck(`${form}: what is chosen does not stay`);
		for (const [part, text] of wanted)
			changed = (await choose(form, part, text)) || changed;
		done.rounds = Math.max(done.rounds, round);
	}
}

async function answer(id, { type, right }) {
	const form = `form[data-question="${id}"]`;
	const shown = await page.locator(`${form} [data-part]`).evaluateAll((all) => all.map((e) => e.dataset.part));

	if (!['single', 'multiple', 'truefalse', 'match', 'sort'].includes(type))
		throw new Stuck(`nobody has taught this check to answer a question of type ${type}`);
	for (const part of shown.filter((one) => right[one] === true))
		await tick(form, part);
	await chooseAll(form, shown.filter((one) => typeof right[one] === 'string').map((one) => [one, right[one]]));
	await tabTo(`${form} button[type=submit]`);
	await press(done.questions % 2 ? 'Enter' : 'Space');
	await page.waitForFunction((s) => document.querySelector(s).dataset.verdict, form, { timeout: 5000 }).catch(() => {
		throw new Stuck(`${form} has no verdict`);
	});
	if ((await page.locator(form).getAttribute('data-verdict')) !== 'right')
		throw new Stuck(`${form}: the answer that the page calls right is not`);
	done.questions++;
}

async function quiz() {
	const total = page.locator('[data-quiz]');

	if ((await total.count()) === 0)
		return;
	await page.waitForFunction(() => /\p{N}/u.test(document.querySelector('[data-quiz] [role=status]').textContent), null, { timeout: 5000 });
	const said = await total.locator('[role=status]').innerText();
	if (!/100/.test(said))
		throw new Stuck(`the quiz says “${said}”`);
	done.quizzes++;
}

/* -- stories -- */

async function story() {
	if ((await page.locator('[data-story]').count()) === 0)
		return;
	await tabTo('[data-here] .scene-on a');
	await press('Enter');
	for (let i = 0; i < 40; i++) {
		await page.waitForTimeout(50);
		const scene = await page.evaluate(() => {
			const one = document.querySelector('[data-story] [data-here]');
			const outcome = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.querySelector('.outcome-safe');
			const safe = Array.from(one.querySelectorAll('[data-choice]')).find(outcome);
			return { id: one.id, choice: safe?.getAttribute('href'), on: Boolean(one.querySelector('.scene-on a')) };
		});
		if (!scene.choice && !scene.on) {
			done.stories++;
			return;
		}
		await tabTo(scene.choice ? `[data-here] a[href="${scene.choice}"]` : '[data-here] .scene-on a');
		await press('Enter');
		await page.waitForFunction((id) => document.querySelector('[data-story] [data-here]').id !== id, scene.id, { timeout: 5000 }).catch(() => {
			throw new Stuck(`the story stays at #${scene.id}`);
		});
	}
	throw new Stuck('the story does not end');
}

/* -- the way -- */

async function course() {
	await page.goto(site.url);
	await follow(`a[hreflang="${lang}"]`);
	await skip();
	await follow('main .card a');
	await skip();
	await follow('main .start .button');
	for (let i = 0; i < 100; i++) {
		await page.waitForLoadState('load');
		if (done.pages.has(here()))
			throw new Stuck('the way comes back to where it was');
		done.pages.add(here());
		await skip();
		for (const [id, right] of answers())
			await answer(id, right);
		await quiz();
		await story();
		if ((await page.locator(NEXT).count()) === 0)
			return;
		await follow(NEXT);
	}
}

try {
	await course();
	const left = pages(root).filter((f) => new RegExp(`^${lang}/[^/]+/[^/]+/`).test(f) && !/\/glossary\//.test(f) && !done.pages.has(f));
	for (const f of left)
		breaches.add(`${f}: the way does not lead here`);
	if (done.quizzes === 0 || done.stories === 0)
		breaches.add('no quiz, or no story');
} catch (error) {
	breaches.add(`${here()}: ${error instanceof Stuck ? error.message : error.stack}`);
}
await browser.close();
site.close();
tell([...breaches], `${done.pages.size} pages, ${done.questions} questions, ${done.quizzes} quizzes, ${done.stories} stories, ${done.presses} keys; lists were gone through up to ${done.rounds} times`);
