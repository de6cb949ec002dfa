/* SPDX-License-Identifier: MIT */
/* Options that have credits of their own, where the rule of choice.js is `mapping`. */

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
