// SPDX-License-Identifier: GPL-3.0-or-later
import { compare, fraction, rat, same } from './draw.mjs';

export function vector(random) {
	const points = random.chance(0.5);
	return {
		question: {}, scoring: random.chance(0.8) ? { method: random.pick(['best', 'first', 'last', 'average']) } : {},
		response: { attempts: random.list(random.below(7), () => ({
			score: random.chance(0.1) ? null : points ? random.from(0, 1000) / 10 : random.chance(0.5) ? `${random.below(4)}/3` : rat(random),
			...(random.chance(0.4) && { finished: random.chance(0.6) }) })) },
	};
}

export function claims(v, random) {
	const { attempts } = v.response;
	const method = v.scoring.method || 'best';
	const counted = attempts.filter(({ score, finished }) => finished !== false && score !== null);
	const sameScore = (name, list) => ({ ...same(name, { ...v, response: { attempts: list } }), holds: (own, its) => own.score === its.score });
	const all = [sameScore('attempts that do not count do not matter', counted)];

	if (counted.length === 0)
		return [...all, { name: 'none counts, no score', holds: (own) => own.score === null }];
	if (method === 'best' || method === 'average')
		all.push(sameScore('when they were does not matter', random.shuffled(attempts)));
	all.push({ name: 'none is better than the best', other: { ...v, scoring: { method: 'best' } }, holds: (own, its) => compare(fraction(own.score), fraction(its.score)) <= 0 });
	return all;
}

export const mutant = (v) => ({ ...v, response: { attempts: v.response.attempts.map((one) => ({ ...one, finished: true })) } });
