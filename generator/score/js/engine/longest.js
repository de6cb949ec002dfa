/* SPDX-License-Identifier: MIT */
/*
 * What a story is worth at best: the richest way from its start to an end that visits no node twice. Hard where ways go
 * round in circles, so each knot of circles is looked at by itself, and what follows from a node depends only on which
 * nodes of its knot can still be reached: that is remembered. Pages have the result; only vectors need this, and stories that take
 * too long are told before they come here (score/longest.h).
 */

/* The nodes that can be reached, each behind everything that it leads to, but for ways round in a circle. */
function reached(start, follow) {
	const order = [];
	const seen = new Set([start]);
	const open = [[start, follow(start).values()]];

	while (open.length > 0) {
		const [node, rest] = open[open.length - 1];
		const { value: to, done } = rest.next();
		if (done) {
			order.push(node);
			open.pop();
		} else if (!seen.has(to)) {
			seen.add(to);
			open.push([to, follow(to).values()]);
		}
	}
	return order;
}

/* Knots: nodes that lead to each other. Each knot stands behind those that lead to it. */
function knots(order, follow) {
	const back = new Map(order.map((node) => [node, []]));
	const knotOf = new Map();

	for (const node of order)
		for (const to of follow(node))
			back.get(to).push(node);
	return [...order].reverse().filter((node) => !knotOf.has(node)).map((node) => {
		const knot = [node];
		knotOf.set(node, knot);
		for (let i = 0; i < knot.length; i++)
			for (const from of back.get(knot[i]))
				if (!knotOf.has(from)) {
					knotOf.set(from, knot);
					knot.push(from);
				}
		return knot;
	});
}

const better = (a, b) => (a === undefined ? b : b === undefined ? a : greater(a, b));

function richest(order, edgesOf, follow) {
	const best = new Map(); /* of nodes of knots that are done; without a value where no end is reached */
	const all = knots(order, follow).reverse();
	const knotOf = new Map(all.flatMap((knot) => knot.map((node) => [node, knot])));
	const doors = new Set(order.slice(-1)); /* nodes that a way into their knot leads to */

	for (const node of order)
		follow(node).filter((to) => knotOf.get(to) !== knotOf.get(node)).forEach((to) => doors.add(to));
	for (const knot of all) {
		const places = new Map(knot.map((node, i) => [node, i]));
		const exit = knot.map((node) => edgesOf(node).filter(({ to }) => !places.has(to)).reduce((most, edge) => {
			const rest = edge.to === null ? ZERO : best.get(edge.to);
			return rest === undefined ? most : better(most, add(edgePoints(edge), rest));
		}, undefined));
		const inner = knot.map((node, i) => edgesOf(node).map((edge) => ({ points: edgePoints(edge), to: places.get(edge.to) }))
			.filter(({ to }) => to !== undefined && to !== i));
		const known = new Map();
		const visited = knot.map(() => false);

		/* What of the knot can still be reached from ${at}, as a text. */
		const region = (at) => {
			const marks = knot.map(() => '0');
			const open = [at];
			while (open.length > 0)
				for (const { to } of inner[open.pop()])
					if (!visited[to] && marks[to] === '0') {
						marks[to] = '1';
						open.push(to);
					}
			return `${at} ${marks.join('')}`;
		};
		const from = (at) => {
			visited[at] = true;
			const key = region(at);
			if (!known.has(key)) {
				let most = exit[at];
				for (const { to, points } of inner[at]) {
					const rest = visited[to] ? undefined : from(to);
					most = rest === undefined ? most : better(most, add(points, rest));
				}
				known.set(key, most);
			}
			visited[at] = false;
			return known.get(key);
		};
		knot.forEach((node, i) => doors.has(node) && best.set(node, inner[i].length > 0 ? from(i) : exit[i]));
	}
	return best.get(order[order.length - 1]) || ZERO;
}

/* Full marks of a story: ZERO where no end can be reached. */
function mostPoints({ start, nodes }, mode) {
	const byName = new Map(Object.entries(nodes));
	const edgesOf = (node) => byName.get(node).edges;
	/* No way that visits nothing twice leads back to the start. */
	const follow = (node) => edgesOf(node).map(({ to }) => to).filter((to) => to !== null && to !== start);
	const order = reached(start, follow);

	if (mode === 'path')
		return richest(order, edgesOf, follow);
	return order.flatMap((node) => edgesOf(node).filter(({ to }) => to === null).map(edgePoints)).reduce(better, undefined) || ZERO;
}
