/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/target.h"

#include "testing.h"
#include "told.h"

static void
no_paths(void **state)
{
	static const char *const targets[] = { "", "nb/", "*", "http://127.0.0.1/nb/", "//", "//example.org/", "/nb//a",
		"/nb/a//", "/..", "/../", "/nb/..", "/nb/../x", "/.", "/./nb", "/nb/.", "/%2e%2e/", "/%2e%2E/x",
		"/.%2e/x", "/nb/%2e/x", "/..%2f..%2fetc/passwd", "/a%2Fb", "/a%2fb", "/a\\b", "/a%5cb", "/..\\..",
		"/..%5c..", "/a%00b", "/a%00", "/a%0d%0ab", "/a\r\nb", "/a%7f", "/%", "/a%", "/a%2", "/a%zz", "/a%-1",
		"/a% 1", "/a%u002e", "/\x01" };
	struct arena a = ARENA_INIT;
	struct str path;

	(void)state;
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
		if (target_path(&a, str_of(targets[i]), &path))
			fail_msg("\"%s\" was taken for the path \"%.*s\"", targets[i], STR_ARG(path));
	assert_false(target_path(&a, (struct str){ "/a\0b", 4 }, &path));
	arena_free(&a);
}

static void
too_long(void **state)
{
	struct arena a = ARENA_INIT;
	char text[5000] = "/";
	struct str path;

	(void)state;
	memset(text + 1, 'a', sizeof text - 1);
	assert_true(target_path(&a, (struct str){ text, 4096 }, &path));
	assert_false(target_path(&a, (struct str){ text, 4097 }, &path));
	arena_free(&a);
}

static void
is_path(const char *target, const char *want)
{
	struct arena a = ARENA_INIT;
	struct str path;

	assert_true(target_path(&a, str_of(target), &path));
	is_text(path, want);
	arena_free(&a);
}

static void
paths(void **state)
{
	(void)state;
	is_path("/", "");
	is_path("/nb", "nb");
	is_path("/nb/", "nb/");
	is_path("/nb/a%20b/", "nb/a b/");
	is_path("/nb/...", "nb/...");
	is_path("/nb/a..b", "nb/a..b");
	is_path("/%C3%A5/%252e%252e/", "\xc3\xa5/%2e%2e/"); /* decoded once */
	is_path("/\xc3\xa5", "\xc3\xa5");
	is_path("/-/pensum/events", "-/pensum/events");
}

static void
foreign_hosts(void **state)
{
	static const char *const hosts[] = { "", ":8000", "example.org", "example.org:8000", "localhost.example.org",
		"notlocalhost", "xlocalhost:8000", "127.0.0.1.example.org", "128.0.0.1", "0.0.0.0", "192.168.0.1:80",
		"[::2]", "[::1.example.org]", "[::ffff:10.0.0.1]", "::1", "2130706433", "0x7f000001", "127.1", "." };

	(void)state;
	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
		if (target_is_local(str_of(hosts[i])))
			fail_msg("\"%s\" was taken for this machine", hosts[i]);
}

static void
own_hosts(void **state)
{
	static const char *const hosts[] = { "localhost", "localhost:8000", "LocalHost", "localhost.",
		"site.localhost:1", "127.0.0.1", "127.0.0.1:65535", "127.8.9.10", "[::1]", "[::1]:8000",
		" localhost " };

	(void)state;
	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
		if (!target_is_local(str_of(hosts[i])))
			fail_msg("\"%s\" was not taken for this machine", hosts[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_paths),
		cmocka_unit_test(too_long),
		cmocka_unit_test(paths),
		cmocka_unit_test(foreign_hosts),
		cmocka_unit_test(own_hosts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
