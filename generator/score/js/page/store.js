/* SPDX-License-Identifier: MIT */
/*
 * What the reader's device keeps: the answers of each page under a key of their own, by the ids of questions and options.
 * Pages for people at risk keep nothing, and where the device refuses, answers last as long as the page is open.
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

function readRecord(text) {
	try {
		const record = JSON.parse(text);
		return isRecord(record) ? record : newRecord(1, []);
	} catch (error) {
		return newRecord(1, []);
	}
}

/* The device's storage, or null where it has none for us: then reading it is an error in some browsers. */
function deviceStorage(data) {
	try {
		const storage = data.keep === false ? null : window.localStorage;
		if (storage)
			storage.getItem('pensum');
		return storage || null;
	} catch (error) {
		return null;
	}
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

function openStore(data, storage) {
	const site = `pensum/${data.site}/`;
	const key = site + data.key;
	const ours = () => Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((name) => name.startsWith(site));

	return {
		/* Whether anything can be kept; turns false when the device is full. */
		kept: storage !== null,

		read() {
			let text = null;
			if (storage)
				attempted(() => { text = storage.getItem(key); });
			return text === null ? newRecord(1, []) : readRecord(text);
		},

		write(record) {
			this.kept = storage !== null && attempted(() => storage.setItem(key, JSON.stringify(record)));
		},

		forget() {
			if (storage)
				attempted(() => storage.removeItem(key));
		},

		forgetSite() {
			if (storage)
				attempted(() => ours().forEach((name) => storage.removeItem(name)));
		},
	};
}
