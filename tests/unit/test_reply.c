/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/reply.h"

#include <string.h>

#include "testing.h"
#include "told.h"

/* A site of few files. */
static const struct file {
	const char *path, *bytes;
} files[] = {
	{ "index.html", "<body>root</body>" },
	{ "nb/index.html", "<body>nb</body>\n</html>" },
	{ "nb/a b/index.html", "no end" },
	{ "nb/\xc3\xa5.html", "<body>\xc3\xa5 </body></body>x" },
	{ "a.css", "0123456789" },
	{ "empty.txt", "" },
	{ "odd", "bytes" },
	{ "404.html", "<body>nothing</body>" },
};

static size_t nfiles = sizeof files / sizeof *files; /* one test leaves the last out */

static bool
get(void *ctx, struct str path, struct str *bytes)
{
	(void)ctx;
	for (size_t i = 0; i < nfiles; i++)
		if (str_is(path, files[i].path)) {
			*bytes = str_of(files[i].bytes);
			return true;
		}
	return false;
}

static const struct reply_site site = { get, NULL, true };

/* The request of a browser on this machine. */
static struct reply_request
request(const char *method, const char *target)
{
	return (struct reply_request){ .method = str_of(method),
		.target = str_of(target),
		.host = STR("127.0.0.1:8000"),
		.none_match = STR_EMPTY,
		.range = STR_EMPTY,
		.if_range = STR_EMPTY,
		.shown_target = STR_EMPTY,
		.shown_hash = STR_EMPTY };
}

static struct reply
ask(const char *method, const char *target)
{
	struct reply_request q = request(method, target);
	struct reply r;

	reply_make(&r, &q, &site);
	return r;
}

static void
has_status(const char *method, const char *target, unsigned want)
{
	struct reply r = ask(method, target);

	if (r.status != want)
		fail_msg("%s %s: %u, wanted %u", method, target, r.status, want);
	reply_free(&r);
}

static void
other_methods(void **state)
{
	static const char *const methods[] = { "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get",
		"" };

	(void)state;
	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
		struct reply r = ask(methods[i], "/nb/");

		assert_int_equal(r.status, 405);
		is_text(r.allow, "GET, HEAD");
		reply_free(&r);
	}
}

static void
other_hosts(void **state)
{
	struct reply_site open = site;
	struct reply_request q = request("GET", "/nb/");
	struct reply r;

	(void)state;
	q.host = STR("evil.example");
	reply_make(&r, &q, &site);
	assert_int_equal(r.status, 403);
	assert_false(holds(r.body, "nb"));
	reply_free(&r);
	open.only_local = false;
	reply_make(&r, &q, &open);
	assert_int_equal(r.status, 200);
	reply_free(&r);
	q.host = STR_EMPTY; /* HTTP/1.0 */
	reply_make(&r, &q, &site);
	assert_int_equal(r.status, 200);
	reply_free(&r);
}

static void
no_addresses(void **state)
{
	(void)state;
	has_status("GET", "/../nb/", 400);
	has_status("GET", "/nb/%2e%2e/", 400);
	has_status("GET", "nb/", 400);
	has_status("GET", "//nb/", 400);
	has_status("GET", "/-/pensum/../../nb/", 400);
	has_status("GET", "/-/pensum/other", 404);
	has_status("GET", "/-/pensum/", 404);
	has_status("GET", "/-/pensum/reload", 404);
	has_status("GET", "/-/other", 404);
	has_status("GET", "/NB/", 404);
	has_status("GET", "/nb/index.html/", 404);
	has_status("GET", "/index", 404);
}

static void
site_says_what_is_missing(void **state)
{
	struct reply r = ask("GET", "/nb/none/");

	(void)state;
	assert_int_equal(r.status, 404);
	is_text(r.type, "text/html; charset=utf-8");
	assert_true(str_starts(r.body, "<body>nothing<script "));
	assert_int_equal(r.etag.n, 0);
	reply_free(&r);
	nfiles--;
	r = ask("GET", "/nb/none/");
	nfiles++;
	assert_int_equal(r.status, 404);
	is_text(r.type, "text/plain; charset=utf-8");
	reply_free(&r);
}

static void
folders(void **state)
{
	struct reply r = ask("GET", "/nb");

	(void)state;
	assert_int_equal(r.status, 307);
	is_text(r.location, "/nb/");
	reply_free(&r);
	r = ask("HEAD", "/nb/a%20b");
	assert_int_equal(r.status, 307);
	is_text(r.location, "/nb/a%20b/");
	reply_free(&r);
	has_status("GET", "/", 200);
	has_status("GET", "/nb/", 200);
	has_status("GET", "/nb/index.html", 200);
}

static void
pages_get_the_script(void **state)
{
	static const char script[] = "<script src=\"/-/pensum/reload.js\" data-shown=\"";
	struct reply r = ask("GET", "/nb/");

	(void)state;
	assert_true(str_starts(r.body, "<body>nb<script src="));
	assert_true(str_ends(r.body, "\"></script>\n</body>\n</html>"));
	reply_free(&r);
	r = ask("GET", "/nb/a%20b/");
	assert_true(str_starts(r.body, "no end<script "));
	reply_free(&r);
	r = ask("GET", "/nb/%C3%A5.html");
	assert_true(str_starts(r.body, "<body>\xc3\xa5 </body><script "));
	assert_true(str_ends(r.body, "</body>x"));
	reply_free(&r);
	r = ask("GET", "/a.css");
	is_text(r.body, "0123456789");
	assert_false(holds(r.body, script));
	reply_free(&r);
}

