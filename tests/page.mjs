// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a published page. Not HTML at large: what Pensum writes, where every attribute has quotation marks and every
// element that is opened is closed. What breaks these rules is listed in page.faults.
//
//	const page = read(text)
//	page.elements    in order: { name, attrs, parent, line, text }, text with all that is below
//	page.faults      what is not as it must be

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const NAMES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const TAG = /<(?:!--([^]*?)-->|!([^>]*)>|(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s=>"'/]+(?:="[^"]*"|='[^']*')?)*)\s*(\/?)>)/g;

export function unescape(s) {
	return s.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (all, hex, dec, name) =>
		hex ? String.fromCodePoint(parseInt(hex, 16)) : dec ? String.fromCodePoint(+dec) : NAMES[name] ?? all);
}

function attributes(s, faults, line) {
	const attrs = {};
	for (const [, name, , value] of s.matchAll(/([^\s=>"'/]+)(?:=(["'])([^]*?)\2)?/g)) {
		if (name in attrs) faults.push(`${line}: the attribute ${name} is there twice`);
		attrs[name] = unescape(value ?? '');
	}
	return attrs;
}

export function read(text) {
	const page = { elements: [], faults: [], comments: [], doctype: '' };
	const open = [];
	let at = 0, line = 1, match;
	const words = (raw, s) => {
		if (!raw && /<[a-zA-Z/!]/.test(s)) page.faults.push(`${line}: a tag that cannot be read: ${s.slice(s.search(/<[a-zA-Z/!]/), 60)}`);
		const plain = raw ? s : unescape(s);
		for (const e of open) e.text += plain;
		line += s.split('\n').length - 1;
	};
	TAG.lastIndex = 0;
	while ((match = TAG.exec(text))) {
		const top = open.at(-1);
		if (top && RAW.has(top.name) && !(match[3] && match[4].toLowerCase() === top.name)) continue;
		words(top && (top.name === 'script' || top.name === 'style'), text.slice(at, match.index));
		at = TAG.lastIndex;
		const [all, comment, doctype, closing, tag, attrs] = match;
		const name = tag?.toLowerCase();
		if (comment !== undefined) page.comments.push(comment);
		else if (doctype !== undefined) page.doctype = doctype;
		else if (closing) {
			if (!top || top.name !== name) page.faults.push(`${line}: </${name}> closes ${top ? `<${top.name}>` : 'nothing'}`);
			else open.pop();
		} else {
			const e = { name, attrs: attributes(attrs, page.faults, line), parent: top, line, text: '' };
			page.elements.push(e);
			if (!VOID.has(name) && !match[6]) open.push(e);
		}
		line += all.split('\n').length - 1;
	}
	words(false, text.slice(at));
	for (const e of open) page.faults.push(`${e.line}: <${e.name}> is not closed`);
	return page;
}

// Whether the element is, or stands in, one for which test() holds.
export function inside(e, test) {
	for (let up = e; up; up = up.parent) if (test(up)) return true;
	return false;
}

export const has = (e, name) => (e.attrs.class ?? '').split(' ').includes(name);

export const words = (s) => s.replace(/\s+/g, ' ').trim();

// All files below a folder, by path, sorted.
export function files(dir, below = '') {
	const all = [];
	for (const entry of readdirSync(join(dir, below), { withFileTypes: true })) {
		const path = below ? `${below}/${entry.name}` : entry.name;
		if (entry.isDirectory()) all.push(...files(dir, path));
		else all.push(path);
	}
	return all.sort();
}
