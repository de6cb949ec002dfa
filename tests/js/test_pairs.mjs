// SPDX-License-Identifier: GPL-3.0-or-later
import { scores, states } from './scored.mjs';

const shed = { pairs: { pan: 'kitchen', rake: 'shed', saw: 'shed', coin: null } };
const all = { pan: 'kitchen', rake: 'shed', saw: 'shed' };

scores('pairs: no answer, or only of what is not asked', 'classification', shed, [
	[undefined, null, '0 of 1'], [{}, {}, '0 of 1'], [{ mode: 'exact' }, { pan: '', rake: null }, '0 of 1'],
	[{}, { dog: 'shed', constructor: 'shed' }, '0 of 1'], [{ mode: 'half' }, { coin: '' }, '0 of 1'],
	[{ mode: 'deduct', deduction: '1' }, { dog: 'shed' }, '0 of 1'],
]);
scores('pairs: names that objects have', 'matching', { pairs: { constructor: 'a', toString: 'b' }, weights: { valueOf: '9' } },
	[[{}, { constructor: 'a' }, '1/2 of 1'], [{}, { valueOf: 'a' }, '0 of 1']]);
scores('pairs: per_pair', 'classification', shed, [
	[undefined, all, '1 of 1'], [{}, { ...all, coin: 'shed' }, '3/4 of 1'], [{}, { pan: 'Kitchen' }, '1/4 of 1'],
	[{}, { pan: 'kitchen', dog: 'shed' }, '1/2 of 1'],
]);
scores('pairs: weights', 'matching', { pairs: { u: 'U', v: 'V' }, weights: { u: '2', w: '5' } },
	[[{}, { u: 'U' }, '2/3 of 1'], [{ mode: 'exact' }, { u: 'U' }, '0 of 1']]);
scores('pairs: weights of nothing', 'matrix', { pairs: { u: 'U' }, weights: { u: '0' } }, [[{}, { u: 'U' }, '0 of 1']]);
scores('pairs: exact, half, deduct', 'matrix', shed, [
	[{ mode: 'exact' }, all, '1 of 1'], [{ mode: 'exact' }, { ...all, saw: '' }, '0 of 1'],
	[{ mode: 'half' }, all, '1 of 1'], [{ mode: 'half' }, { ...all, saw: null }, '1/2 of 1'], [{ mode: 'half' }, { pan: 'kitchen' }, '0 of 1'],
	[{ mode: 'deduct', deduction: '1/2' }, { pan: 'kitchen', rake: 'kitchen' }, '3/8 of 1'],
	[{ mode: 'deduct', deduction: '5' }, { pan: 'kitchen', rake: 'kitchen' }, '0 of 1'],
]);

const mapping = { mode: 'mapping', entries: { 'nut bolt': '1', 'key lock': '2', 'a b c': '1/2', 'x y': '-3' }, default: '-1/2' };
scores('pairs: mapping', 'matching', { pairs: {} }, [
	[mapping, null, '0 of 7/2'], [mapping, [], '0 of 7/2'], [mapping, [['nut', 'bolt'], ['nut', 'bolt']], '1 of 7/2'],
	[mapping, [['bolt', 'nut']], '0 of 7/2'], [mapping, [['a b', 'c'], ['a', 'b c']], '1 of 7/2'],
	[{ ...mapping, floor: null }, [['x', 'y']], '-3 of 7/2'], [{ ...mapping, ceil: null }, [['key', 'lock']], '2 of 7/2'],
	[{ ...mapping, floor: '1', ceil: '2' }, [['key', 'lock'], ['nut', 'bolt']], '2 of 2'],
	[{ ...mapping, floor: '1', ceil: '2' }, [['q', 'q']], '1 of 2'], [{ ...mapping, floor: '1' }, [], '0 of 7/2'],
]);
states('pairs: states', 'classification', shed, [
	[{}, null, 'unanswered'], [{}, { pan: '' }, 'unanswered'], [{}, { dog: 'sea' }, 'unanswered'], [{}, { coin: 'sea' }, 'answered'],
	[mapping, [], 'unanswered'], [mapping, [['q', 'q']], 'answered'],
]);
