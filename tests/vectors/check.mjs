// SPDX-License-Identifier: GPL-3.0-or-later
//
// check.mjs VECTORS RESULTS: one line a vector that says whether its result, a line of JSON, is the one that it expects:
// `expected_score`, `max_score`, and what stands in `expected`; of `expected.error`, a part.
import { readFileSync } from 'node:fs';

const [vectors, results] = process.argv.slice(2);
const list = JSON.parse(readFileSync(vectors, 'utf8'));
const lines = readFileSync(results, 'utf8').split('\n').filter((line) => line);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function faults(vector, result) {
	const { error, ...more } = (vector && vector.expected) || {};
	const found = [];

	if (error !== undefined || vector === null || typeof vector !== 'object' || Array.isArray(vector)) {
		if (!String(result.error).includes(error === undefined ? 'object' : error))
			found.push(`error: ${error}`);
		return same(Object.keys(result), ['id', 'error']) ? found : found.concat('other fields');
	}
	if (!same(result.score, vector.expected_score))
		found.push(`score: ${vector.expected_score}`);
	if (vector.max_score !== undefined && !same(result.max, vector.max_score))
		found.push(`max: ${vector.max_score}`);
	for (const name of Object.keys(more))
		if (!same(result[name], more[name]))
			found.push(`${name}: ${JSON.stringify(more[name])}`);
	return found;
}

if (lines.length !== list.length)
	console.log(`not ok a line for each vector\n    ${list.length} vectors, ${lines.length} lines`);
list.slice(0, lines.length).forEach((vector, i) => {
	const result = JSON.parse(lines[i]);
	const id = vector && typeof vector.id === 'string' ? vector.id : null;
	const found = result.id === id ? faults(vector, result) : ['id'];

	console.log(`${found.length > 0 ? 'not ok' : 'ok'} ${id || `vector ${i + 1}`}`);
	if (found.length > 0)
		console.log(`    expected ${found.join(', ')}\n    ${lines[i]}`);
});
