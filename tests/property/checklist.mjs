// SPDX-License-Identifier: GPL-3.0-or-later
import { inRange, names, nothing, same } from './draw.mjs';

export function vector(random) {
	const ids = names(random, random.from(1, 8));
	return {
		question: { items: ids.map((id) => ({ id })) }, scoring: random.chance(0.8) ? { scored: random.chance(0.8) } : {},
		response: random.chance(0.05) ? random.pick([null, []]) : random.shuffled(random.some([...ids, 'stranger'])),
	};
}

export function claims(v, random) {
	const ids = v.question.items.map(({ id }) => id);
	const response = v.response || [];
	const all = [same('order, doubles and unknown ids do not matter', { ...v, response: random.shuffled([...response, ...response.slice(0, 2), ...(response.length > 0 ? ['nobody'] : [])]) })];

	if (!v.scoring.scored)
		return [...all, { name: 'no score', holds: (own) => own.score === null && own.max === null }];
	if (response.length === 0)
		all.push(nothing);
	return [...all, inRange, { name: 'the key has full marks', other: { ...v, response: random.shuffled(ids) }, holds: (own, its) => its.score === '1' }];
}

export const mutant = (v) => ({ ...v, question: { items: [...v.question.items, { id: 'never ticked' }] } });
