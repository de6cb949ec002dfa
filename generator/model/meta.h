/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_META_H
#define MODEL_META_H

#include <stdbool.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/value.h"

enum page_type {
	PAGE_LESSON,
	PAGE_DEFINITIONS,
	PAGE_CASES,
	PAGE_INDICATORS,
	PAGE_QUIZ,
	PAGE_WORKSHEET,
	PAGE_GLOSSARY,
	PAGE_BOOKLET,
	PAGE_MODULE, /* PAGE_MODULE: the index.md of a module or course */
};

/*
 * Front matter of one file, by the table meta_fields. Texts are as written, in the
 * language of the file. Lives as long as the site.
 */
struct meta {
	struct str title; /* required */
	struct str type;  /* as written; empty: lesson */
	struct str summary;
	int minutes;                    /* 0: not said */
	const struct value *objectives; /* a list, or a map from id to text */
	struct str audience;            /* "", "learner" or "facilitator" */
	const struct value *roles;
	struct str slug;
	bool draft;
	const struct value *content_note; /* text, or {what, around, minutes} */
	bool at_risk;
	struct str
	    neutral_title; /* of such a page: what a browser's tab and history say; empty: a word of the interface */
	struct str reviewed, review_by;
	const struct value *translates;
	bool machine_translated; /* by a machine, and nobody has read it since */
	/* of a quiz */
	struct str mode, pass, attempts, grade;
	const struct value *draw;
	const struct value *shuffle, *tries, *penalty, *keep, *solution, *floor, *points, *scoring;
};

extern const struct fields meta_fields;

/* meta_type(m, path): which kind of page; ${path} tells an index.md. PAGE_LESSON where the word is unknown. */
enum page_type meta_type(const struct meta *m, struct str path);
const char *meta_type_name(enum page_type t);

/* meta_is_date(s): whether ${s} is a day as settings and attributes have it: "2026-02-03". */
bool meta_is_date(struct str s);

/*
 * meta_check(m, front, src, d): the settings that have a list of words or a form of their own (type,
 * audience, mode, grade, dates, slug), read from ${front}. Returns whether all was well.
 */
bool meta_check(const struct meta *m, const struct value *front, const struct source *src, struct diags *d);

#endif
