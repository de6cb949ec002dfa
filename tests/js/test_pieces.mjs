// SPDX-License-Identifier: GPL-3.0-or-later
// What lets the generator take comments and blanks off the pieces line by line (score/script.c).
import { readFileSync, readdirSync } from 'node:fs';
import { assert, test } from './harness.mjs';

const folder = new URL('../../generator/score/js/', import.meta.url);
const files = ['engine', 'page'].flatMap((room) => readdirSync(new URL(`${room}/`, folder)).map((name) => `${room}/${name}`));

const lines = (file) => readFileSync(new URL(file, folder), 'utf8').split('\n').map((line) => line.trim());

// As the generator does it.
export function lean(file) {
	let comment = false;

	return lines(file).filter((line) => {
		const said = comment || line.startsWith('/*');
		comment = said && !line.endsWith('*/');
		return !said && line !== '';
	}).join('\n');
}

// Whether a text of template kind goes on in the next line; code inside one may.
function opensText(line) {
	const marks = line.replace(/\/\[[^\]]*\]\/[a-z]*/g, '').match(/`/g) || [];
	return marks.length % 2 === 1 && !/[({]$/.test(line) && !/^[\])}]/.test(line);
}

for (const file of files) {
	test(`${file}: comments that begin a line end one, and no text runs over lines`, () => {
		const code = lean(file).split('\n');

		for (const line of code) {
			assert.ok(!opensText(line), line);
			assert.ok(!line.endsWith('\\'), line);
			assert.ok(!line.startsWith('*'), line);
		}
		assert.doesNotThrow(() => new Function(`'use strict';\n${code.join('\n')}`));
	});
}