static void
types(void **state)
{
	struct reply r = ask("GET", "/a.css");

	(void)state;
	is_text(r.type, "text/css; charset=utf-8");
	reply_free(&r);
	r = ask("GET", "/odd");
	is_text(r.type, "application/octet-stream");
	reply_free(&r);
	r = ask("GET", "/-/pensum/reload.js");
	is_text(r.type, "text/javascript; charset=utf-8");
	reply_free(&r);
	r = ask("GET", "/-/pensum/events");
	is_text(r.type, "text/event-stream; charset=utf-8");
	assert_true(r.events);
	reply_free(&r);
	r = ask("HEAD", "/-/pensum/events");
	assert_false(r.events);
	reply_free(&r);
}

static unsigned
status_with_tag(const char *list)
{
	struct reply_request q = request("GET", "/a.css");
	struct reply r;
	unsigned status;

	q.none_match = str_of(list);
	reply_make(&r, &q, &site);
	status = r.status;
	assert_int_equal(r.body.n, status == 304 ? 0 : 10);
	assert_int_not_equal(r.etag.n, 0);
	reply_free(&r);
	return status;
}

static void
tags(void **state)
{
	struct reply r = ask("GET", "/a.css"), other = ask("GET", "/nb/");
	struct arena a = ARENA_INIT;
	const char *tag = arena_str(&a, r.etag).p;

	(void)state;
	assert_false(str_eq(r.etag, other.etag));
	assert_int_equal(r.etag.n, 18);
	assert_int_equal(status_with_tag("\"x\""), 200);
	assert_int_equal(status_with_tag("x"), 200);
	assert_int_equal(status_with_tag(","), 200);
	assert_int_equal(status_with_tag(arena_str(&a, str_sub(r.etag, 1, 17)).p), 200);
	assert_int_equal(status_with_tag(tag), 304);
	assert_int_equal(status_with_tag(arena_fmt(&a, "W/%s", tag).p), 304);
	assert_int_equal(status_with_tag(arena_fmt(&a, "\"x\" , %s,\"y\"", tag).p), 304);
	assert_int_equal(status_with_tag("*"), 304);
	reply_free(&r);
	reply_free(&other);
	arena_free(&a);
}

/* A part of /a.css. */
static struct reply
part(const char *method, const char *range, const char *if_range)
{
	struct reply_request q = request(method, "/a.css");
	struct reply r;

	q.range = str_of(range);
	q.if_range = str_of(if_range);
	reply_make(&r, &q, &site);
	return r;
}

static void
no_parts(void **state)
{
	struct reply r = part("GET", "bytes=10-", "");

	(void)state;
	assert_int_equal(r.status, 416);
	is_text(r.content_range, "bytes */10");
	reply_free(&r);
	r = part("HEAD", "bytes=2-3", "");
	assert_int_equal(r.status, 200);
	reply_free(&r);
	r = part("GET", "bytes=2-3", "\"other\"");
	assert_int_equal(r.status, 200);
	assert_int_equal(r.body.n, 10);
	reply_free(&r);
	r = part("GET", "bytes=2-3", "Wed, 21 Oct 2015 07:28:00 GMT");
	assert_int_equal(r.status, 200);
	reply_free(&r);
	r = part("GET", "bytes=0-1,4-5", "");
	assert_int_equal(r.status, 200);
	reply_free(&r);
}

static void
parts(void **state)
{
	struct arena a = ARENA_INIT;
	struct reply r = part("GET", "bytes=2-3", "");
	const char *tag = arena_str(&a, r.etag).p;

	(void)state;
	assert_int_equal(r.status, 206);
	assert_true(r.parts);
	is_text(r.body, "23");
	is_text(r.content_range, "bytes 2-3/10");
	reply_free(&r);
	r = part("GET", "bytes=-4", tag);
	assert_int_equal(r.status, 206);
	is_text(r.body, "6789");
	reply_free(&r);
	arena_free(&a);
}

static void
what_is_shown(void **state)
{
	struct arena a = ARENA_INIT;
	struct str file;
	uint64_t nb = reply_shown(&a, &site, STR("/nb/"), &file);

	(void)state;
	is_text(file, "nb/index.html");
	assert_true(reply_shown(&a, &site, STR("/nb/index.html"), &file) == nb);
	assert_true(reply_shown(&a, &site, STR("/none"), &file) != nb);
	is_text(file, "404.html");
	assert_true(reply_shown(&a, &site, STR("nb"), &file) == 0);
	assert_int_equal(file.n, 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(other_methods),
		cmocka_unit_test(other_hosts),
		cmocka_unit_test(no_addresses),
		cmocka_unit_test(site_says_what_is_missing),
		cmocka_unit_test(folders),
		cmocka_unit_test(pages_get_the_script),
		cmocka_unit_test(types),
		cmocka_unit_test(tags),
		cmocka_unit_test(no_parts),
		cmocka_unit_test(parts),
		cmocka_unit_test(what_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
