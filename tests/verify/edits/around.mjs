// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done around the sources: to what was published, to what builds keep for themselves, and how a build is started.
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { some } from './common.mjs';
import fronts from './fronts.mjs';
import places from './places.mjs';
import prose from './prose.mjs';
import theme from './theme.mjs';

// -- what was published --

const published = (name, test, make) => ({
	name,
	make: (w) => {
		const path = some(w, [...w.published.keys()].filter((p) => test.test(p) && !w.foreign.has(p)).sort());
		if (path === undefined || !w.sound)
			return undefined;
		make(w, join(w.public, path));
		return path;
	},
});

// -- what builds keep --

function kept(folder, below = '') {
	return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
		const path = join(below, entry.name);
		return entry.isDirectory() ? kept(folder, path) : [path];
	}).sort();
}

// Only when what is published is of today: without its memory a build cannot know which files were its own.
// A key file that is there is believed by its name.
const store = (name, make, test = /^(?!keys\/)/) => ({
	name,
	make: (w) => {
		const memory = join(w.tree.dir, '.pensum');
		if (!w.sound || !statSync(memory, { throwIfNoEntry: false }))
			return undefined;
		const path = some(w, kept(memory).filter((p) => test.test(p) && !/^lock-|^\.gitignore$/.test(p)));
		if (path === undefined)
			return undefined;
		make(w, join(memory, path));
		return path;
	},
	quiet: true,
});

const flip = (w, file) => {
	const bytes = readFileSync(file);
	if (bytes.length === 0)
		return;
	bytes[w.random.below(bytes.length)] ^= 1 << w.random.below(8);
	writeFileSync(file, bytes);
};

// -- how it is started --

const option = (name, toggle) => ({
	name,
	make: (w) => {
		toggle(w);
		return JSON.stringify(w.options);
	},
});

// An edit of another kind, and a build of it of which nothing can be expected.
const disturbed = (name, first) => ({
	name,
	make: (w) => {
		const kind = w.random.pick([...prose, ...fronts, ...places, ...theme]);
		const what = kind.make(w);
		if (what === undefined)
			return undefined;
		w.first = first(w);
		return `${kind.name}: ${what}`;
	},
});

export default [
	published('published page changed by hand', /\.html$/, (w, file) => appendFileSync(file, '<!-- by hand -->')),
	published('published page cut off', /\.html$/, (w, file) => truncateSync(file, Math.floor(statSync(file).size / 2))),
	published('published page of the same size', /\.html$/, (w, file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/<title>./, '<title>~'))),
	published('published script or style changed by hand', /\.(js|css)$/, (w, file) => appendFileSync(file, '/**/')),
	published('published page is another file', /\.html$/, (w, file) => {
		writeFileSync(`${file}~`, `${readFileSync(file, 'utf8')}<!-- by hand -->`);
		renameSync(`${file}~`, file);
	}),
	published('published page gone', /\.html$/, (w, file) => rmSync(file)),
	published('published file gone', /\.(js|css|svg|png|xml|txt)$/, (w, file) => rmSync(file)),
	published('published folder gone', /\.html$/, (w, file) => (dirname(file) === w.public ? rmSync(file) : rmSync(dirname(file), { recursive: true }))),
	{
		...published('published page touched', /./, (w, file) => utimesSync(file, 1500000000, 1500000000)),
		quiet: true,
	},
	{
		name: 'all that was published gone',
		make: (w) => {
			if (!w.sound)
				return undefined;
			rmSync(w.public, { recursive: true, force: true });
			w.foreign.clear();
			return 'public/';
		},
	},
	{
		name: 'file of somebody else',
		make: (w) => {
			const path = w.random.pick(['.gitignore', 'CNAME', `theirs/${w.random.below(100)}.txt`]);
			mkdirSync(dirname(join(w.public, path)), { recursive: true });
			writeFileSync(join(w.public, path), `${w.random()}\n`);
			w.foreign.set(path, readFileSync(join(w.public, path)));
			return path;
		},
		quiet: true,
	},

	{
		name: 'all that was published before gone',
		make: (w) => {
			const twin = join(w.tree.dir, '.public.pensum-twin');
			if (!existsSync(twin))
				return undefined;
			rmSync(twin, { recursive: true });
			return twin;
		},
		quiet: true,
	},

	{
		name: 'memory of all builds gone',
		make: (w) => {
			if (!w.sound)
				return undefined;
			rmSync(join(w.tree.dir, '.pensum'), { recursive: true, force: true });
			return '.pensum/';
		},
		quiet: true,
	},
	store('file of the memory gone', (w, file) => rmSync(file)),
	store('file of the memory cut off', (w, file) => truncateSync(file, w.random.below(statSync(file).size + 1))),
	store('file of the memory empty', (w, file) => truncateSync(file, 0)),
	store('file of the memory longer', (w, file) => appendFileSync(file, 'more\n')),
	store('bit of the memory flipped', flip),
	store('bit of the memory flipped elsewhere', flip, /^[0-9a-f]{16}/),
	store('file of the memory is something else', (w, file) => writeFileSync(file, w.random.list(200, () => String.fromCharCode(w.random.below(256))).join(''))),
	store('key file gone', (w, file) => rmSync(file), /^keys\//),

	{
		name: 'built into another folder',
		make: (w) => {
			w.program('build', '--output', ...w.random.pick([['other'], ['other', '--drafts'], ['other-trainers', '--audience', 'facilitator']]));
			return 'other/';
		},
		quiet: true,
	},
	disturbed('build killed', (w) => {
		const after = w.random.from(0, 60);
		return async (build) => {
			const running = build();
			await sleep(after);
			running.child.kill('SIGKILL');
			await running;
		};
	}),
	disturbed('two builds at once', (w) => {
		const after = w.random.from(0, 20);
		return (build) => Promise.all([build(), sleep(after).then(() => build(['--drafts']))]);
	}),
	option('drafts', (w) => { w.options.drafts = !w.options.drafts; }),
	option('audience', (w) => { w.options.facilitator = !w.options.facilitator; }),
	{ ...option('strict', (w) => { w.once.push('--strict'); }), quiet: true },
	{ ...option('errors all the same', (w) => { w.once.push('--keep-going'); }), quiet: true },
];
