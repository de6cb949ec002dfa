// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { parse, total, passMark, reachedBand, totalText, below } = pieces(
	['engine/numbers', 'engine/trying', 'page/core', 'engine/summing', 'engine/banding', 'page/total'], ['parse', 'total', 'passMark', 'reachedBand', 'totalText', 'below']);

const text = (x) => (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);
const items = (list) => list.map(([points, score]) => ({ points, score: parse(score) }));
const passes = (pass, points, max, inPoints) => !below(parse(points), passMark({ pass: inPoints ? { points: pass } : pass }, parse(max)));
const bandOf = (starts, result) => {
	const bands = starts.map((from) => ({ from }));
	return bands.indexOf(reachedBand(bands, result));
};

test('total: weights', () => {
	const result = total(items([['3/2', '1/3'], ['2', '3/4'], ['0', '1']]));
	assert.equal(text(result.earned), '2');
	assert.equal(text(result.max), '7/2');
});

test('total: never below nothing', () => {
	const result = total(items([['2', '-1/2'], ['1', '1/4']]));
	assert.equal(text(result.earned), '0');
	assert.equal(text(result.max), '3');
});

test('total: nothing to earn', () => {
	assert.equal(text(total(items([['0', '1']])).max), '0');
	assert.equal(passMark({ pass: '7/10' }, parse('0')), null);
});

test('pass: exactly on the mark passes, a hair below does not', () => {
	assert.equal(passes('7/8', '7', '8'), true);
	assert.equal(passes('3334/10000', '1', '3'), false);
	assert.equal(passes('2/3', '2', '3'), true);
	assert.equal(passes('6667/10000', '2', '3'), false);
	assert.equal(passes('7/10', '699999/100000', '10'), false);
});

test('pass: in points', () => {
	assert.equal(passes('14', '14', '20', true), true);
	assert.equal(passes('14', '27/2', '20', true), false);
});

test('band: the greatest start that is reached', () => {
	const bands = ['0', '3/4', '1/2'];
	assert.deepEqual(['0', '1/3', '1/2', '74/100', '3/4', '1'].map((x) => bandOf(bands, parse(x))), [0, 0, 2, 2, 1, 1]);
	assert.equal(bandOf(['29/100', '58/100'], parse('29/50')), 1);
	assert.equal(bandOf([], parse('1')), -1);
	assert.equal(bandOf(['1/2'], parse('1/3')), -1);
});

const data = (quiz, lang = 'en') => ({
	lang,
	quiz: { scored: true, ...quiz },
	text: {
		total: { one: 'You have %{points} of %{max} point (%{percent}).', other: 'You have %{points} of %{max} points (%{percent}).' },
		'all-answered': 'You have answered everything.', 'passed-sentence': 'Passed.', 'not-passed-sentence': 'Not passed yet.',
		'failed-sentence': 'Not passed.', 'grade-best': 'Best: %{percent}.', 'grade-average': 'Average: %{percent}.',
	},
});
const said = (quiz, points, max, lang, more) => totalText(data(quiz, lang), { earned: parse(points), max: parse(max) }, more);

test('said: points, percent, passed', () => {
	assert.equal(said({ pass: '7/10' }, '5', '6'), 'You have 5 of 6 points (83%). Passed.');
	assert.equal(said({ pass: '7/10' }, '4', '6'), 'You have 4 of 6 points (67%). Not passed yet.');
	assert.equal(said({}, '1', '1'), 'You have 1 of 1 point (100%).');
	assert.equal(said({ pass: '7/10' }, '5', '6', 'nb'), 'You have 5 of 6 points (83\u00a0%). Passed.');
});

test('said: "yet" only where there is another attempt', () => {
	const at = (closed, left, points = '4') => said({ pass: '7/10' }, points, '6', 'en', { closed, left });
	assert.equal(at(true, 0), 'You have 4 of 6 points (67%). Not passed.');
	assert.equal(at(false, 0), 'You have 4 of 6 points (67%). Not passed yet.');
	assert.equal(at(true, Infinity), 'You have 4 of 6 points (67%). Not passed yet.');
	assert.equal(at(true, 0, '5'), 'You have 5 of 6 points (83%). Passed.');
});

test('said: another attempt that counts, and passes or fails', () => {
	const counting = (grade, counts) => said({ pass: '7/10', grade }, '3', '6', 'en', { closed: true, counts: parse(counts) });
	assert.equal(counting(undefined, '5/6'), 'You have 3 of 6 points (50%). Best: 83%. Passed.');
	assert.equal(counting('average', '2/3'), 'You have 3 of 6 points (50%). Average: 67%. Not passed yet.');
	assert.equal(counting('average', '6999/10000'), 'You have 3 of 6 points (50%). Average: 69%. Not passed yet.');
	assert.equal(counting('last', '1/2'), 'You have 3 of 6 points (50%). Not passed yet.');
});

test('said: who failed by a hair does not read the pass mark', () => {
	assert.equal(said({ pass: '7/10' }, '6996/1000', '10'), 'You have 6.99 of 10 points (69%). Not passed yet.');
	assert.equal(said({}, '9999/1000', '10'), 'You have 9.99 of 10 points (99%).');
});

test('said: no score where none is kept or none is to be had', () => {
	assert.equal(said({ scored: false }, '5', '6'), 'You have answered everything.');
	assert.equal(said({ pass: '7/10' }, '0', '0'), 'You have answered everything.');
});
