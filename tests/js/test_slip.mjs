// SPDX-License-Identifier: GPL-3.0-or-later
// The code of a slip: what the browser writes. What the program reads of it is tests/slip.
import { assert, pieces, test } from './harness.mjs';

const { slipCode, slipDay, slipGroups, slipNumber, slipText, slipResponse, slipSorted, slipSum } = pieces(['page/slipcode'],
	['slipCode', 'slipDay', 'slipGroups', 'slipNumber', 'slipText', 'slipResponse', 'slipSorted', 'slipSum']);

const bits = (text) => text.replace(/ /g, '');
const says = (q, response, want) => assert.equal(slipResponse(q, response, 120), bits(want));
const slip = (items, more = {}) => slipCode({ paper: '00000000', day: 0, attempt: 1, claim: null, items, ...more });
const size = (code) => `PENSUM ${code}`.length;

// -- wrong input first --

test('responses that a type does not know travel as JSON', () => {
	const options = { type: 'single', question: { options: [{ id: 'a' }, { id: 'b' }] } };
	assert.ok(slipResponse(options, 'c', 120).startsWith('1'));
	assert.ok(slipResponse({ type: 'ordering', question: { order: ['a', 'b'] } }, ['a'], 120).startsWith('1'));
	assert.ok(slipResponse({ type: 'ordering', question: { order: ['a', 'b'] } }, ['a', 'a'], 120).startsWith('1'));
	assert.ok(slipResponse({ type: 'hotspot', question: { areas: [] }, scoring: {} }, [['1/2', '3']], 120).startsWith('1'));
	assert.ok(slipResponse({ type: 'survey', question: { scale: 3, items: ['x'] } }, { 1: 4 }, 120).startsWith('1'));
	assert.ok(slipResponse({ type: 'matching', question: { pairs: { a: 'x' } } }, [['a', 'x']], 120).startsWith('1'));
	assert.ok(slipResponse({ type: 'something new', question: {} }, 'x', 120).startsWith('1'));
});

test('nothing answered, and names of what every object has', () => {
	says({ type: 'single', question: { options: [{ id: 'a' }, { id: 'b' }] } }, null, '0 00');
	says({ type: 'multiple', question: { options: [{ id: 'a' }, { id: 'b' }] } }, null, '0 00');
	says({ type: 'matching', question: { pairs: { constructor: 'x', toString: 'y' } } }, {}, '0 00 00');
	says({ type: 'matching', question: { pairs: { a: 'x' } } }, null, '0 0');
	says({ type: 'gap', question: { gaps: [{ id: 'valueOf' }] } }, {}, '0 0');
	says({ type: 'text', question: {} }, null, '0 0 0');
	says({ type: 'text', question: {} }, '  \u00a0 ', '0 0 0');
	says({ type: 'hotspot', question: { areas: [] }, scoring: {} }, null, '0 0000');
});

test('an unpaired half of a character becomes U+FFFD', () => {
	assert.equal(slipText('a\ud83d', 120), slipText('a\ufffd', 120));
});

// -- right --

test('ids are counted by their bytes in UTF-8, each once', () => {
	assert.deepEqual(slipSorted(['z', '10', '9', 'é', '\uffee', '😀', 'z', 'Z']), ['10', '9', 'Z', 'z', 'é', '\uffee', '😀']);
	says({ type: 'single', question: { options: [{ id: 'b' }, { id: 'a' }] } }, 'a', '0 01');
	says({ type: 'single', question: { options: [{ id: 'a' }, { id: 'b' }] } }, ['b'], '0 10');
	says({ type: 'multiple', question: { options: [{ id: 'c' }, { id: 'b' }, { id: 'a' }] } }, ['c', 'x', 'c'], '0 001');
	says({ type: 'ordering', question: { order: ['c', 'a', 'b'] } }, ['c', 'b', 'a'], '0 1 10 1');
});

test('numbers in groups', () => {
	assert.deepEqual([0, 7, 8, 64].map((x) => slipNumber(x, 3)), ['0000', '0111', bits('1000 0001'), bits('1000 1000 0001')]);
});

test('texts go the shortest way', () => {
	assert.equal(slipText('', 120), '0');
	assert.equal(slipText('7,', 120), bits('1 0 00 0010 0111 1010'));
	assert.equal(slipText(' aA ', 120), bits('1 0 01 0010 000000 011010'));
	assert.equal(slipText('AЖ', 120).length, 4 + 4 + 24); /* UTF-8: a block must be named first */
	assert.equal(slipText('Менші міста', 120).length, 4 + 8 + 14 + 11 * 8);
	assert.equal(slipText('žēlsirdība', 120).length, 4 + 8 + 14 + 10 * 8);
	assert.equal(slipText('e\u0301', 120), slipText('é', 120));
});

