/* SPDX-License-Identifier: MIT */
/* Free text, `reflection`: nobody scores it. */

forms.reflection = {
	first: 'write-first',
	read: (form) => form.querySelector('textarea').value,
	fill(form, response) {
		form.querySelector('textarea').value = response || '';
	},
	change: () => null,

	complaint(data, q, response) {
		const letters = Array.from(response.trim()).length;
		const least = q.question.min_chars || 1;

		if (letters >= least)
			return null;
		return letters === 0 ? message(data, 'write-first', {}) : counted(data, 'write-min', least);
	},

	parts: () => [],
};
