/* SPDX-License-Identifier: MIT */
/* The end of a quiz page: how far one is, the total, and in a test the button that hands everything in. */

const scores = (items) => items.filter((item) => !isUnscored(item.q)).map((item) => ({ points: item.q.points, score: item.state.score }));
const isDone = (item) => item.done;
const isAnswered = (item) => types[item.q.type].state(item.q, respond(item)) === 'answered';

function showBand(region, data, result) {
	const bands = data.quiz.bands || [];
	const scored = data.quiz.scored && !equal(result.max, ZERO);
	const best = scored ? bandOf(bands, divide(result.earned, result.max)) : -1;

	region.querySelectorAll('[data-band]').forEach((band) => {
		band.hidden = Number(band.dataset.band) !== best;
	});
}

/* When everything is answered: the keys that waited for it. */
function revealRest(items, data, result) {
	const mark = passMark(data.quiz, result.max);
	const passed = mark === null || !below(result.earned, mark);

	for (const item of items)
		if (!item.solved && (item.q.solution === 'after-submit-quiz' || (item.q.solution === 'after-pass' && passed)))
			solve(item);
}

function showProgress(quiz) {
	const done = quiz.items.filter(quiz.data.quiz.atEnd && !quiz.over ? isAnswered : isDone).length;

	quiz.region.querySelector('.quiz-progress').textContent = message(quiz.data, 'answered-of',
		{ count: number(quiz.data, done), total: number(quiz.data, quiz.items.length) }, done);
}

/* The total, once there is one; said again only when it is another. */
function showTotal(quiz) {
	const result = total(scores(quiz.items));
	const text = totalText(quiz.data, result, quiz.items.every((item) => item.state.locked || isUnscored(item.q)));

	if (text !== quiz.said)
		announce(quiz.region.querySelector('[role=status]'), text);
	quiz.said = text;
	showBand(quiz.region, quiz.data, result);
	revealRest(quiz.items, quiz.data, result);
}

/* What is not right yet, and may be tried again. */
const toRetry = (quiz) => quiz.items.filter((item) => item.state.result !== null && !item.state.full && !isOver(item));

function retry(quiz) {
	const items = toRetry(quiz);

	for (const item of items)
		if (item.shown)
			again(item);
	if (items.length > 0)
		items[0].form.querySelector('input, select, textarea, [data-move]').focus();
}

function update(quiz) {
	quiz.warned = false;
	showProgress(quiz);
	if (quiz.retry)
		quiz.retry.hidden = !quiz.items.every(isDone) || toRetry(quiz).length === 0;
	if (quiz.data.quiz.atEnd ? quiz.over : quiz.items.every(isDone))
		showTotal(quiz);
}

/* All answers at once; asked again once where some are missing. */
function handIn(quiz) {
	const open = quiz.items.filter((item) => !isAnswered(item)).length;

	if (quiz.over)
		return;
	if (open > 0 && !quiz.warned) {
		quiz.warned = true;
		announce(quiz.region.querySelector('[role=status]'), counted(quiz.data, 'unanswered', open));
		return;
	}
	quiz.over = true;
	for (const item of quiz.items) {
		take(item);
		item.state = { ...item.state, locked: true };
		show(item);
	}
	quiz.button.setAttribute('aria-disabled', 'true');
	update(quiz);
	if (typeof openSlip === 'function')
		openSlip(quiz);
}

function openQuiz(data, items) {
	const region = document.querySelector('[data-quiz]');

	if (region === null || items.length === 0)
		return;
	const quiz = { data, items, region, button: region.querySelector('[data-action=hand-in]'), retry: region.querySelector('[data-action=retry]'), over: false, warned: false, said: '' };

	region.hidden = false;
	for (const band of document.querySelectorAll('[data-band]'))
		region.append(band);
	if (quiz.button && data.quiz.atEnd) {
		quiz.button.hidden = false;
		quiz.button.addEventListener('click', () => handIn(quiz));
	}
	if (quiz.retry)
		quiz.retry.addEventListener('click', () => retry(quiz));
	for (const item of items)
		item.changed = () => update(quiz);
	update(quiz);
}
