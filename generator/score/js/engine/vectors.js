/* SPDX-License-Identifier: MIT */
/*
 * Under Node.js: each line of the input is a settled vector, and gets a line with its result as the reference scorer
 * writes it. A line that begins with = is put through.
 */

/* Strings of JSON as base/json.c writes them. */
const quoted = (text) => `"${text.replace(/["\\\u0000-\u001f<\u0085\u2028\u2029]/g, (c) => (
	c === '"' || c === '\\' ? `\\${c}` : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
))}"`;

const inLowestTerms = (x) => (x === null ? 'null' : `"${x.d === 1n ? x.n : `${x.n}/${x.d}`}"`);

const jsonOf = (value) => {
	if (Array.isArray(value))
		return `[${value.map(jsonOf).join(', ')}]`;
	return typeof value === 'string' ? quoted(value) : String(value);
};

function resultLine(vector) {
	const { score, max, ...more } = types[vector.type].score(vector, vector.response);
	const rest = Object.keys(more).map((name) => `, "${name}": ${jsonOf(more[name])}`);

	return `{"id": ${quoted(vector.id)}, "score": ${inLowestTerms(score)}, "max": ${inLowestTerms(max)}${rest.join('')}}`;
}

/* The status 10 tells the program that a vector could not be scored. */
function answerLine(line) {
	if (line.startsWith('='))
		return line.slice(1);
	const vector = JSON.parse(line);
	try {
		return resultLine(vector);
	} catch (error) {
		process.exitCode = 10;
		return `{"id": ${quoted(vector.id)}, "error": ${quoted(error.message)}}`;
	}
}

async function answerAll(input, output) {
	let rest = '';

	input.setEncoding('utf8');
	/* A reader who went away needs no message. */
	output.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 74));
	for await (const chunk of input) {
		const lines = chunk.split('\n');
		lines[0] = rest + lines[0];
		rest = lines.pop();
		if (lines.length > 0 && !output.write(`${lines.map(answerLine).join('\n')}\n`))
			await new Promise((resolve) => { output.once('drain', resolve); });
	}
}

answerAll(process.stdin, process.stdout);
