// SPDX-License-Identifier: GPL-3.0-or-later
//
// node check.mjs PUBLIC [BASE-PATH]: what holds for every published page, whatever is on it. Prints one line for each
// breach, "file:line: what", and ends with status 1 where there is any.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { files, inside, read, words } from '../page.mjs';

const [dir, base = '/'] = process.argv.slice(2);
const pages = new Map();
const breaches = [];
for (const f of files(dir)) if (f.endsWith('.html')) pages.set(f, read(readFileSync(`${dir}/${f}`, 'utf8')));

const LOADED = { src: 1, poster: 1, data: 1, action: 1, formaction: 1, background: 1, cite: 1, manifest: 1, ping: 1, srcset: 1 };
const IDREFS = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'aria-errormessage', 'for', 'headers', 'list'];
const SCHEMES = new Set(['https', 'http', 'mailto', 'tel', 'sms']);

// The file and the fragment that a link leads to.
function target(from, href) {
	const [path, fragment = ''] = href.split(/#(.*)/s);
	const clean = decodeURIComponent(path.split('?')[0]);
	if (clean === '') return [from, decodeURIComponent(fragment)];
	if (!clean.startsWith('/')) return [posix.join(posix.dirname(from), clean), decodeURIComponent(fragment)];
	return [clean.startsWith(base) ? clean.slice(base.length) : `outside of ${base}: ${clean}`, decodeURIComponent(fragment)];
}

function checkUrl(f, e, name, value, breach) {
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1].toLowerCase();
	const link = (e.name === 'a' || e.name === 'area') && name === 'href';
	const address = e.name === 'link' && ['canonical', 'alternate', 'license'].includes(e.attrs.rel);
	if (scheme || value.startsWith('//')) {
		if (!SCHEMES.has(scheme)) breach(`the scheme of ${name}="${value}"`);
		else if (!link && !address) breach(`${name}="${value}" is loaded from elsewhere`);
		return;
	}
	if (value.startsWith('/') && f !== '404.html') breach(`${name}="${value}" does not work from a folder`);
	if (/[\s<>"\\^`{|}]/.test(value)) breach(`${name}="${value}" has characters that a URL cannot have`);
	const [path, fragment] = target(f, value);
	if (!existsSync(`${dir}/${path}`) || !statSync(`${dir}/${path}`).isFile()) breach(`${name}="${value}": there is no file ${path}`);
	else if (fragment && pages.has(path) && !pages.get(path).ids.has(fragment)) breach(`${name}="${value}": there is no such id`);
}

function checkElement(f, page, e, breach) {
	const a = e.attrs;
	for (const [name, value] of Object.entries(a)) {
		if (name.startsWith('on')) breach(`a handler, ${name}`);
		if (name === 'style') breach('an inline style');
		if (name === 'href' || name in LOADED) checkUrl(f, e, name, value, breach);
		if (IDREFS.includes(name)) for (const id of value.split(/\s+/)) if (!page.ids.has(id)) breach(`${name}="${id}": there is no such id`);
		if (name === 'lang' && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) breach(`lang="${value}"`);
	}
	if (e.name === 'style' || e.name === 'iframe' || e.name === 'object' || e.name === 'embed' || e.name === 'base') breach(`<${e.name}>`);
	if (e.name === 'script' && !('src' in a) && !/^application\/(ld\+)?json$/.test(a.type ?? '')) breach('a script on the page itself');
	if (e.name === 'img' && !('alt' in a)) breach('an image without alt');
	if (e.name === 'a' && !words(e.text) && !page.elements.some((i) => i.name === 'img' && i.attrs.alt && inside(i, (up) => up === e)) && !a['aria-label'])
		breach('a link without words');
}

function checkPage(f, page) {
	const of = (name) => page.elements.filter((e) => e.name === name);
	const breach = (what, e) => breaches.push(`${f}:${e?.line ?? 1}: ${what}`);
	const html = of('html')[0];
	for (const fault of page.faults) breaches.push(`${f}:${fault}`);
	if (page.doctype.toLowerCase() !== 'doctype html') breach('no doctype');
	if (!html?.attrs.lang || !['ltr', 'rtl'].includes(html.attrs.dir)) breach('no lang or dir');
	if (of('title').filter((e) => e.parent.name === 'head' && words(e.text)).length !== 1) breach('not one title');
	if (of('h1').length !== 1) breach(`${of('h1').length} h1`);
	if (of('main').length !== 1) breach(`${of('main').length} main`);
	if (page.comments.length) breach('a comment');
	const metas = of('meta').map((e) => e.attrs);
	const policy = metas.find((m) => m['http-equiv'] === 'Content-Security-Policy')?.content ?? '';
	if (!/default-src 'none'/.test(policy) || /unsafe|https?:|\*/.test(policy)) breach(`the policy is ${policy || 'missing'}`);
	if (!metas.some((m) => m.charset === 'utf-8')) breach('no charset');
	for (const e of page.elements) checkElement(f, page, e, (what) => breach(what, e));
}

for (const [f, page] of pages) {
	page.ids = new Map();
	for (const e of page.elements) {
		const id = e.attrs.id;
		if (id === undefined) continue;
		if (!id || /\s/.test(id)) breaches.push(`${f}:${e.line}: id="${id}"`);
		if (page.ids.has(id)) breaches.push(`${f}:${e.line}: id="${id}" is also in line ${page.ids.get(id)}`);
		page.ids.set(id, e.line);
	}
}
for (const [f, page] of pages) checkPage(f, page);
for (const f of files(dir))
	if (/\.css$/.test(f) && /url\(\s*["']?(https?:)?\/\/|@import/.test(readFileSync(`${dir}/${f}`, 'utf8'))) breaches.push(`${f}: loads from elsewhere`);
if (pages.size === 0) breaches.push('there is no page');
console.log(breaches.join('\n'));
process.exit(breaches.length ? 1 : 0);
