/* SPDX-License-Identifier: MIT */
/* How words are compared: as search/folding.c has folded those of the index. */

const LETTERS = {
	ß: 'ss', æ: 'ae', ð: 'd', ø: 'o', þ: 'th', đ: 'd', ħ: 'h', ı: 'i', ĸ: 'q', ł: 'l', ŋ: 'n', œ: 'oe', ŧ: 't',
	ς: 'σ', '\u0629': '\u0647', '\u0643': '\u06a9', '\u0649': '\u06cc', '\u064a': '\u06cc',
};
const DROPPED = /[\0-/:-`{-\u00bf\u00d7\u00f7\u02b9-\u02bc\u05f3\u05f4\u060c\u061b\u0640\u066b\u066c\u2000-\u206f\ufeff]/;
const SHEDS_MARKS = /[\0-\u077f\u1e00-\u1fff]/;
const WORD = /\p{Nd}+(?:[.,;'’]\p{Nd}+)+(?![\p{L}\p{N}\p{M}_])|[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_\u00ad\u200c\u200d\u202f]|[.'‘’\u2024](?=[\p{L}\p{N}])|[\u00b7\u2027](?=\p{L}))*/gu;

/* й, ї and ў are letters of their own. */
const keepsMark = (mark, base) => !SHEDS_MARKS.test(base) || (/[\u0400-\u052f]/.test(base) && base !== 'е' && /[\u0306\u0308]/.test(mark));

function foldLetter(c) {
	const code = c.charCodeAt(0);

	if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9))
		return String(code & 15);
	return LETTERS[c] || c;
}

function foldWord(word) {
	let folded = '';
	let base = 'a';

	for (const c of word.normalize('NFKC').toLowerCase().normalize('NFD')) {
		if (/\p{Mn}/u.test(c)) {
			if (keepsMark(c, base))
				folded += c;
			continue;
		}
		base = c;
		if (!DROPPED.test(c))
			folded += foldLetter(c);
	}
	return folded.normalize('NFC');
}

const MOST_WORDS = 10;

/* What was typed, as words to look for. */
const wordsOf = (typed) => (typed.slice(0, 200).match(WORD) || []).map(foldWord).filter((word) => word !== '').slice(0, MOST_WORDS);

/* Whether a word of a text is one that was looked for, to the eye. */
function isAlike(word, wanted) {
	let same = 0;

	while (same < wanted.length && word[same] === wanted[same])
		same++;
	return same === wanted.length || same >= Math.max(4, wanted.length * 0.65);
}
