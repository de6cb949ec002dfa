// SPDX-License-Identifier: GPL-3.0-or-later
//
// node verify.mjs: makes a site, edits it EDITS times at random (SEED says how), builds it in place after each edit, and from nothing beside
// it, and compares: exit status, what is said, every byte. Stops at the first difference and keeps the site.
//
// After an edit that a skipped build would not do for, that is noticed too: what was there before is compared in the same way. A kind
// of edit that never made a difference tests nothing and fails. WRONG=skip: builds are skipped in earnest.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source } from '../property/draw.mjs';
import { build, cleanBuild, difference, filesOf, keysOf, miscounted, rewritten, timesOf } from './builds.mjs';
import around from './edits/around.mjs';
import files from './edits/files.mjs';
import fronts from './edits/fronts.mjs';
import places from './edits/places.mjs';
import prose from './edits/prose.mjs';
import settings from './edits/settings.mjs';
import theme from './edits/theme.mjs';
import translations from './edits/translations.mjs';
import { mutants } from './mutants.mjs';
import { makeSite } from './site.mjs';
import { Tree } from './tree.mjs';

const { PENSUM, OUT, ROOT, SEED = '1', WRONG = '', ONLY = '' } = process.env;
const EDITS = Number(process.env.EDITS ?? 500);
const ENOUGH = 5; /* of a kind must make one difference */
const kinds = [...prose, ...fronts, ...places, ...translations, ...settings, ...theme, ...files, ...around];
const random = source(`${SEED} edits`);

// -- the site, and what edits know of it --

const dir = join(OUT, 'site');
const clean = join(OUT, 'clean');
mkdirSync(dir, { recursive: true });
const tree = new Tree(dir, random);
makeSite(tree, SEED, { pensum: PENSUM, root: ROOT });
tree.finish();

const w = {
	tree,
	random,
	root: ROOT,
	public: join(dir, 'public'),
	options: {},
	once: [], /* options of the next build only */
	first: undefined, /* what is done before the build that is looked at: a function that is given one that builds */
	foreign: new Map(), /* files in public/ that are somebody else's */
	published: new Map(),
	sound: false, /* public/ is what the last build made, and that of the sources */
	program: (...words) => {
		try {
			execFileSync(PENSUM, ['-C', dir, ...words], { stdio: 'ignore' });
		} catch {
			/* It may refuse a site that is broken, and has changed nothing or something then. */
		}
	},
};

function options() {
	const words = [...w.once];
	if (w.options.drafts)
		words.push('--drafts');
	if (w.options.facilitator)
		words.push('--audience', 'facilitator');
	w.once = [];
	return words;
}

// -- which edit comes next --

const log = []; /* { name, changes, options } of what was done, with the options before */
let broken = []; /* those since something was published */
let deck = [];

// Takes back the last ${n} edits of those that broke the site.
function takeBack(n) {
	const names = broken.splice(-n).reverse().map((edit) => {
		log.splice(log.indexOf(edit), 1);
		tree.undo(edit.changes);
		w.options = edit.options;
		return edit.name;
	});
	return { name: 'taken back', what: names.join(', '), changes: tree.finish(), quiet: true };
}

function undo({ name, changes }) {
	tree.undo(changes);
	return { name: 'undone', what: name, changes: tree.finish(), quiet: true };
}

// The next edit. A broken site is mostly repaired at once, by taking back what broke it.
function next() {
	if (broken.length > 0 && random.chance(0.8))
		return takeBack(random.chance(0.75) ? broken.length : 1);
	if (broken.length > 0 && random.chance(0.5))
		w.once.push('--keep-going');
	const earlier = random.pick(log.slice(-20));
	if (ONLY === '' && earlier && random.chance(0.05) && tree.mayUndo(earlier.changes))
		return undo(earlier);
	for (let tries = 0; tries < 1000; tries++) {
		if (deck.length === 0)
			deck = random.shuffled(kinds.filter(({ name }) => name.includes(ONLY)));
		const kind = deck.pop();
		const what = kind.make(w);
		const changes = tree.finish();
		if (what !== undefined)
			return { ...kind, what, changes };
	}
	throw new Error('no edit can be done');
}

