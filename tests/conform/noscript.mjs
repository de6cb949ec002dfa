// SPDX-License-Identifier: GPL-3.0-or-later
//
// node noscript.mjs PUBLIC...: what somebody without scripts gets of each page. Nothing that is to be read is hidden, answers open where the page says that they do,
// and nothing that can be pressed does nothing. Prints a line for each breach.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addressOf, launch, pages, serve, tell, visit } from './stage.mjs';

const letters = (text) => (text.match(/\p{L}+/gu) ?? []).join(' ');
const promises = new Map();

// "The answers are under …", as the interface says it in a language.
function promise(lang) {
	if (!promises.has(lang)) {
		const [, words] = /^ {2}without-script: *(.*)$/m.exec(readFileSync(`${process.env.ROOT}/locales/${lang}.yaml`, 'utf8'));
		promises.set(lang, letters(words));
	}
	return promises.get(lang);
}

// Runs in the page.
function examine() {
	const found = { breaches: [], rules: '', lang: document.documentElement.lang, words: 0 };
	// What scripts bring, or say their results in, and what is for paper.
	const MEANT = '[data-with-script], [data-band], [data-quiz], [data-kept], [data-search], .question-actions, .part-mark, .moves, .scene-tools, .on-paper, .scene-paper, .scene-go, .visually-hidden';
	const say = (what, e) => found.breaches.push(`${what}: ${e.outerHTML.replace(/\s+/g, ' ').slice(0, 120)}`);
	const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && Array.from(e.getClientRects()).some((box) => box.width > 1 && box.height > 1);
	const main = document.querySelector('main');

	if (!main)
		return { ...found, breaches: ['no main'] };
	for (const folded of document.querySelectorAll('details'))
		if (seen(folded)) {
			// Some are always open where there is room, and need nothing to press.
			if (!Array.from(folded.children).some((e) => seen(e)))
				say('cannot be unfolded', folded);
			folded.open = true;
		}
	found.words = main.innerText.match(/\p{L}+/gu)?.length ?? 0;
	for (const e of main.querySelectorAll('h1, h2, h3, h4, p, li, td, th, dt, dd, figcaption, legend, label, pre, summary, img'))
		if ((e.textContent.trim() || e.matches('img')) && !e.closest(MEANT) && !seen(e))
			say('cannot be seen', e);
	for (const e of document.querySelectorAll('button, input[type=submit], input[type=button], [role=button], a[href="#"], a[href=""]'))
		if (seen(e) && !(e.type === 'reset' && e.form) && !e.hasAttribute('popovertarget') && !(e.type === 'submit' && e.form?.hasAttribute('action')))
			say('does nothing', e);
	for (const e of document.querySelectorAll('[data-with-script]'))
		if (seen(e))
			say('is true only with scripts', e);
	for (const e of document.querySelectorAll('[data-without-script]'))
		if (!seen(e))
			say('is for readers without scripts, and cannot be seen', e);
	found.rules = Array.from(document.querySelectorAll('[data-without-script]'), (e) => e.textContent).join(' ');
	const questions = Array.from(document.querySelectorAll('form[data-question]:not(.type-reflect)'));
	found.unanswered = questions.filter((form) => !/\p{L}/u.test(form.querySelector('[data-answers] > :not(summary)')?.innerText ?? '')).map((form) => form.id);
	found.answered = questions.length - found.unanswered.length;
	return found;
}

const browser = await launch();
const breaches = [];
let read = 0, answered = 0;

async function look(page, root, site, path) {
	await page.goto(addressOf(site, path), { waitUntil: 'load' });
	const found = await page.evaluate(examine);
	const breach = (what) => breaches.push(`${basename(join(root, '..'))}/${path}: ${what}`);

	found.breaches.forEach(breach);
	if (found.words < 4)
		breach(`${found.words} words`);
	if (found.rules && letters(found.rules).includes(promise(found.lang)))
		for (const id of found.unanswered)
			breach(`no answer to #${id}, which is promised`);
	answered += found.answered;
	read++;
}

for (const root of process.argv.slice(2)) {
	const site = await serve(root);
	await visit(browser, pages(root), { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, (page, path) => look(page, root, site, path));
	site.close();
}
await browser.close();
if (read === 0)
	breaches.push('there is no page');
tell(breaches, `${read} pages, ${answered} answers`);
