// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of files as files: their times, their bytes behind the clock's back, pictures, and what is changed while it is being read.
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { png, svg } from '../site.mjs';
import { phrase } from '../words.mjs';
import { lessons, pages, some } from './common.mjs';

const pictures = (w) => w.tree.list(/^content\/.*\.(svg|png)$/);
const picture = (w, path) => {
	const [width, height] = [w.random.from(10, 400), w.random.from(10, 400)];
	return path.endsWith('.png') ? png(width, height, w.random.below(256)) : svg(width, height, phrase(w.random, 'en', 1));
};

const timed = (name, list, time) => ({
	name,
	make: (w) => {
		const path = some(w, list(w));
		if (path === undefined)
			return undefined;
		const at = time(w, statSync(w.tree.place(path)).mtimeMs / 1000);
		utimesSync(w.tree.place(path), at, at);
		return path;
	},
	quiet: true,
});

// Other bytes, as many as before, in the same inode, with the old time put back.
const sneaking = (name, list, by) => ({
	name,
	make: (w) => {
		for (const path of w.random.shuffled(list(w))) {
			const text = w.tree.text(path);
			const after = by(w, text);
			if (after === undefined || after === text)
				continue;
			const { atime, mtime } = statSync(w.tree.place(path));
			w.tree.note(path, after);
			writeFileSync(w.tree.place(path), after);
			utimesSync(w.tree.place(path), atime, mtime);
			return path;
		}
		return undefined;
	},
});
const vowel = (w, text) => {
	const found = [...text.matchAll(/^[A-ZÆØÅ][^:|{}[\]<>"`]*\.$/gm)].map((m) => m.index + m[0].search(/[ae]/)).filter((at) => /[ae]/.test(text[at]));
	const at = some(w, found);
	return at === undefined ? undefined : text.slice(0, at) + (text[at] === 'e' ? 'a' : 'e') + text.slice(at + 1);
};

// A page changes, and changes again around a build.
const twice = (name, around) => ({
	name,
	make: (w) => {
		const path = some(w, lessons(w));
		const once = path && vowel(w, w.tree.text(path));
		const again = once && vowel(w, once);
		if (again === undefined)
			return undefined;
		w.tree.write(path, once);
		w.first = around(w, () => writeFileSync(w.tree.place(path), again));
		w.tree.note(path, again);
		return path;
	},
});

export default [
	timed('touched', (w) => w.tree.list(), () => Date.now() / 1000),
	timed('old', (w) => w.tree.list(), () => 1000000000),
	timed('from the future', (w) => w.tree.list(), () => 4000000000),
	{
		name: 'written again as it was',
		make: (w) => {
			const path = some(w, w.tree.list());
			w.tree.write(path, w.tree.text(path));
			return path;
		},
		quiet: true,
	},
	sneaking('page with its old size and time', pages, vowel),
	sneaking('style sheet with its old size and time', (w) => w.tree.list(/\.css$/), (w, text) => text.replace(/[1-8]/, (digit) => Number(digit) + 1)),
	sneaking('settings with their old size and time', (w) => w.tree.list(/\/course\.yaml$/), (w, text) => text.replace(/^(title: .*)([a-z])\}$/m, (m, head, z) => `${head}${z === 'x' ? 'y' : 'x'}}`)),
	twice('changed while it is read', (w, save) => {
		const after = w.random.from(0, 25);
		return (build) => Promise.all([build(), sleep(after).then(save)]);
	}),
	twice('changed twice, as long as before', (w, save) => (build) => build().then(save)),
	{
		name: 'picture',
		make: (w) => {
			const path = some(w, pictures(w));
			if (path === undefined)
				return undefined;
			w.tree.write(path, picture(w, path));
			return path;
		},
	},
	sneaking('picture with its old size and time', (w) => w.tree.list(/^content\/.*\.svg$/), (w, text) => text.replace(/fill="[^"]*"/, (m) => `fill="${m[6] === 'x' ? 'y' : 'x'}${m.slice(7)}`)),
	{
		name: 'picture of a language comes or goes',
		make: (w) => {
			const path = some(w, pictures(w).filter((p) => /\/(map|photo)\.(svg|png)$/.test(p)));
			const own = path?.replace(/\.(svg|png)$/, `.${w.random.pick(['nb', 'en', 'lv'])}.$1`);
			if (own === undefined)
				return undefined;
			if (w.tree.has(own))
				w.tree.remove(own);
			else
				w.tree.write(own, picture(w, own));
			return own;
		},
	},
	{
		name: 'picture gone',
		make: (w) => {
			const path = some(w, pictures(w));
			if (path === undefined)
				return undefined;
			w.tree.remove(path);
			return path;
		},
	},
	{
		name: 'picture that is none',
		make: (w) => {
			const path = some(w, pictures(w));
			if (path === undefined)
				return undefined;
			w.tree.write(path, 'no picture\n');
			return path;
		},
	},
];
