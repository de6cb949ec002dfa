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

const pairRules = {
	per_pair(items, hits, { weights = {} }) {
		const written = new Map(Object.entries(weights));
		const weigh = (list) => sum(list.map(({ left }) => (written.has(left) ? parse(written.get(left)) : ONE)));
		const all = weigh(items);
		return all.n === 0n ? ZERO : divide(weigh(hits), all);
	},
	exact: (items, hits) => (hits.length === items.length ? ONE : ZERO),
	half: (items, hits) => share(Math.max(0, 2 - items.length + hits.length), 2),
	deduct(items, hits, question, { deduction }) {
		const wrong = items.filter((item) => item.answered && !item.right).length;
		const left = subtract(whole(hits.length), multiply(parse(deduction), whole(wrong)));
		return greater(ZERO, divide(left, whole(items.length)));
	},
};

/* Credits of pairs: each distinct one counts, under its two names with a blank between. */
function mappedPairs({ entries, default: other = '0', ...bounds }, response) {
	const credits = new Map(Object.entries(entries));
	const chosen = [...new Map((response || []).map((pair) => [JSON.stringify(pair), pair.join(' ')])).values()];
	const bound = (list) => within(sum(list.map(parse)), bounds, bounds.ceil);

	return {
		score: chosen.length === 0 ? ZERO : bound(chosen.map((name) => (credits.has(name) ? credits.get(name) : other))),
		max: bound([...credits.values()].filter((credit) => credit[0] !== '-')),
	};
}

types.matching = types.classification = types.matrix = {
	state({ question, scoring = {} }, response) {
		const there = scoring.mode === 'mapping' ? (response || []).length > 0 : itemsOf(question, response).some((item) => item.answered);
		return there ? 'answered' : 'unanswered';
	},
	score({ question, scoring = {} }, response) {
		const mode = scoring.mode || 'per_pair';
		if (mode === 'mapping')
			return mappedPairs(scoring, response);
		const items = itemsOf(question, response);
		const hits = items.filter((item) => item.right);
		return { score: items.some((item) => item.answered) ? pairRules[mode](items, hits, question, scoring) : ZERO, max: ONE };
	},
};
