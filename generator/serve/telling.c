/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/telling.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/message.h"
#include "base/terminal.h"

struct telling {
	struct telling_voice voice;
	struct arena arena; /* of the keys */
	struct map told;    /* problems that were told, by key_of() */
	size_t errors, warnings;
};

struct telling *
telling_open(const struct telling_voice *v)
{
	struct telling *t = mem_alloc(sizeof *t);

	*t = (struct telling){ .voice = *v };
	return t;
}

void
telling_line(struct telling *t, const char *fmt, ...)
{
	struct arena a = ARENA_INIT;
	va_list ap;

	va_start(ap, fmt);
	t->voice.line(t->voice.ctx, arena_vfmt(&a, fmt, ap));
	va_end(ap);
	arena_free(&a);
}

/* -- changes -- */

void
telling_change(struct telling *t, const struct sources_changed *names, size_t pages, bool all, double ms)
{
	struct buf b = BUF_INIT;
	size_t more = names->names.n > 0 ? names->names.n - 1 + names->more : 0;

	if (names->names.n > 0)
		terminal_put(&b, names->names.v[0]);
	else
		BUF_LIT(&b, "the site");
	if (more > 0)
		buf_fmt(&b, " and %zu more", more);
	if (all)
		BUF_LIT(&b, ": all pages");
	else if (pages > 0)
		buf_fmt(&b, ": %zu %s", pages, pages == 1 ? "page" : "pages");
	else
		BUF_LIT(&b, ": no page");
	buf_fmt(&b, ms < 10 ? ", %.1f ms" : ", %.0f ms", ms);
	t->voice.line(t->voice.ctx, buf_view(&b));
	buf_free(&b);
}

/* -- problems -- */

/* What makes a problem the same one: not its place, which an edit above it moves. */
static struct str
key_of(struct arena *a, const struct diag *g)
{
	return arena_fmt(a, "%d\n%d\n%.*s\n%.*s\n%.*s", (int)g->code, (int)g->level, STR_ARG(g->file),
	    STR_ARG(g->detail), STR_ARG(g->line));
}

static void
count_left(struct telling *t, const struct diags *d)
{
	size_t errors = diags_count(d, DIAG_ERROR) + diags_count(d, DIAG_FATAL),
	       warnings = diags_count(d, DIAG_WARNING);

	if (errors == t->errors && warnings == t->warnings)
		return;
	t->errors = errors;
	t->warnings = warnings;
	if (errors == 0 && warnings == 0)
		telling_line(t, "all repaired");
	else
		telling_line(t, "%zu %s, %zu %s", errors, errors == 1 ? "error" : "errors", warnings,
		    warnings == 1 ? "warning" : "warnings");
}

/* Only what is complete replaces what was told: else a problem would come again as new. */
static void
remember_only(struct telling *t, const struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct map told = MAP_INIT;

	for (size_t i = 0; i < d->all.n; i++)
		map_put(&told, key_of(&a, &d->all.v[i]), t);
	map_free(&t->told);
	arena_free(&t->arena);
	t->told = told;
	t->arena = a;
}

void
telling_problems(struct telling *t, const struct diags *d, bool complete)
{
	struct diags fresh = DIAGS_INIT; /* borrows all from ${d} but the list */
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < d->all.n; i++) {
		struct str key = key_of(&a, &d->all.v[i]);

		if (map_get(&t->told, key) != NULL)
			continue;
		map_put(&t->told, arena_str(&t->arena, key), t);
		VEC_PUSH(&fresh.all, d->all.v[i]);
	}
	arena_free(&a);
	if (fresh.all.n > 0)
		t->voice.problems(t->voice.ctx, &fresh);
	VEC_FREE(&fresh.all);
	if (!complete)
		return;
	remember_only(t, d);
	count_left(t, d);
}

void
telling_errors(struct buf *b, const struct diags *d)
{
	struct diags errors = DIAGS_INIT;
	char *text = NULL;
	size_t n = 0;
	FILE *f;

	for (size_t i = 0; i < d->all.n; i++)
		if (d->all.v[i].level >= DIAG_ERROR)
			VEC_PUSH(&errors.all, d->all.v[i]);
	f = errors.all.n > 0 ? open_memstream(&text, &n) : NULL;
	if (f != NULL) {
		message_print(&errors, f, false);
		fclose(f);
		buf_put(b, text, n);
		free(text);
	}
	VEC_FREE(&errors.all);
}

void
telling_close(struct telling *t)
{
	if (t == NULL)
		return;
	map_free(&t->told);
	arena_free(&t->arena);
	free(t);
}
