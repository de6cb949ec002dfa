/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/texts.h"

#include "sited.h"

#define M(id, str) "msgid \"" id "\"\nmsgstr \"" str "\"\n\n"

static void
prepare(struct sited *s)
{
	sited_outline(s);
	assert_int_equal(s->outline, 0);
	languages_prepare(&s->site, &s->d);
	texts_prepare(&s->site, &s->d);
}

static struct document *
document(struct sited *s, const char *path)
{
	for (size_t i = 0; i < s->site.ndocs; i++)
		if (str_is(s->site.docs[i]->path, path))
			return s->site.docs[i];
	fail_msg("no %s", path);
	return NULL;
}

static void
site_open(struct sited *s)
{
	sited_open(s);
	folder_put(&s->folder, "content/c/a.md", PAGE("Page") "Words.\n");
	folder_put(&s->folder, "content/c/10-m/index.md", PAGE("Module") "More.\n");
	folder_put(&s->folder, "content/c/10-m/20-b.md",
	    "---\ntitle: B\nsummary: S\nobjectives: [O]\ncontent-note: { what: W, around: '#x' }\n---\nMore.\n");
}

static void
test_settings(void **state)
{
	struct sited s;
	const struct text *t;

	(void)state;
	site_open(&s);
	folder_put(&s.folder, "content/c/po/nb/course.po", M("Page", "Side"));
	folder_put(&s.folder, "content/c/po/nb/10-m.po",
	    "#: content/c/10-m/20-b.md\n" M("B", "Be") M("S", "Es") M("O", "Oo") M("W", "Ve") M("#x", "#x"));
	prepare(&s);
	assert_string_equal(sited_told(&s), "");
	t = site_text(document(&s, "content/c/a.md"), STR("nb"));
	is_text(t->meta.title, "Side");
	is_text(t->title_lang, "nb");
	is_text(t->src.path, "content/c/po/nb/course.po");
	t = site_text(document(&s, "content/c/10-m/20-b.md"), STR("nb"));
	is_text(t->meta.title, "Be");
	is_text(t->meta.summary, "Es");
	is_text(t->meta.objectives->as.items[0].text, "Oo");
	is_text(value_get(t->meta.content_note, "what")->text, "Ve");
	assert_null(
	    site_text(document(&s, "content/c/10-m/index.md"), STR("nb"))); /* nothing in the catalogue is of it */
	assert_non_null(texts_catalogue(&s.site, document(&s, "content/c/10-m/index.md"), STR("nb")));
	assert_null(texts_catalogue(&s.site, document(&s, "content/c/a.md"), STR("en")));
	sited_close(&s);
}

/* Two languages in one line of a list help nobody: all settings are translated, or none is shown so. */
static void
test_some_settings(void **state)
{
	struct sited s;
	const struct text *t;

	(void)state;
	site_open(&s);
	folder_put(
	    &s.folder, "content/c/po/nb/10-m.po", "#: content/c/10-m/20-b.md\n" M("B", "Be") "#, fuzzy\n" M("S", "Es"));
	prepare(&s);
	t = site_text(document(&s, "content/c/10-m/20-b.md"), STR("nb"));
	assert_non_null(t);
	is_text(t->meta.title, "B");
	is_text(t->title_lang, "en");
	sited_close(&s);
}

/* A file of its own goes before a catalogue. */
static void
test_own_file(void **state)
{
	struct sited s;

	(void)state;
	site_open(&s);
	folder_put(&s.folder, "content/c/a.nb.md", PAGE("Fil") "Ord.\n");
	folder_put(&s.folder, "content/c/po/nb/course.po", M("Page", "Side"));
	prepare(&s);
	is_text(site_text(document(&s, "content/c/a.md"), STR("nb"))->meta.title, "Fil");
	assert_int_equal(document(&s, "content/c/a.md")->ntexts, 2);
	sited_close(&s);
}

static const struct {
	const char *path, *text, *told; /* of what is told, the beginning */
} wrong[] = {
	{ "content/c/po/nb/30-none.po", M("a", "b"),
	    "content/c/po/nb/30-none.po:0 translation-orphan no page stands in `content/c/30-none`" },
	{ "content/c/po/lv/course.po", M("a", "b"),
	    "content/c/po/lv/course.po:0 language-unknown `lv` is not a language of this course" },
	{ "content/c/po/nb/course.po", "msgid \"a\"\n", "content/c/po/nb/course.po:" },
	{ "content/c/10-m/po/nb/x.po", M("a", "b"),
	    "content/c/10-m/po/nb/x.po:0 translation-orphan no course is beside it" },
	{ "content/c/nb/course.po", M("a", "b"), "content/c/nb/course.po:0 translation-orphan no course is beside it" },
	{ "content/po/nb/course.po", M("a", "b"),
	    "content/po/nb/course.po:0 translation-orphan no course is beside it" },
};

static void
test_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct sited s;

		site_open(&s);
		folder_put(&s.folder, wrong[i].path, wrong[i].text);
		prepare(&s);
		if (!str_starts(str_of(sited_told(&s)), wrong[i].told))
			fail_msg("%s: %s", wrong[i].path, sited_told(&s));
		assert_null(site_text(document(&s, "content/c/a.md"), STR("nb")));
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_some_settings),
		cmocka_unit_test(test_own_file),
		cmocka_unit_test(test_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
