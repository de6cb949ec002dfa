/* SPDX-License-Identifier: MIT */
/*
 * Exact numbers. Nothing in engine/ knows a page: it scores questions in the settled form of docs/vectors.md, in the browser
 * and, for `pensum score --engine js`, under Node. The pieces are put together into one function by the generator.
 *
 * A number is {n, d}: BigInt, in lowest terms, d > 0. It is rounded once, where it is shown.
 *
 * Each type of question adds an entry to ${types}; q is {type, question, scoring}, of which the latter two may be missing:
 *
 *	state(q, response)   'unanswered', 'invalid' or 'answered' (D1)
 *	same(q, a, b)        whether two answered responses are the same to a person; optional: as JSON they are equal
 *	score(q, response)   {score, max}: numbers, or null where there is no score; unanswered ones included
 */

const types = {};

function divisor(a, b) {
	while (b !== 0n)
		[a, b] = [b, a % b];
	return a < 0n ? -a : a;
}

function ratio(n, d) {
	const common = divisor(n, d);
	return { n: n / common, d: d / common };
}

/* "3", "-1/4" */
function parse(text) {
	const [n, d] = text.split('/');
	return ratio(BigInt(n), d === undefined ? 1n : BigInt(d));
}

const ZERO = parse('0');
const ONE = parse('1');

const whole = (count) => ratio(BigInt(count), 1n);
const add = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const subtract = (a, b) => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
const multiply = (a, b) => ratio(a.n * b.n, a.d * b.d);
const divide = (a, b) => (b.n < 0n ? ratio(-a.n * b.d, -a.d * b.n) : ratio(a.n * b.d, a.d * b.n));
const share = (part, all) => (all === 0 ? ZERO : ratio(BigInt(part), BigInt(all)));
const below = (a, b) => a.n * b.d < b.n * a.d;
const equal = (a, b) => a.n === b.n && a.d === b.d;
const greater = (a, b) => (below(a, b) ? b : a);
const lesser = (a, b) => (below(a, b) ? a : b);
const sum = (list) => list.reduce(add, ZERO);


/* ${x} within the bounds of a rule: `floor` is 0 where it is not written, `null` is none; ${top} the upper bound or undefined. */
function within(x, rule, top) {
	const cut = top === undefined || top === null ? x : lesser(x, parse(top));
	return rule.floor === null ? cut : greater(cut, parse(rule.floor === undefined ? '0' : rule.floor));
}
