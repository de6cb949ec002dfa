/* SPDX-License-Identifier: MIT */
/* Rules for pairs besides the usual one, which is in pairs.js. */

Object.assign(pairRules, {
	exact: (items, hits) => (hits.length === items.length ? ONE : ZERO),
	half: (items, hits) => share(Math.max(0, 2 - items.length + hits.length), 2),
	deduct(items, hits, question, { deduction }) {
		const wrong = items.filter((item) => item.answered && !item.right).length;
		const left = subtract(whole(hits.length), multiply(parse(deduction), whole(wrong)));
		return greater(ZERO, divide(left, whole(items.length)));
	},
});
