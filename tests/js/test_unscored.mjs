// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { types, ONE, ZERO, share } = pieces(['engine/numbers', 'engine/unscored'], ['types', 'ONE', 'ZERO', 'share']);
const list = { question: { items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } };

test('unscored', () => {
	assert.deepEqual(types.survey.score({}, { 1: 4 }), { score: null, max: null });
	assert.deepEqual(types.reflection.score({}, 'because'), { score: null, max: null });
	assert.deepEqual(types.checklist.score({ ...list, scoring: {} }, ['a']), { score: null, max: null });
});

test('unscored: a checklist for practice', () => {
	const q = { ...list, scoring: { scored: true } };
	for (const [response, score] of [[null, ZERO], [[], ZERO], [['x'], ZERO], [['b', 'b', 'x'], share(1, 3)], [['c', 'a', 'b'], ONE]])
		assert.deepEqual(types.checklist.score(q, response), { score, max: ONE });
	assert.deepEqual(types.checklist.score({ question: { items: [] }, scoring: { scored: true } }, ['a']), { score: ZERO, max: ONE });
});

test('unscored: what is an answer', () => {
	for (const nothing of [null, '', [], {}])
		assert.equal(types.survey.state({}, nothing), 'unanswered');
	for (const something of ['x', ['a'], { 1: 4 }])
		assert.equal(types.survey.state({}, something), 'answered');
});
