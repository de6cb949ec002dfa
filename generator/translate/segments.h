/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_SEGMENTS_H
#define TRANSLATE_SEGMENTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"
#include "model/site.h"

/*
 * What a translator gets of a document, message by message (localisation.md T-1 to T-11): settings that are words, and of the body each
 * label, heading, paragraph, item and cell. Fences, marks, numbers of lists, attributes of blocks and code blocks are outside.
 */
enum segment_role {
	SEGMENT_TITLE,
	SEGMENT_SUMMARY,
	SEGMENT_OBJECTIVE,
	SEGMENT_CONTENT_NOTE,
	SEGMENT_LABEL, /* of a directive */
	SEGMENT_HEADING,
	SEGMENT_PARAGRAPH,
	SEGMENT_ITEM,
	SEGMENT_OPTION,   /* an item of a question */
	SEGMENT_FEEDBACK, /* a quote in one */
	SEGMENT_QUOTE,
	SEGMENT_CELL,
	SEGMENT_FOOTNOTE,
	SEGMENT_ROLES
};

struct segment {
	enum segment_role role;
	struct str context;        /* `ctx=`; empty: none */
	struct str text;           /* the message, from inlinetext_write(); of a setting, as it is. Never empty */
	struct node *holder;       /* whose inline children it is; NULL: a setting */
	const struct value *value; /* the setting */
	struct span at;
	const struct node
	    *unit;          /* the question it belongs to, which is translated as a whole or not at all; NULL: none */
	struct str block;   /* key of the block it belongs to: see segments_of() */
	struct str heading; /* words of the nearest heading above; empty: none */
	struct str note;    /* the author's, `<!-- i18n:comment: … -->`; empty: none */
	struct str kind;    /* name of the directive it stands in: "case"; empty: none */
	bool typed;         /* a typed answer: its variants are each language's own */
	bool bare;          /* an answer that may be compared with what is typed: no markup may be put around it */
	bool critical;      /* `.critical`: must not go untranslated */
	bool facilitator;
};

struct segments {
	struct segment *v;
	size_t n;
};

/*
 * segments_of(a, t, root, src, d): the messages of ${t}, a text in the source language, in reading order: its settings, then those of the
 * tree ${root}, as read from ${src} and not yet assembled. Labels come before what they stand over, footnotes at the end. ${root} may be NULL: settings only.
 * Everything lives in ${a}.
 *
 * A block is what is said to be out of date as a whole: `settings`; the outermost directive with an id, by this; else the
 * part under a heading, by the heading's id or the slug of its words; `beginning` in front of the first.
 */
struct segments segments_of(
    struct arena *a, const struct text *t, struct node *root, const struct source *src, struct diags *d);

/* segments_role(r): its name, which is also the context of a message whose words stand in several roles: "heading". */
const char *segments_role(enum segment_role r);

#endif
