/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/reload.h"

#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "testing.h"
#include "told.h"

/* A browser, in place of the one of http.c: what is sent to it is kept. */
struct http_stream {
	struct buf sent;
};

void
http_put(struct http_stream *s, struct str text)
{
	buf_str(&s->sent, text);
}

/* A site of two pages in two languages, whose text changes. */
static const char *text[4] = { "a", "b", "c", "d" };
static const char *const paths[4] = { "nb/a/index.html", "en/a/index.html", "nb/b/index.html", "404.html" };

static bool
get(void *ctx, struct str path, struct str *bytes)
{
	(void)ctx;
	for (int i = 0; i < 4; i++)
		if (str_is(path, paths[i])) {
			*bytes = str_of(text[i]);
			return true;
		}
	return false;
}

static const struct reply_site site = { get, NULL, true };

struct both {
	struct reload *r;
	struct http_stream first, second; /* at nb/a and at nb/b */
};

static void
join(struct reload *r, struct http_stream *s, const char *target, const char *shown)
{
	char hex[17];
	struct reply_request q = { .shown_target = str_of(target) };

	hash_hex(hash_bytes(str_of(shown)), hex);
	q.shown_hash = str_of(hex);
	reload_join(r, s, &q);
}

/* What was sent since the last call. */
static void
sent(struct http_stream *s, const char *want)
{
	is_text(buf_view(&s->sent), want);
	buf_reset(&s->sent);
}

static void
begin(struct both *b, bool follow)
{
	*b = (struct both){ .r = reload_open(&site, follow) };
	text[0] = "a", text[1] = "b", text[2] = "c", text[3] = "d";
	join(b->r, &b->first, "/nb/a/", "a");
	join(b->r, &b->second, "/nb/b/", "c");
	sent(&b->first, "data: {\"type\":\"fixed\"}\n\n");
	sent(&b->second, "data: {\"type\":\"fixed\"}\n\n");
}

static void
end(struct both *b)
{
	reload_leave(b->r, &b->first);
	reload_close(b->r);
	buf_free(&b->first.sent);
	buf_free(&b->second.sent);
}

#define RELOAD "data: {\"type\":\"reload\"}\n\n"

static void
only_what_is_shown(void **state)
{
	struct both b;

	(void)state;
	begin(&b, true);
	reload_tell(b.r, false, STR_EMPTY);
	sent(&b.first, "");
	text[0] = "A";
	reload_tell(b.r, false, STR_EMPTY);
	sent(&b.first, RELOAD);
	sent(&b.second, "");
	reload_tell(b.r, false, STR_EMPTY);
	sent(&b.first, "");
	end(&b);
}

static void
styles(void **state)
{
	struct both b;
	struct arena a = ARENA_INIT;
	char hex[17];

	(void)state;
	begin(&b, true);
	text[0] = "A";
	hash_hex(hash_bytes(STR("A")), hex);
	reload_tell(b.r, true, STR_EMPTY);
	sent(&b.first, arena_fmt(&a, "data: {\"type\":\"styles\",\"shown\":\"%s\"}\n\n", hex).p);
	sent(&b.second, "");
	arena_free(&a);
	end(&b);
}

/* Whoever was away is told of what has happened; whoever shows nothing of the site is left alone. */
static void
coming_late(void **state)
{
	struct both b;
	struct http_stream s = { 0 };

	(void)state;
	begin(&b, true);
	join(b.r, &s, "/nb/a/", "old");
	sent(&s, RELOAD "data: {\"type\":\"fixed\"}\n\n");
	reload_leave(b.r, &s);
	join(b.r, &s, "/nb/new/", "d"); /* a page that does not exist yet */
	sent(&s, "data: {\"type\":\"fixed\"}\n\n");
	reload_leave(b.r, &s);
	join(b.r, &s, "", "");
	sent(&s, "data: {\"type\":\"fixed\"}\n\n");
	join(b.r, &s, "/../x", "");
	sent(&s, "data: {\"type\":\"fixed\"}\n\n");
	reload_leave(b.r, &s);
	reload_leave(b.r, &s);
	reload_leave(b.r, &s); /* who is not there */
	buf_free(&s.sent);
	end(&b);
}

static void
errors(void **state)
{
	struct both b;
	struct http_stream s = { 0 };

	(void)state;
	begin(&b, true);
	reload_errors(b.r, STR_EMPTY);
	sent(&b.first, "");
	reload_errors(b.r, STR("a.md:1: error: \"x\"\n</script>\n"));
	sent(&b.first,
	    "data: {\"type\":\"error\",\"text\":\"a.md:1: error: \\\"x\\\"\\u000a\\u003c/script>\\u000a\"}\n\n");
	reload_errors(b.r, STR("a.md:1: error: \"x\"\n</script>\n"));
	sent(&b.first, "");
	join(b.r, &s, "/nb/a/", "a");
	assert_true(str_starts(buf_view(&s.sent), "data: {\"type\":\"error\""));
	reload_errors(b.r, STR_EMPTY);
	sent(&b.first, "data: {\"type\":\"fixed\"}\n\n");
	reload_leave(b.r, &s);
	buf_free(&s.sent);
	end(&b);
}

static void
going_to_the_edited_page(void **state)
{
	struct both b;

	(void)state;
	begin(&b, true);
	/* Somebody looks at it already: there it is loaded again, and nobody else goes anywhere. */
	text[0] = "A";
	reload_tell(b.r, false, STR("nb/a/index.html"));
	sent(&b.first, RELOAD);
	sent(&b.second, "");
	/* Somebody looks at its translation. */
	text[1] = "B";
	reload_tell(b.r, false, STR("en/a/index.html"));
	sent(&b.first, "");
	sent(&b.second, "");
	/* Nobody does: who came last goes, instead of loading its own again. */
	reload_leave(b.r, &b.first);
	text[2] = "C";
	text[0] = "AA";
	reload_tell(b.r, false, STR("nb/a/index.html"));
	sent(&b.second, "data: {\"type\":\"goto\",\"path\":\"/nb/a/\"}\n\n");
	/* A page that is not there. */
	reload_tell(b.r, false, STR("nb/none/index.html"));
	sent(&b.second, "");
	end(&b);
}

static void
staying(void **state)
{
	struct both b;

	(void)state;
	begin(&b, false);
	reload_leave(b.r, &b.first);
	text[0] = "A", text[2] = "C";
	reload_tell(b.r, false, STR("nb/a/index.html"));
	sent(&b.second, RELOAD);
	end(&b);
}

static void
beats(void **state)
{
	struct both b;

	(void)state;
	begin(&b, true);
	reload_beat(b.r);
	sent(&b.first, ":\n\n");
	sent(&b.second, ":\n\n");
	end(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_is_shown),
		cmocka_unit_test(styles),
		cmocka_unit_test(coming_late),
		cmocka_unit_test(errors),
		cmocka_unit_test(going_to_the_edited_page),
		cmocka_unit_test(staying),
		cmocka_unit_test(beats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
