/* SPDX-License-Identifier: MIT */
/*
 * The way to the result slip (slip.js), whose script is loaded only when a test is over.
 *
 * openSlip(quiz) is called when a test is handed in; again for another attempt, whose slip takes the place of the old one.
 * It reads quiz.date, when that was (now, where it is not said), quiz.data, quiz.items (quiz.js; those that were drawn), quiz.region, behind which the slip is put, and quiz.attempt (the first is
 * 1, which it is where it is not said). quiz.data.slip comes from slipdata.c:
 *
 *	script    name of the slip's script, in the folder of this one
 *	paper     eight digits of base 16: the mark of the paper (keyfile.h)
 *	course, quiz  titles of the course and of the page
 *	language  name of the page's language, in it
 *	certificate  true: who has passed (or where nothing can be passed) may print one; hours, issuer for it, if they are known
 */

/* The score in hundredths of a percent, cut; null where there is none. */
const slipClaim = ({ earned, max }) => (max.n === 0n ? null : Number((10000n * earned.n * max.d) / (earned.d * max.n)));

function slipScore(data, { earned, max }) {
	const mark = passMark(data.quiz, max);
	const limits = [ONE].concat(mark === null ? [] : [divide(mark, max)]);

	return `${pointsOf(data, earned, max)} (${percent(data, rounded(divide(earned, max), 2, limits))})`;
}

/* The response that counts of each question of the page; what was not drawn has none. */
function slipItems({ data, items }) {
	return data.questions.map((q) => {
		const item = items.find((one) => one.q.id === q.id);

		if (!item)
			return { q, delivered: false };
		const { used, last } = item.state;
		return { q: item.q, response: used > 0 ? last : respond(item), tries: Math.max(1, used), hints: Array.from(item.opened) };
	});
}

/* What the slip says of an attempt: claim, score in words (null: there is none), passed (null: nothing to pass). */
function slipFor(quiz) {
	const result = total(scores(quiz.items));
	const mark = passMark(quiz.data.quiz, result.max);
	const claim = slipClaim(result);

	return {
		data: quiz.data, region: quiz.region, attempt: quiz.attempt || 1, date: quiz.date || new Date(), items: slipItems(quiz), claim,
		score: claim === null ? null : slipScore(quiz.data, result),
		passed: mark === null ? null : !below(result.earned, mark),
	};
}

/* Where the script cannot be had now, a button asks for it again. */
function offerSlip(quiz) {
	const button = document.createElement('button');

	button.type = 'button';
	button.className = 'slip';
	button.textContent = message(quiz.data, 'slip-again', {});
	button.addEventListener('click', () => openSlip(quiz));
	closeSlip();
	quiz.region.after(button);
}

function closeSlip() {
	for (const old of document.querySelectorAll('.slip'))
		old.remove();
}

function openSlip(quiz) {
	const show = (showSlip) => {
		closeSlip();
		showSlip(slipFor(quiz));
	};

	loadScript(quiz.data.slip.script, 'pensum:slip', show, () => offerSlip(quiz));
}
