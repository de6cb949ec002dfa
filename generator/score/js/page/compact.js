/* SPDX-License-Identifier: MIT */
/*
 * A record (store.js) in few letters: for links to another language where pages cannot share what is kept, and for learning
 * platforms that give little room. Few pages need it (carry.js). Those that write and read it are of one build: ids stand in it as
 * their number among all ids of the question, in the order of their code units.
 *
 *	"VERSION.ATTEMPT.OVER.PAST.QUESTION.QUESTION…"; a question that was not touched is empty, those at the end are left out
 *	QUESTION  three letters of its hash, tries used (base 36), its answer; then, as far as it needs them:
 *	          "~" the counted answer, where it is another; "/" the score, where it is not that of the answer; "+" flags
 *	ANSWER    "s" and a word, "l" and words, "m" and words two by two, "j" and JSON; nothing: none
 *	WORD      a letter for an id, else the text between "_"
 */
function compactForms({ isMap, isIds, isRecord, written, resultOf, ZERO }) {
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

	/* What has a meaning here is written as "*" and a letter. */
	const COMPACT_SIGNS = '.-_*%#~/+&"<>';
	const compactSafe = (text) => text.replace(/[.\-_*%#~/+&"<>]/g, (sign) => `*${COMPACT_DIGITS[COMPACT_SIGNS.indexOf(sign)]}`);
	const compactPlain = (text) => text.replace(/\*(.)/g, (all, letter) => COMPACT_SIGNS[COMPACT_DIGITS.indexOf(letter)]);

	/* A letter for an id that is known, else the text itself. */
	function compactWord(ids, text) {
		const place = ids.indexOf(text);
		return place >= 0 && place < COMPACT_DIGITS.length ? COMPACT_DIGITS[place] : `_${compactSafe(text)}_`;
	}

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
			(one[0] === '_' ? compactPlain(one.slice(1, -1)) : ids[COMPACT_DIGITS.indexOf(one)]));

		switch (text[0]) {
		case 's': return words[0];
		case 'l': return words;
		case 'm': return Object.fromEntries(words.flatMap((key, i) => (i % 2 === 0 ? [[key, words[i + 1]]] : [])));
		case 'j': return JSON.parse(words[0]);
		default: return null;
		}
	}

	const compactScore = (score) => (score === null ? 'x' : score.replace('/', '_').replace('-', 'n'));
	const expandedScore = (text) => (text === 'x' ? null : text.replace('_', '/').replace('n', '-'));

	/* The score that an answer has at the first try, without hints. */
	const plainScore = (q, response) => written(resultOf(q, response) || ZERO);

	function compactQuestion(q, kept) {
		if (kept === undefined || kept.h !== q.hash)
			return '';
		const flags = (kept.l === 1 ? 'l' : '') + (kept.o || []).map((i) => i.toString(36)).join('');
		const response = compactAnswer(q, kept.r);
		const counted = kept.u ? compactAnswer(q, kept.c) : response;
		const scored = kept.u && kept.s !== plainScore(q, kept.c === undefined ? null : kept.c);
		return q.hash.slice(0, 3) + Math.min(kept.u || 0, 35).toString(36) + response + (counted === response ? '' : `~${counted}`) +
			(scored ? `/${compactScore(kept.s)}` : '') + (flags === '' ? '' : `+${flags}`);
	}

	function expandedQuestion(q, text) {
		const [, hash, used, r, c = r, score, flags = ''] = /^(...)(.)([^~/+]*)(?:~([^/+]*))?(?:\/([^+]*))?(?:\+(.*))?$/.exec(text);
		const response = expandedAnswer(q, r);
		const counted = expandedAnswer(q, c);
		const u = parseInt(used, 36);

		return {
			h: hash === q.hash.slice(0, 3) ? q.hash : hash,
			...(response === null ? {} : { r: response }),
			...(u === 0 ? {} : { c: counted, u, s: score === undefined ? plainScore(q, counted) : expandedScore(score) }),
			...(flags.includes('l') ? { l: 1 } : {}),
			...(flags.replace('l', '') === '' ? {} : { o: Array.from(flags.replace('l', ''), (digit) => parseInt(digit, 36)) }),
		};
	}

	/* ${questions}: all of the page, in its order. What a draw took need not be said: the number of the attempt tells. */
	function compactRecord(questions, record) {
		const past = record.past.map(compactScore).join('-');
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
			const scores = past === '' ? [] : past.split('-').map(expandedScore);
			const record = { v: Number(v), n: Number(n), over: over === '1', past: scores, drawn: {}, q };
			return isRecord(record) ? record : null;
		} catch (error) {
			return null;
		}
	}

	return { compactRecord, expandedRecord };
}
