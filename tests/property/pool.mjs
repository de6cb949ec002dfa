// SPDX-License-Identifier: GPL-3.0-or-later
import { vector as shuffle } from './shuffle.mjs';

export function vector(random) {
	const { question: { ids, seed } } = shuffle(random);
	return { question: { ids, seed, draw: random.below(ids.length + 1) }, scoring: {}, response: null };
}

export function claims(v) {
	const { ids, draw } = v.question;
	return [
		{ name: 'as many as are drawn, each once', holds: (own) => own.order.length === draw && new Set(own.order).size === draw && own.order.every((id) => ids.includes(id)) },
		{ name: 'a smaller draw is the begin of a greater one', other: { ...v, question: { ...v.question, draw: ids.length } },
			holds: (own, its) => JSON.stringify(its.order.slice(0, draw)) === JSON.stringify(own.order) },
	];
}

export const mutant = (v) => ({ ...v, question: { ...v.question, ids: [...v.question.ids, 'smuggled'], draw: v.question.draw + 1 } });
