/* SPDX-License-Identifier: MIT */
/* What a try at a question counts (D16), in a page and in a vector. */

/* Equal values, whatever the order of an object's members. */
const inOrder = (key, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value);
const alike = (a, b) => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

const sameAnswer = (q, a, b) => (types[q.type].same ? types[q.type].same(q, a, b) : alike(a, b));

/*
 * What becomes of a submission: 'unanswered', 'invalid', 'repeated' (none of which uses a try) or 'counted'; ${last} is
 * the last counted response, undefined before there is one.
 */
function standing(q, last, response) {
	const how = types[q.type].state(q, response);

	if (how !== 'answered')
		return how;
	return last !== undefined && sameAnswer(q, last, response) ? 'repeated' : 'counted';
}

/* What a counted try is worth: its result less a penalty for each one before it, and ${more} that it cost. */
const lessened = (result, penalty, before, more = ZERO) => greater(ZERO, subtract(result, add(more, multiply(penalty, whole(before)))));
