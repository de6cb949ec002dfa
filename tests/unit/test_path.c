/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "base/path.h"

static struct arena arena;

#define assert_str(s, cstr)                                                                                            \
	do {                                                                                                           \
		struct str str_ = (s);                                                                                 \
		assert_int_equal(str_.n, strlen(cstr));                                                                \
		assert_memory_equal(str_.p, cstr, str_.n);                                                             \
	} while (0)

static void
test_parts(void **state)
{
	(void)state;
	assert_str(path_dir(STR("a/b.md")), "a");
	assert_str(path_dir(STR("a/b/c.md")), "a/b");
	assert_str(path_dir(STR("b.md")), "");
	assert_str(path_dir(STR("/b.md")), "/");
	assert_str(path_dir(STR("a//b.md")), "a");
	assert_str(path_dir(STR("")), "");
	assert_str(path_base(STR("a/b.md")), "b.md");
	assert_str(path_base(STR("b.md")), "b.md");
	assert_str(path_base(STR("a/")), "");
	assert_str(path_ext(STR("a/b.lv.md")), ".md");
	assert_str(path_ext(STR("a.d/b")), "");
	assert_str(path_ext(STR("a/.gitignore")), "");
	assert_str(path_ext(STR("")), "");
	assert_str(path_unnumbered(STR("10-ordinary-streets")), "ordinary-streets");
	assert_str(path_unnumbered(STR("007_a")), "a");
	assert_str(path_unnumbered(STR("10-")), "10-");
	assert_str(path_unnumbered(STR("-a")), "-a");
	assert_str(path_unnumbered(STR("10")), "10");
	assert_str(path_unnumbered(STR("")), "");
}

static void
test_join(void **state)
{
	(void)state;
	assert_str(path_join(&arena, STR("a"), STR("b")), "a/b");
	assert_str(path_join(&arena, STR("a/"), STR("b")), "a/b");
	assert_str(path_join(&arena, STR("a//"), STR("/b")), "a/b");
	assert_str(path_join(&arena, STR("/"), STR("b")), "/b");
	assert_str(path_join(&arena, STR(""), STR("b")), "b");
	assert_string_equal(path_join(&arena, STR("a"), STR("b")).p, "a/b");
}

static const char *
resolved(const char *dir, const char *link)
{
	struct str out;

	return path_resolve(&arena, str_of(dir), str_of(link), &out) ? out.p : NULL;
}

static void
test_resolve(void **state)
{
	struct str out = STR("old");

	(void)state;
	assert_string_equal(resolved("content/a", "b.md"), "content/a/b.md");
	assert_string_equal(resolved("content/a", "../b/c.md"), "content/b/c.md");
	assert_string_equal(resolved("content/a", "./././b.md"), "content/a/b.md");
	assert_string_equal(resolved("content/a", ".."), "content");
	assert_string_equal(resolved("content/a", "../.."), "");
	assert_string_equal(resolved("content/a/", "b//c/"), "content/a/b/c");
	assert_string_equal(resolved("", "x"), "x");
	assert_string_equal(resolved("", ""), "");
	assert_string_equal(resolved("a/../b", "c"), "b/c");
	assert_string_equal(resolved("aa/bb", "../cc/../dd"), "aa/dd");
	assert_string_equal(resolved("a", "...x"), "a/...x");
	assert_string_equal(resolved("a", "..x/y"), "a/..x/y");
	/* From the root, whatever the folder. */
	assert_string_equal(resolved("content/a", "/img/x.png"), "img/x.png");
	assert_string_equal(resolved("/srv/site", "../x"), "/srv/x");
	assert_string_equal(resolved("/srv", "/x"), "/x");
	/* Out of it. */
	assert_null(resolved("content/a", "../../.."));
	assert_null(resolved("content/a", "../../../content/a/b.md"));
	assert_null(resolved("", ".."));
	assert_null(resolved("/", "../x"));
	assert_null(resolved("a", "/../x"));
	assert_false(path_resolve(&arena, STR(""), STR("../x"), &out));
	assert_int_equal(out.n, 0);
}

static void
assert_relative(const char *from, const char *to, const char *wanted)
{
	struct buf b = BUF_INIT;

	path_relative(&b, str_of(from), str_of(to));
	assert_str(buf_view(&b), wanted);
	buf_free(&b);
}

static void
test_relative(void **state)
{
	(void)state;
	assert_relative("a/b/index.html", "a/c/index.html", "../c/index.html");
	assert_relative("a/index.html", "a/index.html", "index.html");
	assert_relative("index.html", "a/b.html", "a/b.html");
	assert_relative("a/b/c.html", "index.html", "../../index.html");
	assert_relative("nb/x.html", "nb-no/x.html", "../nb-no/x.html");
	assert_relative("abc.html", "abd.html", "abd.html");
	assert_relative(
	    "0123456789/abcdefghij/x/index.html", "0123456789/abcdefghij/xy/index.html", "../xy/index.html");
	assert_relative("0123456789/abcde/x/index.html", "0123456789/abcde/index.html", "../index.html");
	assert_relative("0123456789abcde/x.html", "0123456789abcde/x.html", "x.html");
	assert_relative("0123456789abcde/x/y", "0123456789abcde/x", "../x");
}

static void
test_link(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	path_link(&b, STR("a b/c/index.html"), STR("a b/d e/f:g.html"));
	assert_str(buf_view(&b), "../d%20e/f%3Ag.html");
	buf_free(&b);
}

static void
test_escape(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	path_escape(&b, STR("a/b c\xc3\xb8?#%:\"<&~\x00\x7f.md"));
	assert_str(buf_view(&b), "a/b%20c%C3%B8%3F%23%25%3A%22%3C&~%00%7F.md");
	buf_free(&b);
}

static void
test_unescape(void **state)
{
	(void)state;
	assert_str(path_unescape(&arena, STR("a%20b%c3%B8")), "a b\xc3\xb8");
	assert_str(path_unescape(&arena, STR("100%")), "100%");
	assert_str(path_unescape(&arena, STR("%4")), "%4");
	assert_str(path_unescape(&arena, STR("%zz%4g%g4")), "%zz%4g%g4");
	assert_str(path_unescape(&arena, STR("%2541")), "%41"); /* once */
	assert_str(path_unescape(&arena, STR("x%00y")), "x%00y");
	assert_str(path_unescape(&arena, STR("")), "");
}

/* What is escaped comes back. */
static void
test_round_trip(void **state)
{
	struct buf b = BUF_INIT;
	char all[255];

	(void)state;
	for (int i = 0; i < 255; i++)
		all[i] = (char)(i + 1);
	path_escape(&b, (struct str){ all, sizeof all });
	assert_true(str_eq(path_unescape(&arena, buf_view(&b)), (struct str){ all, sizeof all }));
	buf_free(&b);
}

static int
close_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_join),
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_relative),
		cmocka_unit_test(test_link),
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_unescape),
		cmocka_unit_test(test_round_trip),
	};

	return cmocka_run_group_tests(tests, NULL, close_arena);
}
