// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { tickBand } = pieces(['page/ready', 'page/ticks'], ['tickBand']);

const band = (from, strong = false) => ({ from: parseInt(from, 10), share: from.endsWith('%'), strong });
const counts = (ticked, strong) => ({ all: { ticked, total: 7 }, strong: { ticked: strong, total: 3 } });
const best = (bands, ticked, strong = 0) => tickBand(bands, counts(ticked, strong));

test('ticks: the greatest start that is reached, in whatever order', () => {
	const bands = [band('3'), band('0'), band('1')];
	assert.deepEqual([0, 1, 2, 3, 7].map((n) => best(bands, n)), [1, 2, 2, 0, 0]);
	assert.equal(best([band('2')], 1), -1);
	assert.equal(best([], 1), -1);
});

test('ticks: a share is exact', () => {
	assert.deepEqual([3, 4].map((n) => best([band('50%')], n)), [-1, 0]);
	assert.equal(best([band('100%')], 7), 0);
	assert.deepEqual([band('3'), band('29%')].map((b) => best([b], 2)), [-1, -1]);
	assert.equal(best([band('29%'), band('2')], 3), 0);
	assert.equal(tickBand([band('50%', true)], { all: { ticked: 2, total: 2 }, strong: { ticked: 0, total: 0 } }), -1);
});

test('ticks: strong signs count apart, and above', () => {
	const bands = [band('0'), band('5'), band('1', true), band('100%', true)];
	assert.equal(best(bands, 6), 1);
	assert.equal(best(bands, 6, 1), 2);
	assert.equal(best(bands, 1, 1), 2);
	assert.equal(best(bands, 3, 3), 3);
});
