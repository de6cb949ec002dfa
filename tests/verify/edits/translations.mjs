// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of translations: whole files, catalogues and their messages, and what `pensum i18n` makes of them.
import { readFileSync } from 'node:fs';
import { translated } from '../site.mjs';
import { phrase, sentence } from '../words.mjs';
import { courses, isTranslation, langOf, lessons, modules, pages, replacing, some } from './common.mjs';

const catalogues = (w) => w.tree.list(/\.po$/);
const files = (w) => pages(w).filter((path) => isTranslation.test(path));

// One message that has a translation, at random; ${by}(entry) is what becomes of it.
const message = (name, by, more = {}) => replacing(name, catalogues, /(?:^#.*\n)*^msgid (?:".*"\n)+msgstr (?:".+"\n?)+/gm,
	(w, [entry]) => (/^msgid ""\nmsgstr/m.test(entry) || /msgstr ""\n?$/.test(entry) ? undefined : by(w, entry)), more);
const start = /msgstr "/;

// Lets the program change sources; it may refuse them as they are.
const program = (name, ...words) => ({
	name,
	make: (w) => {
		w.program(...words);
		w.tree.reread();
		return words.join(' ');
	},
	quiet: true,
});

export default [
	message('message', (w, entry) => entry.replace(/msgstr "[\s\S]*$/, () => `msgstr "${phrase(w.random, 'lv', 5)}"\n`)),
	message('beginning of a message', (w, entry) => entry.replace(start, () => `msgstr "${phrase(w.random, 'lv', 1)} `)),
	message('message without translation', (w, entry) => entry.replace(/msgstr "[\s\S]*$/, () => 'msgstr ""\n')),
	message('fuzzy message', (w, entry) => entry.replace(/^msgid/m, '#, fuzzy\nmsgid')),
	replacing('message that is fuzzy no more', catalogues, /^#, fuzzy\n(?=msgid "[^"])/gm, () => ''),
	message('message gone', () => ''),
	message('message whose markup is broken', (w, entry) => entry.replace(start, 'msgstr "**[x](')),
	message('comment of a message', (w, entry) => `# ${phrase(w.random, 'en', 2)}\n${entry}`, { quiet: true }),
	message('words of a source that stand in no page', (w, entry) => entry.replace(/msgid "/, 'msgid "Never '), { quiet: true }),
	replacing('catalogue without a head', catalogues, /^"Content-Type.*\n/gm, () => '', { quiet: true }),
	replacing('catalogue broken', catalogues, /^msgstr/gm, () => 'msgst'),
	replacing('plural forms of a catalogue', catalogues, /nplurals=\d/g, () => 'nplurals=2', { quiet: true }),
	{
		name: 'catalogue gone',
		make: (w) => {
			const path = some(w, catalogues(w));
			if (path === undefined)
				return undefined;
			w.tree.remove(path);
			return path;
		},
	},
	{
		name: 'all messages translated',
		make: (w) => {
			const path = some(w, catalogues(w));
			if (path === undefined)
				return undefined;
			w.tree.write(path, translated(w.tree.text(path), w.random));
			return path;
		},
	},
	program('catalogues merged', 'i18n', 'merge', '--lang', 'lv'),
	program('catalogues of another language', 'i18n', 'merge', '--lang', 'fa-AF', 'streets'),
	program('translations recorded', 'i18n', 'touch', '--lang', 'en', '--all'),

	replacing('words of a translation', files, /^[A-Z][^:|{}[\]<>"`]*\.$/gm, (w, m, path) => sentence(w.random, langOf(w, path))),
	replacing('record of a translation', files, /^ {2}[a-z0-9-]+: [0-9a-f]{12}$/gm, (w, [m]) => `${m.slice(0, -12)}0123456789ab`, { quiet: true }),
	replacing('records gone', files, /^translates:\n(?: .*\n)*/gm, () => '', { quiet: true }),
	replacing('block of a translation gone', files, /^:::(?:note|tip|details)[\s\S]*?\n:::\n/gm, () => ''),
	{
		name: 'translation gone',
		make: (w) => {
			const path = some(w, files(w));
			if (path === undefined)
				return undefined;
			w.tree.remove(path);
			return path;
		},
	},
	{
		name: 'translation added',
		make: (w) => {
			const path = some(w, lessons(w).filter((p) => langOf(w, p) === 'nb' && !w.tree.has(p.replace(/md$/, 'en.md'))));
			if (path === undefined)
				return undefined;
			w.tree.write(path.replace(/md$/, 'en.md'), w.tree.text(path).replace(/^title: "/m, 'title: "In English, '));
			return path.replace(/md$/, 'en.md');
		},
	},
	{
		name: 'translation into a language by catalogues',
		make: (w) => {
			const path = some(w, lessons(w).filter((p) => langOf(w, p) === 'nb' && !w.tree.has(p.replace(/md$/, 'lv.md'))));
			if (path === undefined)
				return undefined;
			w.tree.write(path.replace(/md$/, 'lv.md'), w.tree.text(path).replace(/^title: "/m, 'title: "Latviski '));
			return path.replace(/md$/, 'lv.md');
		},
	},
	{
		name: 'translation into a language from right to left',
		make: (w) => {
			const path = some(w, lessons(w).filter((p) => !w.tree.has(p.replace(/md$/, 'fa-AF.md'))));
			if (path === undefined)
				return undefined;
			w.tree.write(path.replace(/md$/, 'fa-AF.md'), w.tree.text(path).replace(/^title: "/m, 'title: "کار '));
			return path.replace(/md$/, 'fa-AF.md');
		},
	},
	{
		name: 'catalogue for a module that has none',
		make: (w) => {
			const module = some(w, modules(w).filter((m) => !w.tree.has(m.replace(/\/([^/]+)$/, '/po/lv/$1.po')) && courses(w).length > 0));
			if (module === undefined)
				return undefined;
			w.program('i18n', 'merge', '--lang', 'lv', module);
			w.tree.reread();
			const path = module.replace(/\/([^/]+)$/, '/po/lv/$1.po');
			if (!w.tree.has(path))
				return module;
			w.tree.write(path, translated(readFileSync(w.tree.place(path), 'utf8'), w.random));
			return path;
		},
		quiet: true,
	},
];
