// SPDX-License-Identifier: GPL-3.0-or-later
//
// check.mjs VECTORS LINES: each line of `pensum l10n` beside the `expected` of its vector.
import { readFileSync } from 'node:fs';

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const lines = readFileSync(process.argv[3], 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line));

// Which blank it is differs from one version of CLDR to the next; that there is one does not.
const folded = (result) => JSON.stringify(result).replace(/[\u00a0\u202f\u2009]/g, ' ');

console.log(`${lines.length === vectors.length ? 'ok' : 'not ok'} ${vectors.length} lines`);
vectors.forEach((vector, i) => {
	const line = lines[i] ?? {};
	const fine = vector.error !== undefined
		? typeof line.error === 'string' && line.error.includes(vector.error)
		: line.result !== undefined && folded(line.result) === folded(vector.expected);

	console.log(`${fine ? 'ok' : 'not ok'} ${vector.op ?? 'error'}: ${vector.id ?? i}`);
	if (!fine)
		console.log(`    ${JSON.stringify(line)}\n    expected: ${JSON.stringify(vector.error ?? vector.expected)}`);
});
