/* SPDX-License-Identifier: MIT */
/* What a whole quiz comes to (D14), and what it takes to pass (D15). */

/* Both sums over {weight, fraction}, numbers; a fraction of null is left out. */
function summed(items, floor) {
	const scored = items.filter(({ fraction }) => fraction !== null);

	return {
		score: greater(floor, sum(scored.map(({ weight, fraction }) => multiply(weight, fraction)))),
		max: sum(scored.map(({ weight }) => weight)),
	};
}

/* A pass mark in points of ${max}. It is text, a share of that, or {points}. */
const markIn = (mark, max) => (typeof mark === 'string' ? multiply(parse(mark), max) : parse(mark.points));
