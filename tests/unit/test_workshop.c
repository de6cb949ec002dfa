/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/workshop.h"

#include "i18n/pot.h"
#include "i18n/saving.h"
#include "folder.h"
#include "told.h"
#include "translated.h"

/* A site with two courses, and what `pensum i18n` makes of it. */
struct shop {
	struct folder f;
	struct config config;
	struct workshop w;
	struct diags d;
};

#define PAGE(title) "---\ntitle: " title "\n---\n"

static void
shop_open(struct shop *s)
{
	*s = (struct shop){ .config = { .jobs = 1, .audience = STR("learner") } };
	folder_open(&s->f);
	s->config.root = str_of(s->f.path);
	folder_put(&s->f, "site.yaml", "title: Site\nlanguages: [en, nb, lv]\n");
	folder_put(&s->f, "content/c/course.yaml", "title: Course\nlanguages: [en, nb, lv]\n");
	folder_put(&s->f, "content/c/index.md", PAGE("C") "Close\n");
	folder_put(&s->f, "content/c/10-m/20-b.md", PAGE("B") "# Close\n\nClose\n\nOnly\n");
	folder_put(&s->f, "content/c/10-m/30-d.md", PAGE("D") "Only\n\n- Close {ctx=verb}\n");
	folder_put(&s->f, "content/c/10-m/30-d.nb.md", PAGE("De") "Bare\n");
	folder_put(&s->f, "content/e/course.yaml", "title: Other\nlanguages: [nb, en]\n");
	folder_put(&s->f, "content/e/a.md", PAGE("A") "Ord\n");
	assert_int_equal(workshop_open(&s->w, &s->config, &s->d), 0);
}

static void
shop_close(struct shop *s)
{
	workshop_close(&s->w);
	diags_free(&s->d);
	folder_close(&s->f);
}

static struct workpiece *
piece(struct shop *s, const char *folder)
{
	for (size_t i = 0; i < s->w.npieces; i++)
		if (str_is(s->w.pieces[i].folder, folder))
			return &s->w.pieces[i];
	fail_msg("no %s", folder);
	return NULL;
}

static void
test_pieces(void **state)
{
	struct shop s;
	const struct workpiece *m;

	(void)state;
	shop_open(&s);
	assert_int_equal(s.w.npieces, 3);
	is_text(piece(&s, "content/c")->name, "course");
	m = piece(&s, "content/c/10-m");
	is_text(m->name, "10-m");
	assert_int_equal(m->ndocs, 2);
	is_text(workshop_path(&s.w, m, STR("lv")), "content/c/po/lv/10-m.po");
	is_text(workshop_path(&s.w, m, STR_EMPTY), "content/c/po/10-m.pot");
	shop_close(&s);
}

static void
test_wants(void **state)
{
	static const struct {
		const char *what;
		bool course, module, other;
	} rows[] = {
		{ "c", true, true, false },
		{ "content/c", true, true, false },
		{ "content/c/", true, true, false },
		{ "content/c/10-m", false, true, false },
		{ "content/c/10-m/20-b.md", false, true, false },
		{ "content/c/10-m/30-d.nb.md", false, true, false },
		{ "e", false, false, true },
		{ "10-m", false, false, false },
		{ "", false, false, false },
	};
	struct shop s;

	(void)state;
	shop_open(&s);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str what = str_of(rows[i].what);
		struct workorder o = { .config = &s.config, .lang = STR_EMPTY, .what = &what, .nwhat = 1 };

		if (workshop_wants(&o, piece(&s, "content/c")) != rows[i].course ||
		    workshop_wants(&o, piece(&s, "content/c/10-m")) != rows[i].module ||
		    workshop_wants(&o, piece(&s, "content/e")) != rows[i].other)
			fail_msg("`%s`", rows[i].what);
		assert_int_equal(workshop_check(&s.w, &o, &s.d), !(rows[i].course || rows[i].module || rows[i].other));
	}
	shop_close(&s);
}

static void
test_into(void **state)
{
	struct shop s;
	struct workorder all = { .lang = STR_EMPTY }, lv = { .lang = STR("lv") }, klingon = { .lang = STR("tlh") };

	(void)state;
	shop_open(&s);
	assert_false(workshop_into(&all, piece(&s, "content/c"), site_language(&s.w.site, STR("en"))));
	assert_true(workshop_into(&all, piece(&s, "content/c"), site_language(&s.w.site, STR("nb"))));
	assert_true(workshop_into(&all, piece(&s, "content/e"), site_language(&s.w.site, STR("en"))));
	assert_false(workshop_into(&all, piece(&s, "content/e"), site_language(&s.w.site, STR("nb"))));
	assert_false(workshop_into(&all, piece(&s, "content/e"), site_language(&s.w.site, STR("lv"))));
	assert_false(workshop_into(&lv, piece(&s, "content/c"), site_language(&s.w.site, STR("nb"))));
	assert_int_equal(workshop_check(&s.w, &lv, &s.d), 0);
	assert_int_equal(workshop_check(&s.w, &klingon, &s.d), 1);
	assert_int_equal(s.d.all.v[0].code, DIAG_I18N_WHAT);
	shop_close(&s);
}

