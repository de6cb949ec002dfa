// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sources of a site on disk, all of them known here: edits go through this, each is noted with what was before and after,
// and can be taken back.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const same = (a, b) => a === b || (a !== undefined && b !== undefined && Buffer.from(a).equals(Buffer.from(b)));
const sources = ['site.yaml', 'content', 'themes', 'lua', 'locales'];
const link = /(\]\()([^)#\s]+)(#[^)\s]*)?(?=[)])/g;

export class Tree {
	constructor(dir, random) {
		this.dir = dir;
		this.random = random;
		this.files = new Map(); /* path → text, or bytes of what is no text */
		this.changes = []; /* of the edit that is being made: { path, before, after, mtime } */
	}

	list(test = /./) { return [...this.files.keys()].filter((path) => test.test(path)).sort(); }
	has(path) { return this.files.has(path); }
	text(path) { return this.files.get(path); }
	place(path) { return join(this.dir, path); }

	note(path, after) {
		const before = this.files.get(path);
		const mtime = before === undefined ? undefined : statSync(this.place(path)).mtime;
		this.changes.push({ path, before, after, mtime });
		if (after === undefined)
			this.files.delete(path);
		else
			this.files.set(path, after);
	}

	// Some editors write into the file, others put a new one in its place.
	write(path, after) {
		const place = this.place(path);
		this.note(path, after);
		mkdirSync(dirname(place), { recursive: true });
		if (this.random.chance(0.5)) {
			writeFileSync(place, after);
			return;
		}
		writeFileSync(`${place}~`, after);
		renameSync(`${place}~`, place);
	}

	remove(path) {
		this.note(path, undefined);
		rmSync(this.place(path));
		this.tidy(dirname(path));
	}

	tidy(folder) {
		for (; folder !== '.'; folder = dirname(folder))
			try {
				rmdirSync(this.place(folder));
			} catch {
				return;
			}
	}

	// Moves files as they are, their times included; ${to} of each path is where it goes. Links among all pages follow.
	move(paths, to, follow = true) {
		const moved = new Map(paths.map((path) => [path, to(path)]));
		for (const [from, path] of moved) {
			const text = this.files.get(from);
			this.note(from, undefined);
			this.note(path, text);
			mkdirSync(dirname(this.place(path)), { recursive: true });
			renameSync(this.place(from), this.place(path));
			this.tidy(dirname(from));
		}
		if (follow)
			this.relink(moved);
	}

	relink(moved) {
		const origin = new Map([...moved].map(([from, path]) => [path, from]));
		for (const path of this.list(/\.md$/)) {
			const folder = posix.dirname(origin.get(path) ?? path);
			const after = this.text(path).replace(link, (all, open, target, anchor = '') => {
				if (/^[a-z]+:/.test(target))
					return all;
				const meant = posix.join(folder, target);
				return `${open}${posix.relative(posix.dirname(path), moved.get(meant) ?? meant)}${anchor}`;
			});
			if (after !== this.text(path))
				this.write(path, after);
		}
	}

	// What a program wrote into the sources is noted as an edit of ours.
	reread() {
		const found = new Set();
		const walk = (path) => {
			if (statSync(this.place(path), { throwIfNoEntry: false }) === undefined)
				return;
			if (!statSync(this.place(path)).isDirectory()) {
				const bytes = readFileSync(this.place(path));
				const text = /\.png$/.test(path) ? bytes : bytes.toString();
				found.add(path);
				if (!same(this.files.get(path), text))
					this.note(path, text);
				return;
			}
			for (const name of readdirSync(this.place(path)))
				walk(`${path}/${name}`);
		};
		sources.forEach(walk);
		for (const path of this.list())
			if (!found.has(path))
				this.note(path, undefined);
	}

	// Ends an edit: what it changed, for undo().
	finish() {
		const { changes } = this;
		this.changes = [];
		return changes;
	}

	mayUndo(changes) {
		const now = new Map();
		return [...changes].reverse().every(({ path, before, after }) => {
			const fine = same(now.has(path) ? now.get(path) : this.files.get(path), after);
			now.set(path, before);
			return fine;
		});
	}

	// Takes an edit back. As from a copy, a file may have its old time again.
	undo(changes) {
		for (const { path, before, mtime } of [...changes].reverse()) {
			if (before === undefined) {
				if (this.has(path))
					this.remove(path);
				continue;
			}
			this.write(path, before);
			if (mtime && this.random.chance(0.3))
				utimesSync(this.place(path), mtime, mtime);
		}
	}
}
