// SPDX-License-Identifier: GPL-3.0-or-later
import { bounds, names, rat } from './draw.mjs';

// Options of which some are correct; ${ids} are theirs.
export const options = (random, ids, p = 0.5) =>
	ids.map((id) => ({ id, ...(random.chance(p) ? { correct: true } : random.chance(0.2) && { correct: false }) }));

export function mapping(random, ids) {
	return {
		mode: 'mapping', entries: Object.fromEntries([...random.some(ids, 0.8), ...random.some(['nobody'], 0.1)].map((id) => [id, rat(random)])),
		...(random.chance(0.3) && { default: rat(random) }), ...bounds(random),
	};
}

export const withOptions = (v, list) => ({ ...v, question: { ...v.question, options: list } });
export const someNames = (random) => names(random, random.from(1, 7));
