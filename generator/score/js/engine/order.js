/* SPDX-License-Identifier: MIT */
/*
 * Things in their order: `ordering` (D6). A response may be short, long, hold an id twice or one that is unknown: only
 * `exact` minds.
 */

/* The other rules are in orderrules.js. */
const orderRules = {
	exact: (order, response) => (response.length === order.length && order.every((id, i) => id === response[i]) ? ONE : ZERO),
};

types.ordering = {
	state: (q, response) => (response && response.length > 0 ? 'answered' : 'unanswered'),
	score: ({ question: { order }, scoring: { mode = 'exact' } = {} }, response) =>
		({ score: response && response.length > 0 ? orderRules[mode](order, response) : ZERO, max: ONE }),
};
