/* SPDX-License-Identifier: MIT */
/* The result of a whole quiz: its sum (D14), its attempts (D17), its pass mark (D15), its bands (D20). */

/* Both sums over {weight, fraction}, numbers; a fraction of null is left out. */
function summed(items, floor) {
	const scored = items.filter(({ fraction }) => fraction !== null);

	return {
		score: greater(floor, sum(scored.map(({ weight, fraction }) => multiply(weight, fraction)))),
		max: sum(scored.map(({ weight }) => weight)),
	};
}

/* A pass mark is text, a ratio of ${max}, or {points}. */
function isPassed(mark, points, max) {
	return !below(points, typeof mark === 'string' ? multiply(parse(mark), max) : parse(mark.points));
}

/*
 * The band, {from, ...}, with the greatest start that is reached, the first of equal ones; undefined where there is none. Nobody is
 * below nothing.
 */
function reachedBand(bands, score) {
	const reached = bands.filter(({ from }) => !below(greater(ZERO, score), parse(from)));

	return reached.reduce((best, band) => (best && !below(parse(best.from), parse(band.from)) ? best : band), undefined);
}

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
