/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <string.h>

#include "base/str.h"
#include "testing.h"

enum {
	ALL = OPTIONS_OUT | OPTIONS_KEEP_GOING | OPTIONS_STRICT | OPTIONS_DRAFTS | OPTIONS_AUDIENCE | OPTIONS_JOBS |
	    OPTIONS_JSON
};

/* Reads ${line}, words with one blank between; getopt reorders argv, so it is made anew each time. */
struct line {
	char text[256];
	char *argv[32];
	int argc;
};

static int
read_line(struct options *o, struct line *l, const char *line, unsigned allowed, struct buf *why)
{
	char *rest = l->text, *word;

	snprintf(l->text, sizeof l->text, "%s", line);
	l->argc = 0;
	while ((word = strsep(&rest, " ")) != NULL)
		l->argv[l->argc++] = word;
	l->argv[l->argc] = NULL;
	*o = (struct options)OPTIONS_INIT;
	return options_read(o, l->argc, l->argv, allowed, why);
}

static void
all_of_them(void **state)
{
	struct options o;
	struct line l;
	struct buf why = BUF_INIT;

	(void)state;
	assert_int_equal(
	    read_line(&o, &l, "build -o out --keep-going --strict --drafts --audience facilitator -j 4 --json -C dir",
		ALL, &why),
	    0);
	assert_string_equal(o.out, "out");
	assert_string_equal(o.audience, "facilitator");
	assert_string_equal(o.dir, "dir");
	assert_int_equal(o.jobs, 4);
	assert_true(o.keep_going && o.strict && o.drafts && o.json);
	assert_false(o.help || o.version);
	assert_int_equal(o.nargs, 0);
	assert_int_equal(read_line(&o, &l, "build --output=out -Cdir -kj2 --help", ALL, &why), 0);
	assert_string_equal(o.out, "out");
	assert_string_equal(o.dir, "dir");
	assert_int_equal(o.jobs, 2);
	assert_true(o.keep_going && o.help);
	assert_int_equal(read_line(&o, &l, "build --keep --aud learner", ALL, &why), 0);
	assert_true(o.keep_going);
	assert_int_equal(why.n, 0);
}

static void
among_arguments(void **state)
{
	struct options o;
	struct line l;
	struct buf why = BUF_INIT;

	(void)state;
	assert_int_equal(read_line(&o, &l, "new site --title T dir --languages nb,en -- --title",
			     OPTIONS_TITLE | OPTIONS_LANGUAGES, &why),
	    0);
	assert_int_equal(o.nargs, 3);
	assert_string_equal(o.args[0], "site");
	assert_string_equal(o.args[1], "dir");
	assert_string_equal(o.args[2], "--title");
	assert_string_equal(o.title, "T");
	assert_string_equal(o.languages, "nb,en");
	assert_int_equal(read_line(&o, &l, "explain -", 0, &why), 0);
	assert_int_equal(o.nargs, 1);
	assert_string_equal(o.args[0], "-");
}

/* Before the command: what comes behind it is left alone. */
static void
global(void **state)
{
	struct options o;
	struct line l;
	struct buf why = BUF_INIT;

	(void)state;
	assert_int_equal(read_line(&o, &l, "pensum -C x build --strict -o y", OPTIONS_GLOBAL, &why), 0);
	assert_string_equal(o.dir, "x");
	assert_int_equal(o.nargs, 4);
	assert_string_equal(o.args[0], "build");
	assert_string_equal(o.args[1], "--strict");
	assert_int_equal(read_line(&o, &l, "pensum --version", OPTIONS_GLOBAL, &why), 0);
	assert_true(o.version);
	assert_int_equal(read_line(&o, &l, "pensum", OPTIONS_GLOBAL, &why), 0);
	assert_int_equal(o.nargs, 0);
}

static void
wrong(void **state)
{
	static const struct {
		const char *line, *why;
	} cases[] = {
		{ "build --strct", "there is no option `--strct`; did you mean `--strict`?" },
		{ "build --drafts=", "--drafts takes no value" },
		{ "build --output", "--output needs a value" },
		{ "build -o", "-o needs a value" },
		{ "build -x", "there is no option `-x`" },
		{ "build --strict -kx", "there is no option `-x`" },
		{ "build \xc3\xa5 -\xc3\xa5", "there is no such option" },
		{ "build --zzzzzz", "there is no option `--zzzzzz`" },
		{ "build --j=3", "there is no option `--j`; did you mean `--jobs`?" },
		{ "build --title x", "there is no option `--title`" },
		{ "build --version", "there is no option `--version`" },
		{ "build --jobs 0", "--jobs takes a number from 1 to 256, not `0`" },
		{ "build --jobs -1", "--jobs takes a number from 1 to 256, not `-1`" },
		{ "build --jobs 99999999999999999999999999",
		    "--jobs takes a number from 1 to 256, not `99999999999999999999999999`" },
		{ "build --jobs 3x", "--jobs takes a number from 1 to 256, not `3x`" },
		{ "build --jobs=", "--jobs takes a number from 1 to 256, not ``" },
		{ "build --audience all", "--audience takes learner or facilitator, not `all`" },
	};
	struct options o;
	struct line l;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf why = BUF_INIT;

		if (read_line(&o, &l, cases[i].line, ALL, &why) != -1)
			fail_msg("%s: read", cases[i].line);
		if (!str_is(buf_view(&why), cases[i].why))
			fail_msg("%s: %.*s", cases[i].line, STR_ARG(buf_view(&why)));
		buf_free(&why);
	}
}

static void
help(void **state)
{
	char text[4096] = "";
	FILE *f = fmemopen(text, sizeof text - 1, "w");

	(void)state;
	options_help(f, OPTIONS_OUT | OPTIONS_STRICT);
	fclose(f);
	assert_string_equal(text,
	    "  -C DIR                 work as if started in the folder DIR\n"
	    "  -o, --output DIR       write the site into DIR (public/ beside site.yaml)\n"
	    "      --strict           take warnings for errors\n"
	    "  -h, --help             print this help\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_of_them),
		cmocka_unit_test(among_arguments),
		cmocka_unit_test(global),
		cmocka_unit_test(wrong),
		cmocka_unit_test(help),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
