// SPDX-License-Identifier: GPL-3.0-or-later
import { inRange, rat, same } from './draw.mjs';

export const vector = (random) => ({
	question: {}, scoring: random.chance(0.3) ? { floor: rat(random) } : {},
	response: { items: random.list(random.below(12), () => ({
		...(random.chance(0.6) && { weight: rat(random, false) }), fraction: random.chance(0.1) ? null : random.chance(0.8) ? `${random.below(8)}/7` : rat(random) })) },
});

export function claims(v, random) {
	const { items } = v.response;
	const all = [same('the order of questions does not matter, nor what has no score', { ...v, response: { items: random.shuffled([...items, { weight: '7', fraction: null }]) } })];

	if (items.some(({ weight, fraction }) => fraction !== null && weight === undefined))
		all.push({ name: 'all right is full marks', other: { ...v, scoring: {}, response: { items: items.map((item) => ({ ...item, fraction: item.fraction === null ? null : '1' })) } },
			holds: (own, its) => its.score === its.max && its.max === own.max });
	if (v.scoring.floor === undefined && items.every(({ fraction }) => fraction === null || /^[0-7]\/7$/.test(fraction)))
		all.push(inRange);
	return all;
}

export const mutant = (v) => ({ ...v, response: { items: v.response.items.slice(1) } });
