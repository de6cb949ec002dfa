// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const page = pieces(
	['engine/numbers', 'engine/trying', 'page/core', 'page/store', 'page/state', 'page/compact'], ['compactForms', 'newRecord', 'types', 'isMap', 'isIds', 'isRecord', 'written', 'resultOf', 'ZERO', 'ONE']);

const { newRecord, types, ZERO, ONE } = page;
const { compactRecord, expandedRecord } = page.compactForms(page);

// No types are needed: each answer is worth nothing.
for (const type of ['single', 'multiple', 'matching', 'ordering', 'text', 'gap', 'survey'])
	types[type] = { score: () => ({ score: ZERO, max: ONE }) };

const options = (...ids) => ({ options: ids.map((id) => ({ id })) });
const questions = [
	{ id: 'one', hash: 'hh1', type: 'single', question: options('act', 'means') },
	{ id: 'many', hash: 'hh2', type: 'multiple', question: options('x', 'y', 'z') },
	{ id: 'pairs', hash: 'hh3', type: 'matching', question: { pairs: { eu: 'rules', palermo: 'parts', wage: null }, choices: ['rules', 'parts'] } },
	{ id: 'steps', hash: 'hh4', type: 'ordering', question: { order: ['s1', 's2', 's3'] } },
	{ id: 'free', hash: 'hh5', type: 'text', question: { accept: [{ text: 'x' }] } },
	{ id: 'gaps', hash: 'hh6', type: 'gap', question: { gaps: [{ id: 'g1' }, { id: 'g2', kind: 'select', choices: ['1', '2'] }] } },
	{ id: 'sure', hash: 'hh7', type: 'survey', question: { scale: 5, items: ['a', 'b'] } },
];
const responses = { one: 'means', many: ['z', 'x'], pairs: { eu: 'rules', palermo: '' }, steps: ['s3', 's1', 's2'], free: 'Übergang – a.b_c~"%-', gaps: { g1: '  fri_tt.*~/+%23', g2: '2' }, sure: { 1: 4, 2: 2 } };

function record(counted) {
	const all = questions.map(({ id, hash }) => [id, { h: hash, r: responses[id], ...(counted ? { u: 2, s: '5/12', c: counted(id) } : {}) }]);
	return { ...newRecord(4, ['1/3', null, '-1/4', '1']), over: Boolean(counted), q: Object.fromEntries(all) };
}

test('there and back: answers that are not counted yet', () => {
	assert.deepEqual(expandedRecord(questions, compactRecord(questions, record(null))), record(null));
});

test('there and back: counted ones, the same and others', () => {
	for (const counted of [(id) => responses[id], (id) => (id === 'free' ? 'x' : responses[id])])
		assert.deepEqual(expandedRecord(questions, compactRecord(questions, record(counted))), record(counted));
});

test('there and back: nothing, one past attempt without a score, hints, closed', () => {
	assert.deepEqual(expandedRecord(questions, compactRecord(questions, newRecord(1, []))), newRecord(1, []));
	assert.deepEqual(expandedRecord(questions, compactRecord(questions, newRecord(2, [null]))), newRecord(2, [null]));
	const closed = { ...newRecord(1, []), q: { many: { h: 'hh2', l: 1, o: [0, 11] } } };
	assert.deepEqual(expandedRecord(questions, compactRecord(questions, closed)), closed);
});

test('it may stand in a fragment as it is', () => {
	assert.match(compactRecord(questions, record((id) => responses[id])), /^[^#%"<>&]+$/);
});

test('few letters', () => {
	assert.equal(compactRecord(questions.slice(0, 2), record((id) => responses[id])), '1.4.1.1_3-x-n1_4-1.hh12sb/5_12.hh22lca/5_12');
});

test('an answer to a question that changed is left out', () => {
	const [first, ...rest] = questions;
	assert.deepEqual(Object.keys(expandedRecord(questions, compactRecord([{ ...first, hash: 'new' }, ...rest], record(null))).q), rest.map(({ id }) => id));
});

test('what is none is refused without an error', () => {
	for (const text of ['', 'x', '1', '2.1.0.', '1.0.0.', '1.1.0..h1', '1.1.0..hh1-x', '1.1.0..a.b.c.d.e.f.g.h.i', '1.1.0.1_0', '1.1.0..hh11j_%_', '1.1.0..hh11j_{_', '1.1.0..hh11m__'])
		assert.ok(expandedRecord(questions, text) === null || typeof expandedRecord(questions, text).q === 'object', text);
	assert.equal(expandedRecord(questions, '1.0.0.'), null);
	assert.equal(expandedRecord(questions, '2.1.0.'), null);
});
