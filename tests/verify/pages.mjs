// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages of the site that is edited, in any language: a page made twice from one seed has the same parts, ids and links in both.
//
// A page is { n, type, path }, and `near` tells of others: near.page() is the link to one, near.term() that to a definition.
import { capital, phrase, sentence, title } from './words.mjs';

function front(page, random, lang, more = []) {
	const name = `${title(random, lang)} ${page.n}`;
	const summary = sentence(random, lang);
	return ['---', `title: "${name}"`, `summary: ${JSON.stringify(summary)}`, ...more, '---', ''].join('\n');
}

const options = (random, lang, n, right) =>
	random.list(n, (i) => `- [${right(i) ? 'x' : ' '}] ${phrase(random, lang, 3)} {#o${i + 1}}${random.chance(0.4) ? `\n  > ${sentence(random, lang)}` : ''}`).join('\n');

const gaps = (random, lang) => `${capital(phrase(random, lang, 3))} [[${phrase(random, lang, 1)}]]{#g1} ${phrase(random, lang, 2)}.`;

// A question of a type; its tag is that of the module, so that quizzes elsewhere can draw it.
export function question(random, lang, id, type, tag) {
	const head = `:::question[${title(random, lang)}]{#${id} type=${type === 'truefalse' ? 'truefalse answer=true' : type} tags="${tag}"}`;
	const asks = sentence(random, lang);
	const body = {
		single: () => `${asks}\n\n${options(random, lang, 3, (i) => i === 1)}`,
		multiple: () => `${asks}\n\n${options(random, lang, 4, (i) => i % 2 === 0)}`,
		truefalse: () => asks,
		order: () => `${asks}\n\n${random.list(3, (i) => `${i + 1}. ${phrase(random, lang, 2)} {#s${i + 1}}`).join('\n')}`,
		match: () => `${asks}\n\n| A | B |\n|---|---|\n${random.list(3, (i) => `| ${phrase(random, lang, 1)} ${i} {#m${i}} | ${phrase(random, lang, 2)} ${i} {#r${i}} |`).join('\n')}`,
		gap: () => gaps(random, lang),
	}[type]();
	const close = random.chance(0.5) ? `\n\n:::explanation\n${sentence(random, lang)}\n:::\n` : '\n';
	return `${head}\n${body}${close}\n:::\n`;
}

const kinds = ['single', 'multiple', 'truefalse', 'order', 'match', 'gap'];

// -- parts of lessons --

const parts = {
	sentences: (random, lang) => random.list(2, () => `${sentence(random, lang)}\n`).join('\n'),
	list: (random, lang) => `${random.list(3, () => `- ${sentence(random, lang)}`).join('\n')}\n`,
	link: (random, lang, page, near) => `${capital(phrase(random, lang, 2))} [${phrase(random, lang, 2)}](${near.page()}).\n`,
	section: (random, lang, page, near) => `${capital(phrase(random, lang, 2))} [${phrase(random, lang, 1)}](${near.heading()}).\n`,
	term: (random, lang, page, near) => `${capital(phrase(random, lang, 3))} [${phrase(random, lang, 1)}](${near.term()}).\n`,
	note: (random, lang) => `:::${random.pick(['note', 'tip', 'caution', 'important'])}[${title(random, lang)}]\n${sentence(random, lang)}\n:::\n`,
	image: (random, lang, page, near) => `![${title(random, lang)}](${near.image()})\n`,
	contact: (random, lang) => `${sentence(random, lang)}\n\n::contact{role=${random.pick(['emergency', 'helpline'])}}\n\n${capital(phrase(random, lang, 2))} :contact{role=emergency}, :date{on=2026-02-0${random.from(1, 9)}}.\n`,
	facts: (random, lang) => `:::keyfacts\n- ${sentence(random, lang)} {year=2014 source=report}\n- ${sentence(random, lang)} {source=survey}\n:::\n`,
	table: (random, lang) => `:::table[${title(random, lang)}]{source=report}\n| A | B |\n|---|---|\n| ${phrase(random, lang, 2)} | ${phrase(random, lang, 1)} |\n:::\n`,
	footnote: (random, lang) => `${capital(phrase(random, lang, 4))}.[^1]\n\n[^1]: ${sentence(random, lang)}\n`,
	only: (random, lang) => `:::only{language="${random.pick(['nb', 'en', '!nb'])}"}\n${sentence(random, lang)}\n:::\n\n:::facilitator\n${sentence(random, lang)}\n:::\n`,
	details: (random, lang) => `:::details[${title(random, lang)}]\n${sentence(random, lang)}\n:::\n`,
	code: () => '```sh\npensum build <in >out\n```\n\nSafe <kbd>Esc</kbd> and raw.\n',
	quote: (random, lang) => `> ${sentence(random, lang)}\n`,
};

function lesson(page, random, lang, near) {
	const t = [front(page, random, lang, [
		`minutes: ${random.from(1, 15)}`,
		...(random.chance(0.3) ? ['objectives:', `  aim: ${JSON.stringify(sentence(random, lang))}`] : []),
		...(page.hidden ? ['audience: facilitator'] : []),
		...(random.chance(0.15) ? ['at-risk: yes'] : []),
		...(random.chance(0.2) ? [`content-note: ${JSON.stringify(sentence(random, lang))}`] : []),
		...(page.slug && random.chance(0.7) ? [`slug: ${phrase(random, lang, 1).normalize('NFD').replace(/[^a-z]/g, '')}-${page.n}`] : []),
	])];
	t.push(`${sentence(random, lang)}\n`);
	if (page.term)
		t.push(`:::definition[${title(random, lang)} ${page.n}]{#term-${page.n}}\n${sentence(random, lang)}\n:::\n`);
	for (let i = 1; i <= 3; i++) {
		t.push(`## ${title(random, lang)} ${i}${i === 1 ? ` {#h-${page.n}}` : ''}\n`);
		for (const part of random.shuffled(Object.keys(parts)).slice(0, 3))
			if (part !== 'footnote' || i === 2)
				t.push(parts[part](random, lang, page, near));
	}
	if (page.asks)
		t.push(question(random, lang, `q-${page.n}`, random.pick(kinds), page.tag));
	return t.join('\n');
}

// -- other pages --

function quiz(page, random, lang) {
	const own = random.list(3, (i) => question(random, lang, `q-${page.n}-${i}`, kinds[(page.n + i) % kinds.length], page.tag)).join('\n');
	return `${front(page, random, lang, ['type: quiz', 'mode: self-check', 'pass: 70%'])}\n${sentence(random, lang)}\n\n${own}
:::band{from=0}\n${sentence(random, lang)}\n:::\n\n:::band{from=70%}\n${sentence(random, lang)}\n:::\n`;
}

function drawn(page, random, lang) {
	return `${front(page, random, lang, ['type: quiz', 'mode: test', 'pass: 50%', 'attempts: 3', 'draw:', `  - {from: ${page.draws[0]}, take: 1}`, `  - {from: ${page.draws[1]}, take: 1}`])}
${sentence(random, lang)}\n\n${question(random, lang, `q-${page.n}-own`, 'single', 'own')}`;
}

function scenario(page, random, lang) {
	const choice = (to, outcome) => `- [${capital(phrase(random, lang, 3))}](#${to}) {outcome=${outcome}}\n  > ${sentence(random, lang)}`;
	return `${front(page, random, lang)}\n${sentence(random, lang)}

::::scenario[${title(random, lang)}]{#story-${page.n}}

:::step[${title(random, lang)}]{#start}
${sentence(random, lang)}\n\n${choice('talk', 'safe')}\n${choice('start', 'risky')}\n
:::

:::step[${title(random, lang)}]{#talk}
${sentence(random, lang)}\n\n${choice('end', 'safe')}\n${choice('start', 'partly')}\n
:::

:::ending[${title(random, lang)}]{#end}
${sentence(random, lang)} :contact{role=emergency}.
:::

:::summary
${sentence(random, lang)}
:::

::::
`;
}

function indicators(page, random, lang) {
	return `${front(page, random, lang, ['type: indicators'])}\n${sentence(random, lang)}

::::indicators[${title(random, lang)}]{#signs-${page.n} form=labour}
### ${title(random, lang)}

${random.list(4, (i) => `- [ ] ${capital(phrase(random, lang, 3))} {#i${i}${i < 2 ? ' .strong' : ''}}\n  > ${sentence(random, lang)}`).join('\n')}

:::band{from=0}\n${sentence(random, lang)}\n:::

:::band{from=1 of=strong}\n${sentence(random, lang)}\n:::

::::

::::case[${title(random, lang)}]{#case-${page.n} country=SE years=2010-2012 form=labour}
### {part=happened}

${sentence(random, lang)}

### {part=learning}

${sentence(random, lang)}

::::
`;
}

const plain = (page, random, lang) => `${front(page, random, lang, ['minutes: 3'])}\n${sentence(random, lang)}\n`;
const glossary = (page, random, lang) => `${front(page, random, lang, ['type: glossary'])}\n${sentence(random, lang)}\n`;

const makers = { lesson, quiz, drawn, scenario, indicators, plain, glossary };

export const pageText = (page, random, lang, near) => makers[page.type](page, random, lang, near);
