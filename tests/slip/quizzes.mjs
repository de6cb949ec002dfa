// SPDX-License-Identifier: GPL-3.0-or-later
// Random quizzes and answers to them, the same in each run.
let seed = 20261125;

// mulberry32
export function below(n) {
	seed = (seed + 0x6d2b79f5) | 0;
	let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
	t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
	return ((t ^ (t >>> 14)) >>> 0) % n;
}

export const one = (list) => list[below(list.length)];
export const many = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const chance = (n) => below(n) === 0;

export function shuffled(list) {
	const copy = list.slice();
	for (let i = copy.length - 1; i > 0; i--) {
		const j = below(i + 1);
		[copy[i], copy[j]] = [copy[j], copy[i]];
	}
	return copy;
}

// Ids as authors write them, numbers that JavaScript would sort, and letters of other scripts.
const NAMES = ['a', 'b', 'c', 'd', '1', '2', '10', '9', '01', 'oak', 'Oak', 'z-9', 'é', 'ž', 'Я', '\uffee', '😀', 'two words', 'ja', 'constructor'];
const ids = (n) => shuffled(NAMES).slice(0, n);

const WORDS = ['Riga', '3,14', '1 000', 'žēlsirdība', 'трафікінг', 'Menschenhandel', 'o\'clock', 'ß', '数', 'x=1; y="2"', '-5.5e3', '€ 20', 'Σ and Я', 'a\u0301', '112', 'PENSUM', 'a\nb'];
export const typed = () => (chance(6) ? '' : many(1 + below(3), () => one(WORDS)).join(chance(3) ? '' : ' '));

const options = () => ids(2 + below(5)).map((id) => (chance(2) ? { id, correct: true } : { id }));
const ticks = (list) => list.filter(() => chance(2));

const placed = (make) => () => {
	const lefts = ids(1 + below(6));
	const targets = ids(2 + below(4));
	const pairs = {};
	for (const left of lefts)
		pairs[left] = make === 'matrix' || !chance(6) ? one(targets) : null;
	const response = {};
	for (const left of lefts)
		if (!chance(4))
			response[left] = one(targets);
	return { type: make, question: { pairs, choices: targets }, scoring: one([{}, { mode: 'exact' }, { mode: 'half' }, { mode: 'deduct', deduction: '1/2' }]), response };
};

const choice = (type) => () => {
	const list = options();
	return { type, question: { options: list }, scoring: chance(3) ? { mode: 'mapping', entries: { [list[0].id]: '1', [list[1].id]: '-1/3' }, ceil: '1' } : {}, response: chance(5) ? null : one(list).id };
};

const GAPS = {
	text: (id) => ({ id, accept: [{ text: one(WORDS) }] }),
	number: (id) => ({ id, kind: 'number', answers: [{ low: '1', high: '5' }] }),
	select: (id) => {
		const choices = ids(3);
		return { id, kind: 'select', choices, answer: choices[1] };
	},
};

export const TYPES = {
	single: choice('single'),
	truefalse: () => ({ type: 'truefalse', question: { options: [{ id: 'true', correct: true }, { id: 'false' }] }, scoring: {}, response: one(['true', 'false', null]) }),
	multiple: () => {
		const list = options();
		return { type: 'multiple', question: { options: list }, scoring: { mode: one(['partial', 'exact', 'cancel', 'strict', 'positive', 'decisions']), floor: one(['0', null, '-1/4']) }, response: ticks(list).map((o) => o.id) };
	},
	matching: placed('matching'),
	classification: placed('classification'),
	matrix: placed('matrix'),
	ordering: () => {
		const order = ids(2 + below(6));
		return { type: 'ordering', question: { order }, scoring: { mode: one(['exact', 'position', 'adjacent', 'all_pairs', 'lis']) }, response: chance(6) ? [] : shuffled(order) };
	},
	gap: () => {
		const gaps = ids(1 + below(4)).map((id) => GAPS[one(['text', 'number', 'select'])](id));
		const response = {};
		for (const gap of gaps)
			if (!chance(4))
				response[gap.id] = gap.kind === 'select' ? one(gap.choices) : typed();
		return { type: 'gap', question: { gaps }, scoring: {}, response };
	},
	text: () => ({ type: 'text', question: { accept: [{ text: one(WORDS) }, { text: 'riga', score: '1/2' }] }, scoring: {}, response: one([typed(), null]) }),
	number: () => {
		const unit = chance(2);
		const question = { answers: [{ low: '3', high: '4' }], decimal: one(['.', ',']), ...(unit ? { units: { m: '1', cm: '1/100' } } : {}) };
		return { type: 'number', question, scoring: {}, response: unit && chance(2) ? { value: one(['3,14', '7', '300']), unit: one(['m', 'cm', '']) } : typed() };
	},
	hotspot: () => {
		const markers = chance(3);
		const areas = ids(1 + below(3)).map((marker) => ({ shape: 'rect', coords: ['10', '10', String(40 + below(600)), String(30 + below(900))], ...(markers ? { marker } : {}) }));
		const points = () => many(below(4), () => [String(below(1200)), String(below(900))]);
		const response = markers ? Object.assign({}, ...areas.map((area) => ({ [area.marker]: points() }))) : points();
		return { type: 'hotspot', question: { areas }, scoring: markers ? { mode: 'markers' } : {}, response };
	},
	survey: () => {
		const items = ids(1 + below(4));
		const response = {};
		items.forEach((_, i) => {
			if (!chance(3))
				response[i + 1] = 1 + below(5);
		});
		return { type: 'survey', question: { scale: 5, items }, scoring: {}, response };
	},
	reflection: () => ({ type: 'reflection', question: { min_chars: 3 }, scoring: {}, response: one(['I thought', '']) }),
	checklist: () => {
		const items = ids(1 + below(5)).map((id) => ({ id }));
		return { type: 'checklist', question: { items }, scoring: one([{}, { scored: true }]), response: ticks(items).map((item) => item.id) };
	},
	branching: () => ({ type: 'branching', question: { start: 's', nodes: { s: { edges: [{ to: null }] } } }, scoring: {}, response: null }),
};

// What the reader's page knows of a question: no keys, everything in another order.
export function blind({ id, type, question, scoring, hints }) {
	const copy = { ...question };
	if (copy.options)
		copy.options = shuffled(copy.options).map((o) => ({ id: o.id }));
	if (copy.order)
		copy.order = shuffled(copy.order);
	if (copy.choices)
		copy.choices = shuffled(copy.choices);
	if (copy.gaps)
		copy.gaps = shuffled(copy.gaps);
	if (copy.items && type === 'checklist')
		copy.items = shuffled(copy.items);
	return { id, type, question: copy, scoring, hints };
}
