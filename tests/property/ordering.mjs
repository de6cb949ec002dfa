// SPDX-License-Identifier: GPL-3.0-or-later
import { fraction, full, inRange, names, nothing, same } from './draw.mjs';

const modes = ['exact', 'position', 'adjacent', 'all_pairs', 'lis'];

export function vector(random) {
	const order = names(random, random.from(2, 8));
	const spoil = [
		(list) => list, (list) => random.shuffled(list), (list) => random.some(list, 0.8), (list) => [...list.slice(1), list[0]],
		(list) => [...list].reverse(), (list) => random.list(random.below(9), () => random.pick([...list, 'stranger'])),
	];
	return {
		question: { order }, scoring: random.chance(0.9) ? { mode: random.pick(modes) } : {},
		response: random.chance(0.03) ? random.pick([null, []]) : random.pick(spoil)(order),
	};
}

// The slow way: pairs one by one, and the longest rising sequence up to each place.
const counts = {
	all_pairs: (places, n) => [places.flatMap((a, i) => places.slice(i + 1).filter((b) => a < b)).length, n * (n - 1) / 2],
	lis(places, n) {
		const upTo = [];
		places.forEach((place, i) => upTo.push(1 + Math.max(0, ...upTo.filter((_, j) => places[j] < place && j < i))));
		return [Math.max(0, ...upTo) > 1 ? Math.max(...upTo) : 0, n];
	},
};

export function claims(v) {
	const { order } = v.question;
	const mode = v.scoring.mode || 'exact';
	const response = v.response || [];
	const back = [...order].reverse();
	const all = [inRange, { name: full.name, other: { ...v, response: order }, holds: (own, key) => key.score === '1' }];

	if (response.length === 0)
		all.push(nothing);
	if (counts[mode] && new Set(response).size === response.length) {
		const [got, most] = counts[mode](response.map((id) => order.indexOf(id)).filter((place) => place >= 0), order.length);
		all.push({ name: 'as counted the slow way', holds: (own) => { const { n, d } = fraction(own.score); return n * BigInt(most) === BigInt(got) * d; } });
	}
	if (mode !== 'position' || order.length % 2 === 0)
		all.push({ name: 'the order from the back earns nothing', other: { ...v, response: back }, holds: (own, its) => its.score === '0' });
	if (mode === 'lis' || mode === 'all_pairs')
		all.push(same('unknown ids do not matter', { ...v, response: response.flatMap((id) => ['nobody', id]) }));
	if (mode === 'lis' || mode === 'all_pairs' || mode === 'adjacent' || mode === 'position')
		all.push({ name: 'exact is the hardest', other: { ...v, scoring: { mode: 'exact' } }, holds: (own, its) => its.score === '0' || own.score === '1' });
	return all;
}

export const mutant = (v) => ({ ...v, question: { order: [...v.question.order].reverse() } });
