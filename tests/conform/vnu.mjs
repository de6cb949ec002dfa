// SPDX-License-Identifier: GPL-3.0-or-later
//
// node vnu.mjs PUBLIC...: the Nu HTML checker (the W3C's) on every page and every style sheet of the sites, in one go. Prints a line for each kind of thing it says of a page.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { files } from '../page.mjs';
import { tell } from './stage.mjs';

// What is right, though the checker says otherwise.
const KNOWN = [
	/^Resource violates Content Security Policy \(meta tag\): .* “(img|style|script|media|manifest)-src” directive/, // a file on a disk has no 'self'; browser/ and axe.mjs load them
	/^CSS: “(vector-effect|paint-order)”: Property .* doesn't exist/, // SVG 2, in every browser
];

const roots = process.argv.slice(2).map((root) => resolve(root));
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const all = roots.flatMap((root) => files(root).filter((f) => /\.(html|css|svg)$/.test(f)).map((f) => join(root, f)));
const run = spawnSync('java', ['-Xss2m', '-Xmx512m', '-jar', jar, '--format', 'json', '--also-check-css', '--also-check-svg', ...all], { encoding: 'utf8', maxBuffer: 1 << 28 });

if (run.error || ![0, 1].includes(run.status)) {
	console.log(String(run.error ?? run.stderr));
	process.exit(2);
}
const breaches = new Map();
for (const { type, subType, url, lastLine, message, extract } of JSON.parse(run.stderr || '{"messages":[]}').messages) {
	if ((type === 'info' && subType !== 'warning') || KNOWN.some((known) => known.test(message)))
		continue;
	const path = decodeURIComponent(url).replace(/^file:/, '');
	const root = roots.find((r) => path.startsWith(`${r}/`));
	const where = `${basename(join(root, '..'))}/${relative(root, path)}`;
	const key = `${where} ${message}`;
	if (!breaches.has(key))
		breaches.set(key, `${where}:${lastLine}: ${type}: ${message} ${(extract ?? '').replace(/\s+/g, ' ').slice(0, 160)}`);
}
if (all.length === 0)
	breaches.set('', 'there is no page');
tell([...breaches.values()], `vnu read ${all.length} files`);
