// SPDX-License-Identifier: GPL-3.0-or-later
//
// node drive.mjs TYPE: draws COUNT vectors of a type (SEED says which), lets both engines score them, and compares lines; then
// what the type's file claims of its vectors. A claim may need the result of one more vector, which is scored beside them.
// WRONG=rule: something else is scored than what was drawn, so that claims must fail; WRONG=engine: by one engine only, so
// that lines must differ.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { source } from './draw.mjs';

const [, , type] = process.argv;
const { PENSUM, OUT, SEED = '1', COUNT = '100000', WRONG = '' } = process.env;
const { vector, claims = () => [], mutant = (v) => v } = await import(`./${type}.mjs`);
const random = source(`${SEED} ${type}`);
const CHUNK = 20000;

/* Patterns that not everything that scores understands alike: a vector with one has an error, the same in both engines. */
const refused = 'has a pattern that cannot be used';

class Broken extends Error {}

function lines(vectors, engine) {
	const file = `${OUT}/${type}${WRONG}-${engine}.json`;
	writeFileSync(file, `[\n${vectors.map((v) => JSON.stringify(v)).join(',\n')}\n]\n`);
	/* Status 1 tells of lines with an error, which are looked at below. */
	try {
		return execFileSync(PENSUM, ['score', '--vectors', file, '--engine', engine], { encoding: 'utf8', maxBuffer: 1 << 30 }).trimEnd().split('\n');
	} catch (error) {
		if (error.status !== 1 || !error.stdout)
			throw error;
		return error.stdout.trimEnd().split('\n');
	}
}

// All vectors of a chunk: those drawn, and those that their claims need.
function draw(first, n) {
	const vectors = [];
	const toCheck = [];
	const put = (v) => vectors.push({ id: `${type}-${first}-${vectors.length}`, type, ...v }) - 1;

	for (let i = first; i < first + n; i++) {
		const v = { type, ...vector(random, i) };
		const own = put(v);
		/* Claims with a vector of their own cost as much as the vector: one vector in four has them. */
		for (const claim of claims(v, random))
			if (claim.other === undefined)
				toCheck.push({ ...claim, own });
			else if (random.chance(0.25))
				toCheck.push({ ...claim, own, its: put(claim.other) });
	}
	return { vectors, toCheck };
}

function check({ vectors, toCheck }) {
	const wrong = WRONG ? vectors.map((v) => ({ ...v, ...mutant(v) })) : vectors;
	const c = lines(WRONG === 'rule' ? wrong : vectors, 'c');
	const js = lines(wrong, 'js');
	const results = c.map((line) => JSON.parse(line));
	const failed = results.findIndex(({ error }) => error !== undefined && !error.includes(refused));
	if (failed >= 0) /* also a mutant is a vector: an error is not what is to be noticed */
		throw new Error(`${c[failed]}\n${JSON.stringify(vectors[failed])}`);

	const differing = vectors.findIndex((v, i) => c[i] !== js[i]);
	if (differing >= 0 || c.length !== vectors.length || js.length !== vectors.length)
		throw new Broken(`c:  ${c[differing]}\njs: ${js[differing]}\n${JSON.stringify(vectors[differing])}`);
	for (const { name, own, its, holds } of toCheck)
		if (!holds(results[own], results[its]))
			throw new Broken(`${name}\n${[own, ...(its === undefined ? [] : [its])].map((i) => `${JSON.stringify(vectors[i])}\n${c[i]}`).join('\n')}`);
}

const expected = WRONG ? 'is noticed' : 'equal, and as claimed';
const name = `property: ${type}${WRONG && ` with the wrong ${WRONG}`}: ${expected}`;
let broken;
try {
	for (let first = 0; first < Number(COUNT); first += CHUNK)
		check(draw(first, Math.min(CHUNK, Number(COUNT) - first)));
} catch (error) {
	broken = error;
}

if (WRONG ? broken instanceof Broken : broken === undefined) {
	console.log(`ok ${name}`);
} else {
	console.log(`not ok ${name}`);
	console.log(String(broken === undefined ? 'nothing was broken' : broken instanceof Broken ? broken.message : broken.stack).replace(/^/gm, '    '));
	process.exitCode = 1;
}
