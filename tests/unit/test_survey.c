/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/survey.h"

#include <errno.h>

#include "folder.h"
#include "told.h"

enum { PAGES = 40, TREE = 77 };

/* Pages in folders of their own, older than the grain of a clock. */
struct site {
	struct folder f;
	struct manifest last, made;
	const char *out;
	struct str notes;
};

static const char *
page(struct site *s, int i)
{
	return arena_fmt(&s->f.a, "nb/%d/index.html", i).p;
}

static void
open_site(struct site *s)
{
	*s = (struct site){ .last.known = true };
	folder_open(&s->f);
	folder_put(&s->f, "notes/x", "x");
	s->out = folder_at(&s->f, "out");
	s->notes = str_of(folder_at(&s->f, "notes"));
	for (int i = 0; i < PAGES; i++) {
		folder_put(&s->f, arena_fmt(&s->f.a, "out/%s", page(s, i)).p, "page");
		manifest_add(&s->last, str_of(page(s, i)));
		manifest_add(&s->made, str_of(page(s, i)));
	}
	manifest_sort(&s->last);
	manifest_sort(&s->made);
	usleep(30000);
}

static void
close_site(struct site *s)
{
	manifest_free(&s->last);
	manifest_free(&s->made);
	folder_close(&s->f);
}

/* How many folders were looked into, without those that hold folders. */
static size_t
look(struct site *s, struct survey *found)
{
	struct diags d = DIAGS_INIT;
	struct folders plain;
	size_t looked;

	*found = (struct survey)SURVEY_INIT;
	folders_open(&plain, s->notes, TREE);
	assert_int_equal(survey_read(found, s->out, &s->made, &s->last, &plain, &d), 0);
	looked = plain.looked;
	folders_close(&plain, TREE + 1);
	told_nothing(&d);
	diags_free(&d);
	return looked;
}

static void
is_quiet(const struct survey *found)
{
	assert_int_equal(found->foreign.n + found->stale.n + found->blocked.n, 0);
}

static void
looked_into_once(void **state)
{
	struct site s;
	struct survey found;

	(void)state;
	open_site(&s);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(look(&s, &found), i == 0 ? PAGES + 1 : 1); /* nb/ */
		is_quiet(&found);
		survey_free(&found);
	}
	folder_put(&s.f, "notes/folders-000000000000004d", "damaged");
	assert_int_equal(look(&s, &found), PAGES + 1);
	is_quiet(&found);
	survey_free(&found);
	folders_forget(s.notes);
	assert_string_equal(folder_list(&s.f, "notes"), "x");
	close_site(&s);
}

/* A folder that has just changed is not noted: it may do so again within the tick. */
static void
young_folders_are_looked_into(void **state)
{
	struct site s;
	struct survey found;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "out/nb/5/own.txt", "");
	assert_return_code(unlink(folder_at(&s.f, "out/nb/5/own.txt")), errno);
	look(&s, &found);
	survey_free(&found);
	assert_int_equal(look(&s, &found), 2);
	survey_free(&found);
	close_site(&s);
}

static void
what_changed_is_seen(void **state)
{
	struct site s;
	struct survey found;

	(void)state;
	open_site(&s);
	look(&s, &found);
	survey_free(&found);
	folder_put(&s.f, "out/nb/7/own.txt", "mine");
	folder_put(&s.f, "out/nb/13/own/deep.txt", "mine");
	folder_put(&s.f, "out/nb/new/own.txt", "mine");
	assert_return_code(unlink(folder_at(&s.f, "out/nb/9/index.html")), errno);
	assert_return_code(symlink("../8/index.html", folder_at(&s.f, "out/nb/9/index.html")), errno);
	assert_int_equal(look(&s, &found), 6); /* nb, 7, 9, 13, 13/own, new */
	assert_int_equal(found.blocked.n, 1);
	assert_true(str_is(found.blocked.v[0], "nb/9/index.html"));
	assert_int_equal(found.stale.n, 0);
	assert_int_equal(found.foreign.n, 5);
	survey_free(&found);
	close_site(&s);
}

/* A page that is not made any more is told also where nobody looks; one that is gone already is not. */
static void
stale_pages(void **state)
{
	struct site s;
	struct survey found;

	(void)state;
	open_site(&s);
	look(&s, &found);
	survey_free(&found);
	s.made.entries.n -= 3;
	assert_return_code(
	    unlink(folder_at(&s.f, arena_fmt(&s.f.a, "out/%.*s", STR_ARG(s.made.entries.v[PAGES - 1].path)).p)), errno);
	look(&s, &found);
	assert_int_equal(found.stale.n, 2);
	assert_true(str_eq(found.stale.v[0], s.last.entries.v[PAGES - 3].path));
	assert_int_equal(found.foreign.n + found.blocked.n, 0);
	survey_free(&found);
	close_site(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(looked_into_once),
		cmocka_unit_test(young_folders_are_looked_into),
		cmocka_unit_test(what_changed_is_seen),
		cmocka_unit_test(stale_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
