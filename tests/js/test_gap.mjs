// SPDX-License-Identifier: GPL-3.0-or-later
import { scores, states } from './scored.mjs';

const three = { gaps: [{ id: 'a', accept: [{ text: 'water' }, { text: 'liquid', score: '1/2' }] }, { id: 'b', kind: 'number', weight: '2', answers: [{ low: '99', high: '101' }] },
	{ id: 'constructor', kind: 'select', weight: '3', answer: 'Wet' }] };
const nothing = [null, undefined, {}, { a: '', b: null }, { a: ' \xa0', constructor: '\t' }, { x: 'water' }];

scores('gap: nothing', 'gap', three, nothing.flatMap((response) => [[undefined, response, '0 of 1'], [{ mode: 'exact' }, response, '0 of 1']]));
states('gap: states', 'gap', three, [...nothing.map((response) => [{}, response, 'unanswered']), [{}, { b: 'x' }, 'answered']]);
scores('gap: no gaps', 'gap', { gaps: [] }, [[{}, { a: 'x' }, '0 of 1']]);
scores('gap: each for itself', 'gap', three, [[{}, { a: 'Water', b: '100', constructor: 'Wet' }, '1 of 1'], [{}, { a: 'liquid', b: '99', constructor: 'Dry' }, '5/12 of 1'],
	[{}, { constructor: 'wet' }, '0 of 1'], [{}, { constructor: 'Wet ' }, '0 of 1'], [{}, { b: '100 m' }, '0 of 1'], [{ mode: 'exact' }, { a: 'Water', b: '100', constructor: 'Wet' }, '1 of 1'],
	[{ mode: 'exact' }, { a: 'liquid', b: '100', constructor: 'Wet' }, '0 of 1'], [{ mode: 'exact' }, { a: 'Water', b: '100' }, '0 of 1']]);
scores('gap: no weight', 'gap', { gaps: [{ id: 'a', weight: '0', accept: [{ text: 'x' }] }] }, [[{}, { a: 'x' }, '0 of 1'], [{ mode: 'exact' }, { a: 'x' }, '1 of 1']]);
scores('gap: a number with its unit', 'gap', { gaps: [{ id: 'a', kind: 'number', decimal: ',', units: { g: '1' }, answers: [{ low: '1/2', high: '1/2' }] }] },
	[[{}, { a: '0,5' }, '9/10 of 1'], [{ mode: 'exact' }, { a: '0,5 kg' }, '0 of 1'], [{ mode: 'exact' }, { a: ',5 g' }, '1 of 1']]);
scores('gap: options of its own', 'gap', { gaps: [{ id: 'a', accept: [{ text: 'Été' }], options: { accents: 'ignore' } }] },
	[[{}, { a: 'ete' }, '1 of 1'], [{ case: 'match' }, { a: 'ete' }, '0 of 1'], [{ case: 'match', accents: 'match' }, { a: 'Ete' }, '1 of 1']]);

const winds = { distinct: true, gaps: [{ id: 'a', weight: '9', accept: [{ text: 'North' }, { text: 'south', score: '1/2' }] },
	{ id: 'b', accept: [{ text: 'NORTH ' }, { text: 'e*', match: 'glob' }], options: { case: 'match' } }, { id: 'c', accept: [{ text: '(' }, { text: '(', match: 'regex' }] }] };
scores('gap: each answer once', 'gap', winds, [[{}, { a: 'south', b: ' north', c: '(' }, '1 of 1'], [{}, { a: 'north', b: 'NORTH' }, '1/3 of 1'], [{}, { a: 'e*', b: 'e*' }, '1/3 of 1'],
	[{}, { b: 'east' }, '0 of 1'], [{ mode: 'exact' }, { a: 'south', b: 'north' }, '2/3 of 1'], [{ case: 'match' }, { a: 'north', b: 'NORTH' }, '1/3 of 1'], [{}, { a: '\u200b' }, '0 of 1']]);
