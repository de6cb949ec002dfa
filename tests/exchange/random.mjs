// SPDX-License-Identifier: GPL-3.0-or-later
//
// node random.mjs FILE COUNT SEED
//
// Writes a quiz page of COUNT random questions, of the types and rules that GIFT and Moodle XML both keep, with every sign in
// their texts that means something to GIFT, XML, HTML or Markdown.

import { writeFileSync } from 'node:fs';

const [, , file, count, seed] = process.argv;

let state = +seed >>> 0;
function below(n) {
	state = (state + 0x6d2b79f5) >>> 0;
	let t = state;
	t = Math.imul(t ^ (t >>> 15), t | 1);
	t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
	return ((t ^ (t >>> 14)) >>> 0) % n;
}
const pick = (list) => list[below(list.length)];

const SIGNS = [...'\\~=#{}:%*_[]<>&|`"\'/-+.,;!?()$@^0123456789abcxyzÄßжא語€'];
let serial = 0;
// Words that begin with a number of their own, so that none is there twice.
function words(most = 4) {
	const list = [`w${serial++}`];
	for (let i = below(most); i > 0; i--) {
		let w = '';
		for (let k = 1 + below(6); k > 0; k--) w += pick(SIGNS);
		list.push(w);
	}
	return list.join(' ');
}
const escape = (s) => s.replace(/[!-/:-@[-`{-~]/g, '\\$&');
const text = (most) => escape(words(most));
const code = (s) => {
	const ticks = '`'.repeat(1 + Math.max(0, ...(s.match(/`+/g) ?? []).map((t) => t.length)));
	return /^[ `]|[ `]$/.test(s) ? `${ticks} ${s} ${ticks}` : ticks + s + ticks;
};
const typed = () => code(words(3).replaceAll('->', '-')); // an arrow makes a pair in GIFT
const marked = () => pick([text, text, () => `**${text(1)}** and *${text(1)}*`, () => code(words(2)),
	() => `[${text(2)}](https://example.org/a?b=1&c=${below(99)})`])();
const paragraphs = () => pick([marked, marked, () => `${marked()}\n\n${marked()}`, () => `${marked()}\n\n* ${marked()}\n* ${marked()}\n\n<!-- answers -->`])();
const quote = (by) => (below(3) ? '' : `${by}> ${marked()}\n`);
const head = (id, type, more = '') => `:::question{#q${id} type=${type}${more}}\n`;
const tail = () => (below(3) ? '\n:::\n\n' : `\n:::explanation\n${paragraphs().replace('\n\n<!-- answers -->', '')}\n:::\n\n:::\n\n`);
const GRADES = ['1/2', '1/3', '1/4', '1/5', '2/3', '3/4', '9/10', '1/20', '5/6'];
const decimal = () => (below(2000) - 1000) / pick([1, 10, 100]);

const TYPES = {
	single(id) {
		let s = head(id, 'single') + `${paragraphs()}\n\n- [x] ${marked()}\n${quote('  ')}`;
		for (let i = 1 + below(4); i > 0; i--)
			s += `- [ ] ${marked()}${below(3) ? '' : ` {score=${pick(['', '-'])}${pick(GRADES)}}`}\n${quote('  ')}`;
		return s + tail();
	},
	multiple(id) {
		const right = 1 + below(5), wrong = 1 + below(5), rule = pick(['partial', 'cancel', 'strict']);
		let s = head(id, 'multiple', ` scoring=${rule}`) + `${paragraphs()}\n\n`;
		const marks = [...Array(right).fill('x'), ...Array(wrong).fill(' ')];
		while (marks.length) s += `- [${marks.splice(below(marks.length), 1)}] ${marked()}\n${quote('  ')}`;
		return s + tail();
	},
	truefalse(id) {
		return head(id, 'truefalse', ` answer=${pick(['true', 'false'])}`) + `${paragraphs()}\n` + tail();
	},
	match(id) {
		let s = head(id, 'match') + `${paragraphs()}\n\n| | |\n|---|---|\n`;
		for (let i = 2 + below(3); i > 0; i--) s += `| ${text()} | ${text()} |\n`;
		for (let i = below(3); i > 0; i--) s += `| | ${text()} |\n`;
		return s + tail();
	},
	order(id) {
		let s = head(id, 'order', pick(['', ' scoring=position', ' scoring=adjacent', ' scoring=all-pairs', ' scoring=lis'])) +
			`${paragraphs()}\n\n`;
		for (let i = 1, n = 2 + below(4); i <= n; i++) s += `${i}. ${text()}\n`;
		return s + '\n:::\n\n';
	},
	text(id) {
		let s = head(id, 'text') + `${paragraphs()}\n\n- ${typed()}\n`;
		for (let i = below(4); i > 0; i--) s += `- ${typed()}${below(2) ? '' : ` {score=${pick(GRADES)}}`}\n${quote('  ')}`;
		return s + tail();
	},
	number(id) {
		let s = head(id, 'number') + `${paragraphs()}\n\n- ${decimal()}${below(2) ? '' : ` {tolerance=${Math.abs(decimal())}}`}\n`;
		if (!below(3)) s += `- ${2000 + below(999)} {score=${pick(GRADES)}}\n${quote('  ')}`;
		if (!below(3)) s += `- any\n  > ${marked()}\n`;
		return s + tail();
	},
	gap(id) {
		let s = head(id, 'gap') + `${marked()} [[here]] ${marked()}.\n\n- [[here]]\n`;
		const kind = below(3);
		if (kind === 0) s += `  - ${typed()}\n  - ${typed()} {score=${pick(GRADES)}}\n${quote('    ')}`;
		else if (kind === 1) s += `  - [x] ${text()}\n${quote('    ')}  - [ ] ${text()}\n  - [ ] ${text()}\n`;
		else s = s.replace('- [[here]]\n', '- [[here]] {type=number}\n') + `  - ${decimal()}\n`;
		return s + tail();
	},
	reflect(id) {
		return head(id, 'reflect') + `${paragraphs()}\n\n:::\n\n`;
	},
};

let page = '---\ntitle: Random\ntype: quiz\nmode: self-check\n---\n\n';
for (let i = 0; i < +count; i++) page += pick(Object.values(TYPES))(i);
writeFileSync(file, page);
