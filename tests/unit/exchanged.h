/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_EXCHANGED_H
#define TESTS_UNIT_EXCHANGED_H

#include "import/taking.h"
#include "package/gift.h"
#include "package/moodle.h"
#include "package/offer.h"
#include "asked.h"

/* Questions of Markdown as other systems get them, and what reads theirs. Between asked_begin() and asked_end(). */

/* The first question of ${markdown} as an item; NULL where nothing of it can be said. ${x} is filled. */
static inline struct item *
exchanged_item(const char *markdown, struct exchange *x)
{
	static struct text text;
	static struct site site;
	struct items all = { NULL, 0 };
	struct question *q = asked_translation(markdown, NULL);

	text.src = asked_source(markdown);
	assert_non_null(q);
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
	*x = (struct exchange){
		.arena = &asked_arena, .d = &asked_diags, .site = &site, .text = &text, .src = text.src, .format = "it"
	};
	offer_question(x, q, &all);
	return all.n > 0 ? all.v[0] : NULL;
}

static inline struct str
exchanged_gift(const char *markdown)
{
	struct exchange x;
	struct item *it = exchanged_item(markdown, &x);
	struct buf b = BUF_INIT;

	if (it)
		gift_item(&b, &x, it);
	return exchange_keep(&x, &b);
}

static inline struct str
exchanged_moodle(const char *markdown)
{
	struct exchange x;
	struct item *it = exchanged_item(markdown, &x);
	struct moodle *m = moodle_begin();
	struct buf b = BUF_INIT;

	if (it)
		moodle_item(m, &x, it);
	moodle_end(m, &b);
	return exchange_keep(&x, &b);
}

/* ${count} things were told as lost, the last of them with ${word} in it. */
static inline void
exchanged_told(size_t count, const char *word)
{
	size_t n = asked_diags.all.n;

	if (n != count)
		fail_msg("%zu things were told, not %zu; the last: %.*s", n, count,
		    n ? (int)asked_diags.all.v[n - 1].detail.n : 0, n ? asked_diags.all.v[n - 1].detail.p : "");
	if (n > 0 && !holds(asked_diags.all.v[n - 1].detail, word))
		fail_msg("`%s` is not in: %.*s", word, STR_ARG(asked_diags.all.v[n - 1].detail));
}

static inline struct taking
exchanged_taking(const char *bytes, size_t n)
{
	return (struct taking){ .arena = &asked_arena,
		.d = &asked_diags,
		.src = { STR("file"), { bytes, n } },
		.lang = STR("en"),
		.keeps_files = true };
}

#define EXCHANGED(bytes) exchanged_taking((bytes), strlen(bytes))

static inline void
exchanged_is(struct str got, const char *wanted)
{
	if (!str_is(got, wanted))
		fail_msg("got:\n%.*s\nwanted:\n%s", STR_ARG(got), wanted);
}

static inline void
exchanged_has(struct str got, const char *part)
{
	if (!holds(got, part))
		fail_msg("`%s` is not in:\n%.*s", part, STR_ARG(got));
}

#define EXCHANGED_TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)

#endif
