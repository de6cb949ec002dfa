/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/reload.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/path.h"
#include "base/vec.h"

struct browser {
	struct http_stream *stream;
	char *target;   /* the address that it shows, on the heap */
	uint64_t shown; /* what it shows there, as reply_shown() tells */
};

struct reload {
	const struct reply_site *site;
	bool follow;
	struct reload_browsers VEC_OF(struct browser) all; /* who came last stands last */
	struct buf errors;                                 /* that were told */
};

struct reload *
reload_open(const struct reply_site *site, bool follow)
{
	struct reload *r = mem_alloc(sizeof *r);

	*r = (struct reload){ .site = site, .follow = follow };
	return r;
}

/* -- events -- */

/* {"type":"${type}"} with ${name} and ${value} where ${name} is not NULL. */
static void
put_event(struct buf *b, const char *type, const char *name, struct str value)
{
	buf_fmt(b, "data: {\"type\":\"%s\"", type);
	if (name != NULL) {
		buf_fmt(b, ",\"%s\":", name);
		json_string(b, value);
	}
	BUF_LIT(b, "}\n\n");
}

static void
tell(const struct browser *w, const char *type, const char *name, struct str value)
{
	struct buf b = BUF_INIT;

	put_event(&b, type, name, value);
	http_put(w->stream, buf_view(&b));
	buf_free(&b);
}

static void
tell_errors(const struct reload *r, const struct browser *w)
{
	if (r->errors.n > 0)
		tell(w, "error", "text", buf_view(&r->errors));
	else
		tell(w, "fixed", NULL, STR_EMPTY);
}

static void
tell_new(struct browser *w, bool styles)
{
	char hex[17];

	hash_hex(w->shown, hex);
	if (styles)
		tell(w, "styles", "shown", str_of(hex));
	else
		tell(w, "reload", NULL, STR_EMPTY);
}

/* -- who looks -- */

void
reload_join(struct reload *r, struct http_stream *s, const struct reply_request *q)
{
	struct arena a = ARENA_INIT;
	struct browser w = { .stream = s, .target = mem_alloc(q->shown_target.n + 1) };
	struct str file;
	char hex[17];

	memcpy(w.target, q->shown_target.p, q->shown_target.n);
	w.shown = reply_shown(&a, r->site, str_of(w.target), &file);
	hash_hex(w.shown, hex);
	VEC_PUSH(&r->all, w);
	if (w.shown != 0 && !str_is(q->shown_hash, hex))
		tell_new(&w, false);
	tell_errors(r, &w);
	arena_free(&a);
}

void
reload_leave(struct reload *r, struct http_stream *s)
{
	for (size_t i = 0; i < r->all.n; i++) {
		if (r->all.v[i].stream != s)
			continue;
		free(r->all.v[i].target);
		memmove(&r->all.v[i], &r->all.v[i + 1], (r->all.n - i - 1) * sizeof *r->all.v);
		r->all.n--;
		return;
	}
}

/* -- what they are told -- */

/* "nb/a/index.html" → "a/index.html" */
static struct str
without_language(struct str file)
{
	str_cut(&file, '/');
	return file;
}

/* Whether somebody looks at ${edited} already, or at it in another language: then nobody is led anywhere. */
static bool
is_looked_at(struct reload *r, struct str edited)
{
	struct arena a = ARENA_INIT;
	bool found = false;

	for (size_t i = 0; i < r->all.n && !found; i++) {
		struct str file;

		reply_shown(&a, r->site, str_of(r->all.v[i].target), &file);
		found = str_eq(file, edited) ||
		    (without_language(file).n > 0 && str_eq(without_language(file), without_language(edited)));
	}
	arena_free(&a);
	return found;
}

static void
lead(struct reload *r, struct str edited)
{
	struct buf b = BUF_INIT;
	struct str bytes;

	if (!r->site->get(r->site->ctx, edited, &bytes))
		return;
	BUF_LIT(&b, "/");
	path_escape(&b, str_ends(edited, "/index.html") ? str_sub(edited, 0, edited.n - 10) : edited);
	tell(&r->all.v[r->all.n - 1], "goto", "path", buf_view(&b));
	buf_free(&b);
}

void
reload_tell(struct reload *r, bool styles, struct str edited)
{
	struct arena a = ARENA_INIT;
	bool leads = r->follow && edited.n > 0 && r->all.n > 0 && !is_looked_at(r, edited);

	for (size_t i = 0; i < r->all.n; i++) {
		struct browser *w = &r->all.v[i];
		struct str file;
		uint64_t now = reply_shown(&a, r->site, str_of(w->target), &file);

		if (now == w->shown || now == 0)
			continue;
		w->shown = now;
		if (!leads || i + 1 < r->all.n)
			tell_new(w, styles);
	}
	if (leads)
		lead(r, edited);
	arena_free(&a);
}

void
reload_errors(struct reload *r, struct str text)
{
	if (str_eq(text, buf_view(&r->errors)))
		return;
	buf_reset(&r->errors);
	buf_str(&r->errors, text);
	for (size_t i = 0; i < r->all.n; i++)
		tell_errors(r, &r->all.v[i]);
}

void
reload_beat(struct reload *r)
{
	for (size_t i = 0; i < r->all.n; i++)
		http_put(r->all.v[i].stream, STR(":\n\n"));
}

void
reload_close(struct reload *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->all.n; i++)
		free(r->all.v[i].target);
	VEC_FREE(&r->all);
	buf_free(&r->errors);
	free(r);
}
