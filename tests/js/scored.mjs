// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

export const { types } = pieces(['numbers', 'answers', 'text', 'typos', 'patterns', 'number', 'rounding', 'gap', 'distinct', 'pairs', 'pairrules', 'paircredits', 'order', 'orderrules', 'hotspot', 'branching', 'longest'].map((name) => `engine/${name}`), ['types']);

const text = (x) => (x === null ? 'null' : x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);

// Cases of one question, settled: [scoring, response, "score of max"].
export function scores(name, type, question, cases) {
	test(name, () => {
		for (const [scoring, response, expected] of cases) {
			const { score, max } = types[type].score({ type, question, ...(scoring && { scoring }) }, response);
			assert.equal(`${text(score)} of ${text(max)}`, expected, JSON.stringify([scoring, response]));
		}
	});
}

// [scoring, response, state]
export function states(name, type, question, cases) {
	test(name, () => {
		for (const [scoring, response, expected] of cases)
			assert.equal(types[type].state({ type, question, scoring }, response), expected, JSON.stringify([scoring, response]));
	});
}
