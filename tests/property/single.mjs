// SPDX-License-Identifier: GPL-3.0-or-later
import { inRange, nothing, same } from './draw.mjs';
import { mapping, options, someNames, withOptions } from './options.mjs';

export function vector(random, i, ids = someNames(random)) {
	return {
		question: { options: options(random, ids, 0.3) },
		scoring: random.chance(0.5) ? mapping(random, ids) : random.chance(0.5) ? { mode: 'exact' } : {},
		response: random.chance(0.05) ? random.pick([null, '', 'nobody']) : random.pick(ids),
	};
}

export function claims(v, random) {
	const list = v.question.options;
	const chosen = list.find(({ id }) => id === v.response);
	const all = [same('the order of options does not matter', withOptions(v, random.shuffled(list)))];

	if (!chosen)
		all.push(nothing);
	else if (v.scoring.mode !== 'mapping')
		all.push(inRange, { name: '1 iff it is right', holds: (own) => own.score === (chosen.correct ? '1' : '0') });
	return all;
}

export const mutant = (v) => ({ ...v, question: { options: v.question.options.map(({ id, correct }) => ({ id, correct: !correct })) } });
