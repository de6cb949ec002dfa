/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_HELPER_H
#define RENDER_HELPER_H

#include "localise/ui.h"
#include "render/state.h"

/*
 * Pensum's own functions for templates: t, asset, current, html, escape, query. They read the
 * run's struct lua_call; outside of a run they raise an error.
 */

enum { HELPER_ARGS = 16 }; /* of t() at most */

/* helper_plain(m): whether the message is the same whatever it is about, as most are: its form PLURAL_OTHER. */
static inline bool
helper_plain(const struct message *m)
{
	struct str text = m->forms[PLURAL_OTHER];

	return !m->plural && str_find(text, '%') == text.n;
}

/*
 * helper_words(L, m, key, v, n, number): t(): the message ${m} of that key with its arguments, and the number that is counted, or NULL.
 * Raises an error where one is missing. Until the next run.
 */
struct str helper_words(
    lua_State *L, const struct message *m, const char *key, const struct ui_arg *v, size_t n, const int64_t *number);

/*
 * helper_counted(L, m, key, n): the same with no argument but `count`, a number below LANGUAGE_COUNTED. Such texts are kept: a list of pages
 * has one a page.
 */
struct str helper_counted(lua_State *L, const struct message *m, const char *key, int64_t n);

/* helper_address(L, name): asset(): where that asset of the theme is, seen from the page; in l->scratch. Raises an error for an unknown one. */
struct str helper_address(lua_State *L, struct str name);

/* helper_open(l): adds them to l->base. */
void helper_open(struct lua *l);

#endif
