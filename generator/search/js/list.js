/* SPDX-License-Identifier: MIT */
/* What was found, as lists of links. */

const AT_ONCE = 10;
const KINDS = ['', '', 'definition', 'case', 'indicators', 'practice', 'question', 'scenario'];

/* The message of that key, in the plural form for ${count} where it has several. */
function say(key, args = {}, count = 0) {
	const forms = data.text[key];
	const form = typeof forms === 'string' ? forms : forms[new Intl.PluralRules(data.lang).select(count)] || forms.other;
	return form.replace(/%\{([a-z]+)\}/g, (all, name) => (name in args ? args[name] : all));
}

const counted = (key, count, args) => say(key, { ...args, count: new Intl.NumberFormat(data.counts).format(count) }, count);

function element(name, className, ...children) {
	const e = document.createElement(name);

	if (className)
		e.className = className;
	e.append(...children);
	return e;
}

/* ${text}, with the words that were looked for marked. */
function marked(text, words) {
	const parts = [];
	let behind = 0;

	for (const match of text.matchAll(WORD)) {
		const folded = foldWord(match[0]);
		if (!words.some((word) => isAlike(folded, word)))
			continue;
		parts.push(text.slice(behind, match.index), element('mark', '', match[0]));
		behind = match.index + match[0].length;
	}
	return [...parts, text.slice(behind)];
}

/* What it is and on which page, in the words of the reader; only the title is the text's. */
function where(hit) {
	const line = element('p', 'eyebrow');
	const title = element('bdi', '', hit.title);

	line.lang = data.lang;
	if (KINDS[hit.kind])
		line.append(element('span', 'search-kind', say(KINDS[hit.kind])), ' ');
	if (hit.heading) {
		const [before, after] = say('search-in').split('%{page}');
		title.lang = hit.lang || hit.tag;
		line.append(element('span', '', before, title, after || ''));
	}
	return line.childNodes.length ? [line] : [];
}

function item(hit, words) {
	const link = element('a', '', ...marked(hit.heading || hit.title, words));

	link.href = siteAddress(hit.url);
	if (!hit.heading && hit.lang)
		link.lang = hit.lang;
	return element('li', 'search-hit', element('p', 'search-hit-title', link), ...where(hit), ...(hit.extract ? [element('p', 'search-extract', ...marked(hit.extract, words))] : []));
}

/* A list that grows by ten; the first ten are there when the promise is kept. */
async function results(index, tag, dir, found, words) {
	const list = element('ol', 'search-hits');
	const more = element('button', '', say('search-more'));
	const box = element('div', '', list);
	let shown = 0;

	async function grow() {
		const next = found.slice(shown, shown + AT_ONCE);
		const hits = await index.show(next.map(([number]) => number));

		hits.forEach((hit) => list.append(item({ ...hit, tag }, words)));
		shown += next.length;
		more.hidden = shown >= found.length;
		return list.children[shown - next.length];
	}

	if (tag !== data.lang) {
		list.lang = tag;
		list.dir = dir;
	}
	more.type = 'button';
	more.addEventListener('click', async () => {
		const first = await grow();
		if (first)
			first.querySelector('a').focus();
	});
	await grow();
	if (!more.hidden)
		box.append(more);
	return box;
}
