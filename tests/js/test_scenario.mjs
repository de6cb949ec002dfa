// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { assert, pieces, test } from './harness.mjs';

const { wayUpTo, wayOn } = pieces(['page/scenario'], ['wayUpTo', 'wayOn']);
const { pointsText } = pieces(['engine/numbers', 'engine/branching', 'page/points'], ['pointsText']);

test('scenario: coming back to a step forgets what followed', () => {
	const way = [['a', 0], ['b', 1], ['c', 0]];

	assert.deepEqual(wayUpTo(way, 'b'), [['a', 0]]);
	assert.deepEqual(wayUpTo(way, 'a'), []);
	assert.deepEqual(wayUpTo(way, 'd'), way);
	assert.deepEqual(wayOn(way, 'b', 2), [['a', 0], ['b', 2]]);
	assert.deepEqual(wayOn(way, 'd', 2), [...way, ['d', 2]]);
	assert.equal(way.length, 3);
});

const story = (mode, max) => ({
	type: 'branching',
	question: {
		start: 'a', max,
		nodes: {
			a: { edges: [{ to: 'b', score: '1/2' }, { to: 'a' }, { to: null, score: '-2' }] },
			b: { edges: [{ to: null, score: '5/2' }] },
		},
	},
	scoring: { mode },
});
const text = 'Points: %{points} of %{max}';

test('scenario: points in the words of the page', () => {
	assert.equal(pointsText(story('path', '3'), [['a', 0], ['b', 0]], text, 'en'), 'Points: 3 of 3');
	assert.equal(pointsText(story('path', '3'), [['b', 0]], text, 'nb'), 'Points: 2,5 of 3');
	assert.equal(pointsText(story('end', '5/2'), [['a', 0], ['b', 0]], text, 'en'), 'Points: 2.5 of 2.5');
	assert.equal(pointsText(story('end', '5/2'), [['a', 2]], text, 'en'), 'Points: 0 of 2.5');
	assert.equal(pointsText(story('path', '3'), [], text, 'en'), 'Points: 0 of 3');
});

test('scenario: no score, no words', () => {
	assert.equal(pointsText(story('path', '0'), [['a', 0]], text, 'en'), '');
});

// A page may have questions, lists to tick and scenarios: nothing in one piece may have the name of something in another.
test('scenario: all pieces of a page stand beside each other', () => {
	const folder = new URL('../../generator/score/js/', import.meta.url);
	const code = ['engine', 'page'].flatMap((room) => readdirSync(new URL(room, folder)).sort().map((name) => `${room}/${name}`))
		.filter((name) => !/^engine\/(longest|vectors)/.test(name) && !name.startsWith('page/start') && !/slip|qr/.test(name))
		.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

	assert.equal(typeof new Function(`'use strict';\n${code}`), 'function');
});
