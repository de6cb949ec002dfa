/* SPDX-License-Identifier: MIT */
/*
 * A record (store.js) in few letters: for links to another language where pages cannot share what is kept, and for learning
 * platforms that give little room. The pages that write and read it are of one build: ids stand in it as their number among all
 * ids of the question, in the order of their code units.
 *
 * "1.ATTEMPT.OVER.PAST.QUESTION.QUESTION…", each question "HASH-USED-SCORE-FLAGS-ANSWER-COUNTED", those that were not touched empty.
 */
const COMPACT_DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/* All words that an answer to ${q} can hold: ids, targets, words of menus. */
function compactIds({ question }) {
	const ids = (list) => (list || []).map((one) => one.id);
	const menus = (question.gaps || []).flatMap((gap) => gap.choices || []);
	const pairs = question.pairs || {};
	const all = [...ids(question.options), ...ids(question.items), ...ids(question.gaps), ...menus, ...(question.order || []), ...Object.keys(pairs),
		...(question.choices || []), ...Object.values(pairs).filter((target) => target !== null)];

	return Array.from(new Set(all)).sort();
}

const compactSafe = (text) => encodeURIComponent(text).replace(/[.\-_!~*'()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

/* A letter for an id that is known, else the text itself. */
function compactWord(ids, text) {
	const place = ids.indexOf(text);
	return place >= 0 && place < COMPACT_DIGITS.length ? COMPACT_DIGITS[place] : `_${compactSafe(text)}_`;
}

/* "s" and a word, "l" and words, "m" and words two by two, "j" and JSON for anything else, nothing for null. */
function compactAnswer(q, response) {
	const ids = compactIds(q);
	const word = (text) => compactWord(ids, text);

	if (response === null || response === undefined)
		return '';
	if (typeof response === 'string')
		return `s${word(response)}`;
	if (isIds(response))
		return `l${response.map(word).join('')}`;
	if (isMap(response) && Object.values(response).every((value) => typeof value === 'string'))
		return `m${Object.entries(response).map(([key, value]) => word(key) + word(value)).join('')}`;
	return `j_${compactSafe(JSON.stringify(response))}_`;
}

function expandedAnswer(q, text) {
	const ids = compactIds(q);
	const words = (text.slice(1).match(/_[^_]*_|[a-zA-Z0-9]/g) || []).map((one) =>
		(one[0] === '_' ? decodeURIComponent(one.slice(1, -1)) : ids[COMPACT_DIGITS.indexOf(one)]));

	switch (text[0]) {
	case 's': return words[0];
	case 'l': return words;
	case 'm': return Object.fromEntries(words.flatMap((key, i) => (i % 2 === 0 ? [[key, words[i + 1]]] : [])));
	case 'j': return JSON.parse(words[0]);
	default: return null;
	}
}

function compactQuestion(q, kept) {
	if (kept === undefined || kept.h !== q.hash)
		return '';
	const flags = (kept.l === 1 ? 'l' : '') + (kept.o || []).map((i) => i.toString(36)).join('');
	const answers = [kept.r, JSON.stringify(kept.r) === JSON.stringify(kept.c) ? 'same' : kept.c];
	return [kept.h, kept.u || '', (kept.s || '').replace('/', '_').replace('-', 'n'), flags,
		compactAnswer(q, answers[0]), answers[1] === 'same' ? '=' : compactAnswer(q, answers[1])].join('-');
}

function expandedQuestion(q, text) {
	const [h, u, s, flags, r, c] = text.split('-');
	const response = expandedAnswer(q, r);
	const counted = c === '=' ? response : expandedAnswer(q, c);

	return {
		h,
		...(response === null ? {} : { r: response }),
		...(u === '' ? {} : { u: Number(u), s: s.replace('_', '/').replace('n', '-') }),
		...(counted === null || u === '' ? {} : { c: counted }),
		...(flags.includes('l') ? { l: 1 } : {}),
		o: Array.from(flags.replace('l', ''), (digit) => parseInt(digit, 36)),
	};
}

/* ${questions}: all of the page, in its order. What a draw took need not be said: the number of the attempt tells. */
function compactRecord(questions, record) {
	const past = record.past.map((score) => (score === null ? 'x' : score.replace('/', '_').replace('-', 'n'))).join('-');
	return [record.v, record.n, record.over ? 1 : 0, past, ...questions.map((q) => compactQuestion(q, record.q[q.id]))].join('.').replace(/\.+$/, '');
}

/* Null where it is none, or not of these questions. */
function expandedRecord(questions, text) {
	try {
		const [v, n, over, past = '', ...parts] = text.split('.');
		const q = {};

		parts.forEach((one, i) => {
			if (one !== '')
				q[questions[i].id] = expandedQuestion(questions[i], one);
		});
		const scores = past === '' ? [] : past.split('-').map((score) => (score === 'x' ? null : score.replace('_', '/').replace('n', '-')));
		const record = { v: Number(v), n: Number(n), over: over === '1', past: scores, drawn: {}, q };
		return isRecord(record) ? record : null;
	} catch (error) {
		return null;
	}
}
