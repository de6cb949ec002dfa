/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/reply.h"

#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/path.h"
#include "base/stock.h"
#include "serve/mime.h"
#include "serve/range.h"
#include "serve/target.h"

static const char own[] = "-/pensum/";

/* -- replies without a file -- */

static void
say(struct reply *r, unsigned status, const char *text)
{
	r->status = status;
	r->type = STR("text/plain; charset=utf-8");
	r->body = str_of(text);
}

/* -- a file's bytes -- */

static struct str
tag_of(struct arena *a, struct str bytes)
{
	char hex[17];

	hash_hex(hash_bytes(bytes), hex);
	return arena_fmt(a, "\"%s\"", hex);
}

/* Whether ${tag} is in the list of an If-None-Match; there, a weak one is as good. */
static bool
names_tag(struct str list, struct str tag)
{
	while (list.n > 0) {
		struct str one = str_trim(str_cut(&list, ','));

		if (str_starts(one, "W/"))
			one = str_sub(one, 2, one.n);
		if (str_eq(one, tag) || str_is(one, "*"))
			return true;
	}
	return false;
}

static void
take_part(struct reply *r, const struct reply_request *q)
{
	size_t size = r->body.n, from = 0, to = 0;

	if (!str_is(q->method, "GET") || (q->if_range.n > 0 && !str_eq(str_trim(q->if_range), r->etag)))
		return;
	switch (range_parse(q->range, size, &from, &to)) {
	case RANGE_ALL: return;
	case RANGE_OUTSIDE:
		say(r, 416, "The file has no such part.\n");
		r->content_range = arena_fmt(&r->arena, "bytes */%zu", size);
		return;
	case RANGE_PART:
		r->status = 206;
		r->body = str_sub(r->body, from, to);
		r->content_range = arena_fmt(&r->arena, "bytes %zu-%zu/%zu", from, to - 1, size);
		return;
	}
}

static void
give(struct reply *r, const struct reply_request *q, struct str bytes)
{
	r->status = 200;
	r->parts = true;
	r->body = bytes;
	r->etag = tag_of(&r->arena, bytes);
	if (names_tag(q->none_match, r->etag)) {
		r->status = 304;
		r->type = r->body = STR_EMPTY;
	} else {
		take_part(r, q);
	}
}

/* Where the last "</body>" begins, or the end. */
static size_t
end_of_page(struct str page)
{
	static const char end[] = "</body>";

	for (size_t at = page.n; at-- > 0;)
		if (page.p[at] == '<' && page.n - at >= sizeof end - 1 && memcmp(page.p + at, end, sizeof end - 1) == 0)
			return at;
	return page.n;
}

/* The page with the script that keeps it up to date. Which page that is, the script tells by the number of its bytes. */
static struct str
with_script(struct arena *a, struct str page)
{
	struct buf b = BUF_INIT;
	struct str made;
	size_t at = end_of_page(page);
	char hex[17];

	hash_hex(hash_bytes(page), hex);
	buf_str(&b, str_sub(page, 0, at));
	buf_fmt(&b, "<script src=\"/%sreload.js\" data-shown=\"%s\"></script>\n", own, hex);
	buf_str(&b, str_sub(page, at, page.n));
	made = arena_str(a, buf_view(&b));
	buf_free(&b);
	return made;
}

/* -- finding it -- */

enum found { FOUND_FILE, FOUND_FOLDER, FOUND_NOTHING };

static bool
is_folder(struct str path)
{
	return path.n == 0 || str_ends(path, "/");
}

/* The file that is shown at ${path}; FOUND_FOLDER: at that path with a slash behind. */
static enum found
find(struct arena *a, const struct reply_site *site, struct str path, struct str *file, struct str *bytes)
{
	*file = is_folder(path) ? arena_fmt(a, "%.*sindex.html", STR_ARG(path)) : path;
	if (site->get(site->ctx, *file, bytes))
		return FOUND_FILE;
	if (!is_folder(path) && site->get(site->ctx, arena_fmt(a, "%.*s/index.html", STR_ARG(path)), bytes))
		return FOUND_FOLDER;
	return FOUND_NOTHING;
}

static void
send_to_folder(struct reply *r, struct str path)
{
	struct buf b = BUF_INIT;

	BUF_LIT(&b, "/");
	path_escape(&b, path);
	BUF_LIT(&b, "/");
	say(r, 307, "This is a folder: its address ends in a slash.\n");
	r->location = arena_str(&r->arena, buf_view(&b));
	buf_free(&b);
}

static void
give_nothing(struct reply *r, const struct reply_site *site)
{
	struct str bytes;

	say(r, 404, "The site has no such page.\n");
	if (!site->get(site->ctx, STR("404.html"), &bytes))
		return;
	r->type = mime_of(STR("404.html"));
	r->body = with_script(&r->arena, bytes);
}

static void
give_own(struct reply *r, const struct reply_request *q, struct str name)
{
	const struct stock_file *f;

	if (str_is(name, "events")) {
		r->status = 200;
		r->type = STR("text/event-stream; charset=utf-8");
		r->events = str_is(q->method, "GET");
		return;
	}
	f = stock_builtin(arena_fmt(&r->arena, "generator/serve/js/%.*s", STR_ARG(name)));
	if (f == NULL) {
		say(r, 404, "The server has no such file of its own.\n");
		return;
	}
	r->type = mime_of(name);
	give(r, q, f->bytes);
}

static void
give_path(struct reply *r, const struct reply_request *q, const struct reply_site *site, struct str path)
{
	struct str file, bytes;

	if (str_starts(path, own)) {
		give_own(r, q, str_sub(path, sizeof own - 1, path.n));
		return;
	}
	switch (find(&r->arena, site, path, &file, &bytes)) {
	case FOUND_FOLDER: send_to_folder(r, path); return;
	case FOUND_NOTHING: give_nothing(r, site); return;
	case FOUND_FILE:
		r->type = mime_of(file);
		give(r, q, mime_is_page(r->type) ? with_script(&r->arena, bytes) : bytes);
		return;
	}
}

void
reply_make(struct reply *r, const struct reply_request *q, const struct reply_site *site)
{
	struct str path;

	*r = (struct reply){ .type = STR_EMPTY,
		.etag = STR_EMPTY,
		.location = STR_EMPTY,
		.allow = STR_EMPTY,
		.content_range = STR_EMPTY,
		.body = STR_EMPTY };
	if (site->only_local && q->host.n > 0 && !target_is_local(q->host)) {
		say(r, 403,
		    "This server answers under the names of this machine only: http://127.0.0.1 or http://localhost.\n");
	} else if (!str_is(q->method, "GET") && !str_is(q->method, "HEAD")) {
		say(r, 405, "Files can be read here, nothing else.\n");
		r->allow = STR("GET, HEAD");
	} else if (!target_path(&r->arena, q->target, &path)) {
		say(r, 400, "This is no address of a page.\n");
	} else {
		give_path(r, q, site, path);
	}
}

void
reply_free(struct reply *r)
{
	arena_free(&r->arena);
}

uint64_t
reply_shown(struct arena *a, const struct reply_site *site, struct str target, struct str *file)
{
	struct str path, bytes = STR_EMPTY;

	*file = STR_EMPTY;
	if (!target_path(a, target, &path))
		return 0;
	if (find(a, site, path, file, &bytes) == FOUND_FILE)
		return hash_bytes(bytes);
	*file = STR("404.html");
	return site->get(site->ctx, *file, &bytes) ? hash_bytes(bytes) : 0;
}
