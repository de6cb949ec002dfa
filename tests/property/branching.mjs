// SPDX-License-Identifier: GPL-3.0-or-later
import { compare, fraction, names, rat, same } from './draw.mjs';

const scoreOf = (random) => (random.chance(0.7) && { score: random.chance(0.7) ? `${random.from(-2, 6)}` : rat(random) });

export function vector(random) {
	const ids = names(random, random.from(1, 7));
	const nodes = Object.fromEntries(ids.map((id) => [id, { edges: random.list(random.below(5), () => ({
		to: random.chance(0.25) ? null : random.pick(ids), ...scoreOf(random) })) }]));
	const start = random.pick(ids);
	const steps = [];
	let at = start;

	for (let i = random.below(9); i > 0 && at !== null && nodes[at].edges.length > 0; i--) {
		const edge = random.below(nodes[at].edges.length);
		steps.push([at, edge]);
		at = random.chance(0.9) ? nodes[at].edges[edge].to : random.pick(ids);
	}
	return {
		question: { start, nodes }, scoring: random.chance(0.95) ? { mode: random.pick(['end', 'path', 'path', 'none']) } : {},
		response: random.chance(0.05) ? null : { path: steps },
	};
}

// The best simple path, tried one by one: [points, steps]; undefined where no end is reached.
function best({ start, nodes }, points) {
	let most;
	const walk = (at, seen, sum) => nodes[at].edges.forEach((edge, i) => {
		const total = sum.concat([[at, i]]);
		if (edge.to === null) {
			if (most === undefined || compare(points(total), points(most)) > 0)
				most = total;
		} else if (!seen.includes(edge.to)) {
			walk(edge.to, [...seen, edge.to], total);
		}
	});
	walk(start, [start], []);
	return most;
}

export function claims(v, random) {
	const { nodes } = v.question;
	const all = [same('the order of nodes does not matter', { ...v, question: { ...v.question, nodes: Object.fromEntries(random.shuffled(Object.entries(nodes))) } })];

	all.push({ name: 'not below 0, and null only as a pair', holds: (own) => (own.score === null) === (own.max === null) && (own.score === null || own.score[0] !== '-') });
	/* One in five: looking at all paths takes long. Points of a few small numbers need no exactness. */
	const plain = Object.values(nodes).every(({ edges }) => edges.every(({ score }) => score === undefined || /^-?\d+$/.test(score)));
	if (v.scoring.mode === 'path' && plain && random.chance(0.3)) {
		const points = (steps) => fraction(String(steps.reduce((sum, [at, i]) => sum + Number(nodes[at].edges[i].score || 0), 0)));
		const path = best(v.question, points);
		const most = path === undefined ? { n: 0n } : points(path);
		all.push({
			name: 'full marks are those of the best simple path', other: { ...v, response: { path: path || [] } },
			holds: (own, its) => (most.n === 0n ? own.max === null : own.max === String(most.n) && (most.n < 0n || its.score === its.max)),
		});
	}
	return all;
}

export const mutant = (v) => ({ ...v, question: { ...v.question, nodes: Object.fromEntries(Object.entries(v.question.nodes).map(([id, { edges }]) =>
	[id, { edges: edges.map((edge) => (edge.to === null ? { ...edge, score: '9' } : edge)) }])) } });
