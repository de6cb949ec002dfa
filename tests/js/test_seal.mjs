// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { sealMark, uncovered, unsealQuestion } = pieces(['engine/numbers', 'engine/shuffle', 'page/seal'], ['sealMark', 'uncovered', 'unsealQuestion']);

// What tests/unit/test_seal.c has.
test('as the generator covers it', () => {
	assert.equal(sealMark('salt', 'q/act', true), 'cc130f2e');
	assert.equal(uncovered('salt', 'q', 'qXrNCv3VL2c='), '{"æ":1}');
	assert.equal(uncovered('salt', 'q', ''), '');
});

test('a question of options', () => {
	const q = { id: 'q', question: { options: [{ id: 'act', key: sealMark('s', 'q/act', true) }, { id: 'no', key: sealMark('s', 'q/no', false) }] } };
	unsealQuestion({ salt: 's' }, q);
	assert.deepEqual(q.question.options, [{ id: 'act', correct: true }, { id: 'no', correct: false }]);
	unsealQuestion({ salt: 's' }, q);
	assert.equal(q.question.options[0].correct, true);
});

test('a question that was not covered stays as it is', () => {
	const q = { id: 'q', question: { options: [{ id: 'a', correct: true }] } };
	unsealQuestion({}, q);
	assert.deepEqual(q, { id: 'q', question: { options: [{ id: 'a', correct: true }] } });
});
