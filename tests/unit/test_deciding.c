/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/deciding.h"

#include "remembered.h"
#include "twocourses.h"

/* All pages of twocourses.h. */
#define ALL                                                                                                            \
	". en/c/glossary en/c en/c/m/a en/c/m/b en/c/m en/c/n en/c/n/x en/d en/d/y en . nb/c/glossary nb/c nb/c/m/a nb/c/m/aa nb/c/m/b nb/c/m nb/c/n nb/c/n/x nb/d nb/d/y nb"

/* What is done to a file, which documents are read for it, and which pages made. */
static const struct {
	const char *edit, *path, *text; /* NULL: the file goes */
	const char *read, *made;
} edits[] = {
	{ "nothing", "content/c/01-m/10-a.md", A_TEXT, "", "" },
	{ "a word of a page", "content/c/01-m/10-a.md", A_HEAD "Other.\n" A_ACT, "c/01-m/10-a", "en/c/m/a nb/c/m/aa" },
	{ "a word of a translation", "content/c/01-m/10-a.nb.md", NB_HEAD "Nye ord.\n" NB_ACT, "c/01-m/10-a",
	    "en/c/m/a nb/c/m/aa" },
	{ "a title", "content/c/01-m/20-b.md", "---\ntitle: Bee\n---\n# Heading {#h}\n" QUESTION("Is it?"),
	    "c/01-m/20-b", "en/c en/c/m/a en/c/m/b en/c/m en/c/n/x nb/c nb/c/m/aa nb/c/m/b nb/c/m nb/c/n/x" },
	{ "an id that is linked to", "content/c/01-m/20-b.md",
	    "---\ntitle: B\n---\n# Heading {#i}\n" QUESTION("Is it?"), "c/01-m/20-b",
	    "en/c/m/a en/c/m/b nb/c/m/aa nb/c/m/b" },
	{ "the words of a definition", "content/c/01-m/10-a.md", A_HEAD "\n:::definition[Act]{#act}\nRules.\n:::\n",
	    "c/01-m/10-a", "en/c/glossary en/c/m/a nb/c/m/aa" },
	{ "a title of another course", "content/d/10-y.md", "---\ntitle: Z\n---\n", "d/10-y",
	    "en/d en/d/y nb/d nb/d/y" },
	{ "a new page", "content/d/20-z.md", "---\ntitle: Z\n---\n", "d/10-y d/20-z",
	    "en/d en/d/y en/d/z nb/d nb/d/y nb/d/z" },
	{ "a page gone", "content/c/02-n/10-x.md", NULL, "c/01-m/20-b", "en/c en/c/m/b nb/c nb/c/m/b" },
	{ "a first translation", "content/c/01-m/20-b.nb.md", "---\ntitle: Be\n---\n# O {#h}\n" QUESTION("Er det?"),
	    "c/01-m/20-b", "en/c/m/b nb/c nb/c/m/aa nb/c/m/b nb/c/m nb/c/n/x" },
	{ "a catalogue", "content/c/po/nb/02-n.po", PO("Eks"), "c/02-n/10-x",
	    "en/c/n/x nb/c nb/c/m/b nb/c/n nb/c/n/x" },
	{ "a catalogue: words only", "content/c/po/nb/02-n.po",
	    "msgid \"X\"\nmsgstr \"Iks\"\n\nmsgid \"More.\"\nmsgstr \"Flere.\"\n", "c/02-n/10-x", "en/c/n/x nb/c/n/x" },
	{ "a picture", "content/c/pic.svg", SVG("40"), "", "en/c/m/a nb/c/m/aa" },
	{ "a picture that nobody shows", "content/c/other.svg", SVG("40"), "", "" },
	{ "contacts", "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '117'\n", "c/01-m/20-b", ALL },
	{ "sources that nobody names", "content/data/sources.yaml", "report:\n  title: R\n", "", "" },
	{ "the settings of a course", "content/d/course.yaml", "title: D\nlanguage: en\n", "d/10-y",
	    "en/d en/d/y en . nb/d nb/d/y nb" },
	{ "a word of the interface", "locales/nb.yaml", "nb:\n  start-course: Sett i gang\n", "",
	    "en/c/m/b en/c/m en/d/y nb/c/glossary nb/c nb/c/m/a nb/c/m/aa nb/c/m/b nb/c/m nb/c/n nb/c/n/x nb/d nb/d/y nb" },
	{ "a template of a kind of page", "themes/default/notfound.html", "<p>Nothing</p>\n", "", "." },
	{ "a template of a block that nobody had", "themes/default/blocks/definition.html", "<p>{{ block.body }}</p>\n",
	    "", "en/c/m/a nb/c/m/aa" },
	{ "a file of the theme that nobody asks for", "themes/default/assets/own.svg", SVG("1"), "", "" },
	{ "lua", "lua/helpers.lua", "return {}\n", "", ALL },
};

