// SPDX-License-Identifier: GPL-3.0-or-later
import { compare, fraction, rat, same } from './draw.mjs';
import { vector as multiple } from './multiple.mjs';
import { vector as matching } from './matching.mjs';
import { vector as ordering } from './ordering.mjs';
import { vector as single } from './single.mjs';

const types = { single, multiple, matching, ordering };

export function vector(random) {
	const type = random.pick(Object.keys(types));
	const asked = types[type](random);
	const response = [];

	for (let i = random.below(5); i > 0; i--) {
		response.push(asked.response);
		if (random.chance(0.6)) {
			const again = types[type](random).response;
			asked.response = type === 'ordering' && again ? random.shuffled(asked.question.order)
				: type === 'matching' && (asked.scoring.mode === 'mapping') !== Array.isArray(again || {}) ? null : again;
		}
		if (random.chance(0.1))
			response.push(null);
	}
	return {
		question: { of: { type, question: asked.question, scoring: asked.scoring } },
		scoring: { ...(random.chance(0.7) && { penalty: rat(random, false) }), ...(random.chance(0.5) && { keep: random.pick(['best', 'last']) }) }, response,
	};
}

// A response once more, and one that is none, use no try; where ticking nothing may be right, it is one.
export function claims(v) {
	const none = v.question.of.scoring.none_allowed ? [] : [null];
	const all = [same('doubles and unanswered submissions are free', { ...v, response: v.response.flatMap((one) => [...none, one, one]) })];

	if (v.scoring.keep !== 'last' && v.response.length > 0)
		all.push({ name: 'one more try is not less', other: { ...v, response: v.response.slice(0, -1) },
			holds: (own, its) => compare(fraction(own.score), fraction(its.score)) >= 0 || its.score[0] === '-' || v.response.length === 1 });
	if (v.response.length === 0)
		all.push({ name: 'nothing submitted, no score', holds: (own) => own.score === '0' });
	all.push({ name: 'never below 0', holds: (own) => own.score[0] !== '-' });
	return all;
}

export const mutant = (v) => ({ ...v, response: v.response.filter((one, i) => i % 2 === 0) });
