// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of where files are: pages, modules, courses and translations that come, go, and change their names.
import { posix } from 'node:path';
import { question } from '../pages.mjs';
import { sentence, title } from '../words.mjs';
import { courses, isTranslation, langOf, lessons, modules, pages, relative, some, sources } from './common.mjs';

const fresh = (w) => w.random.from(100, 9999);

// A page with its translations.
const family = (w, path) => pages(w).filter((p) => p === path || (p.startsWith(path.slice(0, -'md'.length)) && isTranslation.test(p)));

const pageMoves = (name, to, follow = true) => ({
	name,
	make: (w) => {
		const path = some(w, lessons(w));
		const now = path && to(w, path);
		if (now === undefined || now === path || w.tree.has(now))
			return undefined;
		w.tree.move(family(w, path), (p) => now.slice(0, -'md'.length) + p.slice(path.length - 'md'.length), follow);
		return `${path} is now ${now}`;
	},
});

const folderMoves = (name, list, to, follow = true) => ({
	name,
	make: (w) => {
		const folder = some(w, list(w));
		const now = folder && to(w, folder);
		const inside = w.tree.list().filter((p) => p.startsWith(`${folder}/`));
		if (now === undefined || now === folder || w.tree.list().some((p) => p.startsWith(`${now}/`)))
			return undefined;
		/* The catalogues of a module are called as its folder is. */
		const catalogue = `${posix.dirname(folder)}/po/lv/${posix.basename(folder)}.po`;
		if (w.tree.has(catalogue) && w.random.chance(0.5))
			inside.push(catalogue);
		w.tree.move(inside, (p) => (p === catalogue ? `${posix.dirname(folder)}/po/lv/${posix.basename(now)}.po` : `${now}${p.slice(folder.length)}`), follow);
		return `${folder} is now ${now}`;
	},
});

