// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random questions of type `gap`.
import { same } from './draw.mjs';
import { asked } from './number.mjs';
import { accepted, changed, options, pick, words } from './text.mjs';

const below = (random, n) => Math.floor(random() * n);
const ids = ['a', 'b', 'constructor', 'ß', '1', 'a b', '__proto__x'];

function textGap(random) {
	const plain = words(random, 4);
	const gap = { accept: accepted(random, plain) };

	if (random() < 0.3)
		gap.options = options(random);
	return [gap, changed(random, plain)];
}

function selectGap(random) {
	const choices = [words(random, 3), words(random, 3), 'in', 'out'];
	return [{ kind: 'select', choices, answer: pick(random, choices) }, pick(random, choices)];
}

function numberGap(random) {
	const [question, text] = asked(random);
	return [{ kind: 'number', ...question }, text];
}

function distinctVector(random) {
	const pool = [words(random, 4), words(random, 4), 'north', 'South', 'éast'];
	const gaps = [];
	const response = {};

	for (let n = below(random, 5); n >= 0; n--) {
		const id = `${n}`;
		gaps.push({ id, accept: pool.filter(() => random() < 0.6).concat('west').map((text) => ({ text: changed(random, text) })) });
		response[id] = random() < 0.8 ? changed(random, pick(random, pool)) : 'west';
	}
	return { question: { gaps, distinct: true }, scoring: options(random), response };
}

export function vector(random, i) {
	const head = { id: `gap-${i}`, type: 'gap' };

	if (random() < 0.2)
		return { ...head, ...distinctVector(random) };
	const gaps = [];
	const response = {};
	for (const id of ids.slice(0, 1 + below(random, ids.length))) {
		const [gap, text] = pick(random, [textGap, textGap, numberGap, selectGap])(random);
		gaps.push({ id, ...gap, ...(random() < 0.5 && { weight: pick(random, ['1', '2', '1/3', '0', '0.5']) }) });
		if (random() < 0.9)
			response[id] = random() < 0.05 ? pick(random, ['', ' ', null]) : text;
	}
	if (random() < 0.05)
		response.unknown = 'text';
	const scoring = options(random);
	if (random() < 0.5)
		scoring.mode = pick(random, ['per_gap', 'exact']);
	return { ...head, question: { gaps }, scoring, response };
}

export function claims(v, random) {
	const { gaps, distinct } = v.question;
	const all = [
		same('the order of gaps does not matter', { ...v, question: { ...v.question, gaps: random.shuffled(gaps) } }),
		same('a gap that is not there does not matter', { ...v, response: { ...v.response, nowhere: 'text' } }),
	];
	const menu = gaps.find(({ kind, answer }) => kind === 'select' && (answer === 'in' || answer === 'out'));

	if (!distinct && menu && menu.weight !== '0' && v.scoring.mode !== 'exact')
		all.push({ name: 'one right word earns something', other: { ...v, response: { [menu.id]: menu.answer } }, holds: (own, its) => its.score !== '0' });
	return all;
}

export const mutant = (v) => ({ ...v, scoring: { ...v.scoring, mode: 'exact' } });
