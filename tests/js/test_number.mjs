// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';
import { scores, states } from './scored.mjs';

const { readNumber } = pieces(['engine/numbers', 'engine/answers', 'engine/text', 'engine/number'], ['readNumber']);

const written = ({ state, x }) => (state === 'answered' ? (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`) : state);
const reads = (name, decimal, cases) => test(`number: ${name}`, () => {
	for (const [typed, wanted] of cases)
		assert.equal(written(readNumber({ decimal }, typed)), wanted, JSON.stringify(typed));
});

reads('nothing', '.', [null, undefined, '', ' \xa0\u202f\t\r\n', { value: ' ', unit: 'kg' }, { value: null, unit: '' }].map((typed) => [typed, 'unanswered']));
reads('what is none', '.', ['abc', '12abc', '1/2', '0x10', 'Infinity', '- 5', '--5', '.', ',', '-', 'e5', '.e5', '1e', '1e401', '1e-401', '1 2', '1234 567', '12 3456', '1  234', '1 234.5.6',
	'5.123 456', '1.2.3', '1..2', '1,234,56', '1234,567.8', '1,23.4', '1.,5', '1,234,', "5'", "'1", '1\u2004234', '\u3000', '5%', '½', '2²', '1e5.5', '1e 5', '1x10', '1 X 10^3', '.5  x 10^3',
	'.5 e3', '\u20135', '1\u066b5', '1e1e1'].map((typed) => [typed, 'invalid']));
reads('plain', '.', [['0', '0'], ['-0', '0'], ['007', '7'], [' \t-2.5\xa0', '-5/2'], ['\u2212\u0662\u0663', '-23'], ['３.𝟘𝟛', '303/100'], ['1.', '1'], ['+.5', '1/2']]);
reads('exponents', '.', [['2.5e3', '2500'], ['25E-1', '5/2'], ['1e+0002', '100'], ['3 × 10^2', '300'], ['3*10**2', '300'], ['3·\u202f10^\u22122', '3/100'], ['.5 x10^1', '5'], ['5  x 10^3', '5000'],
	['5 e3', '5000'], ['1,234.5e1', '12345'], ['0.0001e4', '1'], ['10000e-0004', '1']]);
reads('groups', '.', [['1 234', '1234'], ["12’345'678", '12345678'], ['1\xa0234\u2009567.5', '2469135/2'], ['1 234,567', '1234567/1000'], ['1,234,567', '1234567'], ['1,234.5', '2469/2'],
	['1.234,5', '2469/2'], ['1.234.567,', '1234567'], ['0,123.5', '247/2']]);
reads('a comma that could be both', '.', [['1,234', 'invalid'], ['-1,234', 'invalid'], ['1,234e3', 'invalid'], ['1.234', '617/500'], ['0,234', '117/500'], [',234', '117/500'], ['1234,567', '1234567/1000'],
	['1,23', '123/100'], ['1,2345', '2469/2000'], ['1,', '1']]);
reads('a point that could be both', ',', [['123.456', 'invalid'], ['\u0661.\u0662\u0663\u0664', 'invalid'], ['1,234', '617/500'], ['1.234,5', '2469/2'], ['1 234.', '1234']]);

scores('number: bounds', 'number', { answers: [{ low: '1/2', high: '5/2', openLow: true }, { low: '0', high: '3', openHigh: true, score: '1/4' }] },
	[[undefined, '0.5', '1/4 of 1'], [{}, '0.51', '1 of 1'], [{}, '2.5', '1 of 1'], [{}, '3', '0 of 1'], [{}, null, '0 of 1'], [{}, 'x', '0 of 1']]);
scores('number: half bounds', 'number', { answers: [{ low: '2' }, { high: '1', score: '2' }] }, [[{}, '1e9', '1 of 2'], [{}, '-3', '2 of 2'], [{}, '1.5', '0 of 2']]);
scores('number: decimals', 'number', { answers: [{ value: '-5/2', decimals: 0 }] }, [[{}, '-3.4', '1 of 1'], [{}, '-2.4', '0 of 1'], [{}, '-3.5', '0 of 1']]);
scores('number: more decimals than anybody types', 'number', { answers: [{ value: '1', decimals: 1e9 }] }, [[{}, '1.0', '1 of 1'], [{}, '1.01', '0 of 1']]);
scores('number: significant digits', 'number', { answers: [{ value: '1999/20', sigfigs: 3 }] }, [[{}, '100', '1 of 1'], [{}, '99.94', '0 of 1'], [{}, '100.4', '1 of 1'], [{}, '0', '0 of 1']]);
scores('number: zero has no significant digits', 'number', { answers: [{ value: '0', sigfigs: 1 }] }, [[{}, '0.0', '1 of 1'], [{}, '1e-400', '0 of 1']]);

const metres = { units: { m: '1', cm: '1/100' }, answers: [{ low: '3', high: '3' }, { low: '300', high: '300', score: '1/2' }] };
scores('number: units', 'number', metres, [[{}, '3 m', '1 of 1'], [{}, '300cm', '1 of 1'], [{}, '3 cm', '9/10 of 1'], [{}, '3', '9/10 of 1'], [{}, '3 constructor', '9/10 of 1'], [{}, '300', '9/20 of 1'],
	[{ unit_penalty: '3/4', unit_penalty_of: 'max' }, '300 km', '0 of 1'], [{}, { value: '3 cm', unit: 'm' }, '1 of 1'], [{}, { value: '3 m', unit: '' }, '9/10 of 1']]);
scores('number: a unit that may be missing', 'number', { ...metres, unit_policy: 'optional' }, [[{}, '3', '1 of 1'], [{}, '3 km', '0 of 1'], [{}, '3 cm', '9/10 of 1']]);
scores('number: a unit in front', 'number', { ...metres, unit_position: 'before' }, [[{}, 'm 3', '1 of 1'], [{}, '3 m', '0 of 1'], [{}, '-m3', '9/10 of 1'], [{}, 'm 0 3', '0 of 1']]);
scores('number: no units', 'number', { answers: [{ any: true }] }, [[{}, '3 m', '0 of 1'], [{}, { value: '3', unit: 'm' }, '0 of 1'], [{}, { value: '3 m', unit: '' }, '1 of 1']]);
states('number: states', 'number', { ...metres, unit_policy: 'optional' }, [[{}, null, 'unanswered'], [{}, ' ', 'unanswered'], [{}, '3 km', 'invalid'], [{}, 'x', 'invalid'], [{}, '3', 'answered']]);
