// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../verify/builds.mjs';
import { calm } from './wind.mjs';

const { PENSUM, OUT, BUILDS, SEED = '1' } = process.env;
const site = join(OUT, 'site');
const pensum = (dir, ...words) => spawnSync(PENSUM, ['-C', dir, ...words], { encoding: 'utf8', timeout: 120000 });

function tell(name, wrong) {
	console.log(`${wrong === undefined ? 'ok' : 'not ok'} storm: ${name}${wrong === undefined ? '' : `\n  ${wrong.replaceAll('\n', '\n  ')}`}`);
	return wrong === undefined;
}

// What is wrong with a build that ended so.
function fault({ status, signal, stdout, stderr, error }) {
	if (signal || error || ![0, 1, 2, 74].includes(status))
		return `status ${status}, signal ${signal}, ${error ?? ''}\n${stdout}${stderr}`;
	const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
	const strange = lines.find((line) => !/^{.*}$/.test(line));
	if (strange !== undefined)
		return `it said:\n${stdout}${stderr}`.slice(0, 8000);
	const said = lines.map((line) => JSON.parse(line));
	const nowhere = said.find(({ level, file, code }) => /error|fatal/.test(level) && !file && !/^(site|course)-missing$/.test(code)); /* these are of the whole folder */
	if (nowhere)
		return `without a place: ${JSON.stringify(nowhere)}`;
	if (status !== 0 && !said.some(({ level }) => /error|fatal/.test(level)))
		return `status ${status}, and nothing is told:\n${stdout}${stderr}`;
	return undefined;
}

// Builds while the wind blows: how each kind of end was met, or what went wrong.
function inTheStorm() {
	const ends = new Map();
	let published = 0;
	for (let i = 0; i < Number(BUILDS); i++) {
		const words = ['build', '--json', '--jobs', String(1 + i % 4), ...(i % 3 === 0 ? ['--keep-going'] : [])];
		const ended = pensum(site, ...words);
		const wrong = fault(ended);
		if (wrong !== undefined)
			return { wrong: `${words.join(' ')}: ${wrong}` };
		ends.set(ended.status, (ends.get(ended.status) ?? 0) + 1);
		published += /"published":true/.test(ended.stdout + ended.stderr);
	}
	return { ends, published };
}

function differs(is, should) {
	for (const [path, bytes] of should)
		if (!is.get(path)?.equals(bytes))
			return `differs: ${path}`;
	for (const path of is.keys())
		if (!should.has(path))
			return `should be gone: ${path}`;
	return undefined;
}

calm(site, 0);
const first = pensum(site, 'build', '--json');
if (!tell('the site builds', first.status === 0 ? undefined : first.stdout + first.stderr))
	process.exit(1);

rmSync(`${site}.stop`, { force: true });
const wind = spawn(process.execPath, [join(import.meta.dirname ?? '.', 'wind.mjs'), site, SEED], { stdio: 'inherit' });
const { wrong, ends, published } = inTheStorm();
writeFileSync(`${site}.stop`, '');
await new Promise((done) => wind.on('close', done));
if (tell('each build ends with an answer, and what fails has a place', wrong)) {
	console.log(`  ${[...ends].map(([status, n]) => `${n} with status ${status}`).join(', ')}; ${published} published; ${readFileSync(`${site}.calm`, 'utf8')} changes`);
	tell('some builds published something and some failed', published > 0 && ends.has(1) ? undefined : 'the storm was too weak, or too strong, to tell anything');
}
const after = pensum(site, 'build', '--json');
tell('the first build after it is sound', fault(after) ?? (after.status === 0 ? undefined : after.stdout + after.stderr));
const verify = pensum(site, 'verify');
tell('and nothing stale is left', verify.status === 0 ? undefined : verify.stdout + verify.stderr);
const clean = join(OUT, 'clean');
for (const name of ['site.yaml', 'content', 'themes', 'locales'])
	cpSync(join(site, name), join(clean, name), { recursive: true });
pensum(clean, 'build');
tell('a build elsewhere makes the same', differs(filesOf(join(site, 'public')), filesOf(join(clean, 'public'))));
if (existsSync(`${site}.stop`))
	rmSync(`${site}.stop`);
