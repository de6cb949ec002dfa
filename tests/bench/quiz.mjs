// SPDX-License-Identifier: GPL-3.0-or-later
// How long a phone's browser works on a test of sixty questions, in Chromium: reading all typed answers, scoring all
// of them, adding up. Prints a row for the table of `make bench`. Needs `npm ci` in tests/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = process.argv[2];
const engine = new URL('../../generator/score/js/engine/', import.meta.url);
const RUNS = 51;

// One question of each type, with an answer that is not quite right.
const kinds = [
	['single', '- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}', 'b'],
	['multiple', '- [x] a {#a}\n- [x] b {#b}\n- [ ] c {#c}\n- [ ] d {#d}', ['a', 'c']],
	['truefalse', '- [x] yes {#true}\n- [ ] no {#false}', 'true'],
	['match', '| a | b |\n|---|---|\n| one {#one} | 1 {#t1} |\n| two {#two} | 2 {#t2} |\n| three {#three} | 3 {#t3} |', { one: 't1', two: 't3' }],
	['sort', '- A {#ga}\n  - one {#m1}\n  - two {#m2}\n- B {#gb}\n  - three {#m3}\n  - four {#m4}', { m1: 'ga', m2: 'gb', m3: 'gb' }],
	['order scoring=all-pairs', '1. one {#o1}\n2. two {#o2}\n3. three {#o3}\n4. four {#o4}\n5. five {#o5}', ['o1', 'o3', 'o2', 'o5', 'o4']],
	['text typos=h5p accents=ignore', '- presumed victim | potential victim\n- victim {score=1/2}', 'Presumed  víctim'],
	['number tolerance=5%', '- 1250.5\n- any', '1 250,5'],
	['gap', 'Help is [[unconditional|without conditions]] and starts on [[*reasonable*|proven|no]] grounds.', { 1: 'Unconditional', 2: '1' }],
	['matrix', '| | Labour {#labour} | Begging {#begging} |\n|---|:-:|:-:|\n| contract {#contract} | x | |\n| takings {#takings} | | x |', { contract: 'labour', takings: 'labour' }],
];

const questions = Array.from({ length: 60 }, (_, i) => {
	const [type, answers] = kinds[i % kinds.length];
	return `:::question[Number ${i + 1}]{#q${i + 1} type=${type}}\nWhat?\n\n${answers}\n\n:::\n`;
});

mkdirSync(`${root}/content/c`, { recursive: true });
writeFileSync(`${root}/site.yaml`, 'title: T\nlanguages: [en]\n');
writeFileSync(`${root}/content/c/course.yaml`, 'title: C\nlanguage: en\n');
writeFileSync(`${root}/content/c/10-quiz.md`, `---\ntitle: Q\ntype: quiz\nmode: self-check\n---\n\n${questions.join('\n')}`);
execFileSync(process.env.PENSUM, ['build', '-C', root], { stdio: ['ignore', 'ignore', 'inherit'] });

const name = readdirSync(`${root}/public/assets`).find((file) => /^quiz-.*\.js$/.test(file));
const script = readFileSync(`${root}/public/assets/${name}`, 'utf8');
const start = script.indexOf('const data = ') + 'const data = '.length;
const data = JSON.parse(script.slice(start, script.indexOf('};\n', start) + 1));
// A piece may need another as soon as it is read; the engine's own list says in which order they come.
const order = readFileSync(new URL('../../generator/score/vectors.c', import.meta.url), 'utf8');
const pieces = [...order.match(/pieces\[\] = \{([^}]*)\}/)[1].matchAll(/"(\w+)"/g)].map((name) => name[1]).filter((name) => name !== 'vectors');
const code = pieces.map((piece) => readFileSync(new URL(`${piece}.js`, engine), 'utf8')).join('\n');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const times = await page.evaluate(({ code, list, responses, runs }) => {
	const { types, sum, parse, ZERO } = new Function(`'use strict';\n${code}\nreturn { types, sum, parse, ZERO };`)();
	return Array.from({ length: runs }, () => {
		const from = performance.now();
		const scores = list.map((q, i) => (types[q.type].state(q, responses[i]) === 'answered' ? types[q.type].score(q, responses[i]).score : ZERO));
		sum(scores.map((score) => score || parse('0')));
		return performance.now() - from;
	});
}, { code, list: data.questions, responses: data.questions.map((_, i) => kinds[i % kinds.length][2]), runs: RUNS });
await browser.close();

const ms = (x) => `${x.toFixed(2)} ms`;
const sorted = times.slice(1).sort((a, b) => a - b);
console.log('\na test of 60 questions of ten types, in Chromium');
console.log(`  scoring all of them: first ${ms(times[0])}, then median ${ms(sorted[sorted.length >> 1])}, at most ${ms(sorted[sorted.length - 1])}`);
console.log(`  script and data: ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} compressed; data alone ${gzipSync(script.slice(start, script.indexOf('};\n', start)), { level: 9 }).length}`);
