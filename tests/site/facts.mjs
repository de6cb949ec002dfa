// SPDX-License-Identifier: GPL-3.0-or-later
//
// node facts.mjs PUBLIC [PAGE...]: what a site holds, without its dress: the files, and of each page (those below a home page, where none is named) language, title,
// addresses in other languages and the words of its text. A theme may change around it.

import { readFileSync } from 'node:fs';
import { files, has, inside, read, words } from '../page.mjs';

const [dir, ...wanted] = process.argv.slice(2);
const OWN = /^assets\/(theme|icon|quiz|site|exit|scenario|head|menu|search)[-.]/; // of the theme and the program
const out = [];
const say = (line) => out.push(line);

const blocks = new Set('p h1 h2 h3 h4 h5 h6 li td th dt dd figcaption summary legend label time'.split(' '));

function link(href) {
	return href.replace(/-[0-9a-f]{16}\./, '-HASH.');
}

function head(page) {
	const switches = new Set(); // there is one at the top and one at the foot
	for (const e of page.elements) {
		const a = e.attrs;
		if (e.name === 'html') say(`lang ${a.lang} ${a.dir}`);
		else if (e.name === 'title') say(`title ${words(e.text)}`);
		else if (e.name === 'meta' && a.name === 'description') say(`summary ${a.content}`);
		else if (e.name === 'meta' && a.name === 'robots') say(a.content);
		else if (e.name === 'link' && a.rel === 'canonical') say(`canonical ${a.href}`);
		else if (e.name === 'link' && a.rel === 'alternate') say(`alternate ${a.hreflang} ${a.href}`);
		else if (e.parent && inside(e, (up) => has(up, 'languages')) && (e.name === 'a' || e.name === 'span') && a.lang)
			switches.add(`switch ${a.lang} ${a.dir} ${e.name === 'a' ? a.href : '(here)'}`);
	}
	for (const line of switches) say(line);
}

const inMain = (e) => inside(e, (up) => up.name === 'main');
const isChrome = (e) => inside(e, (up) => up.name === 'nav' || has(up, 'pager') || has(up, 'facts-line') || has(up, 'rules'));

// The own words of a block: without those of blocks inside it.
function own(page, e) {
	let text = e.text;
	for (const below of page.elements)
		if (below !== e && blocks.has(below.name) && inside(below.parent, (up) => up === e)) text = text.replace(below.text, ' ');
	return words(text);
}

function text(page) {
	for (const e of page.elements) {
		if (!inMain(e) || isChrome(e)) continue;
		const lang = e.attrs.lang ? ` [${e.attrs.lang} ${e.attrs.dir ?? ''}]` : '';
		const id = e.attrs.id ? ` #${e.attrs.id}` : '';
		if (e.name === 'div' && has(e, 'prose')) say(`text${lang}`);
		else if (blocks.has(e.name) && own(page, e)) say(`  ${e.name}${id}${lang} ${own(page, e)}`);
		if (e.name === 'a') say(`    -> ${link(e.attrs.href)}${e.attrs.hreflang ? ` (${e.attrs.hreflang})` : ''}`);
		if (e.name === 'img') say(`    image ${link(e.attrs.src)} ${JSON.stringify(e.attrs.alt)}`);
	}
}

const all = files(dir);
const inner = /^[^/]+\/.+\.html$/; // not the roots
const home = /^[^/]+\/index\.html$/;
for (const f of all) if (!OWN.test(f)) say(link(f));
for (const f of wanted.length ? wanted : all.filter((p) => inner.test(p) && !home.test(p))) {
	const page = read(readFileSync(`${dir}/${f}`, 'utf8'));
	say('');
	say(`== ${f}`);
	for (const fault of page.faults) say(`FAULT ${fault}`);
	head(page);
	text(page);
}
console.log(out.join('\n'));
