/* SPDX-License-Identifier: MIT */
/* An item (form.js) and what was kept of it (store.js). Results are never taken from there, but scored again. */

/* What is kept of an item; null where nothing was answered. */
function keptOf(item, response) {
	const { state, q } = item;
	const given = state.locked && !state.full && !(q.tries > 0 && state.used >= q.tries);
	const blank = types[q.type].state(q, response) === 'unanswered';

	if (blank && state.used === 0 && !item.solved && item.opened.size === 0)
		return null;
	return {
		h: q.hash,
		...(blank ? {} : { r: response }),
		...(state.used > 0 ? { c: state.last, u: state.used, s: written(state.score) } : {}),
		...(given ? { l: 1 } : {}),
		...(item.opened.size > 0 ? { o: Array.from(item.opened) } : {}),
	};
}

/* "5/6" */
const written = (x) => (x.d === 1n ? String(x.n) : `${x.n}/${x.d}`);

/* A kept score; nothing where it is none, or more than its best try can be worth. */
const keptScore = (text) => (isRatio(text) ? lesser(ONE, parse(text)) : ZERO);

/*
 * The state of a question as it was kept: {changed, response, state, opened}. A question that is no longer the one that was
 * answered keeps the answer in its form, as far as its options are still there, and has to be answered again.
 */
function keptState(q, kept) {
	const response = kept.r === undefined ? null : kept.r;
	const used = Number.isInteger(kept.u) && kept.u > 0 ? kept.u : 0;

	if (kept.h !== q.hash)
		return { changed: true, response, state: fresh(), opened: [] };
	const last = kept.c === undefined ? null : kept.c;
	const result = used > 0 ? resultOf(q, last) : ZERO;
	const full = used > 0 && result !== null && equal(result, ONE);
	return {
		changed: false,
		response,
		state: {
			used, last, result, full, score: used > 0 ? keptScore(kept.s) : ZERO,
			locked: full || kept.l === 1 || (q.tries > 0 && used >= q.tries),
		},
		opened: Array.isArray(kept.o) ? kept.o.filter(Number.isInteger) : [],
	};
}

/* The same, where what was kept is of no use: somebody changed it by hand. */
function safeState(q, kept) {
	try {
		return keptState(q, kept);
	} catch (error) {
		return { changed: false, response: null, state: fresh(), opened: [] };
	}
}