// -- one edit, two builds --

const inPlace = (words) => build(PENSUM, dir, [...words, '--jobs', String(random.from(1, 4))]);

let last = { status: 0, said: [], built: {}, keys: new Map() };

async function step(skip, outside) {
	const before = { ...last, files: outside ? filesOf(w.public) : w.published, keys: outside ? keysOf(dir) : last.keys };
	const words = options();
	let there = before.files;
	if (w.first) {
		await w.first((more = []) => inPlace([...words, ...more])); /* whatever comes of it: the next one must be right */
		w.first = undefined;
		there = filesOf(w.public);
	}
	const times = timesOf(w.public, there);
	const [now, should] = await Promise.all([skip ? last : inPlace(words), cleanBuild(PENSUM, clean, dir, words)]);

	if (should.built.published)
		w.foreign.forEach((bytes, path) => should.files.set(path, bytes));
	else
		should.files = there;
	const is = { ...now, files: filesOf(w.public), keys: keysOf(dir) };
	last = is;
	w.published = is.files;
	w.sound = Boolean(should.built.published);
	const wrong = difference(is, should) ?? rewritten(times, there, timesOf(w.public, is.files), is.files) ?? (w.sound ? miscounted(is.built, there, is.files) : undefined);
	return { wrong, seen: difference(before, should) !== undefined, is, should };
}

// -- the run --

const done = new Map(kinds.map(({ name }) => [name, { n: 0, seen: 0 }]));
let unpublished = 0;

function failed(name, words) {
	const kept = mkdtempSync(join(tmpdir(), 'pensum-verify.'));
	cpSync(OUT, kept, { recursive: true, verbatimSymlinks: true });
	writeFileSync(join(kept, 'edits.txt'), history.join('\n'));
	console.log(`not ok verify: ${name}\n${words}\n  SEED=${SEED}; the site, a clean build of it, and the list of edits are in ${kept}`);
	process.exit(1);
}

const history = [];

const first = await step(false, true);
if (first.wrong !== undefined || !w.sound)
	failed('the site builds', first.wrong ?? last.said.join('\n'));
const saying = (result) => ({ ...result, said: ['a message', ...result.said] });
for (const [name, mutant] of Object.entries(mutants))
	if (difference(mutant(saying(first.is)), saying(first.should)) === undefined)
		failed(`${name} is noticed`, '');
	else
		console.log(`ok verify: ${name} is noticed`);

const skipFrom = WRONG === 'skip' ? random.from(3, 9) : Infinity;
for (let i = 1; i <= EDITS; i++) {
	const before = { ...w.options };
	const { name, what, changes, quiet } = next();
	history.push(`${i}. ${name}: ${what}`);
	const { wrong, seen } = await step(i >= skipFrom && !quiet, around.some((kind) => kind.name === name));
	if (wrong !== undefined)
		failed(done.has(name) ? name : 'edits that were taken back',
			`  seed ${SEED}, edit ${i}: ${name}: ${what}\n  build ${JSON.stringify(w.options)}\n  ${wrong.replaceAll('\n', '\n  ')}`);
	if (name !== 'taken back')
		log.push({ name, changes, options: before });
	if (last.status === 0)
		broken = [];
	else if (name !== 'taken back')
		broken.push(log.at(-1));
	unpublished += !w.sound;
	const of = done.get(name);
	if (of) {
		of.n++;
		of.seen += seen;
	}
}
for (const { name, quiet } of kinds) {
	const { n, seen } = done.get(name);
	if (n >= ENOUGH && seen === 0 && !quiet)
		console.log(`not ok verify: ${name}\n  ${n} edits of this kind, and none made a difference: they test nothing`);
	else if (n > 0)
		console.log(`ok verify: ${name}`);
}
if (process.env.VERBOSE)
	console.log([...done].map(([name, { n, seen }]) => `  ${String(n).padStart(4)} ${String(seen).padStart(4)}  ${name}`).join('\n'), `\n  ${unpublished} of ${EDITS} builds published nothing; ${Math.round(process.cpuUsage().user / 1000)} ms here`);
