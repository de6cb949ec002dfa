/* SPDX-License-Identifier: MIT */
/*
 * The answers of each page, kept by site.js of the theme (window.pensum) under the page's key, by the ids of questions and options.
 * Without it, as on pages for people at risk, and where nothing can be kept, answers last as long as the page is open.
 *
 * A record is {v, n, over, d, past, drawn, q}: its version; the number of the attempt; whether that is over, and since when; the
 * results of finished attempts ("5/6"); ids that each draw took; and by question {h, r, c, u, s, l, o}: the question's hash,
 * the answer as it stands in the form, the one that was counted last, tries used, best score, 1 where it is closed, hints opened.
 */
const RECORD_VERSION = 1;

const newRecord = (n, past) => ({ v: RECORD_VERSION, n, over: false, past, drawn: {}, q: {} });

const isMap = (x) => typeof x === 'object' && x !== null && !Array.isArray(x);
const isRatio = (x) => typeof x === 'string' && /^-?\d{1,30}(\/[1-9]\d{0,29})?$/.test(x);
const isIds = (x) => Array.isArray(x) && x.every((id) => typeof id === 'string');

/* What may have been kept by somebody else, or changed by hand: all of it, or nothing. */
function isRecord(x) {
	return isMap(x) && x.v === RECORD_VERSION && Number.isInteger(x.n) && x.n > 0 && x.n < 1e6 && typeof x.over === 'boolean' && (x.d === undefined || (x.d > 0 && x.d < 1e13)) &&
		Array.isArray(x.past) && x.past.every((score) => score === null || isRatio(score)) &&
		isMap(x.drawn) && Object.values(x.drawn).every(isIds) && isMap(x.q) && Object.values(x.q).every(isMap);
}

/* Whether what ${act} does to the storage could be done. */
function attempted(act) {
	try {
		act();
		return true;
	} catch (error) {
		return false;
	}
}

/* Nothing was done; what was drawn follows from the rest. */
const isBlank = ({ n, over, q }) => n === 1 && !over && Object.keys(q).length === 0;

/* ${keeping}: window.pensum, or nothing. */
function openStore(data, keeping) {
	let last = 'null'; /* what is kept, as far as this page knows: it is written only when it is another */

	return {
		/* Whether anything can be kept; turns false when there is no room. */
		kept: () => Boolean(keeping && keeping.kept),

		read() {
			const record = keeping ? keeping.get(data.key, isRecord) : null;

			last = JSON.stringify(record);
			return record || newRecord(1, []);
		},

		write(record) {
			const value = isBlank(record) ? null : record;
			const text = JSON.stringify(value);

			if (keeping && text !== last)
				keeping.put(data.key, value);
			last = text;
		},

		/* The page is done, for the reader's progress. */
		done() {
			if (keeping)
				keeping.done();
		},
	};
}
