/* SPDX-License-Identifier: MIT */
/* Whoever left out accents that may be left out is told how it is spelt. */

/* The right spelling of an answer that was accepted without its accents; '': nothing to be told. */
function spellingOf(data, one, hit, response) {
	const accept = one.question.accept;

	if (hit < 0 || accept[hit].match)
		return '';
	const exactly = { ...one, question: { accept: [accept[hit]] }, scoring: { ...one.scoring, accents: 'match' } };
	return hitOf(exactly, response) < 0 ? message(data, 'spelling', { answer: accept[hit].text }) : '';
}
