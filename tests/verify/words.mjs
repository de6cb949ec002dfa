// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sentences in a few languages. The same numbers drawn give the same sentence in each, so that what was made twice
// with one seed is built alike and differs in words only, as a translation does.

const lists = {
	nb: `arbeid bolig gjeld grense hjelp hotell håndbok innsats jobb kjøkken kommune kontrakt kvittering leder lønn måned
		nabo pass politi reise rådgiver skole språk støtte tegn tilsyn tolk ungdom utleier vakt være åpen ønske ærlig`,
	en: `work house debt border help hotel handbook effort job kitchen council contract receipt leader wage month
		neighbour passport police journey adviser school language support sign inspector interpreter youth landlord guard be open wish honest`,
	lv: `darbs māja parāds robeža palīdzība viesnīca rokasgrāmata pūles amats virtuve pašvaldība līgums kvīts vadītājs alga mēnesis
		kaimiņš pase policija ceļojums padomnieks skola valoda atbalsts zīme inspektors tulks jaunietis saimnieks sargs būt atvērts vēlēšanās godīgs`,
};
const words = Object.fromEntries(Object.entries(lists).map(([lang, list]) => [lang, list.split(/\s+/)]));

export const capital = (text) => text[0].toUpperCase() + text.slice(1);

export function phrase(random, lang, n) {
	const list = words[lang] ?? words.nb;
	return random.list(n, () => list[random.below(34)]).join(' ');
}

export const title = (random, lang) => capital(phrase(random, lang, random.from(1, 3)));

// A sentence of words only, or one with emphasis, quotation marks, a number with its unit.
export function sentence(random, lang) {
	const text = phrase(random, lang, random.from(4, 9));
	const more = phrase(random, lang, 2);
	switch (random.below(8)) {
	case 0: return `${capital(text)} *${more}*.`;
	case 1: return `${capital(text)} "${more}" 25 %.`;
	case 2: return `${capital(text)}, **${more}**.`;
	default: return `${capital(text)} ${more}.`;
	}
}
