/* SPDX-License-Identifier: MIT */
/* The last piece of a page with questions. */

/* What the page says with a script and what without. */
function tellRules() {
	for (const element of document.querySelectorAll('[data-with-script], [data-without-script]'))
		element.hidden = 'withoutScript' in element.dataset;
}

function start() {
	data.questions = data.questions.map((q) => ({ ...data.quiz.each, ...q }));
	if (data.salt)
		data.questions.forEach((q) => unsealQuestion(data, q));
	const session = openSession(data, openItems(data));

	tellRules();
	if (data.quiz.page)
		openQuiz(session);
	offerResume(session);
	carryAnswers(session);
}

whenReady(start);
