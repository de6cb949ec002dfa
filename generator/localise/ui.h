/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_UI_H
#define LOCALISE_UI_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/catalogue.h"
#include "model/site.h"

/* An argument of a UI string: `%{name}` in it. */
struct ui_arg {
	const char *name;
	struct str value;
};

/* ui_text(lang, key): a string without arguments. The key must exist (a missing one is our bug). */
struct str ui_text(const struct language *lang, const char *key);

/* ui_format(a, lang, key, args, n): with its arguments filled in, those that run the other way isolated (bidi.h). */
struct str ui_format(
    struct arena *a, const struct language *lang, const char *key, const struct ui_arg *args, size_t n);

/* ui_count(a, lang, key, count): the plural form for ${count}; `%{count}` in it is the number as the language writes it. */
struct str ui_count(struct arena *a, const struct language *lang, const char *key, int64_t count);

/* ui_number(a, lang, n): a whole number as the language writes it. */
struct str ui_number(struct arena *a, const struct language *lang, int64_t n);

/* ui_find(lang, key): the message, or NULL: for keys that templates give. */
const struct message *ui_find(const struct language *lang, struct str key);

/* ui_check(c, d): every plural message has exactly the forms that CLDR gives its language; diagnosed. */
bool ui_check(const struct catalogue *c, struct diags *d);

#endif
