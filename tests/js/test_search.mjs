// SPDX-License-Identifier: GPL-3.0-or-later
// The search's pieces that need no page: folding, and looking for words in parts of an index.
import { readFileSync } from 'node:fs';
import { assert, test } from './harness.mjs';

const folder = new URL('../../generator/search/js/', import.meta.url);
const code = ['fold', 'look'].map((name) => readFileSync(new URL(`${name}.js`, folder), 'utf8')).join('\n');
const { foldWord, wordsOf, isAlike, readWords, partsBetween, addPlaces, formsLike, formsNear, shorter, inAll } = new Function(
	`'use strict';\n${code}\nreturn { foldWord, wordsOf, isAlike, readWords, partsBetween, addPlaces, formsLike, formsNear, shorter, inAll };`)();

test('search: folded as the index is', () => {
	const lines = readFileSync(new URL('../search/folds.txt', import.meta.url), 'utf8').split('\n').filter((line) => line && line[0] !== '#');
	assert.ok(lines.length > 50);
	for (const line of lines) {
		const [word, folded] = line.split('\t');
		assert.equal(foldWord(word), folded, word);
		assert.equal(foldWord(folded), folded, folded);
	}
});

test('search: words of what is typed', () => {
	for (const [typed, words] of [
		['', []], ['  \t', []], ['.*+?^${}()|[]\\', []], ["' - …", []], ['<b>a</b>', ['b', 'a', 'b']], ['Hva er “på”?', ['hva', 'er', 'pa']], ["don't co-operate", ['dont', 'co', 'operate']],
		['f.eks. 3,5 og 1.000,5', ['feks', '35', 'og', '10005']], ['a, b,c', ['a', 'b', 'c']], ['c++ \\d', ['c', 'd']], ['торговля людьми', ['торговля', 'людьми']], ['می‌شود', ['میشود'.replace('ي', 'ی')]],
		['__proto__ constructor', ['proto', 'constructor']], ['a'.repeat(5000), ['a'.repeat(200)]], ['\ud800x', ['x']],
	])
		assert.deepEqual(wordsOf(typed), words, typed.slice(0, 40));
	assert.equal(wordsOf('a b c d e f g h i j k l m').length, 10);
});

const part = readWords('arbeid - 1,2; -er 3,\nsky -ing 0!\nstudi studies 5,\n>study studi\n');

test('search: a part', () => {
	assert.deepEqual(part.forms.map(({ key, stem }) => `${key}/${stem}`), ['arbeid/arbeid', 'arbeider/arbeid', 'skying/sky', 'studies/studi']);
	assert.deepEqual(part.pointers, [{ key: 'study', stem: 'studi' }]);
	assert.deepEqual(readWords(''), { forms: [], pointers: [] });
});

test('search: in which parts words are', () => {
	const starts = ['a', 'b', 'bo', 'c'];
	for (const [low, high, wanted] of [['a', 'a', [0]], ['0', '0', []], ['a', 'a\uffff', [0]], ['b', 'b', [1]], ['b', 'b\uffff', [1, 2]], ['bo', 'bo', [2]], ['z', 'z', [3]], ['', '\uffff', [0, 1, 2, 3]]])
		assert.deepEqual(partsBetween(starts, low, high), wanted, `${low} ${high}`);
	assert.deepEqual(partsBetween([], 'a', 'b'), []);
});

test('search: places', () => {
	const found = new Map();
	assert.equal(addPlaces(found, '1,a;1!', 2), false);
	assert.deepEqual([...found], [[1, 2], [11, 10], [12, 16]]);
	addPlaces(found, '1!a,', 4);
	assert.deepEqual([...found], [[1, 32], [11, 10], [12, 16]]);
	assert.equal(addPlaces(found, '*', 4), true);
});

test('search: forms like a word', () => {
	const keys = (word, stems, beginning) => formsLike(part.forms, word, new Set(stems), beginning).map(([{ key }, quality]) => `${key} ${quality}`);
	assert.deepEqual(keys('arbeid', ['arbeid'], false), ['arbeid 4', 'arbeider 3']);
	assert.deepEqual(keys('arbei', [], false), []);
	assert.deepEqual(keys('arbei', [], true), ['arbeid 2', 'arbeider 2']);
	assert.deepEqual([shorter('arbeiderne'), shorter('abcd'), shorter('abc'), shorter('')], [['arbeidern', 'arbeider', 'arbeide'], ['abc'], [], []]);
	const near = (start, word) => formsNear(part.forms, start, word).map(([{ key, stem }]) => `${key}/${stem}`);
	assert.deepEqual(near('arbeide', 'arbeidene'), ['arbeider/arbeid']);
	assert.deepEqual(near('arbeid', 'arbeidsxx'), ['arbeid/arbeid', 'arbeider/arbeid']);
	assert.deepEqual([near('sky', 'skyer'), near('sk', 'skx'), near('arbe', 'arbexxx')], [['skying/sky'], [], []]);
});

test('search: all words', () => {
	const answer = (places, common = false) => ({ found: new Map(places), common });
	assert.deepEqual(inAll([answer([[1, 1], [2, 5], [3, 2]]), answer([[2, 1], [3, 4], [4, 9]])]), [[2, 6], [3, 6]]);
	assert.deepEqual(inAll([answer([[1, 1], [2, 5]]), answer([[2, 9]], true)]), [[2, 14], [1, 1]]);
	assert.deepEqual(inAll([answer([[7, 5]], true), answer([[8, 5]], true)]), [[7, 5], [8, 5]]);
	assert.deepEqual(inAll([answer([]), answer([[1, 1]])]), []);
});

test('search: what is marked', () => {
	for (const [word, wanted, is] of [['arbeidsgiver', 'arbeid', true], ['arbeid', 'arbeidet', true], ['pa', 'pa', true], ['par', 'pus', false], ['a', 'ab', false], ['abcx', 'abcy', false]])
		assert.equal(isAlike(word, wanted), is, `${word} ${wanted}`);
});
