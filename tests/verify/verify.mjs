// SPDX-License-Identifier: GPL-3.0-or-later
//
// node verify.mjs: makes a site, edits it at random (SEED says how), builds it in place after each edit, and from nothing beside
// it, and compares: exit status, what is said, every byte. After 500 edits another site is made, with the next seed, until EDITS are done.
// Stops at the first difference and keeps the site.
//
// What would have been if the build had been skipped is compared in the same way. A kind of edit that never made a difference tests
// nothing and fails. WRONG=skip: builds are skipped in earnest.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, cleanBuild, cleanFolder, difference, filesOf, keysOf, miscounted, rewritten, timesOf } from './builds.mjs';
import { mutants } from './mutants.mjs';
import { World, kinds, outside } from './world.mjs';

const { PENSUM, OUT, ROOT, WRONG = '', ONLY = '' } = process.env;
const SEED = Number(process.env.SEED ?? 1);
const EDITS = Number(process.env.EDITS ?? 500);
const A_SITE = 500; /* edits; later ones would meet a site of which much is gone */
const ENOUGH = 12; /* of a kind must make one difference */

const dir = join(OUT, 'site');
const clean = cleanFolder(OUT);

// -- one edit, two builds --

// The build in place after an edit, compared with one from nothing: what is wrong, if anything, and whether the edit made a
// difference. ${last} is what the build before left.
async function compared(w, last, { skip = false, around = true } = {}) {
	const inPlace = (words) => build(PENSUM, dir, [...words, '--jobs', String(w.random.from(1, 4))]);
	const whose = w.facilitator, words = w.words();
	const before = { ...last, files: around || whose !== w.facilitator ? filesOf(w.public) : last.files, keys: around ? keysOf(dir) : last.keys };
	let there = before.files;
	if (w.first) {
		await w.first((more = []) => inPlace([...words, ...more])); /* whatever comes of it: the next one must be right */
		w.first = undefined;
		there = filesOf(w.public);
	}
	const times = timesOf(w.public, there);
	const [now, should] = await Promise.all([skip ? last : inPlace(words), cleanBuild(PENSUM, clean, dir, words)]);

	w.sound = Boolean(should.built.published);
	if (w.sound)
		w.foreign.forEach((bytes, path) => should.files.set(path, bytes));
	else
		should.files = there;
	const is = { ...now, files: filesOf(w.public), keys: keysOf(dir) };
	w.published = is.files;
	const wrong = difference(is, should) ?? rewritten(times, there, timesOf(w.public, is.files), is.files) ?? (w.sound ? miscounted(is.built, there, is.files) : undefined);
	return { wrong, seen: difference(before, should) !== undefined, is, should };
}

// -- a site --

const done = new Map(kinds.map(({ name }) => [name, { n: 0, seen: 0 }]));
let unpublished = 0;

function failed(name, words, seed, history) {
	const kept = mkdtempSync(join(tmpdir(), 'pensum-verify.'));
	cpSync(OUT, kept, { recursive: true, verbatimSymlinks: true });
	for (const made of ['public', '.pensum'].filter((name) => existsSync(join(clean, name))))
		cpSync(join(clean, made), join(kept, 'clean', made), { recursive: true });
	writeFileSync(join(kept, 'edits.txt'), `${history.join('\n')}\n`);
	console.log(`not ok verify: ${name}\n  ${words.replaceAll('\n', '\n  ')}\n  SEED=${seed}; the site, a clean build of it, and the list of edits are in ${kept}`);
	process.exit(1);
}

async function site(seed, edits) {
	const history = [];
	rmSync(dir, { recursive: true, force: true });
	const w = new World(dir, seed, { pensum: PENSUM, root: ROOT, only: ONLY });
	const skipFrom = WRONG === 'skip' ? w.random.from(3, 9) : Infinity;
	const nothing = { status: 0, said: [], built: {}, files: new Map(), keys: new Map() };
	const first = await compared(w, nothing);
	if (first.wrong !== undefined || !w.sound)
		failed('the site builds', first.wrong ?? first.is.said.join('\n'), seed, history);

	for (let i = 1, last = first.is; i <= edits; i++) {
		const { name, what, quiet } = w.next();
		history.push(`${i}. ${name}: ${what}`);
		const { wrong, seen, is } = await compared(w, last, { skip: i >= skipFrom && !quiet, around: outside(name) });
		if (wrong !== undefined)
			failed(done.has(name) ? name : 'edits that were taken back', `seed ${seed}, edit ${i}: ${name}: ${what}\nbuild ${JSON.stringify(w.options)}\n${wrong}`, seed, history);
		w.ended(name, is.status === 0);
		last = is;
		unpublished += !w.sound;
		const of = done.get(name) ?? {};
		of.n++;
		of.seen += seen;
	}
	return first;
}

// -- all of them --

let one;
for (let edits = 0, seed = SEED; edits < EDITS; edits += A_SITE, seed++)
	one = await site(seed, Math.min(A_SITE, EDITS - edits));

const saying = (result) => ({ ...result, said: ['a message', ...result.said] });
for (const [name, mutant] of Object.entries(mutants)) {
	const noticed = difference(mutant(saying(one.is)), saying(one.should)) !== undefined;
	console.log(`${noticed ? 'ok' : 'not ok'} verify: ${name} is noticed`);
}
for (const { name, quiet } of kinds) {
	const { n, seen } = done.get(name);
	if (n >= ENOUGH && seen === 0 && !quiet)
		console.log(`not ok verify: ${name}\n  ${n} edits of this kind, and none made a difference: they test nothing`);
	else if (n > 0)
		console.log(`ok verify: ${name}`);
}
if (process.env.VERBOSE)
	console.log([...done].map(([name, { n, seen }]) => `  ${String(n).padStart(4)} ${String(seen).padStart(4)}  ${name}`).join('\n'), `\n  ${unpublished} of ${EDITS} builds published nothing`);
