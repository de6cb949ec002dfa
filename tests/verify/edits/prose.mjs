// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of what stands below the front matter: words, headings, definitions, links, questions.
import { question } from '../pages.mjs';
import { capital, phrase, sentence, title } from '../words.mjs';
import { adding, langOf, lessons, pages, relative, replacing, some, sources } from './common.mjs';

const plain = /^[A-ZÆØÅĀ][^:|{}[\]<>"`]*\.$/gm;
const other = (w, path) => some(w, lessons(w).filter((p) => p !== path && p.split('/')[1] === path.split('/')[1]));
const say = (w, path) => sentence(w.random, langOf(w, path));
const call = (w, path) => title(w.random, langOf(w, path));
const fresh = (w) => `x${w.random.below(100000)}`;

// A link to an anchor that stands in another page of the course, as ${pattern} finds them.
function anchor(w, path, pattern) {
	const found = lessons(w).filter((p) => p.split('/')[1] === path.split('/')[1])
		.flatMap((p) => [...w.tree.text(p).matchAll(pattern)].map((m) => `${relative(path, p)}#${m[1]}`));
	return some(w, found);
}
const linked = (w, path, target) => target && `\n${capital(phrase(w.random, langOf(w, path), 2))} [${phrase(w.random, langOf(w, path), 1)}](${target}).\n`;

// An id becomes another, and with ${follow} all links to it do.
const newId = (name, pattern, follow) => ({
	name,
	make: (w) => {
		const path = some(w, lessons(w).filter((p) => pattern.test(w.tree.text(p))));
		if (path === undefined)
			return undefined;
		const [, old] = pattern.exec(w.tree.text(path));
		const now = `${old}-${fresh(w)}`;
		const stem = path.slice(0, -'md'.length);
		for (const p of follow ? pages(w) : [path]) {
			const text = w.tree.text(p);
			const after = text.replaceAll(`#${old})`, `#${now})`).replaceAll(p.startsWith(stem) ? `{#${old}}` : '\0', `{#${now}}`);
			if (after !== text)
				w.tree.write(p, after);
		}
		return `#${old} of ${path} is now #${now}`;
	},
});

const definition = /:::definition\[.*\]\{#(term-[^}]*)\}\n.*\n:::\n/;
const heading = /^## .* \{#(h-[^}]*)\}$/m;
const all = (pattern) => new RegExp(pattern.source, 'gm');

export default [
	replacing('words', pages, plain, (w, m, path) => say(w, path)),
	replacing('words, as long as before', pages, plain, (w, [text]) => {
		const at = text.search(/[a-z]/);
		return at < 0 ? undefined : text.slice(0, at) + (text[at] === 'e' ? 'a' : 'e') + text.slice(at + 1);
	}),
	adding('paragraph added', pages, (w, path) => `\n${say(w, path)}\n`),
	replacing('paragraph gone', pages, /^[A-ZÆØÅ][^:|{}[\]<>"`]*\.\n\n(?=[A-Z])/gm, () => ''),
	replacing('item of a list', pages, /^- [A-Z].*\.$/gm, (w, m, path) => `- ${say(w, path)}`),
	adding('nothing to be seen', pages, () => '\n\n', { quiet: true }),

	replacing('heading', pages, /^## [^{\n]+$/gm, (w, m, path) => `## ${call(w, path)}`),
	replacing('heading with id', pages, /^## [^{\n]+(?= \{#)/gm, (w, m, path) => `## ${call(w, path)}`),
	replacing('level of a heading', pages, /^##+ /gm, (w, [m]) => (m === '## ' ? '### ' : '## ')),
	adding('heading added', lessons, (w, path) => `\n## ${call(w, path)}\n\n${say(w, path)}\n`),
	replacing('heading loses its id', lessons, all(heading), (w, [m]) => m.replace(/ \{.*\}$/, '')),
	newId('id of a heading, links follow', heading, true),
	newId('id of a heading alone', heading, false),

	replacing('term', pages, /:::definition\[[^\]]*/g, (w, m, path) => `:::definition[${call(w, path)}`),
	replacing('words of a definition', pages, /(:::definition.*\n).*\n/g, (w, [, head], path) => `${head}${say(w, path)}\n`),
	replacing('how a term is sorted', pages, /:::definition\[[^\]]*\]\{#[^ }]*/g, (w, [m]) => `${m} sort=${phrase(w.random, 'nb', 1)}`),
	newId('id of a definition, links follow', definition, true),
	newId('id of a definition alone', definition, false),
	replacing('definition gone', lessons, all(definition), () => ''),
	adding('definition added', lessons, (w, path) => `\n:::definition[${call(w, path)}]{#term-${fresh(w)}}\n${say(w, path)}\n:::\n`),
	replacing('definition becomes a note', lessons, /:::definition/g, () => ':::note'),

	adding('link to a page', pages, (w, path) => linked(w, path, other(w, path) && relative(path, other(w, path)))),
	adding('link to a heading', pages, (w, path) => linked(w, path, anchor(w, path, all(heading)))),
	adding('link to a term', pages, (w, path) => linked(w, path, anchor(w, path, all(definition)))),
	adding('link to a question', lessons, (w, path) => linked(w, path, anchor(w, path, /\{#(q-[^ }]*)/g))),
	adding('link to another course', lessons, (w, path) => {
		const page = some(w, sources(w).filter((p) => p.split('/')[1] !== path.split('/')[1]));
		return linked(w, path, page && relative(path, page));
	}),
	adding('link to nothing', pages, (w, path) => linked(w, path, `${fresh(w)}.md`)),
	adding('link to no such id', pages, (w, path) => linked(w, path, other(w, path) && `${relative(path, other(w, path))}#${fresh(w)}`)),
	replacing('link elsewhere', lessons, /\]\([^)#]*\.md\)/g, (w, m, path) => other(w, path) && `](${relative(path, other(w, path))})`),
	replacing('link gone', pages, /\[([^\]]*)\]\([^)]*\.md[^)]*\)/g, (w, m) => m[1]),

	adding('question added', lessons, (w, path) =>
		`\n${question(w.random, langOf(w, path), `q-${fresh(w)}`, w.random.pick(['single', 'multiple', 'order', 'gap']), w.random.pick(['m1', 'm2', 'm3']))}`),
	replacing('question gone', lessons, /:::question[^\n]*\n[\s\S]*?\n:::\n(?!\n:::\n)/g, () => ''),
	replacing('answer', lessons, /^- \[[ x]\] .*\{#o\d+\}$/gm, (w, [m]) => (m[3] === 'x' ? m.replace('[x]', '[ ]') : m.replace('[ ]', '[x]'))),
	replacing('words of an option', pages, /^(- \[[ x]\] ).*( \{#o\d+\})$/gm, (w, [, mark, id], path) => `${mark}${phrase(w.random, langOf(w, path), 4)}${id}`),
	replacing('tag of a question', lessons, / tags="[^"]*"/g, (w) => ` tags="${w.random.pick(['m1', 'm2', 'm3', 'own'])}"`),
	replacing('sign of a list', pages, /^- \[ \] .*\{#i\d.*\}$/gm, (w, [m], path) => m.replace(/\] .* \{/, `] ${phrase(w.random, langOf(w, path), 3)} {`)),
	replacing('choice of a story', pages, /^- \[.*\]\(#/gm, (w, m, path) => `- [${call(w, path)}](#`),
	replacing('rating of a choice', lessons, /outcome=\w+/g, (w) => `outcome=${w.random.pick(['safe', 'partly', 'risky'])}`),

	adding('picture added', pages, (w, path) => `\n![${call(w, path)}](${relative(path, `${path.split('/').slice(0, 2).join('/')}/media/map.svg`)})\n`),
	adding('picture that is not there', pages, (w, path) => `\n![${call(w, path)}](${fresh(w)}.svg)\n`),
	adding('contact shown', pages, (w) => `\n::contact{role=${w.random.pick(['emergency', 'helpline'])}}\n`),
	adding('contact that is not known', pages, () => '\n::contact{role=nobody}\n'),
	adding('source named', pages, (w, path) => `\n${say(w, path)} {source=${w.random.pick(['report', 'survey'])}}\n`),
	adding('for some readers', pages, (w, path) => `\n:::only{${w.random.pick(['language=nb', 'language=!en', 'audience=facilitator'])}}\n${say(w, path)}\n:::\n`),
	/* Either may come first, and then the other is the error. */
	adding('note for trainers that a page may repeat', pages, () => '\n:::facilitator\nSay nothing until one of them asks what became of her.\n:::\n'),
	adding('words that a note for trainers may have', pages, () => '\n:::tip\n- Say nothing until\n- one of them asks *what* became\n:::\n'),
	adding('raw HTML', pages, (w) => `\n<abbr title="x">${phrase(w.random, 'en', 1)}</abbr>\n`),
	adding('fence left open', pages, (w, path) => `\n:::note\n${say(w, path)}\n`),
	adding('directive misspelt', pages, (w, path) => `\n:::definiton[${call(w, path)}]\n${say(w, path)}\n:::\n`),
	adding('id twice', lessons, (w, path) => `\n## ${call(w, path)} {#twice}\n\n## ${call(w, path)} {#twice}\n`),
];
