/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"

static void
check(const struct buf *b, const char *want, const char *file, int line)
{
	struct str got = buf_view(b);

	if (!str_is(got, want))
		print_error("got:  %.*s\nwant: %s\n", STR_ARG(got), want);
	_assert_true(str_is(got, want), want, file, line);
}

#define MAKES(call, want)                                                                                              \
	do {                                                                                                           \
		struct buf b = BUF_INIT;                                                                               \
		call;                                                                                                  \
		check(&b, want, __FILE__, __LINE__);                                                                   \
		buf_free(&b);                                                                                          \
	} while (0)

static void
test_html(void **state)
{
	(void)state;
	MAKES(escape_html(&b, STR("")), "");
	MAKES(escape_html(&b, STR("plain \xc3\xa5 text")), "plain \xc3\xa5 text");
	MAKES(escape_html(&b, STR("&<>\"'")), "&amp;&lt;&gt;&quot;&#39;");
	MAKES(escape_html(&b, STR("a<b")), "a&lt;b");
	MAKES(escape_html(&b, STR("a\0b")),
	    "a\xef\xbf\xbd"
	    "b");
}

static void
test_json(void **state)
{
	(void)state;
	MAKES(escape_json(&b, STR("a \xc3\xa5 'b'")), "a \xc3\xa5 'b'");
	MAKES(escape_json(&b, STR("\"\\\n\r\t\b\0\x1f\x7f")), "\\\"\\\\\\n\\r\\t\\u0008\\u0000\\u001f\\u007f");
	MAKES(escape_json(&b, STR("</script><!--&")), "\\u003c/script\\u003e\\u003c!--\\u0026");
	MAKES(escape_json(&b, STR("\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa\xe2\x82\xac")),
	    "\\u2028\\u2029\xe2\x80\xaa\xe2\x82\xac");
	MAKES(escape_json(&b, STR("\xe2")), "\xe2");
	MAKES(escape_json(&b, STR("\xe2\x80")), "\xe2\x80");
}

static void
test_url(void **state)
{
	(void)state;
	MAKES(escape_url(&b, STR("../a/b.html?x=1&y=2#z"), false), "../a/b.html?x=1&amp;y=2#z");
	MAKES(escape_url(&b, STR("a b\"<>\\^`{|}\t\xc3\xa5"), false), "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%09%C3%A5");
	MAKES(escape_url(&b, STR("it's%41"), false), "it&#39;s%41");
	MAKES(escape_url(&b, STR("a:b::"), false), "a:b::");
	MAKES(escape_url(&b, STR("a:b::c d:"), true), "a%3Ab%3A%3Ac%20d%3A");
	MAKES(escape_component(&b, STR("a&b=c/\xc3\xa5-._~")), "a%26b%3Dc%2F%C3%A5-._~");
}

static void
escape_url_all(struct buf *b, struct str s)
{
	escape_url(b, s, false);
}

static void
at_each_place(void (*escape)(struct buf *, struct str))
{
	char text[40];
	struct buf alone = BUF_INIT, b = BUF_INIT;

	for (int c = 0; c < 256; c++) {
		char ch = (char)c;

		buf_reset(&alone);
		escape(&alone, (struct str){ &ch, 1 });
		for (size_t n = 1; n <= sizeof text; n++) {
			memset(text, 'x', n);
			text[c % n] = ch;
			buf_reset(&b);
			escape(&b, (struct str){ text, n });
			assert_int_equal(b.n, n - 1 + alone.n);
			assert_memory_equal(b.p + c % n, alone.p, alone.n);
		}
	}
	buf_free(&alone);
	buf_free(&b);
}

/* Sixteen bytes are looked at at once: each byte alone at each place of texts of every length around that, beside one escaped by itself. */
static void
test_places(void **state)
{
	(void)state;
	at_each_place(escape_html);
	at_each_place(escape_url_all);
}

static void
test_url_from(void **state)
{
	(void)state;
	MAKES((buf_str(&b, STR("\" ../a&b c")), escape_url_from(&b, 2)), "\" ../a&amp;b%20c");
	MAKES((buf_str(&b, STR("\" ../a")), escape_url_from(&b, 2)), "\" ../a");
	MAKES((buf_str(&b, STR("a b")), escape_url_from(&b, 3)), "a b");
	MAKES(escape_url_from(&b, 0), "");
}

/* Every byte in every context: nothing that could end it comes through. */
static void
test_all_bytes(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++) {
		char ch = (char)c;
		struct buf b = BUF_INIT;

		escape_html(&b, (struct str){ &ch, 1 });
		assert_null(memchr(b.p, '<', b.n));
		assert_null(memchr(b.p, '"', b.n));
		assert_null(memchr(b.p, '\'', b.n));
		buf_reset(&b);
		escape_url(&b, (struct str){ &ch, 1 }, false);
		for (size_t i = 0; i < b.n; i++)
			assert_true(b.p[i] > ' ' && b.p[i] < 0x7f && !strchr("<>\"'\\^`{|}", b.p[i]));
		buf_reset(&b);
		escape_component(&b, (struct str){ &ch, 1 });
		for (size_t i = 0; i < b.n; i++)
			assert_null(strchr("&=?#/:'\"<>+", b.p[i]));
		buf_free(&b);
	}
}

static void
test_scheme(void **state)
{
	static const char *const ok[] = { "", "a", "a/b:c", "?a:b", "#a:b", "//host/x", "http://a", "HTTPS://a",
		"mailto:a", "Tel:1", "sms:1", "./javascript:x", "/a:b" };
	static const char *const bad[] = { "javascript:x", "JavaScript:x", " javascript:x", "java\tscript:x", "data:x",
		"vbscript:x", "file:///x", "httpx:y", "htt:p", ":x", "\x01javascript:x", "blob:x",
		"averylongscheme:x" };

	(void)state;
	for (size_t i = 0; i < sizeof ok / sizeof *ok; i++)
		if (!escape_scheme_ok(str_of(ok[i])))
			fail_msg("refused: %s", ok[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (escape_scheme_ok(str_of(bad[i])))
			fail_msg("let through: %s", bad[i]);
	assert_true(escape_scheme_ok(STR("javascript\0:x"))); /* comes out as javascript%00:x, which is relative */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_url),
		cmocka_unit_test(test_all_bytes),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_url_from),
		cmocka_unit_test(test_scheme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
