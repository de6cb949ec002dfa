/* SPDX-License-Identifier: MIT */
/*
 * The end of a quiz page: how far one is, the total, in a test the button that hands everything in, and another attempt.
 *
 * A quiz is {data, session, items, region, button, retry, another, over, warned, said}; ${items} are those of the attempt.
 */

const scores = (items) => items.filter((item) => !isUnscored(item.q)).map((item) => ({ points: item.q.points, score: item.state.score }));
const isDone = (item) => item.done;
const isNeeded = (item) => item.q.required !== false;
const isComplete = (quiz) => quiz.items.filter(isNeeded).every(isDone);

/* Below the pass mark, where there is one. */
function isMissed(data, result) {
	const mark = passMark(data.quiz, result.max);
	return mark !== null && below(result.earned, mark);
}

/* When everything is answered: the keys that waited for it. */
function revealRest(items, data, result) {
	for (const item of items)
		if (!item.solved && (item.q.solution === 'after-submit-quiz' || (item.q.solution === 'after-pass' && !isMissed(data, result))))
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
	const closed = quiz.over || quiz.items.every((item) => item.state.locked || isUnscored(item.q));
	if (closed)
		closeAttempt(quiz.session, equal(result.max, ZERO) ? null : written(divide(result.earned, result.max)));
	const text = totalText(quiz.data, result, { closed, counts: gradedShare(quiz.session), left: attemptsLeft(quiz.session) });

	if (!isMissed(quiz.data, result))
		quiz.session.store.done();
	if (text !== quiz.said)
		announce(quiz.region.querySelector('[role=status]'), text);
	quiz.said = text;
	if (quiz.data.quiz.bands)
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
		quiz.retry.hidden = !isComplete(quiz) || toRetry(quiz).length === 0;
	quiz.another.hidden = attemptsLeft(quiz.session) < 1 || !(quiz.over || isComplete(quiz));
	if (quiz.data.quiz.atEnd ? quiz.over : isComplete(quiz))
		showTotal(quiz);
}

/* The evidence of a test that is over (openslip.js). */
function offerEvidence(quiz) {
	if (quiz.data.slip && typeof openSlip === 'function')
		openSlip({ ...quiz, attempt: quiz.session.record.n, date: new Date(quiz.session.record.d || Date.now()) });
}

/* As it stands before anything is answered. */
function resetQuiz(quiz) {
	Object.assign(quiz, { items: quiz.session.asked, over: false, warned: false, said: '' });
	quiz.region.querySelector('[role=status]').replaceChildren();
	quiz.region.querySelectorAll('[data-band]').forEach((band) => { band.hidden = true; });
	if (quiz.button)
		quiz.button.setAttribute('aria-disabled', 'false');
	document.querySelectorAll('.slip').forEach((slip) => slip.remove());
	update(quiz);
}

/* As it stands in what was kept. */
function reopenQuiz(quiz) {
	quiz.over = quiz.data.quiz.atEnd && quiz.session.record.over;
	if (quiz.button)
		quiz.button.setAttribute('aria-disabled', String(quiz.over));
	update(quiz);
	if (quiz.over)
		offerEvidence(quiz);
}

function openQuiz(session) {
	const { data, asked } = session;
	const region = document.querySelector('[data-quiz]');

	if (region === null || asked.length === 0)
		return;
	const quiz = {
		data, session, items: asked, region, over: false, warned: false, said: '',
		button: region.querySelector('[data-action=hand-in]'), retry: region.querySelector('[data-action=retry]'),
		another: region.querySelector('[data-action=another]'),
	};

	session.quiz = quiz;

	region.hidden = false;
	for (const band of document.querySelectorAll('[data-band]'))
		region.append(band);
	if (quiz.button && data.quiz.atEnd) {
		quiz.button.hidden = false;
		quiz.button.addEventListener('click', () => handIn(quiz));
	}
	quiz.another.addEventListener('click', () => beginAgain(session));
	if (quiz.retry)
		quiz.retry.addEventListener('click', () => retry(quiz));
	reopenQuiz(quiz);
}
