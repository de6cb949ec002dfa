// SPDX-License-Identifier: GPL-3.0-or-later
//
// The site that is edited: two courses, about forty pages, a language by whole files, one by catalogues, one from right to
// left without a word of its own, and of everything that a page may show of other files at least one.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { deflateSync, crc32 as builtin } from 'node:zlib';
import { source } from '../property/draw.mjs';
import { pageText } from './pages.mjs';
import { phrase } from './words.mjs';

const courses = [
	{
		name: 'streets', lang: 'nb', also: 'en', part: 0.6,
		modules: ['01-begin', '02-signs', '03-help', '04-law'],
		types: ['lesson', 'lesson', 'indicators', 'lesson', 'scenario', 'lesson', 'quiz'],
	},
	{ name: 'kitchen', lang: 'en', also: 'nb', part: 0.5, modules: ['01-work', '02-pay'], types: ['lesson', 'lesson', 'lesson', 'drawn'] },
];

// Each page with its path from content/, before any is written: pages link to others.
function plan(random) {
	const pages = [];
	let n = 0;
	for (const course of courses) {
		const add = (path, more) => pages.push({ n: ++n, course, path: `content/${course.name}/${path}`, tag: 'none', ...more });
		course.modules.forEach((module, m) => {
			if (module !== '02-pay')
				add(`${module}/index.md`, { type: 'plain' });
			course.types.slice(0, course.types.length - (m % 2)).forEach((type, i) =>
				add(`${module}/${i + 1}0-p${n + 1}.md`, {
					type, tag: `m${m + 1}`, draws: ['m1', 'm2'], term: i < 2, asks: i === 0 || i === 3,
					hidden: i === 3 && m === 1, slug: random.chance(0.4),
				}));
		});
		if (course.name === 'streets') {
			add('glossary.md', { type: 'glossary' });
			add('about.md', { type: 'lesson', tag: 'm9' });
		}
	}
	return pages;
}

// What pages link to: of the same course mostly.
function neighbours(page, pages, random) {
	const to = (target) => posix.relative(posix.dirname(page.path), target);
	const some = (test) => random.pick(pages.filter((p) => p.course === page.course && !p.hidden && test(p)));
	return {
		page: () => to(some((p) => p.type !== 'glossary').path),
		heading: () => { const p = some((q) => q.type === 'lesson'); return `${to(p.path)}#h-${p.n}`; },
		term: () => { const p = some((q) => q.term && q.type === 'lesson'); return `${to(p.path)}#term-${p.n}`; },
		image: () => to(`content/${page.course.name}/media/${random.pick(['map.svg', 'photo.png'])}`),
	};
}

// -- pictures --

export const svg = (width, height, colour) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${colour}"/></svg>\n`;

function crc32(bytes) {
	if (builtin)
		return builtin(bytes);
	let c = ~0;
	for (const byte of bytes) {
		c ^= byte;
		for (let i = 0; i < 8; i++)
			c = (c >>> 1) ^ (0xedb88320 & -(c & 1));
	}
	return ~c >>> 0;
}

