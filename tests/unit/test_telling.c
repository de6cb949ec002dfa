/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/telling.h"

#include <stdio.h>
#include <string.h>

#include "testing.h"
#include "told.h"

/* What was said. */
struct said {
	struct buf lines;
	size_t problems;
};

static void
line(void *ctx, struct str text)
{
	struct said *s = ctx;

	buf_str(&s->lines, text);
	buf_chr(&s->lines, '|');
}

static void
problems(void *ctx, struct diags *d)
{
	((struct said *)ctx)->problems += d->all.n;
}

static struct telling *
open(struct said *s)
{
	const struct telling_voice voice = { s, line, problems };

	*s = (struct said){ 0 };
	return telling_open(&voice);
}

static void
heard(struct said *s, const char *lines, size_t nproblems)
{
	is_text(buf_view(&s->lines), lines);
	assert_int_equal(s->problems, nproblems);
	buf_reset(&s->lines);
	s->problems = 0;
}

/* A broken link in ${file}; as many lines above it as ${lines} says. */
static void
add(struct diags *d, const char *file, uint32_t lines, const char *detail)
{
	static const char text[] = "\n\n\n\n[x](y)\n";
	struct source src = { str_of(file), str_of(text + 4 - lines) };

	diag_add(d, DIAG_LINK_BROKEN, &src, (struct span){ lines + 1, 1, 1 }, "%s", detail);
}

static void
each_problem_once(void **state)
{
	struct said s;
	struct telling *t = open(&s);
	struct diags one = DIAGS_INIT, moved = DIAGS_INIT, two = DIAGS_INIT, none = DIAGS_INIT;

	(void)state;
	add(&one, "a.md", 0, "y");
	add(&moved, "a.md", 3, "y");
	add(&two, "a.md", 3, "y");
	add(&two, "b.md", 3, "y");
	telling_problems(t, &none, true);
	heard(&s, "", 0);
	telling_problems(t, &one, true);
	heard(&s, "1 error, 0 warnings|", 1);
	telling_problems(t, &moved, true); /* the line stands elsewhere: no news */
	heard(&s, "", 0);
	telling_problems(t, &two, false);
	heard(&s, "", 1);
	telling_problems(t, &one, false); /* not complete: the other one may still be there */
	telling_problems(t, &two, true);
	heard(&s, "2 errors, 0 warnings|", 0);
	telling_problems(t, &none, true);
	heard(&s, "all repaired|", 0);
	telling_problems(t, &one, true); /* a second time */
	heard(&s, "1 error, 0 warnings|", 1);
	telling_close(t);
	buf_free(&s.lines);
	diags_free(&one);
	diags_free(&moved);
	diags_free(&two);
}

static void
errors_as_text(void **state)
{
	struct diags d = DIAGS_INIT;
	struct buf b = BUF_INIT;

	(void)state;
	telling_errors(&b, &d);
	assert_int_equal(b.n, 0);
	diag_add(&d, DIAG_FMT_LEFT, NULL, (struct span){ 0 }, "%s", "a warning");
	telling_errors(&b, &d);
	assert_int_equal(b.n, 0);
	add(&d, "a.md", 1, "y");
	telling_errors(&b, &d);
	assert_true(str_starts(buf_view(&b), "a.md:2:1: error: "));
	assert_true(str_ends(buf_view(&b), " [link-broken]\n    2 | [x](y)\n      | ^\n"));
	buf_free(&b);
	diags_free(&d);
}

static void
changes(void **state)
{
	struct said s;
	struct telling *t = open(&s);
	struct sources_changed names = { 0 };

	(void)state;
	telling_change(t, &names, 0, true, 1234.5);
	heard(&s, "the site: all pages, 1234 ms|", 0);
	sources_note(&names, STR("content/a.md"));
	telling_change(t, &names, 1, false, 1.25);
	heard(&s, "content/a.md: 1 page, 1.2 ms|", 0);
	telling_change(t, &names, 0, false, 1);
	heard(&s, "content/a.md: no page, 1.0 ms|", 0);
	sources_note(&names, STR("content/b.md"));
	sources_note(&names, STR("content/b.md"));
	telling_change(t, &names, 7, false, 12);
	heard(&s, "content/a.md and 1 more: 7 pages, 12 ms|", 0);
	for (int i = 0; i < 300; i++) {
		char name[16];

		snprintf(name, sizeof name, "%d", i);
		sources_note(&names, str_of(name));
	}
	telling_change(t, &names, 7, false, 12);
	heard(&s, "content/a.md and 301 more: 7 pages, 12 ms|", 0);
	/* A name must not move the cursor. */
	sources_forget(&names);
	sources_note(&names, STR("content/\033[2J.md"));
	telling_change(t, &names, 1, false, 1);
	assert_true(memchr(s.lines.p, '\033', s.lines.n) == NULL);
	sources_free(&names);
	telling_close(t);
	buf_free(&s.lines);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_problem_once),
		cmocka_unit_test(errors_as_text),
		cmocka_unit_test(changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
