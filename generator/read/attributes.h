/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_ATTRIBUTES_H
#define READ_ATTRIBUTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "model/attrs.h"

/*
 * The `{#id .class key=value key="two words"}` lists of the authoring format, read from
 * raw text. Where they may stand is the caller's knowledge.
 */
enum attributes_result {
	ATTRIBUTES_NONE, /* does not begin like a list; nothing was diagnosed */
	ATTRIBUTES_OK,
	ATTRIBUTES_BROKEN, /* diagnosed as attribute-syntax or character-invisible */
};

/* More keys than this in one list are refused. */
#define ATTRIBUTES_MAX 256

/*
 * attributes_parse(a, text, src, at, out, used, d): the list that ${text} begins with. ${at} is the place
 * of ${text} in ${src} (line and column; its length is ignored). A line break is a blank: give one line where
 * the list must stand on one. Columns on later lines are those of the source, whose lines end like those
 * of ${text} (a container's prefix in front). *out is NULL for ATTRIBUTES_NONE; of a broken list it holds what
 * could be read, so that one mistake gives one message. *used counts the bytes of the list, braces included; of a list
 * that is not closed, up to the end of its line. All in *out is copied into ${a}.
 */
enum attributes_result attributes_parse(struct arena *a, struct str text, const struct source *src, struct span at,
    struct attrs **out, size_t *used, struct diags *d);

/*
 * attributes_begins(text): whether ${text} begins like a list: `{#`, `{.` or `{key=`, also with blanks or
 * invisible characters behind the brace.
 */
bool attributes_begins(struct str text);

/* attributes_valid(text, used): whether ${text} begins with a list without fault; *used its bytes. Silent. */
bool attributes_valid(struct str text, size_t *used);

#endif
