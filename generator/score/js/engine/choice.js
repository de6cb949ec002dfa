/* SPDX-License-Identifier: MIT */
/*
 * Options that are ticked: `single` and `truefalse` (D3), `multiple` (D4). An id that is there twice counts once, one that
 * is no option counts not at all.
 */

/* How r right and x wrong ticks become a result, of C right and W wrong options. */
const rules = {
	exact: (r, x, C) => (r === C && x === 0 ? ONE : ZERO),
	partial: (r, x, C, W) => subtract(share(r, C), share(x, W)),
	cancel: (r, x, C) => share(r - x, C),
	strict: (r, x, C) => subtract(share(r, C), whole(x)),
	positive: (r, x, C) => share(r, C),
	decisions: (r, x, C, W) => share(r + W - x, C + W),
};

const isRight = (option) => option.correct === true;
const isNone = (q) => q.scoring.none_allowed === true && q.scoring.mode !== 'mapping' && !q.question.options.some(isRight);

/* The options that a response, one id or a list of them, ticks. */
function ticked(q, response) {
	const ids = new Set(typeof response === 'string' && response ? [response] : response);
	return q.question.options.filter((option) => ids.has(option.id));
}

const creditOf = ({ entries, default: other = '0' }, { id }) => parse(Object.hasOwnProperty.call(entries, id) ? entries[id] : other);

/* Credits of options (D2): full marks are the best one, or where many are ticked the sum of all above 0. */
function mappedScore(q, chosen, one) {
	const credits = q.question.options.map((option) => creditOf(q.scoring, option));
	const most = one ? credits.reduce(greater, credits[0] || ZERO) : sum(credits.filter((credit) => below(ZERO, credit)));
	const max = within(most, q.scoring, q.scoring.ceil);

	if (chosen.length === 0)
		return { score: ZERO, max };
	return { score: within(sum(chosen.map((option) => creditOf(q.scoring, option))), q.scoring, q.scoring.ceil), max };
}

function countedScore(q, chosen) {
	const right = q.question.options.filter(isRight).length;
	const hits = chosen.filter(isRight).length;

	if (isNone(q))
		return chosen.length === 0 ? ONE : ZERO;
	if (chosen.length === 0 || right === 0)
		return ZERO;
	return within(rules[q.scoring.mode || 'partial'](hits, chosen.length - hits, right, q.question.options.length - right), q.scoring, '1');
}

/* Where only one can be ticked, any of the right ones will do. */
function choiceScore(q, response, one) {
	const chosen = ticked(q, response);

	if (q.scoring.mode === 'mapping')
		return mappedScore(q, chosen, one);
	return { score: one ? (chosen.some(isRight) ? ONE : ZERO) : countedScore(q, chosen), max: ONE };
}

types.multiple = {
	/* Where nothing is right, ticking nothing is an answer. */
	state: (q, response) => (ticked(q, response).length > 0 || isNone(q) ? 'answered' : 'unanswered'),
	same(q, a, b) {
		const [one, other] = [ticked(q, a), ticked(q, b)];
		return one.length === other.length && one.every((option, i) => option === other[i]);
	},
	score: (q, response) => choiceScore(q, response, false),
};

types.single = types.truefalse = {
	state: (q, response) => (ticked(q, response).length > 0 ? 'answered' : 'unanswered'),
	score: (q, response) => choiceScore(q, response, true),
};
