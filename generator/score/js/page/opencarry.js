/* SPDX-License-Identifier: MIT */
/* The fragment of an address that brings answers begins so: carry.js. */
const CARRIED = '#answers=';

/*
 * Answers go along with the reader to another language where pages cannot share what is kept, and only there is the script for it
 * loaded, once: on a disk, on a device that keeps nothing, and where some have come.
 */
function carryAnswers(session) {
	const { data, store } = session;
	const needed = window.location.protocol === 'file:' || window.location.hash.startsWith(CARRIED) || !store.kept();

	if (data.keep === false || !needed || session.carries)
		return;
	session.carries = true;
	loadScript(data.compact, 'pensum:compact', (carryWith) => carryWith(session, {
		CARRIED, ZERO, attempted, isIds, isMap, isRecord, resultOf, resume, saveSession, written,
	}), () => {});
}
