// SPDX-License-Identifier: GPL-3.0-or-later
import { bounds, full, inRange, nothing, same } from './draw.mjs';
import { mapping, options, someNames, withOptions } from './options.mjs';

const modes = ['partial', 'exact', 'cancel', 'strict', 'positive', 'decisions'];

export function vector(random) {
	const ids = someNames(random);
	return {
		question: { options: options(random, ids) },
		scoring: random.chance(0.2) ? mapping(random, ids) : {
			...(random.chance(0.9) && { mode: random.pick(modes) }), ...bounds(random, false), ...(random.chance(0.2) && { none_allowed: true }),
		},
		response: random.chance(0.05) ? random.pick([null, [], ['nobody']]) : random.shuffled(random.some(ids)),
	};
}

export function claims(v, random) {
	const list = v.question.options;
	const mode = v.scoring.mode || 'partial';
	const right = list.filter(({ correct }) => correct).map(({ id }) => id);
	const known = (v.response || []).filter((id) => list.some((option) => option.id === id));
	const all = [
		same('the order of options does not matter', withOptions(v, random.shuffled(list))),
		same('order, doubles and unknown ids do not matter', { ...v, response: random.shuffled([...known, 'stranger', ...known.slice(0, 1)]) }),
	];

	if (known.length === 0 && !v.scoring.none_allowed)
		all.push(nothing);
	if (mode === 'mapping')
		return all;
	if (v.scoring.floor === undefined)
		all.push(inRange);
	if (right.length > 0 && (v.scoring.floor === undefined || v.scoring.floor === null))
		all.push({ name: full.name, other: { ...v, response: right }, holds: (own, key) => key.score === '1' });
	if (v.scoring.floor === undefined && right.length > 0 && right.length < list.length && (mode === 'partial' || mode === 'strict' || mode === 'exact'))
		all.push({ name: 'ticking everything earns nothing', other: { ...v, response: list.map(({ id }) => id) }, holds: (own, its) => its.score === '0' });
	return all;
}

export const mutant = (v) => ({ ...v, scoring: { ...v.scoring, mode: 'positive' } });
