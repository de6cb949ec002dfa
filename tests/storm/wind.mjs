// SPDX-License-Identifier: GPL-3.0-or-later
//
// node wind.mjs SITE SEED: the sources of the site change without a pause, until SITE.stop is there; then they are whole again, though not as they
// were, and SITE.calm says how much was done.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { source } from '../property/draw.mjs';

const page = (title, words) => `---\ntitle: ${title}\n---\n${words}\n`;
const question = (n, words) => `\n:::question{#q-${n} type=single tags=t}\n${words}?\n\n- [x] yes {#y}\n- [ ] no {#n}\n\n:::\n`;
const link = (n) => `[page](10-p${n}.md#h-${n}), ![p](../pic.svg)`;

// Each source in versions that are right by themselves, the first in a site that is right. Pages of one number link to each other.
export const sources = new Map([
	['site.yaml', ['title: Site\nlanguages: [en, nb]\n', 'title: Other\nlanguages: [en, nb]\n']],
	['content/a/course.yaml', ['title: Course\nlanguage: en\n', 'title: {en: Course, nb: Kurs}\nlanguage: en\n']],
	['content/a/pic.svg', ['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>\n']],
	['content/a/po/nb/02-n.po', ['msgid "N"\nmsgstr "En"\n', 'msgid "N"\nmsgstr "En"\n\nmsgid "Words."\nmsgstr "Ord."\n']],
	['content/b/course.yaml', ['title: Second\nlanguage: nb\n']],
	['content/b/10-x.md', [page('X', 'Ord.'), page('X', 'Andre ord.')]],
	['content/data/contacts.yaml', ['helpline:\n  name: Help\n  phone: "1"\n', 'helpline:\n  name: Help\n  phone: "2"\n']],
	['themes/default/blocks/tip.html', ['<aside class="own">{{ block.body }}</aside>\n', '<aside class="own more">{{ block.body }}</aside>\n']],
	['themes/default/assets/theme.css', ['p { font-family: red }\n', 'p { font-family: green }\n']],
	['locales/nb.yaml', ['nb:\n  start-course: Sett i gang\n', 'nb:\n  start-course: Begynn\n']],
]);
for (let n = 0; n < 8; n++) {
	const text = (words) => `# H {#h-${n}}\n\n${words} ${link((n + 1) % 8)}\n\n:::tip\nTip.\n:::\n\n:::definition[Term ${n}]{#term-${n}}\n${words}\n:::\n${question(n, words)}`;
	sources.set(`content/a/01-m/10-p${n}.md`, [page(`P${n}`, text('Some words')), page(`P${n}`, text('Other words'.repeat(800))), page(`Title ${n}`, text('Words'))]);
	if (n % 2 === 0)
		sources.set(`content/a/01-m/10-p${n}.nb.md`, [page(`Side ${n}`, text('Noen ord')), page(`Sida ${n}`, text('Andre ord'))]);
}
for (let n = 0; n < 4; n++)
	sources.set(`content/a/02-n/${n}0-n${n}.md`, [page('N', 'Words.'), page('N', 'More words.')]);

// Files of the theme are read when the first page needs them: one that is back within the same build exactly as it was would not be noticed. So none is ever twice the same.
let times = 0;
const version = (path, which) => {
	const texts = sources.get(path), text = texts[Math.min(which, texts.length - 1)];
	return path.startsWith('themes/') ? text.replace(/own|red|green/, `$& n-${++times}`) : text;
};

export function put(site, path, text) {
	mkdirSync(dirname(join(site, path)), { recursive: true });
	writeFileSync(join(site, path), text);
}

// One thing that happens to a file or a folder of ${site}.
function gust(site, random, paths) {
	const path = random.pick(paths), text = version(path, random.from(0, 2)), place = join(site, path);
	const there = () => mkdirSync(dirname(place), { recursive: true });
	const what = random.pick(['in pieces', 'in pieces', 'renamed', 'renamed', 'removed', 'cut', 'empty', 'noise', 'link', 'folder', 'more', 'moved', 'swept']);
	switch (what) {
	case 'in pieces': {
		there();
		const file = openSync(place, 'w');
		for (let at = 0; at < text.length; at += 400)
			writeSync(file, text.slice(at, at + 400));
		closeSync(file);
		break;
	}
	case 'renamed': there(); writeFileSync(`${place}~`, text); renameSync(`${place}~`, place); break;
	case 'removed': rmSync(place, { recursive: true, force: true }); break;
	case 'cut': there(); writeFileSync(place, text.slice(0, random.from(0, text.length))); break;
	case 'empty': there(); writeFileSync(place, ''); break;
	case 'noise': there(); writeFileSync(place, Buffer.from(Array.from({ length: 300 }, () => random.from(0, 255)))); break;
	case 'link': rmSync(place, { recursive: true, force: true }); there(); symlinkSync(random.pick(['nowhere', path.split('/').at(-1), '../..']), place); break;
	case 'folder': rmSync(place, { recursive: true, force: true }); mkdirSync(place, { recursive: true }); break;
	case 'more': put(site, `content/a/${random.pick(['01-m', '04-more'])}/99-${random.from(0, 5)}.md`, page('More', link(random.from(0, 7)))); break;
	case 'moved': renameSync(join(site, 'content/a/02-n'), join(site, 'content/a/03-n')); renameSync(join(site, 'content/a/03-n'), join(site, 'content/a/02-n')); break;
	case 'swept': rmSync(join(site, random.pick(['content/b', 'content/a/04-more', 'content/a/po', 'themes', 'content/a/03-n'])), { recursive: true, force: true }); break;
	}
}

// Everything as in version ${which}, one after the other, and none of it missing for a moment where it is as it should be.
function mend(site, which) {
	for (const path of sources.keys()) {
		put(site, `${path}~`, version(path, which));
		try {
			renameSync(join(site, `${path}~`), join(site, path));
		} catch {
			rmSync(join(site, path), { recursive: true, force: true });
		}
	}
}

// Everything as in version ${which}, and nothing else.
export function calm(site, which) {
	for (const name of ['site.yaml', 'content', 'themes', 'locales'])
		rmSync(join(site, name), { recursive: true, force: true });
	for (const path of sources.keys())
		put(site, path, version(path, which));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [, , site, seed] = process.argv;
	const random = source(`${seed} storm`);
	/* site.yaml and course.yaml seldom, and mostly with pauses in the storm: without them, or with errors, hardly anything else is done. */
	const paths = [...sources.keys()], most = paths.filter((path) => !/(site|course)\.yaml$/.test(path));
	const still = new Int32Array(new SharedArrayBuffer(4));
	let done = 0;
	const until = Date.now() + 600000;
	for (; Date.now() < until && !existsSync(`${site}.stop`); done++)
		try {
			gust(site, random, random.chance(0.002) ? paths : most);
			if (random.chance(0.1))
				mend(site, random.from(0, 2));
			if (random.chance(0.004)) { /* a lull */
				mend(site, random.from(0, 2));
				Atomics.wait(still, 0, 0, random.from(20, 200));
			}
		} catch {
			/* A folder stands where a file should, or the other way round. */
			done--;
		}
	calm(site, 1);
	writeFileSync(`${site}.calm`, `${done}`);
}
