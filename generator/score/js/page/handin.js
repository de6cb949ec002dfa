/* SPDX-License-Identifier: MIT */
/* All answers at once; asked again once where some are missing. */
function handIn(quiz) {
	const open = quiz.items.filter((item) => isNeeded(item) && !isAnswered(item)).length;

	if (quiz.over)
		return;
	if (open > 0 && !quiz.warned) {
		quiz.warned = true;
		announce(quiz.region.querySelector('[role=status]'), counted(quiz.data, 'unanswered', open));
		return;
	}
	quiz.over = true;
	for (const item of quiz.items) {
		take(item);
		item.state = { ...item.state, locked: true };
		show(item);
	}
	quiz.button.setAttribute('aria-disabled', 'true');
	update(quiz);
	offerEvidence(quiz);
}
