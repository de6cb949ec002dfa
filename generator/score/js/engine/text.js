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

/* Whether list b becomes a by so many edits: one character more, less or other, or two neighbours swapped. */
function isNear(a, b, edits) {
	let i = 0;

	while (i < a.length && a[i] === b[i])
		i++;
	if (i === a.length && i === b.length)
		return true;
	const near = (m, n) => isNear(a.slice(i + m), b.slice(i + n), edits - 1);
	return edits > 0 && (near(1, 0) || near(0, 1) || near(1, 1) || (i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && near(2, 2)));
}

const matchText = {
	literal(text, o, plain) {
		const a = spelled(text, o);
		const list = [...a];
		return a === plain || (o.typos === 'h5p' && isNear(list, [...plain], list.length > 9 ? 2 : list.length > 3 ? 1 : 0));
	},
	/* A star is marked by half a character, which no text has. */
	glob(text, o, plain) {
		const pieces = trimText(text).replace(/\\\*|\*/g, (star) => star[1] || '\ud800').split('\ud800').map((piece) => spelled(piece, o, true));
		const last = pieces.pop();
		let at = 0;

		if (pieces.length === 0)
			return plain === last;
		return plain.startsWith(pieces[0]) && pieces.every((piece) => {
			const found = plain.indexOf(piece, at);
			at = found + piece.length;
			return found >= 0;
		}) && plain.length - last.length >= at && plain.endsWith(last);
	},
	regex: (text, o, plain, response) => RegExp(`^(?:${text})$`, o.case === 'match' ? 'u' : 'iu').test(trimText(response.normalize())),
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
