// SPDX-License-Identifier: GPL-3.0-or-later
//
// The string `percent` of each locale against CLDR. A house style may differ, but then it is listed here.
//
//	percent.mjs ask LOCALES > FILE          the vectors
//	percent.mjs compare LOCALES LINES  a line a locale
import { readdirSync, readFileSync } from 'node:fs';

const house = {};

const [mode, folder, told] = process.argv.slice(2);
const tags = readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5)).sort();
const lines = (file) => readFileSync(file, 'utf8').split('\n').slice(0, -1);

if (mode === 'ask') {
	const vector = (locale, value, style) => JSON.stringify({ id: locale, op: 'number', locale, value, style });

	console.log(`[${tags.flatMap((tag) => [vector(tag, 25, 'decimal'), vector(tag, 0.25, 'percent')]).join(',\n')}]`);
} else {
	const results = lines(told).map((line) => JSON.parse(line).result);

	tags.forEach((tag, i) => {
		const entry = lines(`${folder}/${tag}.yaml`).find((line) => /^ +percent: /.test(line)) ?? 'percent: ""';
		const text = JSON.parse(entry.replace(/^ *percent: /, '')).replace('%{number}', results[2 * i]);
		const want = house[tag] ?? results[2 * i + 1];

		console.log(`${text === want ? 'ok' : 'not ok'} percent of ${tag}`);
		if (text !== want)
			console.log(`    ${JSON.stringify(text)}, CLDR has ${JSON.stringify(want)}`);
	});
}
