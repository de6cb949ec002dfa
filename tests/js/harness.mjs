// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const folder = new URL('../../generator/score/js/', import.meta.url);

// The pieces put together as the generator does, and the names in ${wanted} handed out.
export function pieces(names, wanted) {
	const code = names.map((name) => readFileSync(new URL(`${name}.js`, folder), 'utf8')).join('\n');
	return new Function(`'use strict';\n${code}\nreturn { ${wanted.join(', ')} };`)();
}

export function test(name, body) {
	try {
		body();
		console.log(`ok ${name}`);
	} catch (error) {
		console.log(`not ok ${name}`);
		console.log(String(error.stack || error).replace(/^/gm, '    '));
		process.exitCode = 1;
	}
}

export { assert };
