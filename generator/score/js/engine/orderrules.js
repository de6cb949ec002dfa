/* SPDX-License-Identifier: MIT */
/* Rules for orders that give credit for a part of it. */

/* How many of the ${rising} numbers are below ${x}: where it belongs among them. */
function rank(rising, x) {
	let low = 0;
	for (let high = rising.length; low < high;) {
		const middle = (low + high) >> 1;
		if (rising[middle] < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const placed = (ids) => ids.map((id, i) => [id, i]);
const lastPlaces = (ids) => new Map(placed(ids));
const firstPlaces = (ids) => new Map(placed(ids).reverse());
/* Each id with the one before it, as a text. */
const neighbours = (ids) => ids.slice(1).map((id, i) => JSON.stringify([ids[i], id]));

Object.assign(orderRules, {
	position: (order, response) => share(order.filter((id, i) => id === response[i]).length, order.length),
	adjacent(order, response) {
		const kept = new Set(neighbours(response));
		const pairs = neighbours(order);
		return share(pairs.filter((pair) => kept.has(pair)).length, pairs.length);
	},
	/* b stands behind an a where its last place is behind the first one of a. */
	all_pairs(order, response) {
		const first = firstPlaces(response);
		const last = lastPlaces(response);
		const before = [];
		let kept = 0;
		for (const id of order.filter((other) => first.has(other))) {
			kept += rank(before, last.get(id));
			before.splice(rank(before, first.get(id)), 0, first.get(id));
		}
		return share(kept, order.length * (order.length - 1) / 2);
	},
	/* ${ends}[k]: the smallest place that a rising sequence of k + 1 ends with. */
	lis(order, response) {
		const right = firstPlaces(order);
		const ends = [];
		for (const id of response.filter((other) => right.has(other)))
			ends[rank(ends, right.get(id))] = right.get(id);
		return share(ends.length === 1 ? 0 : ends.length, order.length);
	},
});
