/* SPDX-License-Identifier: MIT */
/* Numbers of rows and degrees. */
forms.survey = {
	...pairsForm,
	read: (form) => Object.fromEntries(Object.entries(pairsForm.read(form)).map(([row, degree]) => [row, Number(degree) || degree])),
};
