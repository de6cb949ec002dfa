/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as the lines of a request: method, target, and the headers that count. Whatever they say, the site is asked for plain paths below it only, and
 * what is sent lies in its bytes. `tests/fuzz/hunt request` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "serve/mime.h"
#include "serve/range.h"
#include "serve/reply.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

/* A path that no program can read in two ways. */
static bool
is_plain(struct str path)
{
	if (path.n == 0 || path.p[0] == '/' || memchr(path.p, '\0', path.n) != NULL ||
	    memchr(path.p, '\\', path.n) != NULL)
		return false;
	while (path.n > 0) {
		struct str part = str_cut(&path, '/');

		if (part.n == 0 || str_is(part, ".") || str_is(part, ".."))
			return false;
	}
	return true;
}

static const char page[] = "<!DOCTYPE html><body>0123456789</body>";

/* Every other path leads somewhere. */
static bool
get(void *ctx, struct str path, struct str *bytes)
{
	(void)ctx;
	demand(is_plain(path));
	*bytes = STR(page);
	return path.n % 2 == 0 || str_is(path, "404.html");
}

static void
check(const struct reply *r, const struct reply_request *q)
{
	demand(r->status == 200 || r->status == 206 || r->status == 304 || r->status == 307 || r->status == 400 ||
	    r->status == 403 || r->status == 404 || r->status == 405 || r->status == 416);
	demand(!r->events || (r->status == 200 && str_is(q->method, "GET")));
	demand(r->body.n <= sizeof page + 100);
	demand(r->status != 206 || (r->body.n > 0 && r->content_range.n > 0 && str_is(q->method, "GET")));
	demand(r->location.n == 0 ||
	    (r->status == 307 && r->location.p[0] == '/' && r->location.p[1] != '/' &&
		r->location.p[r->location.n - 1] == '/'));
	for (size_t i = 0; i < r->location.n; i++) /* a header */
		demand(r->location.p[i] > ' ' && r->location.p[i] < 0x7f && r->location.p[i] != '\\');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str rest = { n > 0 ? (const char *)data : "", n }, file;
	const struct reply_site site = { get, NULL, n % 3 > 0 };
	struct reply_request q;
	struct reply r;
	struct arena a = ARENA_INIT;
	size_t from = 0, to = 0;

	q.method = str_cut(&rest, '\n');
	q.target = str_cut(&rest, '\n');
	q.host = str_cut(&rest, '\n');
	q.range = str_cut(&rest, '\n');
	q.if_range = str_cut(&rest, '\n');
	q.none_match = str_cut(&rest, '\n');
	q.shown_target = q.shown_hash = STR_EMPTY;
	reply_make(&r, &q, &site);
	check(&r, &q);
	reply_free(&r);
	reply_shown(&a, &site, q.target, &file);
	demand(file.n == 0 || is_plain(file));
	if (range_parse(q.range, n, &from, &to) == RANGE_PART)
		demand(from < to && to <= n);
	demand(mime_of(q.target).n > 0);
	arena_free(&a);
	return 0;
}
