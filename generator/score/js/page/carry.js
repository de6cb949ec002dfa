/* SPDX-License-Identifier: MIT */
/*
 * Answers go along with the reader to the same page in another language where pages cannot share what is kept: files on a
 * disk, in some browsers, and devices that keep nothing. They go in the fragment of the link, which no server is sent.
 */
const CARRIED = '#answers=';

/* What came with the address, which is cleaned of it; null where it is none. */
function carriedRecord(data, { expandedRecord }) {
	const { hash, href } = window.location;
	let record = null;

	attempted(() => { record = expandedRecord(data.questions, decodeURIComponent(hash.slice(CARRIED.length))); });
	if (!attempted(() => window.history.replaceState(null, '', href.split('#')[0])))
		window.location.hash = '';
	return record;
}

/* The address of ${link} with the answers, or without where there are none. */
function carrying({ data, record }, { compactRecord }, link) {
	const [bare] = link.split('#');

	if (Object.keys(record.q).length === 0 && record.past.length === 0)
		return bare;
	return bare + CARRIED + encodeURIComponent(compactRecord(data.questions, record));
}

function carryWith(session, forms) {
	const record = window.location.hash.startsWith(CARRIED) ? carriedRecord(session.data, forms) : null;

	if (record !== null)
		resume(session, record);
	for (const link of document.querySelectorAll('a[hreflang]'))
		link.addEventListener('click', () => {
			saveSession(session);
			link.href = carrying(session, forms, link.href);
		});
}

/* Once, and only where it must be. */
function carryAnswers(session) {
	const { data, store } = session;
	const needed = window.location.protocol === 'file:' || window.location.hash.startsWith(CARRIED) || !store.kept;

	if (data.keep === false || !needed || session.carries)
		return;
	session.carries = true;
	loadScript(data.compact, 'pensum:compact', (make) => carryWith(session, make({ isMap, isIds, isRecord, written, resultOf, ZERO })), () => {});
}
