/* SPDX-License-Identifier: MIT */
/*
 * The questions of a page. The HTML holds all words: what an answer brings up is moved from the list of
 * answers, which readers without script open, to where it is needed. Nothing is stored, nothing sent.
 *
 * An item is one question: {data, q, form, state, response, shown, solved, done}. While ${shown}, a verdict on ${response} stands there and
 * the button means "try again"; ${solved}: the key may be seen; ${done}: it was answered at least once.
 */

const part = (item, name) => item.form.querySelector(name);
const kind = (item) => forms[item.q.type];
const respond = (item) => kind(item).read(item.form);

function announce(element, text) {
	const line = document.createElement('p');

	line.textContent = text;
	element.replaceChildren(line);
}

/* Why the answer cannot be taken as it is, or null. */
const complaintOf = (item) => (kind(item).complaint ? kind(item).complaint(item.data, item.q, respond(item)) : null);
const isAnswered = (item) => types[item.q.type].state(item.q, respond(item)) === 'answered' && complaintOf(item) === null;
const status = (item) => part(item, '[role=status]');
/* Nothing can be changed any more: where no score is kept, one always can. */
const isOver = (item) => item.state.locked && item.data.quiz.scored;

/* -- what is shown after an answer -- */

function showFeedback(item) {
	const { used, result } = item.state;
	const kindOf = used > 0 && result ? { right: 'correct', 'partly-right': 'partial', wrong: 'incorrect' }[verdict(result)] : '';

	for (const feedback of item.form.querySelectorAll('[data-result]'))
		feedback.hidden = !item.shown || feedback.dataset.result !== kindOf;
	for (const explanation of item.form.querySelectorAll('[data-explanation]'))
		explanation.hidden = !item.solved;
}

function showButtons(item) {
	const button = part(item, '[type=submit]');
	const over = isOver(item);
	const keys = isUnscored(item.q) ? ['finish-answer', 'change-answer'] : ['check-answer', 'try-again'];

	button.textContent = message(item.data, keys[Number(item.shown && !over)], {});
	button.setAttribute('aria-disabled', String(over));
	for (const other of item.form.querySelectorAll('[data-action]'))
		other.setAttribute('aria-disabled', String(other.dataset.action === 'reveal' ? item.solved : over));
	for (const field of item.form.querySelectorAll('[type=text], textarea'))
		field.readOnly = over;
}

function render(item) {
	if (item.shown && item.data.salt) {
		unsealAnswers(item.data, item.form);
		unpack(item);
	}
	if (item.shown)
		showParts(item.data, item.q, item.form, item.response, item.solved);
	else
		clearParts(item.form);
	showFeedback(item);
	showButtons(item);
}

/* Whether the key may be seen now that this try is counted. */
function solvedBy(item) {
	return item.q.solution !== 'never' && (item.state.full || item.state.result === null || (item.q.solution === 'after-last-try' && item.state.locked));
}

function show(item) {
	item.shown = true;
	item.solved = item.solved || solvedBy(item);
	if (item.state.used > 0 && item.state.result)
		item.form.dataset.verdict = verdict(item.state.result);
	announce(status(item), outcome(item.data, item.q, item.state));
	render(item);
}

/* -- what the reader does -- */

/* Whether the answer counted; the page is told otherwise. */
function take(item) {
	const { did, state } = submit(item.q, item.state, respond(item), item.hints ? hintCost(item) : ZERO);

	if (did === 'counted') {
		item.state = state;
		item.response = respond(item);
		item.done = true;
	}
	return did;
}

function check(item) {
	const complaint = complaintOf(item);
	const did = complaint === null ? take(item) : 'invalid';

	if (did === 'counted') {
		show(item);
		if (item.hints && !item.state.locked)
			offerHint(item);
		item.changed();
	} else if (did !== 'locked') {
		announce(status(item), complaint || message(item.data, did === 'repeated' ? 'same-answer' : kind(item).first, {}));
	}
}

/* Back to the question; where no score is kept, it begins anew. */
function again(item) {
	if (!item.data.quiz.scored) {
		item.state = fresh();
		item.solved = false;
	}
	if (item.clearing)
		emptyParts(item.q, item.form, item.response);
	item.shown = item.clearing = false;
	delete item.form.dataset.verdict;
	status(item).replaceChildren();
	render(item);
}

function solve(item) {
	item.solved = item.q.solution !== 'never';
	render(item);
}

/* -- listening -- */

function onSubmit(item, event) {
	event.preventDefault();
	if (item.data.quiz.atEnd || isOver(item))
		return;
	if (item.shown)
		again(item);
	else
		check(item);
}

/* A button of the answer itself, which moves something. */
function onPress(item, button) {
	const said = kind(item).press(item.data, item.form, button);

	if (item.shown)
		again(item);
	announce(status(item), said || '');
	if (button.dataset.action === 'keep' && !item.data.quiz.atEnd)
		check(item);
	item.changed();
}

/* A locked question keeps its answer: what the click changed is taken back by the browser. */
function onClick(item, event) {
	const button = event.target.closest('button');

	if (event.target.matches('input') && isOver(item))
		event.preventDefault();
	if (!button)
		return;
	if (button.dataset.action === 'reveal')
		reveal(item);
	else if (button.type === 'button' && !isOver(item))
		onPress(item, button);
}

function onChange(item, event) {
	if (isOver(item)) {
		kind(item).fill(item.form, item.response);
		return;
	}
	const complaint = kind(item).change(item.data, item.q, item.form, event.target);
	if (item.shown)
		again(item);
	if (complaint)
		announce(status(item), complaint);
	item.changed();
}

/* Whoever goes on typing wants to try again. */
function onInput(item, event) {
	if (item.shown && event.target.matches('[type=text], textarea'))
		again(item);
}

/* Out of the list of answers, to where each thing will be shown; when that is need not be said any more. */
function unpack(item) {
	const answers = part(item, '[data-answers]');

	if (!answers || answers.dataset.sealed)
		return;
	for (const when of answers.querySelectorAll('.feedback-when'))
		when.remove();
	unpackParts(item.form);
	for (const element of answers.querySelectorAll('[data-result], [data-explanation], [data-right]')) {
		element.hidden = true;
		answers.before(element);
	}
	answers.remove();
}

function openItem(data, q, form) {
	const item = {
		data, q, form, state: fresh(), response: [], shown: false, solved: false, done: false, opened: new Set(), free: new Set(),
		hints: form.querySelector('[data-hint]') !== null, changed: () => {},
	};

	form.reset();
	unpack(item);
	if (kind(item).prepare)
		kind(item).prepare(form, q, data);
	if (item.hints)
		watchHints(item);
	part(item, '.question-actions').hidden = data.quiz.atEnd;
	part(item, '[type=submit]').disabled = false;
	form.addEventListener('submit', (event) => onSubmit(item, event));
	form.addEventListener('click', (event) => onClick(item, event));
	form.addEventListener('change', (event) => onChange(item, event));
	form.addEventListener('input', (event) => onInput(item, event));
	if (typeof openPicture === 'function')
		openPicture(form);
	render(item);
	return item;
}

function openItems(data) {
	return data.questions
		.map((q) => [q, document.getElementById(q.id)])
		.filter(([, form]) => form !== null && form.matches('form[data-question]'))
		.map(([q, form]) => openItem(data, q, form));
}
