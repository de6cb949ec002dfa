// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another library beside ours: Node's Intl, which has a CLDR of its own, mostly a newer one.
//
//	intl.mjs ask > FILE              vectors over many values
//	intl.mjs compare FILE LINES      a line a language and operation
//
// Where the versions are known to differ, `differs` says in how many values; any other difference fails, and so does an
// entry that is no longer so. With another version than the list was written for, a difference is only told.
import { readFileSync } from 'node:fs';

const languages = [
	'nb', 'nn', 'en', 'lv', 'ru', 'et', 'lt', 'pl', 'sv', 'fi', 'da', 'de', 'is', 'uk', 'ar', 'fa-AF', 'fa-AF-u-ca-gregory',
];

// As Pensum pins them: docs/languages.md.
const tags = { en: 'en-GB', ar: 'ar-u-nu-arab', 'fa-AF': 'fa-AF-u-nu-arabext', 'fa-AF-u-ca-gregory': 'fa-AF-u-ca-gregory-nu-arabext' };
const tag = (lang) => tags[lang] ?? lang;

// CLDR 42 (ICU 72, Debian 12) beside CLDR 48 (ICU 78, Node 20.20).
const differs = {
	'nb date medium': [15, '3. mar. became 3. mars, and so on'],
	'fa-AF date medium': [40, 'months of Iran became those of Afghanistan'],
	'fa-AF date month': [40, 'months of Iran became those of Afghanistan'],
	'fa-AF date day-month': [40, 'months of Iran became those of Afghanistan'],
	'lv sort': [2, 'ā ē ī ū y became letters of their own'],
};

// -- vectors --

// Small ones all, then some of each size; as it is written.
function* numbers() {
	for (let n = 0; n <= 250; n++)
		yield `${n}`;
	for (const n of [300, 999, 1000, 1001, 1011, 9999, 10000, 12345, 100000, 123456, 1000000, 1234567, 10000011])
		yield `${n}`;
	for (let n = 0; n <= 250; n++)
		yield (n / 10).toFixed(1);
	for (let n = 0; n <= 250; n += 3)
		yield (n / 100).toFixed(2);
	yield* ['-1', '-1234.5', '1.000', '0.001', '1000000.0'];
}

function* days() {
	for (let i = 0; i < 40; i++)
		yield new Date(Date.UTC(1990, 0, 1) + i * 371 * 86400000).toISOString().slice(0, 10);
}

const forms = {
	full: { dateStyle: 'full' }, long: { dateStyle: 'long' }, medium: { dateStyle: 'medium' }, short: { dateStyle: 'short' },
	'year-month': { year: 'numeric', month: 'long' }, month: { month: 'long' }, 'day-month': { day: 'numeric', month: 'long' },
};

const words = [
	'', '1', '10', '2', 'a', 'A', 'ā', 'āda', 'ē', 'ī', 'ū', 'y', 'yards', 'aa', 'Aasen', 'abc', 'å', 'Å', 'ä', 'æ', 'z', 'ø', 'ö', 'õ', 'ü', 'ÿ', 'b', 'c', 'č', 'ć', 'ch', 'd', 'ð', 'đ',
	'e', 'é', 'ė', 'ę', 'f', 'g', 'ģ', 'h', 'i', 'į', 'k', 'ķ', 'l', 'ł', 'ļ', 'm', 'n', 'ń', 'ņ', 'o', 'ó', 'p', 'q', 'r', 's', 'š', 'ś', 'ß', 'ss',
	't', 'þ', 'u', 'ų', 'v', 'w', 'wok', 'vad', 'vård', 'x', 'ž', 'ź', 'ż', 'co-operate', 'co operate', 'cooperate', "l'a", 'а', 'б', 'г',
	'ґ', 'е', 'ё', 'є', 'ж', 'и', 'і', 'ї', 'й', 'ц', 'щ', 'э', 'ю', 'я', 'ا', 'آ', 'أ', 'إ', 'ب', 'پ', 'ت', 'ج', 'چ', 'ز', 'ژ', 'ک', 'ك', 'گ', 'ی', 'ي',
];

