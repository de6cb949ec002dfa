// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random questions of type `text`: every script that has a trick, and answers that differ from the accepted ones in what is to be forgiven.
import { same } from './draw.mjs';

export const pick = (random, list) => list[Math.floor(random() * list.length)];
const below = (random, n) => Math.floor(random() * n);

const pools = [
	[...'abcdeABCDE'],
	[...'aAeEiIsSkKxyz0123456789.,;:!?()*\\'],
	// Latin with tricks: ß, long s, ligatures, dotted and dotless i, letters without decomposition
	['ß', 'ẞ', 'ſ', 'ﬁ', 'ﬃ', 'ﬆ', 'ﬅ', 'İ', 'ı', 'i̇', 'ŉ', 'ǰ', 'Ǆ', 'ǅ', 'ǆ', 'ł', 'Ø', 'đ', 'é', 'É', 'e\u0301', 'å', 'A\u030a', 'K', 'Å', 'Ω', 'ǖ', 'u\u0308\u0304', 'ạ̈', 'a\u0308\u0323', 'ẗ'],
	// Greek: sigmas, iota subscript, tonos and oxia, symbols
	['Σ', 'σ', 'ς', 'ΑΣ', 'ΌΣΟΣ', 'ΐ', '\u1fd3', 'ΰ', '\u1fe3', 'ᾳ', 'ᾼ', 'ᾈ', 'ᾀ', 'Ὀ', 'ύ', '\u1f7b', 'ϐ', 'ϕ', 'ϵ', '\u0345', 'α\u0345\u0301', 'µ', 'μ', 'ΐ', 'ῼ', '\u1fef', '\u037e'],
	// Cherokee, Georgian, Cyrillic, Armenian, Adlam, Deseret, Glagolitic
	['Ꭰ', 'ꭰ', 'Ᏸ', 'ᏸ', 'ა', 'Ა', 'ა\u0308', 'Ⴀ', 'ⴀ', 'я', 'Я', 'й', 'и\u0306', 'ё', 'Ѹ', 'ꙋ', 'ᲀ', 'և', 'Եւ', 'ﬓ', '𞤀', '𞤢', '𐐀', '𐐨', 'Ⰰ', 'ⰰ'],
	// Hangul, kana, full width, compatibility
	['가', '\u1100\u1161', '각', '\u1100\u1161\u11a8', '\u1161', 'が', 'か\u3099', 'ｶﾞ', 'ｶ', 'ガ', 'Ａ', 'ａ', '１', '㍍', '①', '²', '½', '℃', 'Ⅷ', 'ⅷ', '㎏', '\u3000', '漢', '\uf9d0', '豈', 'ﾟ'],
	// Arabic, Hebrew, Devanagari, Thai, Vietnamese
	['ا', 'أ', 'ا\u0654', 'ﻻ', 'ﷺ', 'ب\u064e', 'ש\u05c1', '\ufb2a', 'שׁ', '\u05b8', 'क\u093c', 'क़', 'कि', 'ो', 'ก\u0e33', 'ำ', 'ệ', 'e\u0323\u0302', 'ế', '\u0300', '\u0301', '\u0323', '\u034f', '\u0340', '\u0344'],
	// what is folded, deleted or white
	['\u2018', '\u2019', '\u201a', '\u201b', '\u02bc', '\u2032', '`', '\u00b4', '\u201c', '\u201d', '\u201e', '\u201f', '«', '»', '\u2033', '\u2010', '\u2011', '\u2013', '\u2014', '\u2015', '\u2212', '\u2026', '...', "'", '"', '-', '\u2034', '\u2036', '\u2057'],
	['\u00ad', '\u200b', '\u2060', '\ufeff', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\u200c', '\u200d', '\u180e', '\u2061', '\u206a', '\u202f', '\u0000', '\u061c'],
	[' ', '  ', '\t', '\n', '\r\n', '\u000b', '\u000c', '\u0085', '\u00a0', '\u1680', '\u2000', '\u2003', '\u2009', '\u200a', '\u2028', '\u2029', '\u205f', '\u3000', '\u001c', '\u001f'],
	['😀', '👩\u200d🔬', '🇳🇴', '𝐀', '𝒶', '𝟘', '\u{1d15e}', '\u{1109a}', '\u{11099}\u{110ba}', '\u{2f800}', '\u{e0001}'],
];

export function words(random, most = 12) {
	const chosen = [pick(random, pools), pick(random, pools), pools[0]];
	let text = '';

	for (let n = below(random, most); n >= 0; n--)
		text += pick(random, pick(random, chosen));
	return text;
}

const changes = [
	(t) => t, (t) => t, (t) => t,
	(t) => t.toUpperCase(), (t) => t.toLowerCase(), (t) => t.toLocaleUpperCase('tr'), (t) => t.normalize('NFD'), (t) => t.normalize('NFKC'), (t) => t.normalize('NFKD'),
	(t) => t.normalize('NFD').replace(/\p{M}/gu, ''), (t) => ` ${t}\u00a0`, (t) => t.replace(/ /g, '\u2003 '), (t) => t.replace(/'/g, '\u2019').replace(/-/g, '\u2013'),
	(t, random) => { const list = [...t]; list.splice(below(random, list.length + 1), 0, pick(random, pick(random, pools))); return list.join(''); },
	(t, random) => { const list = [...t]; list.splice(below(random, list.length), 1); return list.join(''); },
	(t, random) => { const list = [...t]; const i = below(random, list.length - 1); [list[i], list[i + 1]] = [list[i + 1], list[i]]; return list.filter((c) => c).join(''); },
	(t, random) => { const list = [...t]; if (list.length) list[below(random, list.length)] = pick(random, pools[0]); return list.join(''); },
];

export function changed(random, text) {
	let t = text;

	for (let n = below(random, 4); n > 0; n--)
		t = pick(random, changes)(t, random);
	return t;
}

// -- patterns of JavaScript --

const atoms = [
	'a', 'b', 'k', 's', 'S', 'ſ', 'K', 'ß', 'é', 'Σ', 'ς', 'İ', 'ı', '😀', ' ', '-', '0', '.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\b', '\\B', '^', '$', '[^]', '[]', '[a-k]', '[^a-k]',
	'[\\w-]', '[\\W]', '[^\\W]', '[\\d\\s]', '[\\b]', '[\\-x]', '[^\\S]', '[.]', '[a-z&&b]', '[Σ-ω]', '[\\u{10400}-\\u{1044f}]', '\\u00e9', '\\u{1F600}', '\\ud83d\\ude00', '\\x41', '\\cJ', '\\0', '\\t', '\\n', '\\.', '\\/', '\\*', '\\\\',
	'\\p{L}', '\\p{Lu}', '\\P{Lu}', '[^\\P{Lu}]', '[\\P{Ll}k]', '\\p{Ll}', '\\p{gc=Nd}', '\\p{Script=Greek}', '\\p{sc=Latn}', '\\p{scx=Deva}', '\\P{ASCII}', '\\p{Any}', '\\p{Alphabetic}', '\\p{White_Space}', '\\p{Uppercase}', '[\\p{Mn}a]', '\\p{Cased}', '\\p{Emoji}',
];

function pattern(random, depth, state) {
	const r = random();

	if (depth <= 0 || r < 0.4)
		return pick(random, atoms);
	const inner = () => pattern(random, depth - 1, state);
	if (r < 0.5)
		return inner() + inner();
	if (r < 0.58)
		return `(?:${inner()}|${inner()})`;
	if (r < 0.7) {
		state.groups++;
		return `(${inner()}${random() < 0.3 ? `|${inner()}` : ''})`;
	}
	if (r < 0.85)
		return `(?:${inner()})${pick(random, ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,1}', '{2,}', '{0}', '{1,}?'])}`;
	if (r < 0.9)
		return `(?${pick(random, ['=', '!'])}${inner()})${inner()}`;
	if (r < 0.94)
		return `${inner()}(?<${pick(random, ['=', '!'])}${inner()})`;
	return state.groups > 0 ? `\\${1 + below(random, state.groups)}` : inner();
}

const subjects = [...'abks Sk0-xAZ_', 'ſ', 'K', 'ß', 'é', 'É', 'Σ', 'ς', 'σ', 'İ', 'ı', '😀', '\n', '\u2028', '\u00a0', '\ufeff', 'ǅ', 'א', '٣', '\u0301', '\u1fd3', 'ΐ', 'ﬅ', 'ﬆ', 'Ꭰ', 'ꭰ', '\u{10400}', '\u{10428}', '.', '\\', '*', 'ᾀ', 'ᾈ', 'ẞ', '\u0345', 'ι'];

function regexVector(random) {
	const accept = [{ text: pattern(random, 4, { groups: 0 }), match: 'regex' }];
	let response = '';

	for (let n = below(random, 7); n >= 0; n--)
		response += pick(random, random() < 0.5 ? ['a', 'b', 'k'] : subjects);
	return { question: { accept }, scoring: random() < 0.5 ? {} : { case: 'match' }, response };
}

// -- all kinds --

const globbed = (random, text) => [...text].map((c) => (random() < 0.15 ? '*' : random() < 0.05 ? `${c}\\*` : c)).join('');

export function accepted(random, plain) {
	const answers = [];

	for (let n = below(random, 3); n >= 0; n--) {
		const text = random() < 0.7 ? changed(random, plain) : words(random);
		const answer = random() < 0.3 ? { text: globbed(random, text), match: 'glob' } : { text };
		if (random() < 0.5)
			answer.score = pick(random, ['1', '1/2', '0.25', '30%', '0', '2', '-1/3']);
		answers.push(answer);
	}
	return answers;
}

export function options(random) {
	const o = {};
	const may = (name, values) => {
		if (random() < 0.4)
			o[name] = pick(random, values);
	};

	may('case', ['ignore', 'match']);
	may('accents', ['match', 'ignore', 'ignore']);
	may('compat', [false, true, true]);
	may('quotes', ['fold', 'keep']);
	may('space', ['fold', 'keep']);
	may('typos', ['none', 'h5p', 'h5p']);
	return o;
}

export function vector(random, i) {
	const id = `text-${i}`;

	if (random() < 0.3)
		return { id, type: 'text', ...regexVector(random) };
	const plain = words(random);
	const response = random() < 0.02 ? null : random() < 0.9 ? changed(random, plain) : words(random);
	return { id, type: 'text', question: { accept: accepted(random, plain) }, scoring: options(random), response };
}

const printed = { 1: '1', '1/2': '1/2', '0.25': '1/4', '30%': '3/10', 0: '0', 2: '2', '-1/3': '-1/3' };

export function claims(v) {
	const { response, question: { accept } } = v;
	const first = accept[0];
	const all = [];

	if (response !== null)
		all.push(same('blanks at the ends do not matter', { ...v, response: ` \u2009${response}\u3000` }));
	if (response !== null && v.scoring.case !== 'match' && /^[\0-\x7f]*$/.test(response))
		all.push(same('capitals do not matter', { ...v, response: response.toUpperCase() }), same('small letters neither', { ...v, response: response.toLowerCase() }));
	if (first.match === undefined && /[a-z0-9]/i.test(first.text))
		all.push({ name: 'an answer as it is written', other: { ...v, response: first.text }, holds: (own, its) => its.score === printed[first.score === undefined ? 1 : first.score] });
	return all;
}

export const mutant = (v) => ({ ...v, scoring: { ...v.scoring, case: 'match' } });
