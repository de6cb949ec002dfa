/* SPDX-License-Identifier: MIT */
/* The last piece: the page begins. */

function start() {
	const items = openItems(data);

	if (data.quiz.page)
		openQuiz(data, items);
}

if (document.readyState === 'loading')
	document.addEventListener('DOMContentLoaded', start);
else
	start();
