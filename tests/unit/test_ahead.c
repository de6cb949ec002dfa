/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/ahead.h"

#include <errno.h>
#include <time.h>

#include "base/hash.h"
#include "folder.h"
#include "publish/digest.h"
#include "publish/stage.h"
#include "told.h"

enum { PAGES = 1500 }; /* whose manifest is a large one */

struct site {
	struct folder f;
	struct str root, out, manifest;
};

static void
build(struct site *s, int pages, const char *first)
{
	struct diags d = DIAGS_INIT;
	struct stage *stage = stage_open(s->root, s->out, &d);

	assert_non_null(stage);
	for (int i = 0; i < pages; i++)
		assert_int_equal(stage_write(stage, arena_fmt(&s->f.a, "page-%04d/index.html", i),
				     str_of(i == 0 ? first : "words"), &d),
		    0);
	assert_int_equal(stage_commit(stage, NULL, &d), 0);
	told_nothing(&d);
	diags_free(&d);
}

static void
open_site(struct site *s, int pages)
{
	char hex[17];

	folder_open(&s->f);
	folder_put(&s->f, "site/site.yaml", "title: x\n");
	s->root = str_of(folder_at(&s->f, "site"));
	s->out = str_of(folder_at(&s->f, "site/public"));
	hash_hex(hash_bytes(s->out), hex);
	s->manifest = arena_fmt(&s->f.a, "%.*s/.pensum/%s/manifest", STR_ARG(s->root), hex);
	build(s, pages, "first");
}

static void
is_taken(struct site *s, bool expected)
{
	struct ahead a = { 0 };
	struct published was;

	ahead_begin(&a, s->root, s->out, s->manifest);
	assert_int_equal(ahead_take(&a, &was, s->out, s->manifest), expected);
	if (expected) {
		assert_non_null(was.seen);
		published_close(&was);
	}
	ahead_end(&a);
}

static void
large_folder(void **state)
{
	struct site s;

	(void)state;
	open_site(&s, PAGES);
	is_taken(&s, true);
	folder_close(&s.f);
}

static void
left_for_later(void **state)
{
	struct ahead nobody_asks = { 0 };
	struct site s;

	(void)state;
	open_site(&s, 3); /* it is small */
	is_taken(&s, false);
	assert_return_code(unlink(s.manifest.p), errno);
	is_taken(&s, false);
	ahead_end(&nobody_asks);
	folder_close(&s.f);
}

/* What was looked at holds for the build that it describes, and for that folder. */
static void
something_else_by_then(void **state)
{
	struct ahead a = { 0 };
	struct published was;
	struct site s;

	(void)state;
	open_site(&s, PAGES);
	ahead_begin(&a, s.root, s.out, s.manifest);
	assert_false(ahead_take(&a, &was, str_of(folder_at(&s.f, "site/other")), s.manifest));
	build(&s, PAGES, "published meanwhile");
	assert_false(ahead_take(&a, &was, s.out, s.manifest));
	ahead_end(&a);
	folder_close(&s.f);
}

/* A stage goes by it: what is gone or touched is made again, and nothing else. */
static void
stage_after(void **state)
{
	struct diags d = DIAGS_INIT;
	struct ahead a = { 0 };
	struct stage *stage;
	struct site s;

	(void)state;
	open_site(&s, PAGES);
	assert_return_code(unlink(folder_at(&s.f, "site/public/page-0001/index.html")), errno);
	folder_put(&s.f, "site/public/page-0002/index.html", "WORDS");
	ahead_begin(&a, s.root, s.out, s.manifest);
	stage = stage_open_after(s.root, s.out, &a, &d);
	assert_non_null(stage);
	assert_true(stage_keep(stage, STR("page-0000/index.html"), digest_bytes(STR("first"))));
	assert_false(stage_keep(stage, STR("page-0001/index.html"), 0));
	assert_false(stage_keep(stage, STR("page-0002/index.html"), 0));
	assert_true(stage_keep(stage, STR("page-0003/index.html"), 0));
	stage_drop(stage);
	ahead_end(&a);
	told_nothing(&d);
	diags_free(&d);
	folder_close(&s.f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(large_folder),
		cmocka_unit_test(left_for_later),
		cmocka_unit_test(something_else_by_then),
		cmocka_unit_test(stage_after),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
