/* SPDX-License-Identifier: MIT */
/*
 * Options that are ticked: `single` and `truefalse` (D3), `multiple` (D4). An id that is there twice counts once, one that
 * is no option counts not at all.
 */

/* How r right and x wrong ticks become a result, of C right and W wrong options; the other rules are in choicerules.js. */
const rules = { partial: (r, x, C, W) => subtract(share(r, C), share(x, W)) };

const isRight = (option) => option.correct === true;
const isNone = (q) => q.scoring.none_allowed === true && q.scoring.mode !== 'mapping' && !q.question.options.some(isRight);

/* The options that a response, one id or a list of them, ticks. */
function ticked(q, response) {
	const ids = new Set(typeof response === 'string' && response ? [response] : response);
	return q.question.options.filter((option) => ids.has(option.id));
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

/* Where only one can be ticked, any of the right ones will do. Credits of options are in choicecredits.js. */
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
