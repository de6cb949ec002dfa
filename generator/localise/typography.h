/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_TYPOGRAPHY_H
#define LOCALISE_TYPOGRAPHY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "localise/binding.h"
#include "localise/delimiters.h"
#include "model/node.h"
#include "model/site.h"

/*
 * What an author types and what a reader sees: quotation marks of the language in place of straight ones (quotes.h), and blanks
 * at which no line ends (binding.h). What was written stays in the tree beside it (node.h: as.words.shown), so that ids, keys of questions,
 * fingerprints and exports never notice.
 */
struct typography {
	struct str lang;
	bool quotes, spaces;
	struct delimiters marks;
	const struct binding *rules;
};

/*
 * typography_prepare(site, d): language->typography of each language, as CLDR and `typography:` in site.yaml say. What is wrong there
 * is diagnosed.
 */
void typography_prepare(struct site *site, struct diags *d);

/*
 * typography_tree(a, root, site, lang): sets what readers see of all words in ${root}, which is in the language ${lang}, labels included;
 * texts in ${a}. Blocks with `lang=` are in that language; inside a line it marks words that are left alone. So are code, raw HTML, addresses, gaps,
 * and the lists of what may be typed. Again it changes nothing.
 */
void typography_tree(struct arena *a, struct node *root, const struct site *site, struct str lang);

/* typography_text(a, lang, text): a text without markup, in the language ${lang}; itself where nothing changes. */
struct str typography_text(struct arena *a, const struct language *lang, struct str text);

#endif
