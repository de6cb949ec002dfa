// SPDX-License-Identifier: GPL-3.0-or-later
//
// A site, what is known of it, and the edits that are done to it one after the other.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { source } from '../property/draw.mjs';
import around from './edits/around.mjs';
import files from './edits/files.mjs';
import fronts from './edits/fronts.mjs';
import places from './edits/places.mjs';
import prose from './edits/prose.mjs';
import settings from './edits/settings.mjs';
import theme from './edits/theme.mjs';
import translations from './edits/translations.mjs';
import { makeSite } from './site.mjs';
import { Tree } from './tree.mjs';

export const kinds = [...prose, ...fronts, ...places, ...translations, ...settings, ...theme, ...files, ...around];

// Whether edits of that name change something else than sources.
export const outside = (name) => around.some((kind) => kind.name === name);

export class World {
	// A new site in the empty folder ${dir}, the same one for the same seed. Edits are of the kinds in ${of} whose names hold ${only}.
	constructor(dir, seed, { pensum, root, only = '', of = kinds }) {
		this.random = source(`${seed} edits`);
		this.dir = dir;
		this.root = root;
		this.only = only;
		this.kinds = of.filter(({ name }) => name.includes(only));
		this.public = join(dir, 'public');
		this.options = {};
		this.facilitator = false; /* for whom the last build was */
		this.once = []; /* options of the next build only */
		this.first = undefined; /* done before the build that is looked at: a function that is given one that builds */
		this.foreign = new Map(); /* files in public/ that are somebody else's */
		this.published = new Map();
		this.sound = false; /* public/ is what the last build made */
		this.log = []; /* { name, changes, options } of what was done, with the options before */
		this.broken = []; /* those since a build was fine */
		this.deck = []; /* kinds that come next: each once before one comes again */
		this.program = (...words) => {
			try {
				execFileSync(pensum, ['-C', dir, ...words], { stdio: 'ignore' });
			} catch {
				/* It may refuse a site that is broken, and has changed nothing or something then. */
			}
		};
		mkdirSync(dir, { recursive: true });
		this.tree = new Tree(dir, this.random);
		makeSite(this.tree, seed, { pensum, root });
		this.tree.finish();
	}

	// Options of the next build.
	words() {
		const words = [...this.once];
		if (this.options.drafts)
			words.push('--drafts');
		if (this.options.facilitator)
			words.push('--audience', 'facilitator', '--output', 'public');
		/* Only a folder that does not say whose it is may become somebody else's. */
		if (Boolean(this.options.facilitator) !== this.facilitator)
			rmSync(join(this.public, 'robots.txt'), { force: true });
		this.facilitator = Boolean(this.options.facilitator);
		this.once = [];
		return words;
	}

	// Takes back the last ${n} edits of those that broke the site.
	takeBack(n) {
		const names = this.broken.splice(-n).reverse().map((edit) => {
			this.log.splice(this.log.indexOf(edit), 1);
			this.tree.undo(edit.changes);
			this.options = edit.options;
			return edit.name;
		});
		this.tree.finish();
		return { name: 'taken back', what: names.join(', '), quiet: true };
	}

	// Does the next edit: { name, what, quiet }. A broken site is mostly repaired at once, by taking back what broke it.
	next() {
		const { random, tree, log, deck } = this;
		const options = { ...this.options };
		if (this.broken.length > 0 && random.chance(0.8))
			return this.takeBack(random.chance(0.75) ? this.broken.length : 1);
		if (this.broken.length > 0 && random.chance(0.5))
			this.once.push('--keep-going');

		const earlier = random.pick(log.slice(-20));
		if (this.only === '' && earlier && random.chance(0.05) && tree.mayUndo(earlier.changes)) {
			tree.undo(earlier.changes);
			log.push({ name: 'undone', changes: tree.finish(), options });
			return { name: 'undone', what: earlier.name, quiet: true };
		}
		for (let tries = 0; tries < 1000; tries++) {
			if (deck.length === 0)
				deck.push(...random.shuffled(this.kinds));
			const kind = deck.pop();
			const what = kind.make(this);
			const changes = tree.finish();
			if (what !== undefined) {
				log.push({ name: kind.name, changes, options });
				return { ...kind, what };
			}
		}
		throw new Error('no edit can be done');
	}

	// What became of the build after the edit called ${name}.
	ended(name, fine) {
		if (fine)
			this.broken = [];
		else if (name !== 'taken back')
			this.broken.push(this.log.at(-1));
	}
}
