/* SPDX-License-Identifier: MIT */
/*
 * Typed text (D8). Response and answers are read alike, with the browser's own Unicode: o holds the text options.
 */

const WHITE = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const whiteRuns = RegExp(`[${WHITE}]+`, 'g');
const whiteEnds = RegExp(`^[${WHITE}]+|[${WHITE}]+$`, 'g');
const unseenMarks = /[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/* What a keyboard has instead. */
const keyboardHas = [
	[/[\u2018-\u201b\u02bc\u2032`\xb4]/g, "'"],
	[/[\u201c-\u201f\xab\xbb\u2033]/g, '"'],
	[/[\u2010-\u2015\u2212]/g, '-'],
	[/\u2026/g, '...'],
];

const trimText = (text) => text.replace(whiteEnds, '');

/* What is compared of a text; of a ${piece}, the blanks at its ends, too. */
function spelled(text, o, piece) {
	const form = o.compat ? 'NFKC' : 'NFC';
	let t = text.normalize(form).replace(unseenMarks, '');

	if (o.quotes !== 'keep')
		t = keyboardHas.reduce((all, [from, to]) => all.replace(from, to), t);
	if (o.space !== 'keep')
		t = t.replace(whiteRuns, ' ');
	if (!piece)
		t = trimText(t);
	if (o.case !== 'match')
		t = t.toUpperCase().toLowerCase();
	if (o.accents === 'ignore')
		t = t.normalize('NFD').replace(/\p{Mn}/gu, '');
	return t.normalize(form);
}

/* Typing errors are forgiven in typos.js; the other ways to match are in patterns.js. */
const matchText = {
	literal(text, o, plain) {
		const wanted = spelled(text, o);
		return wanted === plain || (o.typos === 'h5p' && isTypo(wanted, plain));
	},
};

/* The credit of the first answer that matches. */
function textCredit(accept, o, response) {
	const plain = spelled(response, o);
	const first = plain && accept.find(({ text, match = 'literal' }) => matchText[match](text, o, plain, response));

	return first ? answerCredit(first) : ZERO;
}

const isTyped = (response) => typeof response === 'string' && trimText(response) !== '';

types.text = {
	state: (q, response) => (isTyped(response) ? 'answered' : 'unanswered'),
	score: ({ question: { accept }, scoring }, response) => ({
		score: isTyped(response) ? textCredit(accept, scoring || {}, response) : ZERO,
		max: bestCredit(accept),
	}),
};
