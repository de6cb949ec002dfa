// SPDX-License-Identifier: GPL-3.0-or-later
const unscored = { name: 'no score', holds: (own) => own.score === null && own.max === null };

export function vector(random) {
	const items = random.list(random.from(1, 6), (i) => `item ${i}`);
	const scale = random.from(2, 7);
	return {
		question: { scale, items }, scoring: {},
		response: random.chance(0.05) ? null : Object.fromEntries(random.some(items.map((_, i) => String(i + 1))).map((i) => [i, random.from(1, scale)])),
	};
}

export const claims = () => [unscored];