// Removes pages. Links to them lead to ${instead} then, or nowhere where that is undefined.
function removePages(w, gone, instead) {
	if (instead)
		for (const path of pages(w).filter((p) => !gone.includes(p))) {
			const text = w.tree.text(path);
			const after = text.replace(/(\]\()([^)#\s]+\.md)(#[^)\s]*)?(?=\))/g, (all, open, target) =>
				(gone.includes(posix.join(posix.dirname(path), target)) ? `${open}${relative(path, instead)}` : all));
			if (after !== text)
				w.tree.write(path, after);
		}
	gone.forEach((path) => w.tree.remove(path));
}

const newPage = (w, path, lang) => `---\ntitle: "${title(w.random, lang)} ${fresh(w)}"\nminutes: 4\n---\n\n${sentence(w.random, lang)}\n
## ${title(w.random, lang)}\n\n${sentence(w.random, lang)}\n\n${question(w.random, lang, `q-n${fresh(w)}`, 'single', w.random.pick(['m1', 'm2']))}`;

const stem = (path) => posix.basename(path).replace(/^\d+-/, '');
const renamed = (path) => `${path.slice(0, -'.md'.length)}${'abc'[path.length % 3]}.md`;

export default [
	pageMoves('page renamed, links follow', (w, path) => renamed(path)),
	pageMoves('page renamed alone', (w, path) => renamed(path), false),
	pageMoves('order of pages', (w, path) => `${posix.dirname(path)}/${w.random.from(1, 99)}-${stem(path)}`),
	pageMoves('page without a number', (w, path) => `${posix.dirname(path)}/${stem(path)}`),
	pageMoves('page to another module', (w, path) => {
		const module = some(w, modules(w).filter((m) => m.split('/')[1] === path.split('/')[1] && m !== posix.dirname(path)));
		return module && `${module}/${posix.basename(path)}`;
	}),
	pageMoves('page to another course', (w, path) => {
		const module = some(w, modules(w).filter((m) => m.split('/')[1] !== path.split('/')[1]));
		return module && `${module}/${posix.basename(path)}`;
	}),
	folderMoves('module renamed, links follow', modules, (w, folder) => `${folder}${w.random.pick(['-a', '-b'])}`.replace(/(-[ab]){3,}$/, '')),
	folderMoves('module renamed alone', modules, (w, folder) => `${folder}${w.random.pick(['-a', '-b'])}`.replace(/(-[ab]){3,}$/, ''), false),
	folderMoves('order of modules', modules, (w, folder) =>
		`${posix.dirname(folder)}/${w.random.from(1, 99)}-${posix.basename(folder).replace(/^\d+-/, '')}`),
	folderMoves('course renamed, links follow', courses, (w, folder) => (folder.endsWith('-x') ? folder.slice(0, -2) : `${folder}-x`)),

	{
		name: 'page added',
		make: (w) => {
			const module = some(w, modules(w));
			const path = module && `${module}/${w.random.from(1, 99)}-p${fresh(w)}.md`;
			if (path === undefined || w.tree.has(path))
				return undefined;
			w.tree.write(path, newPage(w, path, langOf(w, path)));
			return path;
		},
	},
	{
		name: 'page gone, links repaired',
		make: (w) => {
			const path = some(w, lessons(w));
			const instead = path && sources(w).find((p) => p !== path && p.split('/')[1] === path.split('/')[1]);
			if (instead === undefined || lessons(w).length < 20)
				return undefined;
			removePages(w, family(w, path), instead);
			return path;
		},
	},
	{
		name: 'page gone alone',
		make: (w) => {
			const path = some(w, lessons(w));
			if (path === undefined)
				return undefined;
			removePages(w, family(w, path));
			return path;
		},
	},
	{
		name: 'source gone, its translation stays',
		make: (w) => {
			const path = some(w, lessons(w).filter((p) => family(w, p).length > 1));
			if (path === undefined)
				return undefined;
			w.tree.remove(path);
			return path;
		},
	},
	{
		name: 'module added',
		make: (w) => {
			const course = some(w, courses(w));
			if (course === undefined || modules(w).length > 9)
				return undefined;
			const module = `${course}/${w.random.from(1, 99)}-new${fresh(w)}`;
			w.tree.write(`${module}/index.md`, `---\ntitle: ${title(w.random, 'en')}\n---\n\n${sentence(w.random, 'en')}\n`);
			for (let i = 1; i <= 2; i++)
				w.tree.write(`${module}/${i}0-p${fresh(w)}.md`, newPage(w, module, 'en'));
			return module;
		},
	},
	{
		name: 'module gone, links repaired',
		make: (w) => {
			const module = some(w, modules(w));
			const gone = pages(w).filter((p) => p.startsWith(`${module}/`));
			const instead = sources(w).find((p) => !gone.includes(p) && p.split('/')[1] === module?.split('/')[1]);
			if (instead === undefined || modules(w).length < 5)
				return undefined;
			removePages(w, gone, instead);
			return module;
		},
	},
	{
		name: 'course gone',
		make: (w) => {
			const course = some(w, courses(w));
			if (course === undefined || courses(w).length < 2)
				return undefined;
			w.tree.list().filter((p) => p.startsWith(`${course}/`)).forEach((p) => w.tree.remove(p));
			return course;
		},
	},
	{
		name: 'course added',
		make: (w) => {
			const course = `content/new${fresh(w)}`;
			w.tree.write(`${course}/course.yaml`, `title: ${title(w.random, 'en')}\nlanguage: ${w.random.pick(['nb', 'en'])}\n`);
			w.tree.write(`${course}/01-one/10-p${fresh(w)}.md`, newPage(w, course, 'en'));
			return course;
		},
	},
	{
		name: 'page of a module gone or there',
		make: (w) => {
			const module = some(w, modules(w));
			const path = module && `${module}/index.md`;
			if (path === undefined)
				return undefined;
			if (w.tree.has(path))
				removePages(w, family(w, path));
			else
				w.tree.write(path, `---\ntitle: ${title(w.random, 'nb')}\n---\n\n${sentence(w.random, 'nb')}\n`);
			return path;
		},
	},
	{
		name: 'glossary gone or there',
		make: (w) => {
			const course = some(w, courses(w));
			const path = course && `${course}/glossary.md`;
			if (path === undefined)
				return undefined;
			if (w.tree.has(path))
				removePages(w, family(w, path));
			else
				w.tree.write(path, `---\ntitle: ${title(w.random, 'nb')}\ntype: glossary\n---\n\n${sentence(w.random, 'nb')}\n`);
			return path;
		},
	},
	{
		name: 'two pages at one address',
		make: (w) => {
			const path = some(w, lessons(w));
			const copy = path && `${posix.dirname(path)}/77-${stem(path)}`;
			if (copy === undefined || w.tree.has(copy))
				return undefined;
			w.tree.write(copy, w.tree.text(path));
			return `${path} and ${copy}`;
		},
	},
	{
		name: 'file that is no page',
		make: (w) => {
			const module = some(w, modules(w));
			const path = module && `${module}/_note${fresh(w)}.md`;
			if (path === undefined)
				return undefined;
			w.tree.write(path, `${sentence(w.random, 'nb')}\n`);
			return path;
		},
		quiet: true,
	},
	{
		name: 'file that pages link',
		make: (w) => {
			const path = some(w, lessons(w));
			if (path === undefined)
				return undefined;
			const file = `${posix.dirname(path)}/form${fresh(w)}.pdf`;
			w.tree.write(file, `%PDF-1.4 ${sentence(w.random, 'en')}\n`);
			w.tree.write(path, `${w.tree.text(path)}\n[Form](${posix.basename(file)}).\n`);
			return file;
		},
	},
];