/* Words in several roles have them as context, those with `ctx=` that; pages with a file of their own are left out. */
static void
test_template(void **state)
{
	struct shop s;
	struct arena a = ARENA_INIT;
	struct po *po;
	static const char *const want[] = {
		"`B` = `` #. type: title\npage: B\n #: content/c/10-m/20-b.md",
		"(heading) `Close` = `` #. type: heading\npage: B\n #: content/c/10-m/20-b.md",
		"(paragraph) `Close` = `` #. type: paragraph\npage: B\nunder: Close\n #: content/c/10-m/20-b.md",
		"`Only` = `` #. type: paragraph\npage: B\nunder: Close\n #: content/c/10-m/20-b.md #: content/c/10-m/30-d.md",
		"`D` = `` #. type: title\npage: D\n #: content/c/10-m/30-d.md",
		"(verb) `Close` = `` #. type: item\npage: D\n #: content/c/10-m/30-d.md",
	};

	(void)state;
	shop_open(&s);
	po = pot_of(&s.w, piece(&s, "content/c/10-m"), STR("lv"), &a, &s.d);
	assert_int_equal(po->nentries, sizeof want / sizeof *want);
	for (size_t i = 0; i < po->nentries; i++) {
		struct buf b = BUF_INIT;

		entry_put(&b, &po->entries[i]);
		is_text(buf_view(&b), want[i]);
		buf_free(&b);
	}
	po_free(po);
	po = pot_of(&s.w, piece(&s, "content/c/10-m"), STR("nb"), &a, &s.d);
	assert_int_equal(po->nentries, 4); /* without 30-d.md */
	told_nothing(&s.d);
	po_free(po);
	arena_free(&a);
	shop_close(&s);
}

static void
test_long(void **state)
{
	struct shop s;
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;

	(void)state;
	shop_open(&s);
	buf_cstr(&b, PAGE("B") "One. Two. Three! Four? Five. Six.\n\n");
	for (int i = 0; i < 150; i++)
		BUF_LIT(&b, "word ");
	folder_put(&s.f, "content/c/10-m/20-b.md", arena_str(&s.f.a, buf_view(&b)).p);
	po_free(pot_of(&s.w, piece(&s, "content/c/10-m"), STR("lv"), &a, &s.d));
	assert_int_equal(s.d.all.n, 2);
	assert_int_equal(s.d.all.v[0].code, DIAG_I18N_LONG);
	assert_int_equal(s.d.all.v[1].code, DIAG_I18N_LONG);
	buf_free(&b);
	arena_free(&a);
	shop_close(&s);
}

static void
test_saving(void **state)
{
	struct shop s;
	struct po_entry e = { .source = STR("a"), .text = STR("b") };
	struct po po = { .src = { STR("content/c/po/lv/course.po"), STR_EMPTY },
		.header = STR("Language: lv\n"),
		.entries = &e,
		.nentries = 1 };
	bool broken;

	(void)state;
	shop_open(&s);
	assert_null(workshop_catalogue(&s.w, piece(&s, "content/c"), STR("lv"), &broken, &s.d));
	assert_false(broken);
	assert_int_equal(saving_write(&s.w, &po, &s.d), SAVING_WRITTEN);
	assert_int_equal(saving_write(&s.w, &po, &s.d), SAVING_SAME);
	assert_string_equal(folder_get(&s.f, "content/c/po/lv/course.po"),
	    "msgid \"\"\nmsgstr \"Language: lv\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n");
	po_free(workshop_catalogue(&s.w, piece(&s, "content/c"), STR("lv"), &broken, &s.d));
	assert_false(broken);
	told_nothing(&s.d);
	folder_put(&s.f, "content/c/po/lv/course.po", "msgid \"a\"\n");
	assert_null(workshop_catalogue(&s.w, piece(&s, "content/c"), STR("lv"), &broken, &s.d));
	assert_true(broken);

	/* A file in the way of a folder: told, and nothing made. */
	folder_put(&s.f, "content/e/po", "x");
	po.src.path = STR("content/e/po/en/course.po");
	diags_free(&s.d);
	s.d = (struct diags)DIAGS_INIT;
	assert_int_equal(saving_write(&s.w, &po, &s.d), -1);
	assert_int_equal(s.d.all.v[0].code, DIAG_IO);
	shop_close(&s);
}

static void
test_no_site(void **state)
{
	struct folder f;
	struct config config = { .jobs = 1 };
	struct workshop w;
	struct diags d = DIAGS_INIT;

	(void)state;
	folder_open(&f);
	config.root = str_of(f.path);
	assert_int_equal(workshop_open(&w, &config, &d), -1);
	assert_true(d.all.n > 0);
	workshop_close(&w);
	diags_free(&d);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_wants),
		cmocka_unit_test(test_into),
		cmocka_unit_test(test_template),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_saving),
		cmocka_unit_test(test_no_site),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