test('texts are cut, and say so', () => {
	assert.equal(slipText('abc', 2), slipText('ab', 2).replace(/^10/, '11'));
	assert.equal(slipText('😀😀😀', 2).slice(0, 2), '11');
	assert.equal(slipText('abc', 3)[1], '0');
});

test('what was thought stays with the reader', () => {
	says({ type: 'reflection', question: { min_chars: 1 } }, 'My own thoughts', '0 1');
	says({ type: 'reflection', question: { min_chars: 1 } }, '', '0 0');
	says({ type: 'branching', question: {} }, { path: [['a', 0]] }, '0');
});

test('the sum is CRC-24 of OpenPGP', () => {
	const of = (text) => slipSum(Array.from(Buffer.from(text), (byte) => byte.toString(2).padStart(8, '0')).join(''));
	assert.equal(of('123456789'), 0x21cf02);
	assert.equal(of(''), 0xb704ce);
});

test('days of the reader\'s own clock', () => {
	assert.equal(slipDay(new Date(2026, 0, 1, 0, 0)), 0);
	assert.equal(slipDay(new Date(2026, 3, 11, 23, 59)), 100);
	assert.equal(slipDay(new Date(2025, 5, 1)), 0);
	assert.equal(slipDay(new Date(2300, 0, 1)), 16383);
});

test('groups of five, and only letters of a QR code\'s alphanumeric mode', () => {
	const code = slip([{ q: { id: 'a', type: 'text', question: {} }, response: 'Ærlig talt; 100 %' }]);
	assert.match(code, /^[0-9A-HJKMNP-TV-Z]+$/);
	assert.match(slipGroups(code), /^PENSUM( [0-9A-Z]{5})* [0-9A-Z]{1,5}$/);
});

test('neither order of questions nor keys matter', () => {
	const q = (id, correct) => ({ id, type: 'single', question: { options: [{ id: 'x', ...(correct ? { correct } : {}) }, { id: 'y' }] } });
	assert.equal(slip([{ q: q('b', true), response: 'y' }, { q: q('a', true), response: 'x' }]), slip([{ q: q('a'), response: 'x' }, { q: q('b'), response: 'y' }]));
});

// -- size --

const list = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const named = (n, prefix) => list(n, (i) => `${prefix}${i}`);

// Larger than what people write: every question with all that it can have, typed answers as long as they are kept.
function large() {
	const lefts = named(8, 'left');
	const targets = named(8, 'target');
	const pairs = Object.fromEntries(lefts.map((left, i) => [left, targets[i]]));
	const options = named(10, 'o').map((id) => ({ id }));
	const gaps = named(8, 'g').map((id) => ({ id }));
	return [
		['single', { options }, 'o9'], ['single', { options }, 'o1'], ['truefalse', { options: [{ id: 'true' }, { id: 'false' }] }, 'true'],
		['multiple', { options }, ['o1', 'o9']], ['multiple', { options }, named(10, 'o')],
		['matching', { pairs }, pairs], ['classification', { pairs }, pairs], ['ordering', { order: lefts }, lefts.slice().reverse()],
		['gap', { gaps }, Object.fromEntries(gaps.map(({ id }) => [id, 'торгівля людьми'.repeat(9)]))],
		['text', {}, 'цілодобовий притулок '.repeat(9)], ['text', {}, '数'.repeat(200)], ['number', {}, '12 345 678,90 km'],
	].map(([type, question, response], i) => ({ q: { id: `question-${i}`, type, question, scoring: {} }, response }));
}

test('12 large mixed questions stay under 300 bytes, 20 too; 60 with one choice under 100', () => {
	assert.ok(size(slip(large())) < 300, `${size(slip(large()))}`);
	const twenty = large().concat(large().slice(0, 8)).map(({ q, response }, i) => ({ q: { ...q, id: `q${i}` }, response }));
	assert.ok(size(slip(twenty)) < 300, `${size(slip(twenty))}`);
	const single = list(60, (i) => ({ q: { id: `${i}`, type: 'single', question: { options: named(5, 'o').map((id) => ({ id })) } }, response: 'o3' }));
	assert.ok(size(slip(single)) < 100, `${size(slip(single))}`);
});

test('a test beyond all measure has a longer code, and one beyond that has none', () => {
	const texts = (n) => list(n, (i) => ({ q: { id: `${i}`, type: 'multiple', question: { options: named(10, 'o').map((id) => ({ id })) } }, response: ['o1'] }));
	assert.ok(slip(texts(200)).length > 300);
	assert.equal(slip(texts(1000)), '');
});
