// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of the settings of pages.
import { phrase, sentence, title } from '../words.mjs';
import { isTranslation, langOf, lessons, pages, replacing, setting, sources } from './common.mjs';

const quoted = (text) => JSON.stringify(text);
const call = (w, path) => quoted(`${title(w.random, langOf(w, path))} ${w.random.below(1000)}`);
const say = (w, path) => quoted(sentence(w.random, langOf(w, path)));
const indexes = (w) => sources(w).filter((path) => path.endsWith('/index.md'));
const quizzes = (w) => sources(w).filter((path) => /^type: quiz$/m.test(w.tree.text(path)));
const having = (list, key) => (w) => list(w).filter((path) => w.tree.text(path).includes(`\n${key}:`));

export default [
	setting('title', lessons, 'title', call),
	setting('title of a translation', (w) => pages(w).filter((path) => isTranslation.test(path)), 'title', call),
	setting('title of a module', indexes, 'title', call),
	setting('title of a glossary', (w) => sources(w).filter((path) => path.endsWith('glossary.md')), 'title', call),
	setting('title gone', lessons, 'title', () => undefined),
	setting('summary', pages, 'summary', say),
	setting('summary gone', pages, 'summary', () => undefined),
	setting('minutes', lessons, 'minutes', (w) => w.random.from(1, 40)),
	setting('minutes of no sense', lessons, 'minutes', () => 'soon'),
	setting('type', lessons, 'type', (w) => w.random.pick(['lesson', 'cases', 'worksheet', 'definitions', 'booklet'])),
	setting('lesson becomes a quiz', lessons, 'type', () => 'quiz'),
	setting('slug', lessons, 'slug', (w) => `${w.random.pick(['way', 'road', 'path'])}-${w.random.below(1000)}`),
	setting('slug of a translation', (w) => pages(w).filter((path) => isTranslation.test(path)), 'slug', (w) => `tr-${w.random.below(1000)}`),
	setting('slug gone', having(pages, 'slug'), 'slug', () => undefined),
	setting('draft', lessons, 'draft', () => 'yes'),
	setting('draft of a module', indexes, 'draft', () => 'yes'),
	setting('draft no more', having(sources, 'draft'), 'draft', () => undefined),
	setting('for facilitators', lessons, 'audience', () => 'facilitator'),
	setting('for everybody again', having(sources, 'audience'), 'audience', () => undefined),
	setting('at risk', lessons, 'at-risk', () => 'yes'),
	setting('at risk no more', having(lessons, 'at-risk'), 'at-risk', () => undefined),
	setting('content note', lessons, 'content-note', say),
	setting('content note gone', having(lessons, 'content-note'), 'content-note', () => undefined),
	setting('objectives', lessons, 'objectives', (w, path) => `[${say(w, path)}, ${say(w, path)}]`),
	setting('objectives gone', having(lessons, 'objectives'), 'objectives', () => undefined),
	setting('reviewed', lessons, 'reviewed', (w) => `20${w.random.from(20, 29)}-02-03`, { quiet: true }),
	setting('to be reviewed', lessons, 'review-by', (w) => `20${w.random.from(20, 29)}-02-03`, { quiet: true }),
	setting('by a machine', (w) => pages(w).filter((path) => isTranslation.test(path)), 'machine-translated', () => 'yes'),
	setting('mode of a quiz', quizzes, 'mode', (w) => w.random.pick(['practice', 'self-check'])),
	setting('pass mark of a quiz', quizzes, 'pass', (w) => `${w.random.from(5, 9)}0%`),
	setting('shuffled quiz', quizzes, 'shuffle', (w) => w.random.pick(['yes', 'no'])),
	setting('draw', quizzes, 'draw', (w) => `{from: ${w.random.pick(['m1', 'm2'])}, take: ${w.random.from(1, 2)}}`),
	setting('draw of what is not there', quizzes, 'draw', () => '{from: never, take: 1}'),
	setting('draw gone', having(quizzes, 'draw'), 'draw', () => undefined),
	setting('setting that does not exist', pages, 'titel', (w) => phrase(w.random, 'en', 1)),
	replacing('front matter broken', pages, /^summary: .*$/gm, () => 'summary: "open'),
];
