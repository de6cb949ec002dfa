// SPDX-License-Identifier: GPL-3.0-or-later
//
// node built.mjs A B [gift]
//
// Whether two published pages ask the same: for each question of A that B has too, how it is scored, and its words. Ids of
// options and targets are other ones after a journey: they are compared by their place. `gift`: points and penalty are not
// compared, nor capitals. Prints what differs; the last line is how many were compared.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read } from '../page.mjs';

function page(file) {
	const html = readFileSync(file, 'utf8');
	const script = html.match(/src="([^"]*quiz-[0-9a-f]+\.js)"/);
	const js = readFileSync(join(dirname(file), script[1]), 'utf8');
	const from = js.indexOf('"questions":[') + 12;
	const questions = JSON.parse(js.slice(from, js.indexOf('}],"text"', from) + 2));
	const elements = read(html).elements;
	return new Map(questions.map((q) => [q.id, { q, words: elements.find((e) => e.attrs.id === q.id)?.text ?? '' }]));
}

// Names by place; what differs in words alone is one form.
function settled(q, gift) {
	const names = new Map();
	const name = (id, letter) => {
		if (!names.has(letter + id)) names.set(letter + id, `${letter}${names.size}`);
		return names.get(letter + id);
	};
	const s = structuredClone({ type: q.type, question: q.question, scoring: q.scoring, points: q.points, penalty: q.penalty });
	if (gift) { delete s.points; delete s.penalty; }
	if (q.tries === 1) delete s.penalty; // it has no effect
	const { question, scoring } = s;
	for (const o of question.options ?? []) o.id = name(o.id, 'o');
	if (scoring.entries)
		scoring.entries = Object.entries(scoring.entries).map(([id, credit]) => [name(id, 'o'), credit]).sort();
	if (question.pairs)
		question.pairs = Object.entries(question.pairs).map(([l, r]) => [name(l, 'l'), r === null ? r : name(r, 'r')]);
	if (question.choices) question.choices = question.choices.map((id) => name(id, 'r')).sort();
	if (question.order) question.order = question.order.map((id) => name(id, 'i'));
	for (const g of question.gaps ?? []) g.id = name(g.id, 'g');
	// With as many right options as wrong ones, or one wrong one, rules are the same under several names.
	const right = (question.options ?? []).filter((o) => o.correct).length, wrong = (question.options ?? []).length - right;
	if (s.type === 'multiple' && !scoring.entries) {
		const costs = { partial: wrong ? 1 / wrong : 0, cancel: 1 / right, strict: 1, positive: 0 };
		scoring.mode = wrong ? `cost ${costs[scoring.mode ?? 'partial']}` : 'none is wrong';
	}
	return JSON.stringify(s);
}

const [, , a, b, kind] = process.argv;
const A = page(a), B = page(b);
let compared = 0;
// What is placed stands in an order that ids decide.
const bare = (s) => [...s.replace(/[\s\u200b]+/g, '')].sort().join('');
for (const [id, { q, words }] of A) {
	const other = B.get(id);
	if (!other) { console.log(`${id}: is not there`); continue; }
	compared++;
	const x = settled(q, kind === 'gift'), y = settled(other.q, kind === 'gift');
	if (x !== y) console.log(`${id}: scored otherwise\n  ${x}\n  ${y}`);
	if (bare(words) !== bare(other.words)) console.log(`${id}: says something else\n  ${bare(words)}\n  ${bare(other.words)}`);
}
console.log(`${compared} compared`);
