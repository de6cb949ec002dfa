/* SPDX-License-Identifier: MIT */
/* Where options are ticked: `single`, `multiple`, `truefalse`. */

const choiceForm = {
	/* One id or null where one can be chosen, else a list. */
	read(form) {
		const ids = Array.from(form.querySelectorAll('.options input:checked'), (input) => input.value);
		return form.querySelector('.options input[type=radio]') ? ids[0] || null : ids;
	},

	/* After a change; a message where it was one tick too many, which is taken back. */
	change(data, q, form, input) {
		if (!q.max || choiceForm.read(form).length <= q.max)
			return null;
		input.checked = false;
		return counted(data, 'choose-max', q.max);
	},

	/* Feedback leaves the list of answers for the option it belongs to. */
	prepare(form) {
		for (const option of form.querySelectorAll('[data-option]'))
			for (const feedback of form.querySelectorAll(`[data-answer="${option.dataset.option}"] [data-feedback]`)) {
				feedback.hidden = true;
				option.append(feedback);
			}
	},

	/* Right or wrong at each ticked option, and, with the solution, at each right one. */
	mark(data, q, form, response, solved) {
		const chosenOnes = ticked(q, response);

		for (const option of q.question.options) {
			const element = form.querySelector(`[data-option="${option.id}"]`);
			const chosen = chosenOnes.includes(option);

			markOption(data, element.querySelector('.option-mark'), chosen || (solved && isRight(option)), isRight(option));
			for (const feedback of element.querySelectorAll('[data-feedback]'))
				feedback.hidden = !(feedback.dataset.feedback === 'ticked' ? chosen : solved && !chosen);
		}
	},

	clear(form) {
		for (const mark of form.querySelectorAll('.option-mark'))
			mark.hidden = true;
		for (const feedback of form.querySelectorAll('[data-option] [data-feedback]'))
			feedback.hidden = true;
	},
};

/* In words, and with a sign for the eye. */
function markOption(data, mark, shown, right) {
	const sign = document.createElement('span');

	sign.setAttribute('aria-hidden', 'true');
	sign.textContent = right ? '✓ ' : '✗ ';
	mark.replaceChildren(sign, message(data, right ? 'right-option' : 'wrong-option', {}));
	mark.classList.toggle('is-right', right);
	mark.classList.toggle('is-wrong', !right);
	mark.hidden = !shown;
}

forms.single = forms.multiple = forms.truefalse = choiceForm;
