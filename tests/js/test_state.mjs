// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { keptOf, keptState, safeState, submit, fresh, ZERO } = pieces(
	['engine/numbers', 'engine/choice', 'engine/trying', 'page/core', 'page/store', 'page/state'], ['keptOf', 'keptState', 'safeState', 'submit', 'fresh', 'ZERO']);

const text = (x) => (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);
const q = {
	id: 'q', hash: 'h1', type: 'multiple', points: '1', tries: 2, penalty: '1/3', keep: 'best',
	question: { options: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] }, scoring: {},
};
const item = (state, more) => ({ q, state, opened: new Set(), solved: false, ...more });
const again = (kept) => keptState(q, JSON.parse(JSON.stringify(kept)));

test('what was counted comes back: answer, tries, score', () => {
	const { state } = submit(q, fresh(), ['a'], ZERO);
	const back = again(keptOf(item(state, { opened: new Set([1]) }), ['a', 'c']));
	assert.equal(back.changed, false);
	assert.deepEqual(back.response, ['a', 'c']);
	assert.deepEqual(back.state, state);
	assert.deepEqual(back.opened, [1]);
});

test('an answer that was not counted yet comes back as that', () => {
	const back = again(keptOf(item(fresh()), ['b']));
	assert.deepEqual(back.response, ['b']);
	assert.equal(back.state.used, 0);
});

test('nothing is kept of what was not touched', () => {
	assert.equal(keptOf(item(fresh()), []), null);
	assert.notEqual(keptOf(item({ ...fresh(), locked: true }, { solved: true }), []), null);
});

test('full marks and the last try are closed when they come back', () => {
	assert.equal(again(keptOf(item(submit(q, fresh(), ['a', 'b'], ZERO).state), ['a', 'b'])).state.locked, true);
	const two = submit(q, submit(q, fresh(), ['a'], ZERO).state, ['c'], ZERO).state;
	assert.equal(again(keptOf(item(two), ['c'])).state.locked, true);
	assert.equal(text(again(keptOf(item(two), ['c'])).state.score), '1/2');
});

test('a question that changed keeps the answer and nothing that it earned', () => {
	const kept = keptOf(item(submit(q, fresh(), ['a', 'b'], ZERO).state), ['a', 'b']);
	const back = keptState({ ...q, hash: 'h2' }, kept);
	assert.equal(back.changed, true);
	assert.deepEqual(back.response, ['a', 'b']);
	assert.equal(back.state.used, 0);
	assert.equal(back.state.locked, false);
});

test('a score written by hand is worth no more than full marks, or nothing', () => {
	for (const [s, score] of [['99', '1'], ['x', '0'], ['1/0', '0'], [7, '0'], [undefined, '0']])
		assert.equal(text(keptState(q, { h: 'h1', r: ['a'], c: ['a'], u: 1, s }).state.score), score, String(s));
});

test('whatever stands there, nothing fails', () => {
	for (const kept of [{}, { h: 'h1', r: 5, c: { a: 1 }, u: 1 }, { h: 'h1', c: 7, u: 1e9, o: 'x' }, { h: 'h1', u: -1 }, { h: 'h1', r: null, c: [null], u: 1 }])
		assert.ok(safeState(q, kept).state);
});
