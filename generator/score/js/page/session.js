/* SPDX-License-Identifier: MIT */
/*
 * One reader and the questions of a page: which of them an attempt asks, and what is kept of the answers.
 *
 * A session is {data, items, asked, store, record, quiz}: all items, those that this attempt asks, where answers are kept and what
 * is kept (store.js), and what stands at the end of a quiz page (quiz.js) or null.
 */

/* -- attempts -- */

/* What is kept of the results of finished attempts: only what the grade can still need. */
function pastAfter(past, score, grade) {
	const scores = [...past, score].filter((one) => one !== null);

	if (grade === 'average')
		return scores;
	return scores.length === 0 ? [] : [written(graded(scores.map(parse), grade))];
}

const attemptsLeft = ({ data: { quiz }, record }) => (quiz.attempts === undefined ? Infinity : quiz.attempts - record.n);

/* What counts of all attempts, a share of full marks; null where there is nothing yet. */
const gradedShare = ({ data: { quiz }, record }) => graded(record.past.filter((one) => one !== null).map(parse), quiz.grade);

/* The attempt is over with that share of full marks, "5/6", or null where there is no score. */
function closeAttempt(session, share) {
	const { record, data } = session;

	if (record.over)
		return;
	record.over = true;
	record.d = Date.now();
	record.past = pastAfter(record.past, share, data.quiz.grade);
	saveSession(session);
}

/* -- what is kept -- */

/* What somebody thought is nobody else's: of those who share a device, too. */
const isPrivate = ({ q }) => q.type === 'reflection';

function saveSession({ record, items, store }) {
	for (const item of items) {
		const kept = isPrivate(item) ? null : keptOf(item, respond(item));

		if (kept === null)
			delete record.q[item.q.id];
		else
			record.q[item.q.id] = kept;
	}
	store.write(record);
}

function restoreItem(item, kept) {
	const { changed, response, state, opened } = safeState(item.q, kept);

	if (response !== null)
		attempted(() => kind(item).fill(item.form, response));
	Object.assign(item, { state, response: state.last, done: state.used > 0 || state.locked });
	opened.forEach((i) => item.opened.add(i));
	item.solved = item.q.solution !== 'never' && (kept.l === 1 || solvedBy(item));
	if (changed)
		announce(status(item), message(item.data, 'changed-since', {}));
	else if (state.used > 0 && sameAnswer(item.q, respond(item), state.last))
		show(item);
	else if (item.solved)
		render(Object.assign(item, { shown: true, response: respond(item) }));
}

/* Whatever somebody wrote into the storage: a question that cannot be shown with it begins anew. */
function restore(session) {
	for (const item of session.items) {
		const kept = session.record.q[item.q.id];
		if (isMap(kept) && !attempted(() => restoreItem(item, kept)))
			resetItem(item);
	}
}

/* -- from the beginning -- */

function resetItem(item) {
	item.form.reset();
	Object.assign(item, { state: fresh(), response: [], shown: false, solved: false, done: false, clearing: false });
	item.opened.clear();
	item.free.clear();
	for (const hint of item.form.querySelectorAll('details'))
		hint.open = false;
	if (kind(item).prepare)
		kind(item).prepare(item.form, item.q, item.data);
	delete item.form.dataset.verdict;
	status(item).replaceChildren();
	render(item);
}

function begin(session, record) {
	const { data } = session;

	session.record = record;
	session.items.forEach(resetItem);
	if (typeof arrangeAll === 'function')
		arrangeAll(data, record.n);
	if (data.quiz.draws)
		deliver(session);
	if (session.quiz)
		resetQuiz(session.quiz);
}

/* Another attempt: the reader is taken to its first question. */
function beginAgain(session) {
	const { record: { n, past } } = session;

	begin(session, newRecord(n + 1, past));
	saveSession(session);
	const title = session.asked[0].form.querySelector('legend');
	title.tabIndex = -1;
	title.focus();
}

/* -- the words about it -- */

/* A link to the first question that is open; the address the reader came by is never changed. */
function offerResume(session) {
	const { asked, record, data } = session;
	const next = asked.find((item) => !item.done && !isAnswered(item));
	const line = document.createElement('p');
	const link = document.createElement('a');

	document.querySelectorAll('.resume').forEach((old) => old.remove());
	if (record.over || !next || next === asked[0] || Object.keys(record.q).length === 0)
		return;
	line.className = 'resume';
	link.href = `#${next.q.id}`;
	link.textContent = message(data, 'continue', {});
	line.append(link);
	asked[0].form.before(line);
}

/* All is as ${record} has it. */
function resume(session, record) {
	begin(session, record);
	restore(session);
	saveSession(session);
	if (session.quiz)
		reopenQuiz(session.quiz);
	offerResume(session);
}

function openSession(data, items) {
	const store = openStore(data, data.keep === false ? null : window.pensum);
	const session = { data, items, asked: items, store, record: store.read(), quiz: null, carries: false };

	if (typeof arrangeAll === 'function')
		arrangeAll(data, session.record.n);
	if (data.quiz.draws)
		deliver(session);
	restore(session);
	for (const item of items)
		item.changed = () => {
			saveSession(session);
			carryAnswers(session);
			if (session.quiz)
				update(session.quiz);
		};
	window.addEventListener('pagehide', () => saveSession(session));
	document.addEventListener('pensum:forgotten', () => {
		begin(session, store.read());
		offerResume(session);
	});
	return session;
}
