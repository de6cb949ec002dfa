// SPDX-License-Identifier: GPL-3.0-or-later
import { scores, states } from './scored.mjs';

const five = { order: [...'abcde'] };
const cases = (mode, list) => list.map(([response, expected]) => [{ mode }, response === null ? null : [...response], `${expected} of 1`]);

scores('order: nothing', 'ordering', five, [[undefined, null, '0 of 1'], [{ mode: 'lis' }, [], '0 of 1'], [{ mode: 'adjacent' }, ['x'], '0 of 1']]);
for (const mode of ['position', 'adjacent', 'all_pairs', 'lis'])
	scores(`order: too little to order, ${mode}`, 'ordering', { order: [] }, cases(mode, [['xy', '0'], ['x', '0']]));
scores('order: exact', 'ordering', five, [[undefined, [...'abcde'], '1 of 1'],
	...cases('exact', [['abcd', '0'], ['abcdee', '0'], ['abced', '0']])]);
scores('order: position', 'ordering', five, cases('position', [['bacde', '3/5'], ['xabcde', '0'], ['aacxed', '3/5']]));
scores('order: adjacent', 'ordering', five, cases('adjacent',
	[['abcde', '1'], ['bcdea', '3/4'], ['abab', '1/4'], ['axbde', '1/4'], ['edcba', '0']]));
scores('order: all_pairs', 'ordering', five, cases('all_pairs',
	[['abcde', '1'], ['edcba', '0'], ['eaxc', '1/10'], ['bab', '1/10'], ['aba', '1/10']]));
scores('order: lis', 'ordering', five, cases('lis',
	[['abcde', '1'], ['edcba', '0'], ['cxeabd', '3/5'], ['bbb', '0'], ['bbca', '2/5'], ['xyz', '0']]));
scores('order: ids with blanks and quotes', 'ordering', { order: ['a b', 'c', 'a', 'b c'] },
	[[{ mode: 'adjacent' }, ['a b', 'c', 'x', 'a', 'b c'], '2/3 of 1'], [{ mode: 'adjacent' }, ['a', 'b c'], '1/3 of 1']]);
states('order: states', 'ordering', five, [[{}, null, 'unanswered'], [{}, [], 'unanswered'], [{}, ['x'], 'answered']]);