function* vectors() {
	for (const locale of languages) {
		for (const n of numbers()) {
			yield { op: 'plural', locale, n };
			yield { op: 'number', locale, value: n, style: 'decimal' };
			if (!n.includes('.')) {
				yield { op: 'plural', locale, n, ordinal: true };
				yield { op: 'number', locale, value: `${n}e-2`, style: 'percent' };
			}
		}
		for (const date of days())
			for (const form of Object.keys(forms))
				yield { op: 'date', locale, date, form };
		for (const type of ['and', 'or'])
			for (let n = 0; n <= 5; n++)
				yield { op: 'list', locale, items: ['alfa', 'beta', 'gamma', 'delta', 'epsilon'].slice(0, n), type };
		yield { op: 'sort', locale, items: words, numeric: false };
		yield { op: 'sort', locale, items: words, numeric: true };
	}
}

// -- what Intl says --

const made = new Map();
function once(kind, locale, options) {
	const key = `${kind} ${locale} ${JSON.stringify(options)}`;

	if (!made.has(key))
		made.set(key, new Intl[kind](locale, options));
	return made.get(key);
}

const decimals = (text) => (text.split('.')[1] ?? '').length;

const answers = {
	plural: (v) => once('PluralRules', tag(v.locale), {
		type: v.ordinal ? 'ordinal' : 'cardinal', minimumFractionDigits: decimals(v.n), maximumFractionDigits: decimals(v.n),
	}).select(Number(v.n)),
	number: (v) => v.style === 'percent'
		? once('NumberFormat', tag(v.locale), { style: 'percent' }).format(Number(v.value.slice(0, -3)) / 100)
		: once('NumberFormat', tag(v.locale), {
			minimumFractionDigits: decimals(v.value), maximumFractionDigits: decimals(v.value),
		}).format(Number(v.value)),
	date: (v) => once('DateTimeFormat', tag(v.locale), { ...forms[v.form], timeZone: 'UTC' }).format(new Date(`${v.date}T00:00:00Z`)),
	list: (v) => once('ListFormat', tag(v.locale), { type: v.type === 'or' ? 'disjunction' : 'conjunction' }).format(v.items),
	sort: (v) => [...v.items].sort(once('Collator', tag(v.locale), { numeric: v.numeric }).compare),
};

// -- comparing --

const folded = (result) => JSON.stringify(result).replace(/[\u00a0\u202f\u2009]/g, ' ');

function compare(asked, told) {
	const lines = readFileSync(told, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line).result);
	const groups = new Map();

	JSON.parse(readFileSync(asked, 'utf8')).forEach((vector, i) => {
		const name = `${vector.locale} ${vector.op}${vector.form ? ` ${vector.form}` : ''}`;
		const group = groups.get(name) ?? { all: 0, wrong: [] };
		const want = folded(answers[vector.op](vector));

		group.all++;
		if (lines[i] === undefined || folded(lines[i]) !== want)
			group.wrong.push(`${JSON.stringify(vector)}\n        ours ${folded(lines[i] ?? null)}\n        Intl ${want}`);
		groups.set(name, group);
	});
	const listed = process.versions.cldr === '48.0';
	for (const [name, { all, wrong }] of groups) {
		const [known, why] = differs[name] ?? [0, 'not looked at'];

		if (wrong.length > 0 && (listed ? wrong.length === known : true)) {
			console.log(`ok beside Intl: ${name} # skip ${wrong.length} of ${all} differ between CLDR 42 and ${process.versions.cldr}: ${why}`);
		} else if (wrong.length === (listed ? known : 0)) {
			console.log(`ok beside Intl: ${name}`);
		} else {
			console.log(`not ok beside Intl: ${name}\n    ${wrong.length} of ${all} differ, ${known} are known to`);
			console.log(wrong.slice(0, 3).map((text) => `    ${text}`).join('\n'));
		}
	}
}

if (process.argv[2] === 'ask')
	console.log(`[${[...vectors()].map((v) => JSON.stringify(v)).join(',\n')}]`);
else
	compare(process.argv[3], process.argv[4]);
