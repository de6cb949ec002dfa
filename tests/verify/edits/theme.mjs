// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of templates, style sheets and helpers. What a theme lacks comes from the program's own, so that templates also appear and vanish.
import { readFileSync } from 'node:fs';
import { svg } from '../site.mjs';
import { phrase } from '../words.mjs';
import { replacing, some } from './common.mjs';

const own = (w, test = /^themes\/.*\.html$/) => w.tree.list(test);
const fresh = (w) => phrase(w.random, 'en', 2);

// What may be shown of others on any page that has the layout.
const views = [
	'{{ site.title }}', '{{ #site.languages }}', '{{ site.help and site.help.name or "" }}', '{{ site.search }}',
	'{{ page.title }}', '{{ page.summary }}', '{{ page.questions }}', '{{ page.minutes }}', '{{ #page.outline }}', '{{ page.canonical }}', '{{ page.rules }}',
	'{{ page.next and page.next.title or "" }}', '{{ page.prev and page.prev.summary or "" }}',
	'{% for l in page.breadcrumb %}{{ l.title }}{% end %}', '{% for l in page.languages %}{{ l.absolute }}{{ l.translated }}{% end %}',
	'{% for o in page.objectives %}{{ o.text }}{% end %}', '{% for h in page.outline %}{{ h.text }}{% end %}',
	'{{ course and course.title or "" }}', '{{ course and course.minutes or 0 }}', '{% if course %}{% for m in course.modules %}{{ m.title }}{% end %}{% end %}',
	'{% if course %}{% for m in course.modules %}{% for l in m.pages %}{{ l.minutes }}{{ l.type }}{% end %}{% end %}{% end %}',
	'{% if course and course.glossary %}{{ course.glossary.title }}{% end %}', '{% if course %}{% for l in course.pages %}{{ l.summary }}{% end %}{% end %}',
	'{{ module and module.title or "" }}', '{{ module and module.number or 0 }}', '{% if module %}{% for l in module.pages %}{{ l.url }}{% end %}{% end %}',
	'{{ t("minutes", { count = page.minutes }) }}', '{{ t("menu") }}', '{{ page.source_url }}{{ page.translated }}', '{{ page.lang }}{{ page.text_lang }}',
];
const frame = ['layout.html', 'partials/footer.html'];
const single = ['page.html', 'module.html', 'course.html', 'home.html', 'glossary.html', 'search.html', 'notfound.html', 'root.html', 'moved.html', 'partials/head.html',
	'partials/pager.html', 'partials/page-list.html', 'partials/module-card.html', 'partials/module-nav.html', 'partials/term.html', 'partials/outline.html',
	'partials/notices.html', 'partials/brand.html', 'partials/prose.html', 'partials/aside.html'];

// A copy of one of the program's templates, with ${more}(w) in it.
const overriding = (name, list, more, broken = {}) => ({
	name,
	make: (w) => {
		const template = w.random.pick(list);
		const path = `themes/${w.random.pick(['town', 'town', 'default'])}/${template}`;
		const text = w.tree.text(path) ?? readFileSync(`${w.root}/themes/default/${template}`, 'utf8');
		const place = [...text.matchAll(/^<\/(?:footer|main|ol|ul|nav|div|section|header|article|dl|body)>$|<\/(?:h1|p|li|dt|div|a)>$/gm)];
		if (place.length === 0)
			return undefined;
		const at = place.at(-1).index;
		w.tree.write(path, `${text.slice(0, at)}${more(w)}${text.slice(at)}`);
		return path;
	},
	...broken,
});

const removing = (name, test, more = {}) => ({
	name,
	make: (w) => {
		const path = some(w, own(w, test));
		if (path === undefined)
			return undefined;
		w.tree.remove(path);
		return path;
	},
	...more,
});

