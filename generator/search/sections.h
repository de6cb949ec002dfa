/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_SECTIONS_H
#define SEARCH_SECTIONS_H

#include "model/body.h"

/*
 * What one can find on a page: the page itself up to its first heading, what stands below each heading, and the blocks
 * that readers look for by what they are. The text of a block belongs to the block, not to the heading above it.
 */
enum section_kind {
	SECTION_PAGE, /* title: that of the page; text: summary, objectives, prose in front of the first heading, footnotes */
	SECTION_HEADING,
	SECTION_DEFINITION, /* title: the term */
	SECTION_CASE,
	SECTION_INDICATORS,
	SECTION_PRACTICE,
	SECTION_QUESTION, /* title: its label, or what it asks; text: what it asks */
	SECTION_SCENARIO, /* text: summary and first step: what follows is for who plays */
	SECTION_KINDS
};

struct section {
	enum section_kind kind;
	struct str anchor; /* in the page; empty: its top */
	struct str title,
	    text; /* plain; blocks are lines. Title empty: in another language than the text, or there is none */
	struct str folded; /* text of parts that readers choose to unfold: to be found, but not to be shown unasked */
};

struct sections {
	struct section *v;
	size_t n;
};

/*
 * sections_of(a, site, o, body): those of the page ${o} with the prose ${body}, in ${a}; at least one. What readers do not
 * see, or not before they have answered, is not in them: answers, feedback, explanations, hints, texts for trainers, places that a
 * scenario leads to. Nor is what is in another language than the text.
 */
struct sections sections_of(struct arena *a, const struct site *site, const struct output *o, const struct body *body);

#endif
