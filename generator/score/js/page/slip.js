/* SPDX-License-Identifier: MIT */
/*
 * The result slip at the end of a test: what was reached, and a code that holds the answers, to print or to copy. Whoever
 * leads the course scores it again with `pensum results`. Nothing is stored, nothing sent. This is part of a script
 * of its own that openslip.js loads; ${words}, the strings of the interface, stands in front of it (slipscript.c).
 */

const say = (key, args = {}) => words[key].replace(/%\{([a-z]+)\}/g, (all, name) => (name in args ? args[name] : all));

/* -- what is said -- */

const slipDate = (lang, date) => new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(date);

/* "3f2a-91c0": what tells two versions of a test apart. */
const slipVersion = ({ version, paper }) => `${version ? `${version} · ` : ''}${paper.slice(0, 4)}-${paper.slice(4)}`;

/* Pairs of a term and its words. */
function slipFacts({ data, attempt, score, passed }, date) {
	const { course, quiz, language } = data.slip;
	const facts = [
		['slip-course', course], ['slip-quiz', quiz], ['slip-version', slipVersion(data.slip)], ['slip-language', language],
		['slip-date', slipDate(data.lang, date)], ['slip-attempt', new Intl.NumberFormat(data.lang).format(attempt)],
	];

	if (score !== null)
		facts.push(['slip-score', score]);
	if (passed !== null)
		facts.push(['result', say(passed ? 'passed' : 'not-passed')]);
	return facts.map(([key, value]) => [say(key), value]);
}

/* -- elements -- */

function slipMake(name, attributes, ...children) {
	const element = document.createElement(name);

	Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
	element.append(...children);
	return element;
}

function slipList(facts) {
	return slipMake('dl', { class: 'slip-facts' }, ...facts.map(([term, words]) => slipMake('div', {}, slipMake('dt', {}, term), slipMake('dd', {}, words))));
}

function slipButton(text, act) {
	const button = slipMake('button', { type: 'button' }, text);

	button.addEventListener('click', act);
	return button;
}

/* -- paper: a sheet of its own, and nothing else of the page -- */

function slipPrint(sheet) {
	const end = () => {
		sheet.remove();
		document.body.classList.remove('printing');
		window.removeEventListener('afterprint', end);
	};

	document.querySelectorAll('body > .sheet').forEach((old) => old.remove());
	document.body.append(sheet);
	document.body.classList.add('printing');
	window.addEventListener('afterprint', end);
	window.print();
}

function slipSheet(view) {
	const facts = view.facts.slice();
	const picture = view.picture.firstChild;

	if (view.name.value.trim() !== '')
		facts.unshift([say('slip-name'), view.name.value.trim()]);
	return slipMake('div', { class: 'sheet' }, slipMake('h1', {}, say('slip-title')), slipList(facts),
		...(picture ? [picture.cloneNode(true)] : []), slipMake('p', { class: 'slip-code' }, view.letters));
}

/* No score on a certificate: it says that, not how well. */
function slipCertificate({ data, name, date }) {
	const { course, hours, issuer, language } = data.slip;
	const line = (key, args) => slipMake('p', {}, say(key, args));

	return slipMake('div', { class: 'sheet certificate' },
		slipMake('h1', {}, say('certificate')),
		slipMake('p', { class: 'certificate-name' }, name.value.trim()),
		line('certificate-text', {}),
		slipMake('p', { class: 'certificate-course' }, course),
		...(hours ? [line('certificate-hours', { hours })] : []),
		slipMake('p', {}, `${slipDate(data.lang, date)} · ${language} · ${slipVersion(data.slip)}`),
		...(issuer ? [slipMake('p', { class: 'certificate-issuer' }, issuer)] : []));
}

/* -- the code -- */

/* Where a page may not write to the clipboard, the code is selected, and the old way tried. */
function slipCopy(code, status) {
	const done = (copied) => {
		status.textContent = say(copied ? 'slip-copied' : 'slip-selected');
	};
	const select = () => {
		getSelection().selectAllChildren(code);
		done(document.execCommand('copy'));
	};

	if (navigator.clipboard && window.isSecureContext)
		navigator.clipboard.writeText(code.textContent).then(() => done(true), select);
	else
		select();
}

function slipView(slip, code) {
	const { data } = slip;
	const { date } = slip;
	const view = {
		data, code, date,
		facts: slipFacts(slip, date),
		letters: code === '' ? say('slip-no-code') : slipGroups(code),
		name: slipMake('input', { id: 'slip-name', type: 'text', autocomplete: 'name', 'aria-describedby': 'slip-name-help' }),
		picture: slipMake('div', { class: 'slip-picture' }),
		status: slipMake('p', { role: 'status', class: 'slip-status' }),
	};
	const letters = slipMake('p', { class: 'slip-code', translate: 'no' }, view.letters);
	const buttons = [slipButton(say('slip-print'), () => slipPrint(slipSheet(view)))];

	if (code !== '')
		buttons.push(slipButton(say('slip-copy'), () => slipCopy(letters, view.status)));
	if (data.slip.certificate && slip.passed !== false)
		buttons.push(slipButton(say('certificate-print'), () => slipPrint(slipCertificate(view))));
	const { lang, dir } = document.documentElement;
	view.element = slipMake('section', { class: 'slip', lang, dir, 'aria-labelledby': 'slip-title' },
		slipMake('h2', { id: 'slip-title' }, say('slip-title')),
		slipMake('p', {}, say('slip-intro')),
		slipList(view.facts),
		slipMake('p', { class: 'slip-field' }, slipMake('label', { for: 'slip-name' }, say('slip-name')), view.name),
		slipMake('p', { id: 'slip-name-help', class: 'slip-help' }, say('slip-name-help')),
		view.picture, slipMake('h3', {}, say('slip-code')), letters, slipMake('p', { class: 'question-actions' }, ...buttons), view.status);
	return view;
}

/* ${slip}: as slipFor() in openslip.js makes it. */
function showSlip(slip) {
	const code = slipCode({ paper: slip.data.slip.paper, day: slipDay(slip.date), attempt: slip.attempt, claim: slip.claim, items: slip.items });
	const rows = code === '' ? null : qrMatrix(`PENSUM ${code}`);
	const view = slipView(slip, code);

	if (rows)
		view.picture.append(qrDraw(rows, say('slip-picture')));
	slip.region.after(view.element);
}
