// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { hitOf, judgedField, unreadable, gapQuestion, forms } = pieces(
	['engine/numbers', 'engine/answers', 'engine/text', 'engine/number', 'engine/gap', 'engine/distinct', 'engine/trying', 'page/core', 'page/parts', 'page/typed', 'page/accents'],
	['hitOf', 'judgedField', 'unreadable', 'gapQuestion', 'forms']);

const data = { lang: 'en', text: { spelling: 'It is spelt “%{answer}”.' } };
const drink = {
	type: 'text', tell: true, scoring: { accents: 'ignore' },
	question: { accept: [{ text: 'café' }, { text: 'coffee house' }, { text: 'bar', score: '1/2' }, { text: 'inn', score: '0' }] },
};
const share = { type: 'number', question: { answers: [{ low: '12', high: '13' }, { any: true, score: '0' }], units: { '%': '1' } }, scoring: {} };

test('what fits no accepted answer', () => {
	assert.equal(hitOf(drink, 'tavern'), -1);
	assert.equal(hitOf({ ...share, question: { answers: [{ low: '1', high: '1' }] } }, '2'), -1);
});

test('the accepted answer that fits, whatever its credit', () => {
	assert.equal(hitOf(drink, ' Coffee  HOUSE'), 1);
	assert.equal(hitOf(drink, 'bar'), 2);
	assert.equal(hitOf(drink, 'inn'), 3);
	assert.equal(hitOf(share, { value: '12.5', unit: '%' }), 0);
	assert.equal(hitOf(share, { value: '99', unit: '%' }), 1);
});

test('a field: blank, wrong, half right, right', () => {
	const word = (typed) => judgedField(data, drink, '1', drink, typed).word;

	assert.deepEqual(['', ' ', 'x', 'inn', 'bar', 'café'].map(word), ['not-answered', 'not-answered', 'wrong', 'wrong', 'partly-right', 'right']);
	assert.deepEqual(judgedField(data, drink, '1', drink, 'bar').when, ['2']);
});

test('the spelling is told to who left accents out, and to nobody else', () => {
	const more = (q, typed) => judgedField(data, q, '1', q, typed).more;

	assert.equal(more(drink, 'cafe'), 'It is spelt “café”.');
	assert.equal(more(drink, 'Café'), '');
	assert.equal(more(drink, 'tavern'), '');
	assert.equal(more({ ...drink, tell: undefined }, 'cafe'), '');
});

test('what is no number is asked for again; a blank is not', () => {
	assert.equal(unreadable(share, { value: 'twelve', unit: '%' }), 'twelve');
	assert.equal(unreadable(share, { value: ' ', unit: '%' }), null);
	assert.equal(unreadable(drink, 'twelve'), null);
	const gaps = { type: 'gap', question: { gaps: [{ id: 'a', accept: [{ text: 'x' }] }, { id: 'n', kind: 'number', answers: [{ low: '1', high: '1' }] }] } };
	assert.equal(unreadable(gaps, { a: 'word', n: '1x' }), '1x');
	assert.equal(unreadable(gaps, { a: 'word', n: '' }), null);
});

test('a gap as a question of its own', () => {
	assert.deepEqual(gapQuestion({ type: 'gap', scoring: { case: 'match', mode: 'exact' } }, { id: 'a', accept: [], options: { case: 'ignore' } }),
		{ type: 'text', question: { id: 'a', accept: [], options: { case: 'ignore' } }, scoring: { case: 'ignore', mode: 'exact' } });
});

test('gaps that share their answers: the second time an answer is none', () => {
	const q = {
		type: 'gap', scoring: {},
		question: { distinct: true, gaps: ['a', 'b', 'c'].map((id) => ({ id, accept: [{ text: 'one' }, { text: 'two' }] })) },
	};
	const parts = (response) => forms.gap.parts(q, response, null, false, data).map((one) => one.right);

	assert.deepEqual(parts({ a: 'one', b: 'one', c: 'two' }), [true, false, true]);
	assert.deepEqual(parts({ a: 'two', b: 'one', c: '' }), [true, true, false]);
});
