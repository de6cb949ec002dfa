/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_GIVING_H
#define REPAIR_GIVING_H

#include "repair/edits.h"
#include "repair/trial.h"
#include "base/arena.h"
#include "base/map.h"

/*
 * `pensum fmt --ids`: ids for what has none. In the source language they are made from the words, once; a translation
 * gets those of its source, by position where the counts agree, and never others.
 */

/* Something that gets no id, and why. */
struct left {
	struct span at;
	struct str why;
};
struct lefts VEC_OF(struct left);

/*
 * giving_new(a, kept, t, lang, page, course, out, lefts): an id for each part of ${t} that should have one, from its words in
 * ${lang}. ${page}: ids that are taken on the page, headings' included; ${course}: those taken in the course; both get
 * the new ones, which live in ${kept}.
 */
void giving_new(struct arena *a, struct arena *kept, const struct trial *t, struct str lang, struct map *page,
    struct map *course, struct changes *out, struct lefts *lefts);

/* giving_copied(a, t, source, out, lefts): the ids that the same parts have in ${source}. */
void giving_copied(
    struct arena *a, const struct trial *t, const struct trial *source, struct changes *out, struct lefts *lefts);

/* giving_taken(root, page): adds the ids written in ${root} that are unique on the page. */
void giving_taken(const struct node *root, struct map *page);

/* giving_rule: the same document but for the ids. */
trial_rule giving_rule;

#endif
