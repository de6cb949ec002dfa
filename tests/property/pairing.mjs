// SPDX-License-Identifier: GPL-3.0-or-later
import { atMost, bounds, full, inRange, names, nothing, rat, same } from './draw.mjs';

const modes = ['per_pair', 'exact', 'half', 'deduct'];
const targets = ['bin', 'box', 'jar', 'Jar'];
const entriesOf = (object) => Object.entries(object || {});

function mapped(random, ids) {
	const pair = () => [random.pick(ids), random.pick(targets)];
	return {
		question: { pairs: {} },
		scoring: {
			mode: 'mapping', entries: Object.fromEntries(random.list(random.below(6), () => [pair().join(' '), rat(random)])),
			...(random.chance(0.4) && { default: rat(random) }), ...bounds(random),
		},
		response: random.chance(0.05) ? null : random.list(random.below(6), pair),
	};
}

export function vector(random, decoys = 0) {
	const ids = names(random, random.from(1, 6));
	if (random.chance(0.2))
		return mapped(random, ids);

	const pairs = Object.fromEntries(ids.map((id) => [id, random.chance(decoys) ? null : random.pick(targets)]));
	const mode = random.pick(modes);
	const answer = (id) => (random.chance(0.5) ? pairs[id] : random.pick([...targets, '', null]));
	return {
		question: { pairs, ...(random.chance(0.3) && { weights: Object.fromEntries(random.some(ids).map((id) => [id, rat(random, false)])) }) },
		scoring: { ...(mode !== 'per_pair' || random.chance(0.5) ? { mode } : {}), ...(mode === 'deduct' && { deduction: rat(random, false) }) },
		response: random.chance(0.05) ? random.pick([null, {}]) : Object.fromEntries(random.some(ids, 0.8).map((id) => [id, answer(id)])),
	};
}

function mappedClaims(v, random) {
	const response = v.response || [];
	return [
		same('the order of pairs does not matter, nor doubles', { ...v, response: random.shuffled([...response, ...response.slice(0, 1)]) }),
		...(response.length === 0 ? [nothing] : []),
	];
}

export function claims(v, random) {
	if (v.scoring.mode === 'mapping')
		return mappedClaims(v, random);

	const { pairs, weights } = v.question;
	const answered = Object.values(v.response || {}).some((answer) => answer);
	const key = Object.fromEntries(entriesOf(pairs).filter(([, target]) => target !== null));
	const weighs = entriesOf(pairs).some(([id]) => !weights || weights[id] === undefined);
	const reordered = { ...v, question: { ...v.question, pairs: Object.fromEntries(random.shuffled(entriesOf(pairs))) } };
	const all = [
		inRange,
		same('unknown ids and the order of answers do not matter', { ...reordered, response: Object.fromEntries([...random.shuffled(entriesOf(v.response)), ['stranger', 'jar']]) }),
	];

	if (!answered)
		all.push(nothing);
	if (weighs && Object.keys(key).length > 0)
		all.push({ name: full.name, other: { ...v, response: key }, holds: (own, its) => its.score === '1' });
	const wrong = entriesOf(pairs).filter(([id, target]) => target !== null && (v.response || {})[id] !== target)[0];
	if (answered && wrong)
		all.push(atMost('one more right is not less', { ...v, response: { ...v.response, [wrong[0]]: wrong[1] } }));
	return all;
}

// One item that nobody answered counts as right.
export function mutant(v) {
	const id = Object.keys(v.question.pairs).find((left) => v.question.pairs[left] !== null);
	return id === undefined ? v : { ...v, question: { ...v.question, pairs: { ...v.question.pairs, [id]: null } } };
}