// A grey picture of that size.
export function png(width, height, grey) {
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const out = Buffer.alloc(body.length + 8);
		out.writeUInt32BE(data.length, 0);
		body.copy(out, 4);
		out.writeUInt32BE(crc32(body), body.length + 4);
		return out;
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	const rows = Buffer.alloc((width + 1) * height, grey);
	for (let y = 0; y < height; y++)
		rows[y * (width + 1)] = 0;
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

// -- settings, data, theme --

const settings = {
	'site.yaml': `title: {nb: Kurs, en: Courses, lv: Kursi}
languages: [nb, en, lv, fa-AF]
base-url: https://example.org/kurs/
theme: town
fallback: {en: [nb], lv: [en]}
html: safe
search: yes
keep: [STROM]
`,
	'content/streets/course.yaml': `title: {nb: Gater, en: Streets}
language: nb
summary: {nb: Om gatene., en: About streets.}
certificate: yes
`,
	'content/kitchen/course.yaml': `title: {en: Kitchens, nb: Kjøkken}
language: en
languages: [en, nb, fa-AF]
slug: {nb: kjokken}
`,
	'content/data/contacts.yaml': `emergency:
  name: {nb: Nødnummer, en: Emergency number}
  phone: "112"
  hours: {nb: Døgnet rundt, en: Day and night}
  valid-until: 2027-12-31
helpline:
  name: {nb: Hjelpelinje, en: Helpline}
  phone: "116 006"
  url: https://www.example.org/help
`,
	'content/data/sources.yaml': `report:
  title: {nb: Årsrapport, en: Annual report}
  year: 2015
  url: https://www.example.org/report
survey:
  title: Survey of streets
  year: 2019
`,
	'themes/town/assets/town.css': ':root {\n\t--accent: #7a1028;\n}\n',
	'themes/town/partials/style.html': `<link rel="icon" href="{{ asset("icon.svg") }}" type="image/svg+xml">
<link rel="stylesheet" href="{{ asset("theme.css") }}">
<link rel="stylesheet" href="{{ asset("town.css") }}">
`,
	'themes/town/blocks/tip.html': `<aside class="{{ classes("tip", "own") }}"{% if block.id ~= "" %} id="{{ block.id }}"{% end %}>
{% if block.label ~= "" %}<p class="block-label">{{ block.label }}</p>{% end %}
{{ block.body }}
</aside>
`,
	'locales/nb.yaml': 'nb:\n  start-course: Sett i gang\n',
};

// makeSite(tree, seed, shell): fills the empty ${tree}; the program writes the catalogues, which needs ${shell}.pensum.
export function makeSite(tree, seed, { pensum, root }) {
	const random = source(`${seed} site`);
	const pages = plan(random);
	for (const [path, text] of Object.entries(settings))
		tree.write(path, text);
	tree.write('lua/helpers.lua', readFileSync(`${root}/lua/helpers.lua`, 'utf8'));
	for (const { name } of courses) {
		tree.write(`content/${name}/media/map.svg`, svg(300, 200, 'teal'));
		tree.write(`content/${name}/media/photo.png`, png(40, 30, 120));
	}
	tree.write('content/streets/media/map.en.svg', svg(300, 200, 'navy'));
	for (const page of pages) {
		const make = (lang) => {
			const own = source(`${seed} ${page.path}`);
			return pageText(page, own, lang, neighbours(page, pages, own));
		};
		tree.write(page.path, make(page.course.lang));
		if (random.chance(page.course.part))
			tree.write(page.path.replace(/md$/, `${page.course.also}.md`), make(page.course.also));
	}
	const run = (...words) => execFileSync(pensum, ['-C', tree.dir, ...words], { stdio: 'pipe' });
	run('i18n', 'merge', '--lang', 'lv', 'streets');
	run('i18n', 'touch', '--lang', 'en', '--all', 'content/streets/01-begin');
	tree.reread();
	for (const path of tree.list(/\.po$/))
		tree.write(path, translated(tree.text(path), random));
}

// Most messages of a catalogue get a translation that has the markup of its source: its capital words become others.
export function translated(catalogue, random) {
	return catalogue.split('\n\n').map((entry, i) => {
		const [, id] = entry.match(/^msgid ((?:".*"\n?)+)/m) ?? [];
		if (i === 0 || id === undefined || random.chance(0.25))
			return entry;
		const words = id.trim().replace(/"\n"/g, '').replace(/(^"|[*[( ])([A-ZÆØÅa-zæøå]+)(?=[ .,*\]"])/g, (all, before) => `${before}${phrase(random, 'lv', 1)}`);
		return entry.replace(/^msgstr ""\s*$/m, () => `msgstr ${words}`);
	}).join('\n\n');
}
