// SPDX-License-Identifier: GPL-3.0-or-later
//
// node words.mjs SOURCE PAGE: whether each word of the source that begins with "keep" is among the words of the page.

import { readFileSync } from 'node:fs';
import { read } from '../page.mjs';

const [source, file] = process.argv.slice(2);
const page = read(readFileSync(file, 'utf8'));
const shown = page.elements.find((e) => e.name === 'main').text + page.elements.map((e) => e.attrs.alt ?? '').join(' ');
const wanted = new Set(readFileSync(source, 'utf8').match(/\bkeep[a-z]+/g));
const lost = [...wanted].filter((word) => !shown.includes(word));
if (lost.length) console.log(`lost: ${lost.join(' ')}`);
process.exit(lost.length || !wanted.size ? 1 : 0);
