/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_JUDGED_H
#define TESTS_UNIT_JUDGED_H

#include "asked.h"

/* What is said about questions in Markdown. */

#define ASK(head, answers) ":::question{#q " head "}\nWhich?\n\n" answers "\n:::\n"

static inline void
is_ratio(struct ratio r, int64_t num, int64_t den)
{
	assert_int_equal(r.num, num);
	assert_int_equal(r.den, den);
}

/* What was said about ${markdown}: this, in this line, and nothing else. */
static inline const struct diag *
only(const char *markdown, enum diag_code code, uint32_t line)
{
	const struct diag *g = asked_diags.all.v;

	if (asked_diags.all.n == 1 && g->code == code && g->at.line == line)
		return g;
	for (size_t i = 0; i < asked_diags.all.n; i++)
		print_error("%u: %s: %.*s\n", g[i].at.line, diag_info(g[i].code)->name, STR_ARG(g[i].detail));
	fail_msg("wanted %s in line %u of:\n%s", diag_info(code)->name, line, markdown);
	return NULL;
}

static inline void
forget(void)
{
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

/* The question cannot be used, for this one reason. */
static inline const struct diag *
refused(const char *markdown, enum diag_code code, uint32_t line)
{
	forget();
	if (asked(markdown))
		fail_msg("not refused:\n%s", markdown);
	return only(markdown, code, line);
}

/* The question can be used, and there is this one thing to be said. */
static inline const struct diag *
remarked(const char *markdown, enum diag_code code, uint32_t line)
{
	forget();
	assert_non_null(asked(markdown));
	return only(markdown, code, line);
}

static inline struct question *
fine(const char *markdown)
{
	struct question *q;

	forget();
	q = asked(markdown);
	told_nothing(&asked_diags);
	assert_non_null(q);
	return q;
}

#endif
