/* SPDX-License-Identifier: MIT */
/* Gaps that share their answers: each answer counts once. A gap can only take the answer that it holds. */
function distinctScore({ gaps }, filled, scoring) {
	const taken = new Set();

	for (const [gap, text] of filled) {
		const plain = spelled(text, scoring);
		if (plain && gap.accept.some((answer) => spelled(answer.text, scoring) === plain))
			taken.add(plain);
	}
	return share(taken.size, gaps.length);
}
