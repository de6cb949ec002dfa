/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/searchscript.h"

#include <assert.h>

#include "base/json.h"
#include "base/stock.h"
#include "localise/tag.h"
#include "localise/tongue.h"
#include "localise/spoken.h"

/* Callee first. */
static const char *const pieces[] = { "fold", "parts", "look", "index", "list", "start" };

/* What it says. */
static const char messages[] =
    "search-loading search-found search-none search-advice search-more search-also search-in search-failed "
    "definition case indicators practice question scenario";

enum {
	OTHERS = 3
}; /* languages that are looked in when there is little in the reader's: each costs a phone two or three files */

struct str
searchscript_name(struct arena *a, const struct language *lang)
{
	return arena_fmt(a, "assets/search-%.*s.js", STR_ARG(lang->tag));
}

static void
put_words(struct buf *b, const struct language *lang)
{
	struct str rest = str_of(messages);

	BUF_LIT(b, "text:{");
	while (rest.n > 0) {
		spoken_message(b, lang, str_cut(&rest, ' '));
		if (rest.n > 0)
			buf_cstr(b, ",\n");
	}
	buf_chr(b, '}');
}

struct others {
	const struct language *v[OTHERS];
	int n;
};

static void
add_other(struct others *all, const struct language *l, const struct language *reader)
{
	for (int i = 0; i < all->n; i++)
		if (all->v[i] == l)
			return;
	if (l && l != reader && all->n < OTHERS)
		all->v[all->n++] = l;
}

/* Those that stand in for the reader's first, then in the order of the site. */
static void
put_others(struct buf *b, const struct site *site, const struct language *lang)
{
	struct arena a = ARENA_INIT;
	struct others all = { { NULL }, 0 };

	for (size_t i = 0; i < lang->nchain; i++)
		add_other(&all, site_language(site, lang->chain[i]), lang);
	for (size_t i = 0; i < site->nlanguages; i++)
		add_other(&all, &site->languages[i], lang);
	BUF_LIT(b, "others:[");
	for (int i = 0; i < all.n; i++) {
		buf_cstr(b, i ? ",[" : "[");
		json_string(b, all.v[i]->tag);
		buf_chr(b, ',');
		json_string(b, all.v[i]->dir);
		buf_chr(b, ',');
		json_string(b, tongue_name(&a, all.v[i]->tag, lang->tag));
		buf_chr(b, ']');
	}
	buf_chr(b, ']');
	arena_free(&a);
}

static void
put_code(struct buf *b, const char *name)
{
	struct buf path = BUF_INIT;
	const struct stock_file *file;

	buf_fmt(&path, "minified/generator/search/js/%s.js", name);
	file = stock_builtin(buf_view(&path));
	assert(file && "a piece of the search that is not embedded");
	buf_str(b, file->bytes);
	buf_free(&path);
}

void
searchscript_emit(struct buf *b, const struct site *site, const struct language *lang)
{
	struct arena a = ARENA_INIT;

	BUF_LIT(b,
	    "/* Made by Pensum. SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\nconst data = {lang:");
	json_string(b, lang->tag);
	BUF_LIT(b, ",counts:");
	json_string(b, tag_browser(&a, lang->tag));
	buf_chr(b, ',');
	put_others(b, site, lang);
	buf_chr(b, ',');
	put_words(b, lang);
	BUF_LIT(b, "};\n\n");
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		put_code(b, pieces[i]);
	BUF_LIT(b, "})();\n");
	arena_free(&a);
}
