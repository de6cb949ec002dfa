// SPDX-License-Identifier: GPL-3.0-or-later
// What a phone has to load for a quiz of eight questions of eight types, script and data, compressed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

// The aim is 12,000 (docs/benchmarks.md). What is measured may only go down.
const LIMIT = 19000;

const root = `${process.env.OUT}/weight`;
const files = {
	'site.yaml': 'title: T\nlanguages: [en]\n',
	'content/c/course.yaml': 'title: C\nlanguage: en\n',
	'content/c/10-quiz.md': `---
title: Quiz
type: quiz
mode: self-check
pass: 70%
---

:::question[One?]{#one type=single}
- [x] a {#a}
- [ ] b {#b}
- [ ] c {#c}
- [ ] d {#d}

:::

:::question[Two?]{#two type=multiple}
- [x] a {#a}
- [x] b {#b}
- [ ] c {#c}
- [ ] d {#d}

:::

:::question[Three?]{#three type=truefalse answer=true}
:::

:::question[What belongs together?]{#four type=match}
| Instrument | What it says |
|---|---|
| Palermo protocol {#palermo} | a definition {#parts} |
| Directive of the EU {#eu} | rules {#rules} |
| Convention {#coe} | help {#help} |

:::

:::question[In which order?]{#five type=order}
1. A colleague notes several signs {#notes}
2. There is reasonable ground {#ground}
3. The competent body decides {#status}

:::

:::question{#six type=text}
What do we call it?

- presumed victim | potential victim
- victim {score=1/2}

:::

:::question{#seven type=number answer=65 tolerance=1 unit=%}
What share was it?
:::

:::question{#eight type=gap}
Help is [[unconditional|without conditions]] and starts when there are [[*reasonable*|proven|no]] grounds.
:::
`,
};

for (const [path, text] of Object.entries(files)) {
	mkdirSync(`${root}/${path}`.replace(/[^/]*$/, ''), { recursive: true });
	writeFileSync(`${root}/${path}`, text);
}
execFileSync(process.env.PENSUM, ['build', '-C', root], { stdio: 'ignore' });

const html = readFileSync(`${root}/public/en/c/quiz/index.html`, 'utf8');
const scripts = Array.from(html.matchAll(/<script src="(?:\.\.\/)*([^"]+)"/g), ([, src]) => readFileSync(`${root}/public/${src}`));
const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
const fits = scripts.length > 0 && bytes <= LIMIT;

console.log(`${fits ? 'ok' : 'not ok'} eight questions of eight types: script and data`);
console.log(`    ${bytes} bytes compressed, in ${scripts.length} file; at most ${LIMIT}`);
process.exitCode = fits ? 0 : 1;
