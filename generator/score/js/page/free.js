/* SPDX-License-Identifier: MIT */
/* Free text, `reflection`: nobody scores it. */

forms.reflection = {
	first: 'write-first',
	read: (form) => form.querySelector('textarea').value,
	fill(form, response) {
		form.querySelector('textarea').value = response || '';
	},
	change: () => null,
	parts: () => [],
};
