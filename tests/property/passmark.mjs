// SPDX-License-Identifier: GPL-3.0-or-later
import { fraction, rat } from './draw.mjs';

export const vector = (random) => {
	const max = random.chance(0.05) ? 0 : random.from(1, 40);
	return {
		question: { passmark: random.chance(0.3) ? `${random.below(40)} points` : random.pick(['70%', '2/3', '0.7', '66.67%', '1', '0', rat(random, false)]) },
		scoring: {}, response: { points: random.chance(0.7) ? `${random.below(3 * max + 1)}/3` : rat(random), max },
	};
};

export function claims(v) {
	const { points, max } = v.response;
	const share = (passmark) => ({ ...v, question: { passmark } });

	if (max === 0)
		return [{ name: 'nothing to reach: null', holds: (own) => own.score === null && own.pass === null && own.max === '1' }];
	return [
		{ name: 'what was reached is enough', other: share(`${points} points`), holds: (own, its) => its.pass === true },
		{ name: 'full marks are asked for', other: share('100%'), holds: (own, its) => { const { n, d } = fraction(its.score); return its.pass === n >= d; } },
		{ name: 'nothing is asked for', other: share('0'), holds: (own, its) => its.pass === (its.score[0] !== '-') },
	];
}

export const mutant = (v) => ({ ...v, question: { passmark: v.question.passmark === '0' ? '1' : '200%' } });
