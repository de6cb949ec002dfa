/* SPDX-License-Identifier: MIT */

/* Which of the scores of finished attempts, in the order of time, counts; null where there is none. */
function graded(scores, method) {
	if (scores.length === 0)
		return null;
	if (method === 'average')
		return divide(sum(scores), whole(scores.length));
	if (method === 'first' || method === 'last')
		return scores[method === 'first' ? 0 : scores.length - 1];
	return scores.reduce(greater);
}
