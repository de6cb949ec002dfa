// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { parse, ratio, add, subtract, multiply, divide, sum, equal, rounded, message, pointsOf, outcome, submit, fresh, types, ZERO } = pieces(
	['engine/numbers', 'engine/trying', 'page/core'], ['parse', 'ratio', 'add', 'subtract', 'multiply', 'divide', 'sum', 'equal', 'rounded', 'message', 'pointsOf', 'outcome',
		'submit', 'fresh', 'types', 'ZERO']);

const text = (x) => (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);
const p = parse;

test('numbers: lowest terms, sign above', () => {
	assert.equal(text(p('6/8')), '3/4');
	assert.equal(text(p('-3/9')), '-1/3');
	assert.equal(text(p('0/7')), '0');
	assert.equal(text(ratio(-4n, 2n)), '-2');
});

test('numbers: a unit in n parts adds up to 1, for n to 40', () => {
	for (let n = 1; n <= 40; n++)
		assert.ok(equal(sum(Array(n).fill(p(`1/${n}`))), p('1')), `n = ${n}`);
});

test('numbers: three thirds taken off are exactly nothing', () => {
	assert.ok(equal(subtract(p('1'), multiply(p('1/3'), p('3'))), ZERO));
});

test('numbers: no bound where floats end', () => {
	assert.equal(text(add(p('9007199254740993'), p('1'))), '9007199254740994');
});

test('numbers: division by a negative one', () => {
	assert.equal(text(divide(p('1/2'), p('-3/4'))), '-2/3');
});

test('shown: half goes up', () => {
	assert.equal(rounded(p('1/2'), 0, []), 1);
	assert.equal(rounded(p('1/8'), 2, []), 0.13);
	assert.equal(rounded(p('2/3'), 2, []), 0.67);
	assert.equal(rounded(p('201/200'), 2, []), 1.01);
	assert.equal(rounded(p('29/100'), 2, []), 0.29);
});

test('shown: what is below a limit is not lifted to it', () => {
	assert.equal(rounded(p('6996/10000'), 2, [p('7/10')]), 0.69);
	assert.equal(rounded(p('69996/1000'), 1, [p('70')]), 69.9);
	assert.equal(rounded(p('7/10'), 2, [p('7/10')]), 0.7);
	assert.equal(rounded(p('999/1000'), 2, [p('1')]), 0.99);
	assert.equal(rounded(p('999/1000'), 2, []), 1);
});

const data = {
	lang: 'en',
	quiz: { scored: true },
	text: {
		right: 'Right', 'partly-right': 'Partly right', wrong: 'Not right', 'not-answered': 'Not answered', verdict: '%{verdict}.', 'verdict-points': '%{verdict}: %{points}.',
		'points-of': { one: '%{points} of %{max} point', other: '%{points} of %{max} points' },
		'tries-left': { one: 'You have %{count} try left.', other: 'You have %{count} tries left.' },
		'no-tries-left': 'You have no tries left.',
	},
};

test('words: arguments, also twice and unknown ones', () => {
	assert.equal(message({ lang: 'en', text: { a: '%{x}-%{x}-%{y}' } }, 'a', { x: '1' }), '1-1-%{y}');
});

test('words: an argument is no pattern', () => {
	assert.equal(message({ lang: 'en', text: { a: '%{x}' } }, 'a', { x: '$& %{x}' }), '$& %{x}');
});

test('words: the plural form of the language', () => {
	const lv = { lang: 'lv', text: { a: { zero: 'Z', one: 'O', other: 'X' } } };
	assert.deepEqual([0, 1, 2, 11, 21].map((n) => message(lv, 'a', {}, n)), ['Z', 'O', 'X', 'Z', 'O']);
});

test('words: points by the rules of the language', () => {
	assert.equal(pointsOf(data, p('2'), p('3')), '2 of 3 points');
	assert.equal(pointsOf(data, p('1/2'), p('1')), '0.5 of 1 point');
	assert.equal(pointsOf({ ...data, lang: 'nb' }, p('1/2'), p('1')), '0,5 of 1 point');
	assert.equal(pointsOf(data, p('2999/1000'), p('3')), '2.99 of 3 points');
	assert.equal(pointsOf(data, p('-1'), p('3')), '0 of 3 points');
});

