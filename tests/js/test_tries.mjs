// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { types, alike, standing } = pieces(['numbers', 'choice', 'choicecredits', 'hotspot', 'pairs', 'trying', 'tries'].map((name) => `engine/${name}`),
	['types', 'alike', 'standing']);

const text = (x) => (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);
const one = { type: 'single', question: { options: [{ id: 'a', correct: true }, { id: 'b' }, { id: 'c' }] }, scoring: {} };
const many = { type: 'multiple', question: { options: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] }, scoring: {} };

function earns(of, scoring, responses, expected) {
	const { score, max } = types.tries.score({ type: 'tries', question: { of }, scoring }, responses);
	assert.equal(`${text(score)} of ${text(max)}`, expected, JSON.stringify(responses));
}

test('tries: none counted', () => {
	for (const responses of [null, [], [null, '', 'gone']])
		earns(one, {}, responses, '0 of 1');
});

test('tries: a penalty for each one before', () => {
	earns(one, {}, ['b', 'a'], '2/3 of 1');
	earns(one, {}, ['b', 'b', null, 'c', 'a'], '1/3 of 1');
	earns(one, {}, ['b', 'c', 'b', 'a'], '0 of 1');
	earns(one, { penalty: '1/4' }, ['b', 'a'], '3/4 of 1');
});

test('tries: best and last', () => {
	earns(many, {}, [['a'], ['c']], '1/2 of 1');
	earns(many, { keep: 'last' }, [['a'], ['c']], '0 of 1');
	earns(many, { keep: 'last' }, [['a', 'b'], ['c']], '1 of 1');
});

test('tries: points', () => {
	earns({ ...many, scoring: { mode: 'mapping', entries: { a: '2', b: '1' } } }, {}, [['a'], ['a', 'b'], ['c']], '8/3 of 3');
});

test('standing', () => {
	assert.equal(standing(one, undefined, null), 'unanswered');
	assert.equal(standing(one, 'b', 'b'), 'repeated');
	assert.equal(standing(many, ['a', 'b'], ['b', 'a', 'a']), 'repeated');
	assert.equal(standing(one, 'b', 'a'), 'counted');
	assert.equal(standing(one, undefined, 'a'), 'counted');
});

test('alike', () => {
	assert.ok(alike({ x: [['1', '2']], y: null }, { y: null, x: [['1', '2']] }));
	for (const [a, b] of [[[1], { 0: 1 }], [{ a: 1 }, { b: 1 }], [{ a: 1 }, { a: 1, b: 2 }], [[1, 2], [2, 1]], [null, {}], ['1', 1], [{ toString: 1 }, { a: 1 }]])
		assert.ok(!alike(a, b), JSON.stringify([a, b]));
});
