/* SPDX-License-Identifier: MIT */
/*
 * Keys of a test are covered (base/seal.c) until it is handed in: right options as salted hashes, everything else under a stream of
 * chance. Anybody who reads this can open them; it keeps the eye from falling on them.
 */

const sealMark = (salt, id, right) => fnv1a(`${salt}/${id}/${right ? 1 : 0}`).toString(16).padStart(8, '0');

/* The text that was covered. */
function uncovered(salt, id, cover) {
	const next = mulberry32(fnv1a(`${salt}/${id}/`));
	return new TextDecoder().decode(Uint8Array.from(atob(cover), (c) => c.charCodeAt(0) ^ (next() >>> 24)));
}

/* The whole question, once it may be scored. */
function unsealQuestion(data, q) {
	if (q.sealed !== undefined) {
		Object.assign(q, JSON.parse(uncovered(data.salt, q.id, q.sealed)));
		delete q.sealed;
	}
	for (const option of q.question.options || [])
		if (option.key !== undefined) {
			option.correct = option.key === sealMark(data.salt, `${q.id}/${option.id}`, true);
			delete option.key;
		}
}

/* Verdicts, feedback and explanations, as the page would have had them from the start. */
function unsealAnswers(data, form) {
	const answers = form.querySelector('[data-sealed]');

	if (answers === null)
		return;
	const text = uncovered(data.salt, `${form.dataset.question}/answers`, answers.dataset.sealed);
	answers.append(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
	delete answers.dataset.sealed;
}