/* The files of ${now} are those of a site that is built from nothing. */
static void
as_from_nothing(struct remembered *now, const char *edit)
{
	struct remembered clean = { .config = now->config };
	size_t n, there;
	struct str *paths;

	remembered_build(&clean);
	paths = stage_paths(clean.p.stage, &now->folder.a, &n);
	for (size_t i = 0; i < n; i++) {
		struct str want, is;

		assert_true(stage_find(clean.p.stage, paths[i], &want));
		if (!stage_find(now->p.stage, paths[i], &is) || !str_eq(is, want))
			fail_msg("%s: %.*s is not as from nothing", edit, STR_ARG(paths[i]));
	}
	stage_paths(now->p.stage, &now->folder.a, &there);
	if (there != n)
		fail_msg("%s: %zu files are there, and %zu from nothing", edit, there, n);
	remembered_settle(&clean);
	stage_drop(clean.p.stage);
	store_free(&clean.old);
	buf_free(&clean.bytes);
}

static void
what_an_edit_makes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
		struct remembered r;
		const char *read, *made;

		remembered_open(&r);
		twocourses_put(&r.folder);
		remembered_build(&r);
		assert_string_equal(remembered_made(&r), ALL);
		twocourses_edit(&r.folder, edits[i].path, edits[i].text);
		remembered_build(&r);
		read = remembered_read(&r);
		made = remembered_made(&r);
		if (strcmp(read, edits[i].read) != 0 || strcmp(made, edits[i].made) != 0)
			fail_msg("%s:\n  read %s\n  made %s", edits[i].edit, read, made);
		as_from_nothing(&r, edits[i].edit);
		remembered_close(&r);
	}
}

/* -- files that are something else for a moment -- */

static void
rewrite(struct remembered *r)
{
	folder_put(
	    &r->folder, "content/c/01-m/10-a.md", A_HEAD "For a moment.\n\n:::definition[Act]{#act}\nMoment.\n:::\n");
}

static void
remove_it(struct remembered *r)
{
	assert_return_code(unlink(folder_at(&r->folder, "content/c/01-m/10-a.md")), 0);
}

static void
remove_other(struct remembered *r)
{
	assert_return_code(unlink(folder_at(&r->folder, "content/c/02-n/10-x.md")), 0);
}

/*
 * Something else stood in a page when it was read than when the site was looked at, and afterwards what had been there. Either the page itself
 * was saved before that, or contacts, which all pages show, so that it is read for its pages and for the glossary only.
 */
static void
changed_for_a_moment(void **state)
{
	static const struct {
		void (*meanwhile)(struct remembered *r);
		const char *saved, *text;
	} rows[] = {
		{ rewrite, "content/c/01-m/10-a.md", A_HEAD "Other.\n" A_ACT },
		{ remove_it, "content/c/01-m/10-a.md", A_HEAD "Other.\n" A_ACT },
		{ rewrite, "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '117'\n" },
		{ remove_it, "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '117'\n" },
		{ remove_other, "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '117'\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct remembered r;

		remembered_open(&r);
		twocourses_put(&r.folder);
		remembered_build(&r);
		folder_put(&r.folder, rows[i].saved, rows[i].text);
		r.meanwhile = rows[i].meanwhile;
		remembered_build(&r);
		if ((diags_worst(&r.d) >= DIAG_ERROR) != (rows[i].meanwhile != rewrite))
			fail_msg("row %zu: what is told is wrong", i);
		r.meanwhile = NULL;
		twocourses_put(&r.folder);
		folder_put(&r.folder, rows[i].saved, rows[i].text);
		remembered_build(&r);
		assert_true(diags_worst(&r.d) < DIAG_ERROR);
		as_from_nothing(&r, "for a moment");
		remembered_build(&r);
		assert_string_equal(remembered_made(&r), "");
		remembered_close(&r);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_an_edit_makes),
		cmocka_unit_test(changed_for_a_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
