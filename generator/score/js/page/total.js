/* SPDX-License-Identifier: MIT */
/* The result of a whole quiz. An item is {points, score}: text of a number, and a number. */

/* Points earned, not below 0, and points there are. */
function total(items) {
	const { score: earned, max } = summed(items.map(({ points, score }) => ({ weight: parse(points), fraction: score })), ZERO);
	return { earned, max };
}

/* The pass mark in points, exact; null where there is none or nothing to earn. */
const passMark = (quiz, max) => (quiz.pass === undefined || equal(max, ZERO) ? null : markIn(quiz.pass, max));

/* What is said of all attempts, where it is not what this one says. */
function gradeText(data, share, counts, limits) {
	if (counts === null || equal(share, counts))
		return '';
	return ` ${message(data, `grade-${data.quiz.grade || 'best'}`, { percent: percent(data, rounded(counts, 2, limits)) })}`;
}

/*
 * What is said when everything is answered. Of all attempts: ${counts}, the share of full marks that counts, or null while this one
 * is open; ${left}, how many there still are. ${closed}: no question can be answered any more.
 */
function totalText(data, result, { closed = false, counts = null, left = Infinity } = {}) {
	const mark = passMark(data.quiz, result.max);
	const earned = counts === null ? result.earned : multiply(counts, result.max);
	const passed = mark !== null && !below(earned, mark);
	const limits = [result.max].concat(mark === null ? [] : [mark]);
	const max = rounded(result.max, 2, []);

	if (!data.quiz.scored || equal(result.max, ZERO))
		return message(data, 'all-answered', {});
	const scaled = (x) => divide(x, result.max);
	const text = message(data, 'total', {
		points: number(data, rounded(result.earned, 2, limits)),
		max: number(data, max),
		percent: percent(data, rounded(scaled(result.earned), 2, limits.map(scaled))),
	}, max);
	const graded = text + gradeText(data, scaled(result.earned), counts, limits.map(scaled));
	if (mark === null)
		return graded;
	if (passed)
		return `${graded} ${message(data, 'passed-sentence', {})}`;
	return `${graded} ${message(data, closed && left < 1 ? 'failed-sentence' : 'not-passed-sentence', {})}`;
}
