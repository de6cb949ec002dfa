// SPDX-License-Identifier: GPL-3.0-or-later
import { rat } from './draw.mjs';

export const vector = (random) => ({
	question: { bands: random.list(random.below(6), (i) => ({ from: random.chance(0.4) ? `${i * 20}%` : rat(random, random.chance(0.2)), label: `band ${i}` })) },
	scoring: {}, response: { score: random.chance(0.5) ? `${random.below(11)}/10` : rat(random) },
});

const ground = { from: '0', label: 'ground' };
export function claims(v, random) {
	const { bands } = v.question;
	const all = [{ name: 'with a band from 0 there is one', other: { ...v, question: { bands: [...bands, ground] } }, holds: (own, its) => its.band !== null }];

	if (new Set(bands.map(({ from }) => from)).size === bands.length && bands.every(({ from }) => /^\d+%$/.test(from)))
		all.push({ name: 'the order of bands does not matter', other: { ...v, question: { bands: random.shuffled(bands) } }, holds: (own, its) => own.band === its.band });
	all.push({ name: 'full marks are 1', holds: (own) => own.max === '1' });
	return all;
}

export const mutant = (v) => ({ ...v, response: { score: `-${String(v.response.score).replace('-', '')}` }, question: { bands: v.question.bands.map((one) => ({ ...one, from: '1' })) } });