// A type whose response is its result.
types.plain = { state: (q, r) => (r === null ? 'unanswered' : 'answered'), score: (q, r) => ({ score: parse(r), max: p('1') }) };

const question = (more) => ({ type: 'plain', points: '1', tries: 0, penalty: '0', keep: 'best', ...more });
const run = (q, responses) => responses.reduce((state, r) => submit(q, state, r, ZERO).state, fresh());

test('tries: the best one counts, each costs its penalty', () => {
	const q = question({ penalty: '1/4' });
	assert.equal(text(run(q, [null, '1/3', '1/3', '1/2', '1']).score), '1/2');
});

test('tries: or the last one', () => {
	assert.equal(text(run(question({ penalty: '1/4', keep: 'last' }), ['2/3', '1/3']).score), '1/12');
	assert.equal(text(run(question({ penalty: '1/5', keep: 'last' }), ['0', '1']).score), '4/5');
});

test('tries: never below nothing', () => {
	assert.equal(text(run(question({ penalty: '1/2', keep: 'last' }), ['0', '1/4', '1/3', '1/5']).score), '0');
});

test('tries: empty and repeated answers are told and free', () => {
	const q = question({ tries: 2, penalty: '1/3' });
	const one = submit(q, fresh(), '0', ZERO);
	assert.equal(one.did, 'counted');
	assert.equal(submit(q, one.state, null, ZERO).did, 'unanswered');
	const two = submit(q, one.state, '0', ZERO);
	assert.equal(two.did, 'repeated');
	assert.equal(two.state, one.state);
});

test('tries: full marks or the last try lock the question', () => {
	const q = question({ tries: 2, penalty: '1/3' });
	const full = run(q, ['1', '0']);
	assert.equal(full.used, 1);
	assert.equal(text(full.score), '1');
	const over = run(q, ['0', '1/2', '1']);
	assert.equal(over.locked, true);
	assert.equal(over.used, 2);
	assert.equal(text(over.score), '1/6');
	assert.equal(submit(q, over, '1', ZERO).did, 'locked');
});

test('tries: unlimited ones lock by full marks only', () => {
	assert.equal(run(question(), ['0', '1/2', '0', '1/3', '0', '1/4']).locked, false);
	assert.equal(run(question(), ['0', '1']).locked, true);
});

test('tries: hints cost as failed tries do', () => {
	const q = question({ tries: 2, penalty: '1/3' });
	assert.equal(text(submit(q, fresh(), '1', p('1/4')).state.score), '3/4');
	assert.equal(text(submit(q, fresh(), '1/8', p('1/4')).state.score), '0');
});

test('tries: a single one may cost points where the author lets it', () => {
	assert.equal(text(run(question({ tries: 1 }), ['-1/4']).score), '-1/4');
	assert.equal(text(run(question({ tries: 2 }), ['-1/4']).score), '0');
});

test('said: the verdict, the points, the tries that are left', () => {
	const q = question({ tries: 3, points: '3', penalty: '1/3' });
	assert.equal(outcome(data, q, run(q, ['2/3'])), 'Partly right: 2 of 3 points. You have 2 tries left.');
	assert.equal(outcome(data, q, run(q, ['0', '1/3'])), 'Partly right: 0 of 3 points. You have 1 try left.');
	assert.equal(outcome(data, q, run(q, ['0', '1'])), 'Right: 2 of 3 points.');
	assert.equal(outcome(data, q, run(q, ['0', '1/2', '1/9'])), 'Partly right: 0.5 of 3 points. You have no tries left.');
	assert.equal(outcome(data, question({ tries: 1 }), run(question({ tries: 1 }), ['0'])), 'Not right: 0 of 1 point.');
});

test('said: no points where none are kept, or the question has none', () => {
	assert.equal(outcome(data, question({ points: '0', tries: 1 }), run(question({ tries: 1 }), ['1/2'])), 'Partly right.');
	assert.equal(outcome(data, question({ tries: 1 }), { ...fresh(), locked: true }), 'Not answered: 0 of 1 point.');
	assert.equal(outcome({ ...data, quiz: { scored: false } }, question(), run(question(), ['1'])), 'Right.');
});
