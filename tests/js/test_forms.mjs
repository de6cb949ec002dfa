// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of an answer are right, and the order in which things stand, without a page.
import { assert, pieces, test } from './harness.mjs';

const { forms, newOrder } = pieces(
	['engine/numbers', 'engine/choice', 'engine/pairs', 'engine/order', 'engine/shuffle', 'engine/trying', 'page/core', 'page/parts', 'page/choice', 'page/pairs', 'page/survey', 'page/order', 'page/arrange'],
	['forms', 'newOrder']);

const right = (type, q, response, solved) => forms[type].parts(q, response, null, solved).map((one) => `${one.id}: ${one.word}`);

test('pairs: right, wrong, open, and what belongs nowhere', () => {
	const q = { question: { pairs: { a: 'x', b: 'y', c: null, d: null } } };

	assert.deepEqual(right('matching', q, { a: 'x', b: 'x', d: 'y' }), ['a: right', 'b: wrong', 'c: right', 'd: wrong']);
	assert.deepEqual(right('matching', q, []), ['a: not-answered', 'b: not-answered', 'c: right', 'd: right']);
	assert.deepEqual(right('survey', { question: { scale: 2, items: ['a'] } }, { 1: 2 }), []);
});

test('order: by places, or by neighbours where those count', () => {
	const q = (mode) => ({ question: { order: ['a', 'b', 'c'] }, scoring: { mode } });

	assert.deepEqual(right('ordering', q('exact'), ['b', 'c', 'a']), ['a: wrong', 'b: wrong', 'c: wrong']);
	assert.deepEqual(right('ordering', q('adjacent'), ['b', 'c', 'a']), ['a: wrong', 'b: wrong', 'c: right']);
	assert.deepEqual(right('ordering', q('exact'), null), ['a: not-answered', 'b: not-answered', 'c: not-answered']);
});

test('options: what was ticked, and with the solution what was missed', () => {
	const q = { question: { options: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] } };
	const when = (solved) => forms.multiple.parts(q, ['a', 'c'], null, solved).map((one) => one.when[0]);

	assert.deepEqual(right('multiple', q, ['a', 'c'], false), ['a: right-option', 'b: ', 'c: wrong-option']);
	assert.deepEqual(right('multiple', q, ['a', 'c'], true), ['a: right-option', 'b: right-option', 'c: wrong-option']);
	assert.deepEqual(when(false), ['ticked', '', 'ticked']);
	assert.deepEqual(when(true), ['ticked', 'unticked', 'ticked']);
});

const children = (...ids) => ids.map((id) => ({ dataset: id.endsWith('!') ? { part: id, fixed: '' } : { part: id } }));
const list = (order) => ({ matches: () => order });

test('another order: fixed ones stay, the same seed gives the same', () => {
	const all = children('a', 'b', 'last!', 'c', 'd');

	for (let n = 1; n < 50; n++) {
		const ids = newOrder({}, list(false), all, `quiz/${n}/q`);
		assert.equal(ids[2], 'last!');
		assert.deepEqual(ids, newOrder({}, list(false), all, `quiz/${n}/q`));
		assert.deepEqual(ids.slice().sort(), ['a', 'b', 'c', 'd', 'last!']);
	}
});

test('what is to be put in order never begins with the answer', () => {
	for (const ids of [['a', 'b'], ['a', 'b', 'c']])
		for (let n = 1; n < 100; n++)
			assert.notDeepEqual(newOrder({ question: { order: ids } }, list(true), children(...ids), `quiz/${n}/q`), ids);
});
