/* SPDX-License-Identifier: MIT */
/*
 * Answers go along with the reader to the same page in another language where pages cannot share what is kept: files on a
 * disk, in some browsers, and devices that keep nothing. They go in the fragment of the link, which no server is sent.
 */
const CARRIED = '#answers=';

/* What came with the address, which is cleaned of it; null where nothing did. */
function carriedRecord(data) {
	let record = null;

	if (data.keep === false || !window.location.hash.startsWith(CARRIED))
		return null;
	attempted(() => { record = expandedRecord(data.questions, decodeURIComponent(window.location.hash.slice(CARRIED.length))); });
	if (!attempted(() => window.history.replaceState(null, '', window.location.href.split('#')[0])))
		window.location.hash = '';
	return record;
}

/* The address of ${link} with the answers, or without where there are none. */
function carrying(session, link) {
	const [bare] = link.split('#');
	const { data, record } = session;

	if (Object.keys(record.q).length === 0 && record.past.length === 0)
		return bare;
	return bare + CARRIED + encodeURIComponent(compactRecord(data.questions, record));
}

function carryAnswers(session) {
	if (session.data.keep === false)
		return;
	for (const link of document.querySelectorAll('a[hreflang]'))
		link.addEventListener('click', () => {
			saveSession(session);
			if (window.location.protocol === 'file:' || !session.store.kept)
				link.href = carrying(session, link.href);
		});
}
