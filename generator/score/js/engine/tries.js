/* SPDX-License-Identifier: MIT */
/* Several tries at one question (D16). */

/* Equal values, whatever the order of an object's members. */
function alike(a, b) {
	if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
		return a === b;
	const names = Object.keys(a);
	return Array.isArray(a) === Array.isArray(b) && names.length === Object.keys(b).length &&
		names.every((name) => Object.hasOwnProperty.call(b, name) && alike(a[name], b[name]));
}

/*
 * What becomes of a submission: 'unanswered', 'invalid', 'repeated' (none of which uses a try) or 'counted'; ${last} is
 * the last counted response, undefined before there is one.
 */
function standing(q, last, response) {
	const type = types[q.type];
	const how = type.state(q, response);

	if (how !== 'answered')
		return how;
	return last !== undefined && (type.same ? type.same(q, last, response) : alike(last, response)) ? 'repeated' : 'counted';
}

/* What a counted try is worth: its result less a penalty for each one before it. */
const lessened = (result, penalty, before) => greater(ZERO, subtract(result, multiply(penalty, whole(before))));

/* After full marks the question is locked. */
types.tries = {
	score({ question: { of }, scoring: { penalty = '1/3', keep } }, responses) {
		const { max } = types[of.type].score(of, null);
		let score = ZERO;
		let last;
		let counted = 0;

		for (const response of responses || []) {
			if (standing(of, last, response) !== 'counted')
				continue;
			const result = types[of.type].score(of, response).score;
			const earned = lessened(result, parse(penalty), counted);
			score = keep === 'last' ? earned : greater(score, earned);
			last = response;
			counted++;
			if (!below(result, max))
				break;
		}
		return { score, max };
	},
};
