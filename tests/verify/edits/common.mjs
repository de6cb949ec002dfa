// SPDX-License-Identifier: GPL-3.0-or-later
//
// What edits of sources are made with. An edit is { name, make(w) }: it changes the site through ${w}.tree and returns in words
// what it did, or undefined where there is nothing it could be done to. `quiet: true` says that no byte need change by it.
import { posix } from 'node:path';

export const isTranslation = /\.[a-z]{2}(-[A-Z]{2})?\.md$/;
export const pages = (w) => w.tree.list(/^content\/.*\.md$/);
export const sources = (w) => pages(w).filter((path) => !isTranslation.test(path) && !/\/_/.test(path));
export const lessons = (w) => sources(w).filter((path) => /-p\d+[a-z]*\.md$/.test(path));
export const courses = (w) => w.tree.list(/^content\/[^/]+\/course\.yaml$/).map((path) => posix.dirname(path));
export const modules = (w) => [...new Set(lessons(w).map((path) => posix.dirname(path)))];
export const langOf = (w, path) => path.match(/\.([a-z]{2})\.md$/)?.[1] ?? (/language: en/.test(w.tree.text(`${path.split('/').slice(0, 2).join('/')}/course.yaml`) ?? '') ? 'en' : 'nb');

// One of a list at random, or undefined.
export const some = (w, list) => (list.length > 0 ? w.random.pick(list) : undefined);

// A file of ${list} in which ${pattern} is found: one of its matches, at random, is replaced. Returns the path, or undefined.
export function replaceIn(w, list, pattern, by) {
	for (const path of w.random.shuffled(list)) {
		const text = w.tree.text(path);
		const found = [...text.matchAll(pattern)];
		if (found.length === 0)
			continue;
		const match = w.random.pick(found);
		const words = by(match, path);
		if (words === undefined || words === match[0])
			continue;
		w.tree.write(path, text.slice(0, match.index) + words + text.slice(match.index + match[0].length));
		return path;
	}
	return undefined;
}

// An edit that replaces a match of ${pattern} in one of the files that ${list}(w) gives.
export const replacing = (name, list, pattern, by, more = {}) => ({
	name,
	make: (w) => {
		const path = replaceIn(w, list(w), pattern, (match, at) => by(w, match, at));
		return path && `in ${path}`;
	},
	...more,
});

// The text with the top-level ${key} of its YAML (of a page: of its front matter) set; without a value it is taken out.
export function withKey(text, key, value) {
	const front = /^---\n([\s\S]*?\n)---\n/.exec(text);
	const yaml = front ? front[1] : text;
	const old = new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, 'm');
	const line = value === undefined ? '' : `${key}: ${value}\n`;
	const after = old.test(yaml) ? yaml.replace(old, () => line) : `${yaml}${line}`;
	return front ? `---\n${after}---\n${text.slice(front[0].length)}` : after;
}

// An edit that sets a key in one of the files that ${list}(w) gives; ${value}(w, path) of undefined takes it out.
export const setting = (name, list, key, value, more = {}) => ({
	name,
	make: (w) => {
		for (const path of w.random.shuffled(list(w))) {
			const text = w.tree.text(path);
			const after = withKey(text, key, value(w, path));
			if (after === text)
				continue;
			w.tree.write(path, after);
			return `${key} of ${path}`;
		}
		return undefined;
	},
	...more,
});

// An edit that adds ${text}(w, path) at the end of one of the files that ${list}(w) gives.
export const adding = (name, list, text, more = {}) => ({
	name,
	make: (w) => {
		const path = some(w, list(w));
		const words = path && text(w, path);
		if (words === undefined)
			return undefined;
		w.tree.write(path, `${w.tree.text(path)}${words}`);
		return `to ${path}`;
	},
	...more,
});

export const relative = (from, to) => posix.relative(posix.dirname(from), to);
