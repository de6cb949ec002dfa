// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';
import { scores, states } from './scored.mjs';

const { spelled, isNear } = pieces(['engine/numbers', 'engine/answers', 'engine/text', 'engine/typos'], ['spelled', 'isNear']);

const reads = (name, o, cases, piece) => test(name, () => {
	for (const [typed, wanted] of cases)
		assert.equal(spelled(typed, o, piece), wanted, JSON.stringify(typed));
});

reads('text: the steps', {}, [
	['', ''], [' \t\r\n\v\f\x85\xa0\u3000', ''], ['\xad\u200b\u2060\ufeff\u200e\u200f\u202a\u202e\u2066\u2069', ''], ['a\u200c\u200db', 'a\u200c\u200db'],
	[' A \u2003\t b ', 'a b'], ['a \u200b b', 'a b'], ['‘’‚‛\u02bc\u2032`\xb4', "''''''''"], ['“”„‟«»\u2033', '"""""""'], ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-------'],
	['a…', 'a...'], ['e\u0301\u1fef', "é'"], ['e\u200b\u0301', 'é'], ['Straße', 'strasse'], ['ẞ', 'ß'], ['ΣΟΦΟΣ Σ', 'σοφος σ'], ['İ', 'i\u0307'], ['ı', 'i'], ['²ﬁ', '²fi'],
]);
reads('text: case matters', { case: 'match' }, [[' Σß ', 'Σß']]);
reads('text: accents do not', { accents: 'ignore' }, [['ÉłåİA\u0301', 'elaia'.replace('l', 'ł')], ['ש\u05c1', 'ש'], ['\u0301', ''], ['\u0301 a', ' a']]);
reads('text: compatible forms', { compat: true }, [['Ａ²㎠\u3000x', 'a2cm2 x'], ['\u2033…', "''..."], ['\xb4x', '\u0301x']]);
reads('text: quotes kept', { quotes: 'keep' }, [['’–…\xa0\xb4', '’–… \xb4']]);
reads('text: blanks kept, and trimmed', { space: 'keep' }, [['\t a\xa0 b \n', 'a\xa0 b']]);
reads('text: a piece is not trimmed', {}, [['  A \xa0', ' a ']], true);

test('text: typing errors', () => {
	for (const [a, b, distance] of [['', '', 0], ['', 'a', 1], ['', 'abc', 3], ['abcd', 'abd', 1], ['abcd', 'abxcd', 1], ['abcd', 'abdc', 1], ['abcd', 'badc', 2],
		['ca', 'abc', 3], ['necessary', 'neccesary', 2], ['aab', 'aba', 1], ['😀a', 'a', 1]])
		for (const edits of [0, 1, 2])
			assert.equal(isNear([...a], [...b], edits), edits >= distance, `${a} ${b} ${edits}`);
});

const stars = { accept: [{ text: '*', match: 'glob' }, { text: '.*', match: 'regex' }] };
scores('text: nothing', 'text', stars, [[undefined, null, '0 of 1'], [{}, ' \u2029', '0 of 1'], [{}, '\u200b', '0 of 1'], [{ accents: 'ignore' }, '\u0301', '0 of 1'],
	[{}, '\u0301', '1 of 1']]);
scores('text: nothing is accepted', 'text', { accept: [] }, [[{}, 'x', '0 of 0']]);
states('text: states', 'text', stars, [[{}, null, 'unanswered'], [{}, undefined, 'unanswered'], [{}, ' \t\xa0', 'unanswered'], [{}, '0', 'answered'], [{}, '\u200b', 'answered']]);
scores('text: the first answer that matches', 'text',
	{ accept: [{ text: 'one', score: '1/4' }, { text: 'o*', match: 'glob', score: '1/2' }, { text: 'one' }, { text: 'two', score: '-1/3' }, { text: 'three', score: '2' }] },
	[[{}, 'ONE', '1/4 of 2'], [{}, 'ones', '1/2 of 2'], [{}, 'two', '-1/3 of 2'], [{}, 'three', '2 of 2'], [{}, 'four', '0 of 2']]);
scores('text: literal stars', 'text', { accept: [{ text: '2*3' }] }, [[{}, '2*3', '1 of 1'], [{}, '2x3', '0 of 1']]);
scores('text: how many errors', 'text', { accept: [{ text: 'two' }, { text: 'four' }, { text: 'tencharact' }] }, [[{ typos: 'h5p' }, 'twoo', '0 of 1'], [{ typos: 'h5p' }, 'for', '1 of 1'],
	[{}, 'for', '0 of 1'], [{ typos: 'h5p' }, 'tenchara', '1 of 1'], [{ typos: 'h5p' }, 'tenchar', '0 of 1']]);
scores('text: stars', 'text', { accept: [{ text: ' a*B *c ', match: 'glob' }, { text: 'ΣΟΣ*', match: 'glob' }, { text: '\\*a\\b\\\\*', match: 'glob' }] },
	[[{}, 'A\n b  c', '1 of 1'], [{}, 'abc', '0 of 1'], [{}, 'xab c', '0 of 1'], [{}, 'σοσ', '1 of 1'], [{}, 'σοσα', '0 of 1'], [{}, '*a\\b\\*', '1 of 1'], [{}, 'xa\\b\\*', '0 of 1']]);
scores('text: stars do not overlap', 'text', { accept: [{ text: 'aba*aba', match: 'glob' }] }, [[{}, 'aba', '0 of 1'], [{}, 'ababa', '0 of 1'], [{}, 'abaaba', '1 of 1']]);
scores('text: patterns', 'text', { accept: [{ text: 'Gr[ae]y|é x', match: 'regex' }] }, [[{}, ' gREY\xa0', '1 of 1'], [{ case: 'match' }, 'grey', '0 of 1'], [{}, 'greyish', '0 of 1'],
	[{}, 'e\u0301 X', '1 of 1'], [{}, 'é  x', '0 of 1']]);
