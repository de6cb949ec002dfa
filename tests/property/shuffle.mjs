// SPDX-License-Identifier: GPL-3.0-or-later
import { names } from './draw.mjs';

const seed = (random) => `quiz${random.below(50)}/${random.from(1, 9)}/${random.pick(['q1', 'å', '日本', ''])}`;

export function vector(random) {
	const ids = names(random, random.from(0, 12));
	return { question: { ids, seed: seed(random), ...(random.chance(0.6) && { fixed: random.some(ids, 0.3) }) }, scoring: {}, response: null };
}

const sorted = (list) => JSON.stringify([...list].sort());

export function claims(v) {
	const { ids, fixed = [] } = v.question;
	const { fixed: all = ids, ...free } = { ...v.question, fixed: ids };
	return [
		{ name: 'a permutation', holds: (own) => sorted(own.order) === sorted(ids) },
		{ name: 'what is fixed stays', holds: (own) => ids.every((id, i) => !fixed.includes(id) || own.order[i] === id) },
		{ name: 'all fixed, nothing moves', other: { ...v, question: { ...free, fixed: all } }, holds: (own, its) => JSON.stringify(its.order) === JSON.stringify(ids) },
	];
}

export const mutant = (v) => ({ ...v, question: { ...v.question, fixed: [] } });
