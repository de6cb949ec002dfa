/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/gathering.h"

#include "remembered.h"
#include "twocourses.h"

enum { MORE = 60 };

static void
put_more(struct remembered *r)
{
	for (int i = 0; i < MORE; i++)
		folder_put(&r->folder, arena_fmt(&r->folder.a, "content/d/%d-p%d.md", i + 20, i).p,
		    arena_fmt(&r->folder.a, "---\ntitle: P%d\n---\n", i).p);
}

static void
open_built(struct remembered *r)
{
	remembered_open(r);
	twocourses_put(&r->folder);
	put_more(r);
	remembered_build(r);
	remembered_settle(r);
}

/* What the store has: the subjects in order. */
static struct str *
subjects_of(struct remembered *r)
{
	struct str *v = ARENA_ARRAY(&r->folder.a, struct str, r->old.nfacts);

	for (size_t i = 0; i < r->old.nfacts; i++)
		v[i] = arena_str(&r->folder.a, r->old.subjects[i]);
	return v;
}

static void
mark(bool *used, struct record_facts facts)
{
	for (size_t i = 0; i < facts.n; i++)
		used[facts.v[i]] = true;
}

/* How many facts of the store nothing rests on. */
static size_t
useless(struct remembered *r)
{
	bool *used = ARENA_ARRAY(&r->folder.a, bool, r->old.nfacts);
	size_t n = 0;

	for (size_t i = 0; i < r->old.nrecords; i++) {
		mark(used, r->old.records[i].facts);
		mark(used, r->old.records[i].links);
		for (size_t k = 0; k < r->old.records[i].npages; k++)
			mark(used, r->old.records[i].pages[k].facts);
	}
	for (size_t i = 0; i < r->old.nlone; i++)
		mark(used, r->old.lone[i].facts);
	for (size_t i = 0; i < r->old.nfacts; i++)
		n += !used[i];
	return n;
}

static void
each_once(struct remembered *r)
{
	struct map all = MAP_INIT;

	for (size_t i = 0; i < r->old.nfacts; i++)
		assert_null(map_put(&all, r->old.subjects[i], r));
	map_free(&all);
}

/* A build that makes nothing again is the test of whether numbers still mean what they meant. */
static void
nothing_is_due(struct remembered *r)
{
	remembered_build(r);
	assert_string_equal(remembered_read(r), "");
	assert_string_equal(remembered_made(r), "");
}

static void
numbers_are_kept(void **state)
{
	struct remembered r;
	struct str *before;
	size_t n;

	(void)state;
	open_built(&r);
	assert_int_equal(useless(&r), 0);
	each_once(&r);
	before = subjects_of(&r);
	n = r.old.nfacts;
	folder_put(&r.folder, "content/c/01-m/10-a.md", A_HEAD "[new](../02-n/10-x.md) words.\n" A_ACT);
	remembered_build(&r);
	remembered_settle(&r);
	assert_true(r.old.nfacts > n); /* the page that it links to now */
	for (size_t i = 0; i < n; i++)
		assert_true(str_eq(r.old.subjects[i], before[i]));
	each_once(&r);
	nothing_is_due(&r);
	remembered_close(&r);
}

/* What nothing rests on stays for a while, until it is half of all. */
static void
all_get_new_ones(void **state)
{
	struct remembered r;
	size_t n;

	(void)state;
	open_built(&r);
	n = r.old.nfacts;
	for (int i = 0; i < MORE; i++) {
		assert_return_code(
		    unlink(folder_at(&r.folder, arena_fmt(&r.folder.a, "content/d/%d-p%d.md", i + 20, i).p)), 0);
		remembered_build(&r);
		remembered_settle(&r);
		assert_true(useless(&r) <= r.old.nfacts / 2 + 1);
	}
	assert_true(r.old.nfacts < n);
	nothing_is_due(&r);
	remembered_close(&r);
}

/* The store would be the one that was read. */
static void
the_same_again(void **state)
{
	struct remembered r;

	(void)state;
	open_built(&r);
	remembered_build(&r);
	for (size_t i = 0; i < r.site.origins.n; i++)
		((struct origin *)r.site.origins.v[i].value)->known = true; /* as they are two seconds later */
	assert_true(gathering_same(&r.p.making));
	((struct origin *)r.site.origins.v[0].value)->known = false;
	assert_false(gathering_same(&r.p.making));
	folder_put(&r.folder, "content/c/01-m/10-a.md", A_HEAD "Other.\n" A_ACT);
	remembered_build(&r);
	for (size_t i = 0; i < r.site.origins.n; i++)
		((struct origin *)r.site.origins.v[i].value)->known = true;
	assert_false(gathering_same(&r.p.making));
	remembered_close(&r);
}

/* What a page was made of is what was there before it was made: what is saved in the meantime is seen in the next build. */
static void
saved_in_the_meantime(void **state)
{
	static const char *const paths[] = { "themes/default/notfound.html", "themes/default/blocks/definition.html",
		"themes/default/assets/theme.css", "lua/helpers.lua", "locales/en.yaml", "content/data/contacts.yaml",
		"content/c/01-m/10-a.md", "content/c/course.yaml", "content/c/po/nb/02-n.po", "content/c/pic.svg" };
	static const char *const texts[] = { "x\n", "{{ block.body }}\n", "p {}\n", "return {}\n",
		"en:\n  home: House\n", "helpline:\n  name: Other\n  phone: '1'\n", A_HEAD "Other.\n",
		"title: Other\nlanguage: en\n", PO("Eks"), SVG("7") };

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		struct remembered r;

		remembered_open(&r);
		twocourses_put(&r.folder);
		remembered_build(&r);
		folder_put(&r.folder, paths[i], texts[i]);
		remembered_settle(&r);
		remembered_build(&r);
		if (*remembered_made(&r) == '\0')
			fail_msg("%s: nothing is made again", paths[i]);
		remembered_close(&r);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_kept),
		cmocka_unit_test(all_get_new_ones),
		cmocka_unit_test(the_same_again),
		cmocka_unit_test(saved_in_the_meantime),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
