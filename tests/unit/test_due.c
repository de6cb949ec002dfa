/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/due.h"

#include "base/hash.h"
#include "remembered.h"
#include "twocourses.h"

/* A site that is built, an edit, and what is known of it before anything is read. */
static void
edited(struct remembered *r, const char *path, const char *text)
{
	remembered_open(r);
	twocourses_put(&r->folder);
	remembered_build(r);
	twocourses_edit(&r->folder, path, text);
	remembered_build(r);
}

/* At the first look, what hangs on harvests is not known; after the second, everything is. */
static void
two_looks(void **state)
{
	struct remembered r;
	struct due due;
	size_t waiting = 0, changed = 0;

	(void)state;
	edited(&r, "content/c/01-m/10-a.md", A_HEAD "Words.\n\n# More {#more}\n" A_ACT);
	due_open(&due, &r.site, &r.old, &r.p.values);
	for (size_t i = 0; i < r.old.nfacts; i++)
		assert_false(due.changed[i]);
	due_look(&due, false);
	for (size_t i = 0; i < r.old.nfacts; i++) {
		bool waits = factvalues_waits(facts_kind(r.old.subjects[i]));

		waiting += waits;
		assert_false(waits && due.changed[i]);
		assert_int_equal(waits, due.now[i] == 0 && r.old.values[i] != 0);
	}
	assert_true(waiting > 0);
	due_look(&due, true);
	for (size_t i = 0; i < r.old.nfacts; i++) {
		assert_int_equal(due.changed[i], due.now[i] != r.old.values[i]);
		changed += due.changed[i];
	}
	assert_int_equal(changed, 1); /* the file: nobody links to the page */
	remembered_close(&r);
}

static void
any_of_them(void **state)
{
	uint32_t numbers[] = { 2, 0, 1 };
	bool changed[] = { false, true, false };
	struct due due = { .changed = changed };

	(void)state;
	assert_false(due_changed(&due, (struct record_facts){ NULL, 0 }));
	assert_false(due_changed(&due, (struct record_facts){ numbers, 2 }));
	assert_true(due_changed(&due, (struct record_facts){ numbers, 3 }));
}

/* What stands on the page ${path} of the build before. */
static struct record_page
page_of(const struct remembered *r, const char *path)
{
	for (size_t i = 0; i < r->old.nrecords; i++)
		for (size_t k = 0; k < r->old.records[i].npages; k++)
			if (str_is(r->old.records[i].pages[k].path, path))
				return r->old.records[i].pages[k];
	fail_msg("no %s", path);
	return (struct record_page){ 0 };
}

/* A page stays only with all that it needs, and with the bytes that it was left with. */
static void
all_or_none(void **state)
{
	static const char path[] = "en/c/m/a/index.html";
	struct remembered r;
	struct record_page p;
	struct asset *picture;
	struct stage *stage;
	struct buf gone = BUF_INIT;
	struct str bytes;

	(void)state;
	edited(&r, "content/c/01-m/10-a.md", A_TEXT); /* nothing changes */
	p = page_of(&r, path);
	picture = map_get(&r.site.assets, STR("content/c/pic.svg"));
	assert_non_null(picture);
	atomic_store(&picture->used, false);
	stage = stage_memory_after(r.p.stage);
	p.hash++;
	assert_false(due_keep(&r.p.making.due, stage, &p));
	p.hash--;
	pack_text(&gone, STR("assets/gone.js"));
	p.files = buf_view(&gone);
	assert_false(due_keep(&r.p.making.due, stage, &p));
	assert_false(atomic_load(&picture->used));
	stage_drop(stage);
	stage = stage_memory_after(r.p.stage);
	p = page_of(&r, "en/d/y/index.html");
	assert_true(due_keep(&r.p.making.due, stage, &p));
	assert_false(atomic_load(&picture->used));
	p = page_of(&r, "nb/c/m/aa/index.html");
	assert_true(due_keep(&r.p.making.due, stage, &p));
	assert_true(atomic_load(&picture->used)); /* it gets published, though nobody looked at the page */
	assert_true(stage_find(stage, p.path, &bytes) && hash_bytes(bytes) == p.hash);
	stage_drop(stage);
	buf_free(&gone);
	remembered_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_looks),
		cmocka_unit_test(any_of_them),
		cmocka_unit_test(all_or_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
