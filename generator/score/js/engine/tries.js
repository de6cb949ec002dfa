/* SPDX-License-Identifier: MIT */
/* Several tries at one question (D16), one after the other. */

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
