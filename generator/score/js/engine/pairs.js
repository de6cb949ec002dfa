/* SPDX-License-Identifier: MIT */
/*
 * Items that belong to targets: `matching` and `classification` (D5), `matrix` (D10). An item without an answer is neither
 * right nor wrong, but for a decoy, which belongs nowhere: leaving it is right.
 */

/* The items of the question, as the response has them. What it says of other items is ignored. */
function itemsOf({ pairs }, response) {
	const given = new Map(Object.entries(response || {}));
	return Object.entries(pairs).map(([left, target]) => {
		const answer = given.get(left) || null;
		return { left, answered: answer !== null, right: answer === target };
	});
}

/* The other rules are in pairrules.js. */
const pairRules = {
	per_pair(items, hits, { weights = {} }) {
		const written = new Map(Object.entries(weights));
		const weigh = (list) => sum(list.map(({ left }) => (written.has(left) ? parse(written.get(left)) : ONE)));
		const all = weigh(items);
		return all.n === 0n ? ZERO : divide(weigh(hits), all);
	},
};

types.matching = types.classification = types.matrix = {
	state: ({ question }, response) => (itemsOf(question, response).some((item) => item.answered) ? 'answered' : 'unanswered'),
	score({ question, scoring = {} }, response) {
		const items = itemsOf(question, response);
		const hits = items.filter((item) => item.right);
		return {
			score: items.some((item) => item.answered) ? pairRules[scoring.mode || 'per_pair'](items, hits, question, scoring) : ZERO, max: ONE,
		};
	},
};
