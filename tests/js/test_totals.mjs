// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { types, isPassed, parse, reachedBand } = pieces(['engine/numbers', 'engine/grade', 'engine/summing', 'engine/banding', 'engine/totals'],
	['types', 'isPassed', 'parse', 'reachedBand']);

const text = (x) => (x === null ? null : x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);
const result = (type, question, scoring, response) => {
	const { score, max, ...more } = types[type].score({ type, question, scoring }, response);
	return { score: text(score), max: text(max), ...more };
};

test('totals: what has no score is left out', () => {
	const items = [{ weight: '2', fraction: '1/3' }, { fraction: '-1/4' }, { weight: '9', fraction: null }];
	assert.deepEqual(result('quiz_total', {}, {}, { items }), { score: '5/12', max: '3' });
	assert.deepEqual(result('quiz_total', {}, {}, { items: [] }), { score: '0', max: '0' });
	assert.deepEqual(result('quiz_total', {}, { floor: '-1/2' }, { items: [{ fraction: '-1' }] }), { score: '-1/2', max: '1' });
});

test('totals: which attempt counts', () => {
	const attempts = [{ score: '1/2' }, { score: '2/3', finished: true }, { score: '1/3' }, { score: '1', finished: false }, { score: null }];
	for (const [method, score] of [[undefined, '2/3'], ['best', '2/3'], ['first', '1/2'], ['last', '1/3'], ['average', '1/2']])
		assert.deepEqual(result('attempts', {}, { method }, { attempts }), { score, max: '1' });
	assert.deepEqual(result('attempts', {}, { method: 'average' }, { attempts: [{ score: null }] }), { score: null, max: '1' });
	assert.deepEqual(result('attempts', {}, {}, { attempts: [{ score: '1' }, { score: '7', finished: false }] }), { score: '1', max: '100' });
});

test('totals: the pass mark is exact', () => {
	assert.deepEqual(result('passmark', { passmark: '2/3' }, {}, { points: '2', max: '3' }), { score: '2/3', max: '1', pass: true });
	assert.deepEqual(result('passmark', { passmark: '6667/10000' }, {}, { points: '2', max: '3' }), { score: '2/3', max: '1', pass: false });
	assert.deepEqual(result('passmark', { passmark: { points: '0' } }, {}, { points: '2', max: '0' }), { score: null, max: '1', pass: null });
	assert.ok(isPassed({ points: '14' }, parse('14'), parse('99')));
	assert.ok(!isPassed({ points: '14' }, parse('27/2'), parse('14')));
});

test('totals: bands', () => {
	const bands = [{ from: '1/2', label: 'half' }, { from: '0', label: 'low' }, { from: '1/2', label: 'again' }];
	for (const [score, band] of [['1/2', 'half'], ['49/100', 'low'], ['-3', 'low'], ['2', 'half']])
		assert.deepEqual(result('band', { bands }, {}, { score }), { score, max: '1', band });
	assert.equal(reachedBand([], parse('1')), undefined);
	assert.equal(reachedBand([{ from: '1/10' }], parse('-1')), undefined);
});
