/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_LOCALE_H
#define READ_LOCALE_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/catalogue.h"

/* locale_english(a, d): the built-in English, whose strings each language has. For catalogue_free(). */
struct catalogue *locale_english(struct arena *a, struct diags *d);

/*
 * locale_read(a, root, tag, english, named, at, d): locales/<tag>.yaml of the site over the built-in one, string by string.
 * The file has one root key, the tag, and under it key: text, or key: {one: …, other: …} (the shape
 * that Weblate reads as Ruby YAML); `%{name}` stands for an argument. A language without any
 * file is an error at the place ${at} of ${named}, where the language is named; the strings it lacks are errors, too. They are compared with *english, which is read where it is NULL and
 * needed: a site without files of its own needs no English.
 * Returns NULL after such an error. Plural forms are checked by localise/ui.c, which knows CLDR.
 */
struct catalogue *locale_read(struct arena *a, struct str root, struct str tag, struct catalogue **english,
    const struct source *named, struct span at, struct diags *d);

#endif
