/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/xliff.h"

#include "i18n/fromxliff.h"
#include "i18n/merge.h"
#include "i18n/saving.h"
#include "translated.h"

/* A site with one page, whose catalogue is its own words, on their way to a translator and back. */
struct trip {
	struct folder f;
	struct config config;
	struct workorder order;
	struct diags d;
	struct buf out;
};

static const char po_name[] = "content/c/po/nb/course.po";

static void
trip_open(struct trip *t, const char *page)
{
	*t = (struct trip){ .config = { .jobs = 1, .audience = STR("learner") } };
	folder_open(&t->f);
	t->config.root = str_of(t->f.path);
	t->order = (struct workorder){ .config = &t->config, .lang = STR("nb") };
	folder_put(&t->f, "site.yaml", "title: Site\nlanguages: [en, nb]\nhtml: safe\n");
	folder_put(&t->f, "content/c/course.yaml", "title: Course\nlanguages: [en, nb]\n");
	folder_put(&t->f, "content/c/a.md", page);
	assert_int_equal(merge_run(&t->order, &t->out, &t->d), 0);
	buf_reset(&t->out);
}

static void
trip_close(struct trip *t)
{
	buf_free(&t->out);
	diags_free(&t->d);
	folder_close(&t->f);
}

/* Each message is translated by itself; every third is out of date, every fifth has a remark. */
static size_t
translate(struct trip *t)
{
	struct str bytes = str_of(folder_get(&t->f, po_name));
	struct po *po = catalogue_of(&t->f, po_name, bytes, &t->d);
	struct buf b = BUF_INIT;
	size_t n;

	assert_non_null(po);
	n = po->nentries;
	for (size_t i = 0; i < n; i++) {
		struct po_entry *e = &po->entries[i];

		e->text = e->source;
		e->fuzzy = i % 3 == 1;
		e->previous = e->fuzzy ? STR("What it was <before> & then") : STR_EMPTY;
		e->comment = i % 5 == 4 ? STR("One.\nTwo \"three\" <b>.\n") : STR_EMPTY;
	}
	assert_int_equal(gettext_text(&b, po), 0);
	folder_put(&t->f, po_name, arena_str(&t->f.a, buf_view(&b)).p);
	buf_free(&b);
	po_free(po);
	assert_int_equal(merge_run(&t->order, &t->out, &t->d), 0);
	buf_reset(&t->out);
	return n;
}

static void
send(struct trip *t)
{
	assert_int_equal(xliff_run(&t->order, str_of(folder_at(&t->f, "a.xlf")), &t->out, &t->d), 0);
	buf_reset(&t->out);
}

/* What is said of what came back. */
static struct str
back(struct trip *t)
{
	buf_reset(&t->out);
	assert_int_equal(fromxliff_run(&t->order, str_of(folder_at(&t->f, "a.xlf")), STR("a.xlf"), &t->out, &t->d), 0);
	for (size_t i = 0; i < t->d.all.n; i++)
		if (t->d.all.v[i].code == DIAG_XLIFF_UNIT || t->d.all.v[i].code == DIAG_XLIFF_CHANGED)
			fail_msg("%.*s", STR_ARG(t->d.all.v[i].detail));
	return buf_view(&t->out);
}

static void
there_and_back(const char *name, const char *page)
{
	struct trip t;
	const char *empty, *before;
	size_t n;

	trip_open(&t, page);
	empty = folder_get(&t.f, po_name);
	if (empty == NULL)
		fail_msg("%s: no catalogue", name);
	n = translate(&t);
	before = folder_get(&t.f, po_name);
	send(&t);
	is_text(back(&t), arena_fmt(&t.f.a, "%s: 0 taken over, %zu as before\n", po_name, n).p);
	assert_string_equal(folder_get(&t.f, po_name), before);

	/* All of it is in what was sent: a catalogue that lost its translations has them again. */
	folder_put(&t.f, po_name, empty);
	is_text(back(&t), arena_fmt(&t.f.a, "%s: %zu taken over, 0 as before\n", po_name, n).p);
	assert_string_equal(folder_get(&t.f, po_name), before);

	/* What nobody translated takes nothing away. */
	folder_put(&t.f, po_name, empty);
	send(&t);
	folder_put(&t.f, po_name, before);
	is_text(back(&t), arena_fmt(&t.f.a, "%s: 0 taken over, %zu as before\n", po_name, n).p);
	assert_string_equal(folder_get(&t.f, po_name), before);
	trip_close(&t);
}

/* Every page of the guide, and of other people's dialects. */
static void
test_pages(void **state)
{
	static const char *const dirs[] = { "docs", "tests/foreign" };
	const char *root = getenv("ROOT");
	struct arena a = ARENA_INIT;
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) {
		const char *dir = arena_fmt(&a, "%s/%s", root ? root : ".", dirs[i]).p;
		struct fs_entries es = { 0 };

		assert_return_code(fs_list(&a, dir, &es), 0);
		for (size_t k = 0; k < es.n; k++) {
			struct str bytes;

			if (!str_ends(es.v[k].name, ".md") ||
			    fs_read(&a, arena_fmt(&a, "%s/%.*s", dir, STR_ARG(es.v[k].name)).p, &bytes) < 0 ||
			    str_starts(bytes, "---"))
				continue;
			there_and_back(es.v[k].name.p, arena_fmt(&a, "---\ntitle: Page\n---\n%.*s", STR_ARG(bytes)).p);
			n++;
		}
		VEC_FREE(&es);
	}
	assert_true(n > 10);
	arena_free(&a);
}

/* Characters that XML has no way to write, or writes otherwise. */
static void
test_characters(void **state)
{
	(void)state;
	there_and_back("characters",
	    "---\ntitle: \"A\\x1b]b & <c> \\\"d\\\"\"\n---\nA\xc2\xa0 b\xe2\x80\x8b &amp;amp; ]]> \xef\xbf\xbe\n\n\xf0\x9f\x98\x80 `\x01`\n");
}

static void
test_names(void **state)
{
	struct arena a = ARENA_INIT;
	struct po_entry one = { .context = STR("a"), .source = STR("b") },
			two = { .context = STR_EMPTY, .source = STR("ab") };

	(void)state;
	one.text = two.text = STR_EMPTY;
	assert_false(str_eq(xliff_id(&a, &one), xliff_id(&a, &two)));
	is_text(xliff_stand(&a, &one), "none");
	one.text = STR("x");
	one.fuzzy = true;
	assert_true(str_starts(xliff_stand(&a, &one), "fuzzy "));
	one.extracted = STR("type: option in question\npage: P\n");
	two.extracted = STR("type: option\n");
	assert_true(xliff_typed(&one));
	assert_false(xliff_typed(&two));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
