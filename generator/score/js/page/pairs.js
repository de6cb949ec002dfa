/* SPDX-License-Identifier: MIT */
/* Entries that are placed: from lists (`matching`, `classification`), in rows (`matrix`, and survey.js). */

const pairsForm = {
	first: 'answer-first',

	/* By entry; where one may be in several, their ids with a blank between. */
	read(form) {
		const response = {};

		for (const place of form.querySelectorAll('fieldset [data-part]')) {
			const chosen = Array.from(place.querySelectorAll('option:checked, input:checked'), ({ value }) => value).join(' ');
			if (chosen)
				response[place.dataset.part] = chosen;
		}
		return response;
	},

	fill(form, given) {
		const response = given || {};

		for (const place of form.querySelectorAll('fieldset [data-part]')) {
			const chosen = String(response[place.dataset.part] || '');
			for (const select of place.querySelectorAll('select'))
				select.value = chosen;
			for (const input of place.querySelectorAll('input'))
				input.checked = chosen.split(' ').includes(input.value);
		}
	},

	/* What may be used once leaves the place where it was. */
	change(data, q, form, select) {
		const others = Array.from(form.querySelectorAll('[data-once] select'));
		const other = select.value && others.find((one) => one !== select && one.value === select.value);

		if (!other || !others.includes(select))
			return null;
		other.value = '';
		return message(data, 'used-once', { words: other.labels[0].textContent.trim() });
	},

	parts: ({ question: { pairs } }, response) =>
		Object.keys(pairs || {}).map((id) => judged(id, Boolean(response[id]), (response[id] || null) === pairs[id])),
};

forms.matching = forms.classification = forms.matrix = pairsForm;