export default [
	overriding('template', single, (w) => `<i>${fresh(w)}</i>`, { quiet: true }),
	overriding('template of the frame', frame, (w) => `<p>${fresh(w)}</p>`),
	overriding('template that shows something of others', frame, (w) => `<p>${w.random.pick(views)}</p>`),
	overriding('template of a list that shows something more', ['partials/page-list.html'], (w) => w.random.pick(['{{ #it }}', '{{ t("next") }}'])),
	overriding('template for some pages only', frame, (w) => `{% if page.type == "quiz" %}<p>${w.random.pick(views)}</p>{% end %}`),
	overriding('template that cannot be compiled', [...single, ...frame], () => '{{ page.title'),
	overriding('template that fails', frame, () => '{{ page.nothing }}'),
	overriding('template that fails on some pages', frame, () => '{% if page.type == "quiz" %}{{ page.nothing }}{% end %}'),
	overriding('template that includes what is not there', frame, () => '\n{% include "partials/nowhere.html" %}\n'),
	{
		name: 'template that includes a new one',
		make: (w) => {
			const part = `themes/town/partials/new-${w.random.below(50)}.html`;
			const path = 'themes/town/partials/footer.html';
			const text = w.tree.text(path) ?? readFileSync(`${w.root}/themes/default/partials/footer.html`, 'utf8');
			w.tree.write(part, `<p>${fresh(w)} ${w.random.pick(views)}</p>\n`);
			w.tree.write(path, text.replace(/(?=<\/footer>)/, `{% include "${part.slice('themes/town/'.length)}" %}\n`));
			return part;
		},
	},
	replacing('words of a template', own, /<[ip]>[a-z ]+<\/[ip]>/g, (w, [m]) => `${m.slice(0, 3)}${fresh(w)}${m.slice(-4)}`),
	removing('template gone', /^themes\/.*\.html$/, { quiet: true }),
	{
		name: 'templates gone',
		make: (w) => {
			own(w).forEach((path) => w.tree.remove(path));
			return 'all of the theme';
		},
	},
	{
		name: 'template of a block',
		make: (w) => {
			const path = `themes/town/blocks/${w.random.pick(['note', 'tip', 'case', 'definition', 'keyfacts', 'details'])}.html`;
			w.tree.write(path, `<div class="{{ classes("own", block.name) }}"{% if block.id ~= "" %} id="{{ block.id }}"{% end %}>${fresh(w)} {{ block.label }}{{ block.body }}</div>\n`);
			return path;
		},
	},
	removing('template of a block gone', /^themes\/.*\/blocks\//),

	replacing('helper', (w) => w.tree.list(/^lua\//), /table\.concat\(out, "[^"]*"\)/g, (w) => `table.concat(out, " ${w.random.pick('abcdef')} ")`),
	replacing('comment of a helper', (w) => w.tree.list(/^lua\//), /^-- .*$/gm, (w) => `-- ${fresh(w)}`, { quiet: true }),
	replacing('helper broken', (w) => w.tree.list(/^lua\//), /^return helpers$/gm, () => 'return helpers helpers'),
	removing('helpers gone', /^lua\//),
	{
		name: 'helpers come back',
		make: (w) => {
			if (w.tree.has('lua/helpers.lua'))
				return undefined;
			w.tree.write('lua/helpers.lua', readFileSync(`${w.root}/lua/helpers.lua`, 'utf8').replace('concat(out, " ")', `concat(out, " ${fresh(w)} ")`));
			return 'lua/helpers.lua';
		},
		quiet: true,
	},

	replacing('style sheet', (w) => w.tree.list(/\.css$/), /#[0-9a-f]{6}/g, (w) => `#${String(w.random.below(1000000)).padStart(6, '0')}`),
	{
		name: 'sheet of an edition',
		make: (w) => {
			const path = 'themes/town/style/15-town.css';
			if (w.tree.has(path) && w.random.chance(0.5))
				w.tree.remove(path);
			else
				w.tree.write(path, `:root { --space: ${w.random.below(9)}px } /* ${fresh(w)} */\n`);
			return path;
		},
	},
	{
		name: 'style sheet of the program replaced',
		make: (w) => {
			const path = w.random.chance(0.5) ? 'themes/town/assets/theme.css' : 'themes/town/style/20-base.css';
			if (w.tree.has(path) && w.random.chance(0.5))
				w.tree.remove(path);
			else
				w.tree.write(path, `${readFileSync(`${w.root}/themes/default/style/20-base.css`, 'utf8')}/* ${fresh(w)} */\n`);
			return path;
		},
	},
	{
		name: 'icon of the program replaced',
		make: (w) => {
			w.tree.write('themes/town/assets/icon.svg', svg(16, 16, w.random.pick(['red', 'green', 'blue'])));
			return 'themes/town/assets/icon.svg';
		},
	},
	removing('asset gone', /^themes\/.*\/assets\//),
];
