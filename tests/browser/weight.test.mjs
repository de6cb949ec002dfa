// SPDX-License-Identifier: GPL-3.0-or-later
// What a phone has to load for a page of eight questions, script and data, compressed; and the script that all pages of a site share.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

// Promised (docs/benchmarks.md). What a page loads may only become less.
const LIMIT = 11700;
const SHARED = 1600;

const single = `:::question[One?]{#one type=single}
- [x] a {#a}
- [ ] b {#b}
- [ ] c {#c}
- [ ] d {#d}

:::
`;
const multiple = `:::question[Two?]{#two type=multiple}
- [x] a {#a}
- [x] b {#b}
- [ ] c {#c}
- [ ] d {#d}

:::
`;
const truefalse = `:::question[Three?]{#three type=truefalse answer=true}
:::
`;
const match = `:::question[What belongs together?]{#four type=match}
| Instrument | What it says |
|---|---|
| Palermo protocol {#palermo} | a definition {#parts} |
| Directive of the EU {#eu} | rules {#rules} |
| Convention {#coe} | help {#help} |

:::
`;
const order = `:::question[In which order?]{#five type=order}
1. A colleague notes several signs {#notes}
2. There is reasonable ground {#ground}
3. The competent body decides {#status}

:::
`;
const text = `:::question{#six type=text}
What do we call it?

- presumed victim | potential victim
- victim {score=1/2}

:::
`;
const number = `:::question{#seven type=number answer=65 tolerance=1 unit=%}
What share was it?
:::
`;
const gap = `:::question{#eight type=gap}
Help is [[unconditional|without conditions]] and starts when there are [[*reasonable*|proven|no]] grounds.
:::
`;
const sort = `:::question[Where does it belong?]{#nine type=sort}
- Protection {#protection}
  - a safe place {#place}
  - a lawyer {#lawyer}
- Prevention {#prevention}
  - inspections {#inspections}

:::
`;
const matrix = `:::question[Who does what?]{#ten type=matrix}
| | Police {#police} | Municipality {#municipality} |
|---|:---:|:---:|
| investigates {#investigates} | x | |
| gives a home {#home} | | x |

:::
`;

const quiz = '---\ntitle: Quiz\ntype: quiz\nmode: self-check\npass: 70%\n---\n';
const pages = {
	quiz: ['a quiz of eight types, typed ones too', [quiz, single, multiple, truefalse, match, order, text, number, gap]],
	other: ['a quiz of eight types, none a number', [quiz, single, multiple, truefalse, match, sort, matrix, order, gap]],
	lesson: ['a lesson with eight questions for practice', ['---\ntitle: Lesson\n---\n', single, multiple, truefalse, match, order, text, number, gap]],
};

const root = `${process.env.OUT}/weight`;
const files = { 'site.yaml': 'title: T\nlanguages: [en, nb]\n' };

for (const [name, [, parts]] of Object.entries(pages)) {
	files[`content/${name}/course.yaml`] = 'title: C\nlanguage: en\nlanguages: [en, nb]\n';
	files[`content/${name}/10-page.md`] = parts.join('\n');
}
for (const [path, bytes] of Object.entries(files)) {
	mkdirSync(`${root}/${path}`.replace(/[^/]*$/, ''), { recursive: true });
	writeFileSync(`${root}/${path}`, bytes);
}
execFileSync(process.env.PENSUM, ['build', '-C', root], { stdio: 'ignore' });

const gzip = (bytes) => gzipSync(bytes, { level: 9 });
const sizeOf = (list, squeeze) => list.reduce((sum, bytes) => sum + squeeze(bytes).length, 0);

// In every language that has words for the interface: some say it in more.
for (const [name, [words], lang] of Object.entries(pages).flatMap(([name, page]) => ['en', 'nb'].map((lang) => [name, page, lang]))) {
	const html = readFileSync(`${root}/public/${lang}/${name}/page/index.html`, 'utf8');
	const asked = (html.match(/<form [^>]*data-question=/g) || []).length;
	const scripts = Array.from(html.matchAll(/<script src="(?:\.\.\/)*([^"]+)"/g), ([, src]) => readFileSync(`${root}/public/${src}`));
	const own = scripts.filter((script) => script.includes('const data = {'));
	const shared = scripts.filter((script) => !own.includes(script));
	const bytes = sizeOf(own, gzip);
	const fits = asked === 8 && own.length === 1 && bytes <= LIMIT && shared.length === 1 && sizeOf(shared, gzip) <= SHARED;

	console.log(`${fits ? 'ok' : 'not ok'} script and data of ${words}, ${lang}`);
	console.log(`    ${bytes} bytes by gzip, ${sizeOf(own, (script) => brotliCompressSync(script))} by brotli, in ${own.length} file; ${asked} questions; at most ${LIMIT}`);
	console.log(`    ${sizeOf(shared, gzip)} bytes by gzip in ${shared.length} file of all pages; at most ${SHARED}`);
	if (!fits)
		process.exitCode = 1;
}
