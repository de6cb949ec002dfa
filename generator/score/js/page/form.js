/* SPDX-License-Identifier: MIT */
/*
 * The questions of a page. The HTML holds all words: what an answer brings up is moved from the list of
 * answers, which readers without script open, to where it is needed. Nothing is stored, nothing sent.
 *
 * An item is one question: {data, q, form, state, shown, solved, done}. While ${shown}, a verdict stands there and the
 * button means "try again"; ${solved}: the key may be seen; ${done}: it was answered at least once.
 */

const part = (item, name) => item.form.querySelector(name);
const kind = (item) => forms[item.q.type];
const respond = (item) => kind(item).read(item.form);

function announce(element, text) {
	const line = document.createElement('p');

	line.textContent = text;
	element.replaceChildren(line);
}

/* -- hints -- */

/* Taken off for hints that the reader opened; those opened after a failed try are free. */
const hintCost = (item) => sum(Array.from(item.opened, (i) => parse(item.q.hints ? item.q.hints[i] : '0')));

function offerHint(item) {
	const next = Array.from(item.form.querySelectorAll('[data-hint]')).find((hint) => !hint.open);

	if (next) {
		item.free.add(next);
		next.open = true;
	}
}

function watchHints(item) {
	item.form.querySelectorAll('[data-hint]').forEach((hint, i) => {
		hint.addEventListener('toggle', () => {
			if (hint.open && !item.free.has(hint))
				item.opened.add(i);
		});
	});
}

/* -- what is shown after an answer -- */

function showFeedback(item) {
	const result = { right: 'correct', 'partly-right': 'partial', wrong: 'incorrect' }[verdict(item.state.result)];

	for (const feedback of item.form.querySelectorAll('[data-result]'))
		feedback.hidden = !item.shown || item.state.used === 0 || feedback.dataset.result !== result;
	for (const explanation of item.form.querySelectorAll('[data-explanation]'))
		explanation.hidden = !item.solved;
}

function showButtons(item) {
	const button = part(item, '[type=submit]');
	const reveal = part(item, '[data-action=reveal]');
	const over = item.state.locked && item.data.quiz.scored;

	button.textContent = message(item.data, item.shown && !over ? 'try-again' : 'check-answer', {});
	button.setAttribute('aria-disabled', String(over));
	if (reveal)
		reveal.setAttribute('aria-disabled', String(item.solved));
}

function render(item) {
	if (item.shown)
		kind(item).mark(item.data, item.q, item.form, item.response, item.solved);
	else
		kind(item).clear(item.form);
	showFeedback(item);
	showButtons(item);
}

/* Whether the key may be seen now that this try is counted. */
function solvedBy(item) {
	return item.q.solution !== 'never' && (item.state.full || (item.q.solution === 'after-last-try' && item.state.locked));
}

function show(item) {
	item.shown = true;
	item.solved = item.solved || solvedBy(item);
	if (item.state.used > 0)
		item.form.dataset.verdict = verdict(item.state.result);
	announce(part(item, '[role=status]'), outcome(item.data, item.q, item.state));
	render(item);
}

/* -- what the reader does -- */

/* Whether the answer counted; the page is told otherwise. */
function take(item) {
	const { did, state } = submit(item.q, item.state, respond(item), hintCost(item));

	if (did === 'counted') {
		item.state = state;
		item.response = respond(item);
		item.done = true;
	}
	return did;
}

function check(item) {
	const did = take(item);

	if (did === 'counted') {
		show(item);
		if (!item.state.locked)
			offerHint(item);
		item.changed();
	} else if (did !== 'locked') {
		announce(part(item, '[role=status]'), message(item.data, did === 'repeated' ? 'same-answer' : 'answer-first', {}));
	}
}

/* Back to the question; where no score is kept, it begins anew. */
function again(item) {
	if (!item.data.quiz.scored) {
		item.state = fresh();
		item.solved = false;
	}
	item.shown = false;
	delete item.form.dataset.verdict;
	part(item, '[role=status]').replaceChildren();
	render(item);
}

/* The solution on request: where points are kept, the question is over. */
function reveal(item) {
	if (item.solved)
		return;
	item.shown = item.solved = item.done = true;
	item.response = respond(item);
	item.state = { ...item.state, locked: true };
	announce(part(item, '[role=status]'), message(item.data, 'answer-shown', {}));
	render(item);
	item.changed();
}

function solve(item) {
	item.solved = item.q.solution !== 'never';
	render(item);
}

/* -- listening -- */

function onSubmit(item, event) {
	event.preventDefault();
	if (item.data.quiz.atEnd || (item.state.locked && item.data.quiz.scored))
		return;
	if (item.shown)
		again(item);
	else
		check(item);
}

/* A locked question keeps its answer: what the click changed is taken back by the browser. */
function onClick(item, event) {
	if (event.target.matches('input') && item.state.locked && item.data.quiz.scored)
		event.preventDefault();
	if (event.target.matches('[data-action=reveal]'))
		reveal(item);
}

function onChange(item, event) {
	const complaint = kind(item).change(item.data, item.q, item.form, event.target);

	if (item.shown)
		again(item);
	if (complaint)
		announce(part(item, '[role=status]'), complaint);
	item.changed();
}

/* Out of the list of answers, to where each thing will be shown; when that is need not be said any more. */
function unpack(item) {
	const answers = part(item, '[data-answers]');

	for (const when of answers.querySelectorAll('.feedback-when'))
		when.remove();
	kind(item).prepare(item.form);
	for (const element of answers.querySelectorAll('[data-result], [data-explanation]')) {
		element.hidden = true;
		answers.before(element);
	}
	answers.remove();
}

function openItem(data, q, form) {
	const item = {
		data, q, form, state: fresh(), response: [], shown: false, solved: false, done: false, opened: new Set(), free: new Set(),
		changed: () => {},
	};

	form.reset();
	unpack(item);
	watchHints(item);
	part(item, '.question-actions').hidden = data.quiz.atEnd;
	part(item, '[type=submit]').disabled = false;
	form.addEventListener('submit', (event) => onSubmit(item, event));
	form.addEventListener('click', (event) => onClick(item, event));
	form.addEventListener('change', (event) => onChange(item, event));
	render(item);
	return item;
}

function openItems(data) {
	return data.questions
		.map((q) => [q, document.getElementById(q.id)])
		.filter(([, form]) => form !== null && form.matches('form[data-question]'))
		.map(([q, form]) => openItem(data, q, form));
}
