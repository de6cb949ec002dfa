/* SPDX-License-Identifier: MIT */
/*
 * What is said at each part of an answer: an option, an entry, a gap. A type of question (an entry of ${forms}) has:
 *
 *	read(form)                the response, as the engine scores it
 *	fill(form, response)      puts it back
 *	parts(q, response, form)  [{id, given, right, word, when, more}]: whether something was given there, whether it is right, the
 *	                          key of what is said of it (''; nothing), the feedback to show, and words to add
 *	first                     the key of what is said to somebody who answered nothing
 *	complaint(data, q, response)  why it cannot be taken as an answer, or null; optional
 *	change(data, q, form, element)  after a change: a message, or null
 *	press(data, form, button) after a press of a button of its own: a message, or null
 */

const partSelector = (name, id) => `[data-${name}="${CSS.escape(id)}"]`;

/* Feedback and right answers go to the part they belong to, unless their list stays together. */
function unpackParts(form) {
	const list = form.querySelector('[data-stay]');

	if (list)
		form.querySelector('[data-answers]').before(list);
	for (const answer of form.querySelectorAll('[data-answer]')) {
		const place = form.querySelector(`fieldset ${partSelector('part', answer.dataset.answer)}`);
		if (!list && place)
			place.append(...answer.querySelectorAll('[data-feedback], [data-right]'));
	}
}

/* In words, and with a sign for the eye. */
function sayMark(data, mark, { word, more = '' }) {
	const sign = document.createElement('span');
	const right = word.startsWith('right');
	const partly = word === 'partly-right';

	sign.setAttribute('aria-hidden', 'true');
	sign.textContent = right ? '✓ ' : partly ? '◐ ' : '✗ ';
	mark.replaceChildren(sign, `${message(data, word, {})}${more && '. '}${more}`);
	mark.classList.toggle('is-right', right);
	mark.classList.toggle('is-partly', partly);
	mark.classList.toggle('is-wrong', !right && !partly);
}

function showPart(data, form, one, solved) {
	for (const place of form.querySelectorAll(`${partSelector('part', one.id)}, ${partSelector('answer', one.id)}`)) {
		const mark = place.querySelector('.part-mark');
		if (mark && one.word)
			sayMark(data, mark, one);
		if (mark)
			mark.hidden = !one.word;
		for (const feedback of place.querySelectorAll('[data-feedback]'))
			feedback.hidden = !feedback.dataset.feedback.split(' ').some((name) => one.when.includes(name));
		for (const right of place.querySelectorAll('[data-right]'))
			right.hidden = !solved || one.right;
		if (place.dataset.answer)
			place.hidden = !place.querySelector('[data-feedback]:not([hidden]), [data-right]:not([hidden])');
	}
}

/* ${solved}: what was missed is shown, too. */
function showParts(data, q, form, response, solved) {
	clearParts(form);
	for (const one of forms[q.type].parts(q, response, form, solved, data))
		showPart(data, form, one, solved);
	for (const whole of form.querySelectorAll('.question > [data-right]'))
		whole.hidden = !solved;
}

function clearParts(form) {
	for (const element of form.querySelectorAll('.part-mark, [data-feedback], [data-right], [data-answer]'))
		element.hidden = true;
}

/* Right or wrong, whatever the part is. */
const judged = (id, given, right) => ({
	id, given, right, word: right ? 'right' : given ? 'wrong' : 'not-answered', when: ['all', right ? 'right' : 'wrong'],
});
