// SPDX-License-Identifier: GPL-3.0-or-later
import { scores, states } from './scored.mjs';

const edge = (to, score) => ({ to, ...(score === undefined ? {} : { score }) });
const home = { start: 'home', nodes: {
	home: { edges: [edge('office', '1'), edge('lab', '2')] },
	office: { edges: [edge('home', '5'), edge(null, '3')] },
	lab: { edges: [edge('office'), edge(null, '4')] },
	attic: { edges: [edge(null, '99'), edge('home', '99')] },
} };
const end = { mode: 'end' };
const path = { mode: 'path' };

// "home1 lab0": the choices made.
const walk = (text) => ({ path: text.split(' ').filter((step) => step).map((step) => [step.slice(0, -1), Number(step.slice(-1))]) });

scores('branching: no score', 'branching', home, [[undefined, null, 'null of null'], [{ mode: 'none' }, walk('home0 office1'), 'null of null']]);
scores('branching: full marks of 0 are no score', 'branching', { start: 'a', nodes: { a: { edges: [edge(null), edge('a', '3')] } } },
	[[end, walk('a0'), 'null of null'], [path, walk('a1'), 'null of null']]);
scores('branching: full marks below 0', 'branching', { start: 'a', nodes: { a: { edges: [edge(null, '-2'), edge(null, '-1')] } } },
	[[end, walk('a0'), '0 of -1'], [path, walk('a0'), '0 of -1']]);
scores('branching: end', 'branching', home, [
	[end, null, '0 of 4'], [end, walk(''), '0 of 4'], [end, walk('home1 lab0 office1'), '3 of 4'], [end, walk('home1'), '0 of 4'],
	[end, walk('office1 attic0'), '99 of 4'], [end, walk('office1 home0'), '0 of 4'],
]);
scores('branching: path', 'branching', home, [
	[path, null, '0 of 6'], [path, walk('home1 lab0 office0 home0 office1'), '4 of 6'], [path, walk('home1 lab1'), '6 of 6'],
	[path, walk('office0 office0 office0'), '5 of 6'], [path, walk('home0 office0 lab1 office1'), '4 of 6'],
	[path, walk('home1 lab0 home1 lab1'), '6 of 6'],
]);
scores('branching: the maximum that data of pages have', 'branching', { ...home, max: '7' }, [[path, walk('home1 lab1'), '6 of 7']]);
states('branching: states', 'branching', home,
	[[{}, null, 'unanswered'], [{}, walk(''), 'unanswered'], [{}, walk('home0'), 'answered']]);

// A story of n nodes, each of which leads to those that leads() names, worth 1 each, and the last one to an end.
const story = (n, leads) => ({ start: 'n0', nodes: Object.fromEntries(Array.from({ length: n }, (_, from) =>
	[`n${from}`, { edges: [...leads(from).filter((to) => to >= 0 && to < n).map((to) => edge(`n${to}`, '1')),
		from + 1 === n ? edge(null, '1') : edge('n0', '0')] }])) });
const everywhere = (n) => (from) => Array.from({ length: n }, (_, to) => to).filter((to) => to !== from);

scores('branching: a long story, and back to the start from everywhere', 'branching', story(100000, (from) => [from + 1]), [[path, null, '0 of 100000']]);
scores('branching: back to the second', 'branching', story(2000, (from) => [from + 1, 1]), [[path, null, '0 of 2000']]);
scores('branching: to and fro', 'branching', story(60, (from) => [from + 1, from + 2, from - 1]), [[path, null, '0 of 60']]);
scores('branching: from everywhere to everywhere', 'branching', story(12, everywhere(12)), [[path, null, '0 of 12']]);
