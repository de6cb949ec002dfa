/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"

/* CLDR plural categories, in CLDR's order (UTS 35, part 3, 5). */
enum plural { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER, PLURALS };

extern const char *const catalogue_plurals[PLURALS];

/* A UI string in one language: `%{name}` stands for an argument. */
struct message {
	struct str key;
	bool plural;
	struct str forms[PLURALS]; /* not plural: only PLURAL_OTHER; a missing form is empty */
	const struct source *src;  /* where it is written: its key */
	struct span at;
};

/* The UI strings of one language, from locales/<tag>.yaml. Lives in the site's arena, but for its map. */
struct catalogue {
	struct str lang;
	struct map messages; /* key → struct message * */
};

/* catalogue_free(c): the map; the rest is its arena's. NULL is harmless. */
void catalogue_free(struct catalogue *c);

#endif
