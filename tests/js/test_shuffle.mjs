// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { drawn, fnv1a, mulberry32, shuffled } = pieces(['engine/numbers', 'engine/shuffle'], ['drawn', 'fnv1a', 'mulberry32', 'shuffled']);

test('shuffle: numbers', () => {
	assert.equal(fnv1a(''), 2166136261);
	assert.equal(fnv1a('a'), 3826002220);
	const next = mulberry32(0);
	assert.deepEqual([next(), next(), next()], [1144304738, 1416247, 958946056]);
});

test('shuffle: order', () => {
	assert.deepEqual(shuffled([...'abcd'], [], 'quiz1/1/q1'), [...'dcab']);
	assert.deepEqual(shuffled([], [], 'x'), []);
	assert.deepEqual(shuffled([...'xabcyd'], ['y', 'x', 'gone'], 'quiz1/1/q1'), [...'xdcayb']);
	assert.deepEqual(shuffled([...'abc'], [...'abc'], 'x'), [...'abc']);
	assert.notDeepEqual(shuffled([...'abcdefgh'], [], 'é'), shuffled([...'abcdefgh'], [], 'e'));
});

test('shuffle: every order comes, about as often', () => {
	const seen = {};
	for (let i = 0; i < 6000; i++) {
		const order = shuffled([...'abc'], [], `quiz/${i}/q`).join('');
		seen[order] = (seen[order] || 0) + 1;
	}
	assert.equal(Object.keys(seen).length, 6);
	for (const n of Object.values(seen))
		assert.ok(n > 850 && n < 1150, JSON.stringify(seen));
});

test('shuffle: draw', () => {
	assert.deepEqual(drawn([...'abcd'], 2, 'quiz1/1/q1'), [...'dc']);
	assert.deepEqual(drawn([...'abcd'], 0, 'quiz1/1/q1'), []);
});
