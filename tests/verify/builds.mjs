// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds of a site, in place and from nothing beside it, and in what they differ.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

const sources = ['site.yaml', 'content', 'themes', 'lua', 'locales'];

// What a build says of the store it keeps, and a clean one cannot say.
const ofStore = /^store-/;

// Key files. The first one of a version stays, and with it the titles that its pages had then: nothing is scored by them.
export const keysOf = (dir) =>
	new Map([...filesOf(join(dir, '.pensum/keys'))].map(([path, bytes]) => [path, Buffer.from(bytes.toString().replace(/"title":"(?:[^"\\]|\\.)*"/g, '"title":""'))]));

// Every file below ${dir}: path → bytes.
export function filesOf(dir, below = '', files = new Map()) {
	for (const entry of existsSync(join(dir, below)) ? readdirSync(join(dir, below), { withFileTypes: true }) : []) {
		const path = join(below, entry.name);
		if (entry.isDirectory())
			filesOf(dir, path, files);
		else
			files.set(path, readFileSync(join(dir, path)));
	}
	return files;
}

// Runs a build in ${dir}: its exit status, what it said in lines that are sorted, what it built. The promise has the process as `child`.
export function build(pensum, dir, words) {
	const child = spawn(pensum, ['build', '--json', ...words], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120000 });
	const result = new Promise((done) => {
		let [out, err] = ['', ''];
		child.stdout.setEncoding('utf8');
		child.stderr.setEncoding('utf8');
		child.stdout.on('data', (data) => { out += data; });
		child.stderr.on('data', (data) => { err += data; });
		child.on('close', (status, signal) => {
			const built = {};
			const said = `${out}${err}`.replaceAll(dir, 'SITE').split('\n').filter((line) => {
				if (!/^{.*}$/.test(line)) /* what was killed may have said half of it */
					return line !== '';
				const { published, code, ...more } = JSON.parse(line);
				if (published !== undefined)
					Object.assign(built, { published }, more);
				return published === undefined && !ofStore.test(code);
			}).sort();
			done({ status: signal ?? status, said, built });
		});
	});
	return Object.assign(result, { child });
}

// The folder for builds from nothing beside what is in ${out}. CLEAN= is a faster place: hundreds of files are made and removed for each.
export const cleanFolder = (out) => process.env.CLEAN ? join(process.env.CLEAN, basename(out)) : join(out, 'clean');

// A build from nothing: in a folder of its own, with no memory, of the same files.
export async function cleanBuild(pensum, dir, site, words) {
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true });
	for (const name of sources)
		if (existsSync(join(site, name)))
			symlinkSync(join(site, name), join(dir, name));
	const result = await build(pensum, dir, words);
	return { ...result, files: filesOf(join(dir, 'public')), keys: keysOf(dir) };
}

// When each of the files was written.
export const timesOf = (dir, files) => new Map([...files.keys()].map((path) => [path, statSync(join(dir, path)).mtimeMs]));

// A file that was written again with the bytes that it had: whoever copies what is new would copy it for nothing.
export function rewritten(before, files, now, after) {
	for (const [path, bytes] of after)
		if (files.get(path)?.equals(bytes) && before.get(path) !== now.get(path))
			return `written again with the same bytes: ${path}`;
	return undefined;
}

// How many files a build says that it wrote, kept and removed, where that is wrong.
export function miscounted({ written, kept, removed }, before, after) {
	const same = [...after].filter(([path, bytes]) => before.get(path)?.equals(bytes)).length;
	const counts = { written: after.size - same, removed: [...before.keys()].filter((path) => !after.has(path)).length };

	if (written === counts.written && removed === counts.removed && kept <= same)
		return undefined;
	return `written ${written}, kept ${kept}, removed ${removed}; it were ${counts.written}, ${same}, ${counts.removed}`;
}

const facts = ['published', 'pages', 'languages', 'courses', 'questions', 'letters', 'errors', 'warnings', 'icu', 'cldr'];

// The first difference between what is there, ${is}, and what a clean build says and made, ${should}; undefined where there is none.
// ${should}.files are those of the clean build and of other people, or what was there before where nothing was published.
export function difference(is, should) {
	if (is.status !== should.status)
		return `exit status ${is.status}, and ${should.status} from nothing`;
	for (const fact of facts)
		if (is.built[fact] !== should.built[fact])
			return `${fact}: ${is.built[fact]}, and ${should.built[fact]} from nothing`;
	const lines = [is.said.filter((line) => !should.said.includes(line)), should.said.filter((line) => !is.said.includes(line))];
	if (lines[0].length + lines[1].length > 0 || is.said.length !== should.said.length)
		return `only here:    ${lines[0].join('\n              ')}\nfrom nothing: ${lines[1].join('\n              ')}`;
	for (const [kind, files, expected] of [['', is.files, should.files], ['key file ', is.keys, should.keys]]) {
		for (const [path, bytes] of expected)
			if (!files.has(path))
				return `missing: ${kind}${path}`;
			else if (!files.get(path).equals(bytes))
				return `differs: ${kind}${path}${where(files.get(path), bytes)}`;
		/* Keys of earlier versions stay: slips of learners are scored by them. */
		for (const path of kind === '' ? files.keys() : [])
			if (!expected.has(path))
				return `should be gone: ${path}`;
	}
	return undefined;
}

function where(is, should) {
	let at = 0;
	while (at < is.length && is[at] === should[at])
		at++;
	const from = Math.max(0, at - 60);
	return `\n  here:         ${JSON.stringify(is.subarray(from, at + 60).toString())}\n  from nothing: ${JSON.stringify(should.subarray(from, at + 60).toString())}`;
}
