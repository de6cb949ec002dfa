/* SPDX-License-Identifier: MIT */
/* What has no score (D12); a checklist may have one, for practice. */

const isGiven = (q, response) => (response !== null && Object.keys(response).length > 0 ? 'answered' : 'unanswered');

types.survey = types.reflection = { state: isGiven, score: () => ({ score: null, max: null }) };

types.checklist = {
	state: isGiven,
	score({ question: { items }, scoring }, response) {
		const ids = new Set(response);

		if (scoring.scored !== true)
			return { score: null, max: null };
		return { score: share(items.filter((item) => ids.has(item.id)).length, items.length), max: ONE };
	},
};
