/* SPDX-License-Identifier: MIT */
/*
 * A story with choices: `branching` (D13). What is reached at best is a constant of the story, which data of pages have
 * as question.max; where it is missing, longest.js finds it.
 */

const edgePoints = ({ score = '0' }) => parse(score);

/* The walk without its circles: coming back to a node forgets what was chosen since it was first left. */
function loopErased(path) {
	const walk = [];
	const places = new Map();

	for (const step of path) {
		if (places.has(step[0]))
			for (const [node] of walk.splice(places.get(step[0])))
				places.delete(node);
		places.set(step[0], walk.length);
		walk.push(step);
	}
	return walk;
}

types.branching = {
	state: (q, response) => (response && response.path.length > 0 ? 'answered' : 'unanswered'),
	score({ question, scoring: { mode = 'none' } = {} }, response) {
		if (mode === 'none')
			return { score: null, max: null };

		const max = question.max === undefined ? mostPoints(question, mode) : parse(question.max);
		if (max.n === 0n)
			return { score: null, max: null };

		const nodes = new Map(Object.entries(question.nodes));
		const edges = (path) => path.map(([node, edge]) => nodes.get(node).edges[edge]);
		const path = response ? response.path : [];
		const counted = mode === 'end' ? edges(path.slice(-1)).filter((edge) => edge.to === null) : edges(loopErased(path));
		return { score: greater(ZERO, sum(counted.map(edgePoints))), max };
	},
};
