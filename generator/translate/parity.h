/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_PARITY_H
#define TRANSLATE_PARITY_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/node.h"

/*
 * What must come back unchanged from a translator (localisation.md T-27): where links and images lead, code, HTML, marks of footnotes,
 * roles, attributes, gaps, and placeholders like `{name}`; in any order.
 */
struct parity {
	bool equal;
	bool emphasis; /* as much emphasis and strong text on both sides */
	struct str lost,
	    added; /* what the source has and the translation has not, in words, and the other way round; empty: nothing */
};

/*
 * parity_check(a, source, translation, lang, typed): compares the inlines of two blocks. An image may have one in the language ${lang} in its place, `map.lv.svg`
 * for `map.svg`. Of a ${typed} answer code counts as words.
 */
struct parity parity_check(
    struct arena *a, const struct node *source, const struct node *translation, struct str lang, bool typed);

/*
 * parity_pages(a, source, translation, lang): the same of two whole pages, for what every language of a page has: links to other pages, images, and
 * placeholders. How often it is emphasised is not compared, nor where a link to another site leads: that may have languages of its own.
 */
struct parity parity_pages(struct arena *a, const struct node *source, const struct node *translation, struct str lang);

#endif
