/* SPDX-License-Identifier: MIT */
/*
 * Answers go along with the reader to the same page in another language where pages cannot share what is kept: files on a
 * disk, in some browsers, and devices that keep nothing. They go in the fragment of the link, which no server is sent. With
 * compact.js this is a script of its own, which opencarry.js loads and hands what it takes from the page's.
 */

/* What came with the address, which is cleaned of it; null where it is none. */
function carriedRecord(data, { CARRIED, attempted }, { expandedRecord }) {
	const { hash, href } = window.location;
	let record = null;

	attempted(() => { record = expandedRecord(data.questions, decodeURIComponent(hash.slice(CARRIED.length))); });
	if (!attempted(() => window.history.replaceState(null, '', href.split('#')[0])))
		window.location.hash = '';
	return record;
}

/* The address of ${link} with the answers, or without where there are none. */
function carrying({ data, record }, { CARRIED }, { compactRecord }, link) {
	const [bare] = link.split('#');

	if (Object.keys(record.q).length === 0 && record.past.length === 0)
		return bare;
	return bare + CARRIED + encodeURIComponent(compactRecord(data.questions, record));
}

/* ${tools}: functions of the page's script. */
function carryWith(session, tools) {
	const forms = compactForms(tools);
	const record = window.location.hash.startsWith(tools.CARRIED) ? carriedRecord(session.data, tools, forms) : null;

	if (record !== null)
		tools.resume(session, record);
	for (const link of document.querySelectorAll('a[hreflang]'))
		link.addEventListener('click', () => {
			tools.saveSession(session);
			link.href = carrying(session, tools, forms, link.href);
		});
}
