// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of site.yaml, course.yaml, the data of contacts and sources, and the words of the interface.
import { readFileSync } from 'node:fs';
import { phrase, sentence, title } from '../words.mjs';
import { replacing, setting, some, withKey } from './common.mjs';

const site = () => ['site.yaml'];
const courses = (w) => w.tree.list(/\/course\.yaml$/);
const contacts = (w) => w.tree.list(/data\/contacts\.yaml$/);
const named = (w, path) => w.tree.list(path);
const data = (w) => w.tree.list(/content\/data\//);
const call = (w) => title(w.random, 'en');

const languages = (name, to) => setting(name, site, 'languages', (w) => {
	const now = w.tree.text('site.yaml').match(/^languages: \[(.*)\]$/m)[1].split(', ');
	const next = to(w, now);
	return next && `[${next.join(', ')}]`;
});

// Texts of the interface that take no arguments and have one form.
const simple = ['home', 'menu', 'next', 'previous', 'courses', 'modules', 'quiz', 'lessons', 'on-this-page', 'draft', 'start-course', 'definition', 'tip', 'note',
	'explanation', 'check', 'search'];

const wording = (name, lang, path) => ({
	name,
	make: (w) => {
		const file = path(w);
		const known = new RegExp(`^  (${simple.join('|')}):`, 'gm');
		const keys = [...readFileSync(`${w.root}/locales/en.yaml`, 'utf8').matchAll(known)].map((m) => m[1]);
		const key = w.random.pick(keys);
		const line = `  ${key}: ${call(w)}\n`;
		const text = w.tree.text(file) ?? `${lang}:\n`;
		w.tree.write(file, text.includes(`\n  ${key}:`) ? text.replace(new RegExp(`^  ${key}:.*\n`, 'm'), () => line) : `${text}${line}`);
		return `${key} in ${file}`;
	},
});

const gone = (name, list, more = {}) => ({
	name,
	make: (w) => {
		const path = some(w, list(w));
		if (path === undefined)
			return undefined;
		w.tree.remove(path);
		return path;
	},
	...more,
});

export default [
	setting('title of the site', site, 'title', (w) => `{nb: ${call(w)}, en: ${call(w)}}`),
	setting('base URL', site, 'base-url', (w) => w.random.pick([undefined, 'https://example.org/', 'https://www.example.net/a/'])),
	languages('language added', (w, now) => {
		const more = some(w, ['de', 'lv', 'fa-AF', 'en', 'ar', 'en-XA'].filter((tag) => !now.includes(tag)));
		return more && [...now, more];
	}),
	languages('language gone', (w, now) => {
		const left = w.random.pick(now.slice(1));
		return now.length > 2 ? now.filter((tag) => tag !== left) : undefined;
	}),
	languages('order of languages', (w, now) => [...now.slice(1), now[0]]),
	setting('what stands in for a language', site, 'fallback', (w) => w.random.pick([undefined, '{en: [nb]}', '{en: [nb], lv: [en]}', '{lv: [nb], fa-AF: [en]}', '{nb: [en], fa-AF: [lv, en]}'])),
	setting('raw HTML', site, 'html', (w) => w.random.pick(['safe', 'off', undefined])),
	setting('typography', site, 'typography', (w) => w.random.pick([undefined, 'off', '{nb: {quotes: "“ ” ‘ ’"}}', '{en: off}', '{nb: {spaces: off}}'])),
	setting('search', site, 'search', (w) => w.random.pick(['yes', 'no'])),
	setting('words that stay', site, 'keep', (w) => w.random.pick([undefined, '[arbeid]', '[STROM, hjelp]'])),
	setting('way of publishing', site, 'publish', (w) => w.random.pick(['in-place', 'exchange', undefined]), { quiet: true }),
	setting('theme', site, 'theme', (w) => w.random.pick(['town', 'default', undefined])),
	setting('theme that is not there', site, 'theme', () => 'nowhere', { quiet: true }),
	setting('no such setting of the site', site, 'titel', (w) => phrase(w.random, 'en', 1)),
	replacing('settings of the site broken', site, /^languages: \[/gm, () => 'languages: [['),
	replacing('comment in the settings of the site', site, /^/g, (w) => `# ${call(w)}\n`, { quiet: true }),

	setting('title of a course', courses, 'title', (w) => `{nb: ${call(w)}, en: ${call(w)}}`),
	setting('summary of a course', courses, 'summary', (w) => w.random.pick([undefined, JSON.stringify(sentence(w.random, 'en'))])),
	setting('slug of a course', courses, 'slug', (w) => w.random.pick([undefined, `c-${w.random.below(100)}`, `{nb: k-${w.random.below(100)}}`])),
	setting('languages of a course', courses, 'languages', (w) => w.random.pick([undefined, '[en, nb]', '[nb, en, lv]', '[nb, en, fa-AF]'])),
	setting('language of a course', courses, 'language', (w) => w.random.pick(['nb', 'en'])),
	setting('pass mark of a course', courses, 'pass', (w) => `${w.random.from(5, 9)}0%`, { quiet: true }),
	setting('certificate', courses, 'certificate', (w) => w.random.pick(['yes', 'no', '{hours: 3, issuer: Town}'])),
	setting('no such setting of a course', courses, 'titel', (w) => phrase(w.random, 'en', 1)),
	replacing('settings of a course broken', courses, /^language:/gm, () => 'language: [x'),

	replacing('name of a contact', contacts, /^ {2}name: .*$/gm, (w) => `  name: {nb: ${call(w)}, en: ${call(w)}}`),
	replacing('number of a contact', contacts, /^ {2}phone: .*$/gm, (w) => `  phone: "${w.random.from(100, 999)} ${w.random.from(10, 99)}"`),
	replacing('hours of a contact', contacts, /^ {2}name: .*$/gm, (w, [m]) => `${m}\n  note: ${call(w)}`),
	replacing('contact without a number', contacts, /^ {2}phone: .*\n/gm, () => ''),
	replacing('until when a contact holds', contacts, /^ {2}valid-until: .*$/gm, (w) => `  valid-until: 20${w.random.from(20, 40)}-01-01`, { quiet: true }),
	replacing('contact called otherwise', contacts, /^helpline:/gm, () => 'help-line:'),
	replacing('no such setting of a contact', contacts, /^ {2}phone:/gm, () => '  fone:'),
	replacing('title of a source', (w) => named(w, /data\/sources\.yaml$/), /title: .*$/gm, (w) => `title: ${call(w)}`),
	replacing('year of a source', (w) => named(w, /data\/sources\.yaml$/), /year: .*$/gm, (w) => `year: ${w.random.from(1990, 2020)}`),
	replacing('source gone', (w) => named(w, /data\/sources\.yaml$/), /^survey:\n(?: .*\n)*/gm, () => ''),
	replacing('data broken', data, /^ {2}/gm, () => '\t- ['),
	gone('data gone', data),

	wording('word of the interface', 'nb', () => 'locales/nb.yaml'),
	wording('word of the interface in the second language', 'en', () => 'locales/en.yaml'),
	wording('word of the interface in a language without text', 'fa-AF', () => 'locales/fa-AF.yaml'),
	{
		name: 'no such word of the interface',
		make: (w) => {
			w.tree.write('locales/nb.yaml', `${w.tree.text('locales/nb.yaml') ?? 'nb:\n'}  no-such-word: x\n`);
			return 'locales/nb.yaml';
		},
	},
	{
		name: 'argument of a word of the interface missing',
		make: (w) => {
			w.tree.write('locales/nb.yaml', withKey(w.tree.text('locales/nb.yaml') ?? 'nb:\n', '  module-number', 'Modul'));
			return 'locales/nb.yaml';
		},
	},
	gone('words of the interface gone', (w) => named(w, /^locales\//)),
	replacing('words of the interface broken', (w) => named(w, /^locales\//), /^ {2}[a-z-]+: /gm, (w, [m]) => `${m}"`),
];
