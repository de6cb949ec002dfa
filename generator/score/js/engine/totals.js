/* SPDX-License-Identifier: MIT */
/* The result of a whole quiz: its sum (D14), its attempts (D17), its pass mark (D15), its bands (D20). */

const isPassed = (mark, points, max) => !below(points, markIn(mark, max));

types.quiz_total = {
	score: (q, { items }) => summed(items.map(({ weight = '1', fraction }) => (
		{ weight: parse(weight), fraction: fraction === null ? null : parse(fraction) }
	)), parse(q.scoring.floor || '0')),
};

/* Points are of 100 where some attempt has more than 1. */
types.attempts = {
	score(q, { attempts }) {
		const scored = attempts.filter(({ score }) => score !== null);
		const scores = scored.filter(({ finished }) => finished !== false).map(({ score }) => parse(score));
		const inPoints = scored.some(({ score }) => below(ONE, parse(score)));

		return { score: graded(scores, q.scoring.method), max: inPoints ? whole(100) : ONE };
	},
};

types.passmark = {
	score({ question: { passmark } }, response) {
		const [points, max] = [parse(response.points), parse(response.max)];

		if (equal(max, ZERO))
			return { score: null, max: ONE, pass: null };
		return { score: divide(points, max), max: ONE, pass: isPassed(passmark, points, max) };
	},
};

types.band = {
	score({ question: { bands } }, response) {
		const score = parse(response.score);
		const band = reachedBand(bands, score);

		return { score, max: ONE, band: band ? band.label : null };
	},
};
