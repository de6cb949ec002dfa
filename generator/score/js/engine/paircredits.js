/* SPDX-License-Identifier: MIT */
/* Pairs that have credits of their own: what comes from elsewhere has them, no page. */

/* Each distinct pair counts, under its two names with a blank between. */
function mappedPairs({ entries, default: other = '0', ...bounds }, response) {
	const credits = new Map(Object.entries(entries));
	const chosen = [...new Map((response || []).map((pair) => [JSON.stringify(pair), pair.join(' ')])).values()];
	const bound = (list) => within(sum(list.map(parse)), bounds, bounds.ceil);

	return {
		score: chosen.length === 0 ? ZERO : bound(chosen.map((name) => (credits.has(name) ? credits.get(name) : other))),
		max: bound([...credits.values()].filter((credit) => credit[0] !== '-')),
	};
}

/* Such a response is a list of pairs. */
const plainPairs = types.matching;
const isMapped = ({ scoring = {} }) => scoring.mode === 'mapping';

types.matching = types.classification = types.matrix = {
	state(q, response) {
		if (!isMapped(q))
			return plainPairs.state(q, response);
		return response && response.length > 0 ? 'answered' : 'unanswered';
	},
	score: (q, response) => (isMapped(q) ? mappedPairs(q.scoring, response) : plainPairs.score(q, response)),
};
