/* SPDX-License-Identifier: MIT */
/* Where options are ticked: `single`, `multiple`, `truefalse`. */

forms.single = forms.multiple = forms.truefalse = {
	first: 'answer-first',

	/* One id or null where one can be chosen, else a list. */
	read(form) {
		const ids = Array.from(form.querySelectorAll('.options input:checked'), (input) => input.value);
		return form.querySelector('.options input[type=radio]') ? ids[0] || null : ids;
	},

	fill(form, response) {
		for (const input of form.querySelectorAll('.options input'))
			input.checked = [].concat(response).includes(input.value);
	},

	/* A message where it was one tick too many, which is taken back. */
	change(data, q, form, input) {
		if (!q.max || [].concat(this.read(form)).length <= q.max)
			return null;
		input.checked = false;
		return counted(data, 'choose-max', q.max);
	},

	/* Right or wrong at each ticked option, and, with the solution, at each right one. */
	parts(q, response, form, solved) {
		const chosenOnes = ticked(q, response);

		return q.question.options.map((option) => {
			const given = chosenOnes.includes(option);
			const right = isRight(option);
			return {
				id: option.id, given, right,
				word: !given && !(solved && right) ? '' : right ? 'right-option' : 'wrong-option',
				when: [given ? 'ticked' : solved ? 'unticked' : ''],
			};
		});
	},
};
