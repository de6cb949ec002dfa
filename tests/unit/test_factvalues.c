/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/factvalues.h"

#include "remembered.h"
#include "twocourses.h"

/* Each kind of fact, of things that are there and of some that are not (yet). */
static const struct {
	const char *name;
	enum fact_kind kind;
	const char *about, *in;
	bool missing;
} subjects[] = {
	{ "file:a", FACT_FILE, "content/c/01-m/10-a.md", NULL, false },
	{ "file:a.nb", FACT_FILE, "content/c/01-m/10-a.nb.md", NULL, false },
	{ "file:b", FACT_FILE, "content/c/01-m/20-b.md", NULL, false },
	{ "file:b.nb", FACT_FILE, "content/c/01-m/20-b.nb.md", NULL, true },
	{ "file:contacts", FACT_FILE, "content/data/contacts.yaml", NULL, false },
	{ "file:sources", FACT_FILE, "content/data/sources.yaml", NULL, true },
	{ "course", FACT_COURSE, "content/c", NULL, false },
	{ "course:e", FACT_COURSE, "content/e", NULL, true },
	{ "place:a", FACT_PLACE, "content/c/01-m/10-a.md", NULL, false },
	{ "place:b", FACT_PLACE, "content/c/01-m/20-b.md", NULL, false },
	{ "place:x", FACT_PLACE, "content/c/02-n/10-x.md", NULL, false },
	{ "place:new", FACT_PLACE, "content/c/01-m/40-new.md", NULL, true },
	{ "catalogue:n", FACT_CATALOGUE, "content/c/02-n", "nb", false },
	{ "catalogue:m", FACT_CATALOGUE, "content/c/01-m", "nb", true },
	{ "link:a", FACT_LINK, "en/c/m/a/index.html", NULL, false },
	{ "link:a.nb", FACT_LINK, "nb/c/m/aa/index.html", NULL, false },
	{ "link:moved.nb", FACT_LINK, "nb/c/m/a/index.html", NULL, false },
	{ "link:b", FACT_LINK, "en/c/m/b/index.html", NULL, false },
	{ "link:b.nb", FACT_LINK, "nb/c/m/b/index.html", NULL, false },
	{ "link:x.nb", FACT_LINK, "nb/c/n/x/index.html", NULL, false },
	{ "link:m", FACT_LINK, "en/c/m/index.html", NULL, false },
	{ "link:c", FACT_LINK, "en/c/index.html", NULL, false },
	{ "link:glossary", FACT_LINK, "en/c/glossary/index.html", NULL, false },
	{ "link:new", FACT_LINK, "en/c/m/new/index.html", NULL, true },
	{ "module:m", FACT_MODULE, "content/c/01-m", "en", false },
	{ "module:m.nb", FACT_MODULE, "content/c/01-m", "nb", false },
	{ "module:n", FACT_MODULE, "content/c/02-n", "en", false },
	{ "module:n.nb", FACT_MODULE, "content/c/02-n", "nb", false },
	{ "module:new", FACT_MODULE, "content/c/03-new", "en", true },
	{ "view", FACT_COURSE_VIEW, "content/c", "en", false },
	{ "view.nb", FACT_COURSE_VIEW, "content/c", "nb", false },
	{ "tree", FACT_COURSE_TREE, "content/c", "en", false },
	{ "tree.nb", FACT_COURSE_TREE, "content/c", "nb", false },
	{ "courses", FACT_COURSES, "", NULL, false },
	{ "face:a", FACT_FACE, "content/c/01-m/10-a.md", "en", false },
	{ "face:a.nb", FACT_FACE, "content/c/01-m/10-a.md", "nb", false },
	{ "face:b", FACT_FACE, "content/c/01-m/20-b.md", "en", false },
	{ "face:b.nb", FACT_FACE, "content/c/01-m/20-b.md", "nb", false },
	{ "face:x.nb", FACT_FACE, "content/c/02-n/10-x.md", "nb", false },
	{ "face:new", FACT_FACE, "content/c/01-m/40-new.md", "en", true },
	{ "id:act", FACT_ID, "content/c", "act", false },
	{ "id:late", FACT_ID, "content/c", "late", true },
	{ "path:a", FACT_PATH, "content/c/01-m/10-a.md", NULL, false },
	{ "path:part", FACT_PATH, "content/c/01-m/_part.md", NULL, false },
	{ "path:new", FACT_PATH, "content/c/01-m/40-new.md", NULL, true },
	{ "path:pic", FACT_PATH, "content/c/pic.svg", NULL, false },
	{ "path:other", FACT_PATH, "content/c/other.svg", NULL, true },
	{ "asset:pic", FACT_ASSET, "content/c/pic.svg", NULL, false },
	{ "terms", FACT_TERMS, "content/c", "en", false },
	{ "terms.nb", FACT_TERMS, "content/c", "nb", false },
	{ "tagged", FACT_TAGGED, "content/c", NULL, false },
	{ "strings", FACT_STRINGS, "en", NULL, false },
	{ "strings.nb", FACT_STRINGS, "nb", NULL, false },
	{ "strings.lv", FACT_STRINGS, "lv", NULL, true },
	{ "template:page", FACT_TEMPLATE, "page.html", NULL, false },
	{ "template:own", FACT_TEMPLATE, "blocks/own.html", NULL, true },
	{ "lua", FACT_LUA, "", NULL, false },
	{ "theme:css", FACT_THEME_ASSET, "theme.css", NULL, false },
	{ "theme:own", FACT_THEME_ASSET, "own.svg", NULL, true },
};

enum { SUBJECTS = sizeof subjects / sizeof subjects[0] };

/* What is done to a file, and exactly which facts have another value then. */
static const struct {
	const char *edit, *path, *text; /* NULL: the file goes */
	const char *changed;
} edits[] = {
	{ "nothing", "content/c/01-m/10-a.md", A_TEXT, "" },
	{ "a word of a page", "content/c/01-m/10-a.md", A_HEAD "Other of [b](20-b.md#h), ![p](../pic.svg)\n" A_ACT,
	    "file:a" },
	{ "a word of a translation", "content/c/01-m/10-a.nb.md", NB_HEAD "Nye ord.\n" NB_ACT, "file:a.nb" },
	{ "a title", "content/c/01-m/10-a.md", "---\ntitle: Other\n---\nWords.\n" A_ACT,
	    "file:a link:a module:m tree terms" },
	{ "a summary", "content/c/01-m/10-a.md", "---\ntitle: A\nsummary: S\n---\nWords.\n" A_ACT,
	    "file:a link:a module:m tree terms" },
	{ "minutes", "content/c/01-m/10-a.md", "---\ntitle: A\nminutes: 7\n---\nWords.\n" A_ACT,
	    "file:a link:a link:a.nb module:m module:m.nb view view.nb tree tree.nb terms terms.nb" },
	{ "a type", "content/c/01-m/10-a.md", "---\ntitle: A\ntype: indicators\n---\nWords.\n" A_ACT,
	    "file:a place:a link:a link:a.nb module:m module:m.nb tree tree.nb terms terms.nb" },
	{ "a slug", "content/c/01-m/10-a.md", "---\ntitle: A\nslug: z\n---\nWords.\n" A_ACT,
	    "file:a place:a link:a link:moved.nb module:m tree face:a terms" },
	{ "a draft", "content/c/01-m/10-a.md", "---\ntitle: A\ndraft: yes\n---\nWords.\n" A_ACT,
	    "file:a place:a place:b link:a link:a.nb link:moved.nb module:m module:m.nb tree tree.nb face:a face:a.nb id:act terms terms.nb" },
	{ "an id more", "content/c/01-m/10-a.md", A_TEXT "\n# More {#more}\n", "file:a face:a face:a.nb" },
	{ "a definition more", "content/c/01-m/10-a.md", A_TEXT "\n:::definition[Late]{#late}\nL.\n:::\n",
	    "file:a face:a face:a.nb id:late terms terms.nb" },
	{ "the words of a definition", "content/c/01-m/10-a.md", A_HEAD "\n:::definition[Act]{#act}\nRules.\n:::\n",
	    "file:a terms" },
	{ "no definition", "content/c/01-m/10-a.md", A_HEAD "Words.\n", "file:a face:a id:act terms" },
	{ "the words of a question", "content/c/01-m/20-b.md", B_HEAD "::contact{role=helpline}\n" QUESTION("Was it?"),
	    "file:b" },
	{ "a question's tags", "content/c/01-m/20-b.md",
	    B_HEAD
	    "::contact{role=helpline}\n:::question{#q type=single tags=u}\nIs it?\n\n- [x] yes {#y}\n- [ ] no {#n}\n:::\n",
	    "file:b tagged" },
	{ "a question's id", "content/c/01-m/20-b.md",
	    B_HEAD
	    "::contact{role=helpline}\n:::question{#r type=single tags=t}\nIs it?\n\n- [x] yes {#y}\n- [ ] no {#n}\n:::\n",
	    "file:b face:b face:b.nb tagged" },
	{ "a question less", "content/c/01-m/20-b.md", B_HEAD "::contact{role=helpline}\n",
	    "file:b face:b face:b.nb tagged" },
	{ "a heading's id", "content/c/01-m/20-b.md", "---\ntitle: B\n---\n# Heading {#i}\n" QUESTION("Is it?"),
	    "file:b face:b face:b.nb" },
	{ "a new page", "content/c/01-m/40-new.md", "---\ntitle: New\n---\nText.\n",
	    "place:b place:x place:new link:new module:m module:m.nb tree tree.nb face:new path:new" },
	{ "a translated slug", "content/c/01-m/10-a.nb.md", "---\ntitle: Aa\nslug: z\n---\n" NB_ACT,
	    "file:a.nb place:a link:a.nb link:moved.nb module:m.nb tree.nb face:a.nb terms.nb" },
	{ "a page of another course", "content/d/10-y.md", "---\ntitle: Z\n---\nText.\n", "" },
	{ "a new course", "content/e/course.yaml", "title: E\nlanguage: en\n", "course:e courses" },
	{ "a first translation", "content/c/01-m/20-b.nb.md", "---\ntitle: Be\n---\n# O {#h}\n" QUESTION("Er det?"),
	    "file:b.nb place:b link:b.nb module:m.nb tree.nb face:b.nb" },
	{ "a translation gone", "content/c/01-m/10-a.nb.md", NULL,
	    "file:a.nb place:a link:a.nb link:moved.nb module:m.nb tree.nb face:a.nb terms.nb" },
	{ "a page gone", "content/c/01-m/20-b.md", NULL,
	    "file:b place:a place:b place:x link:b link:b.nb module:m module:m.nb tree tree.nb face:b face:b.nb tagged" },
	{ "a module's page gone", "content/c/01-m/index.md", NULL, "place:a link:m module:m module:m.nb tree tree.nb" },
	{ "a new module", "content/c/03-new/10-x.md", "---\ntitle: X\n---\nText.\n",
	    "place:x module:new tree tree.nb" },
	{ "a part gone", "content/c/01-m/_part.md", NULL, "path:part" },
	{ "a catalogue: a title", "content/c/po/nb/02-n.po", PO("Eks"), "catalogue:n link:x.nb module:n.nb tree.nb" },
	{ "a catalogue gone", "content/c/po/nb/02-n.po", NULL,
	    "place:x catalogue:n link:x.nb module:n.nb tree.nb face:x.nb" },
	{ "a file of its own with the title that the catalogue has", "content/c/02-n/10-x.nb.md",
	    "---\ntitle: Iks\n---\nMer.\n", "place:x link:x.nb module:n.nb tree.nb face:x.nb" },
	{ "a first catalogue", "content/c/po/nb/01-m.po", "msgid \"B\"\nmsgstr \"Be\"\n",
	    "place:b catalogue:m link:b.nb module:m.nb tree.nb face:b.nb" },
	{ "a picture's bytes", "content/c/pic.svg", SVG("40"), "path:pic asset:pic" },
	{ "a picture of the same size", "content/c/pic.svg", "<!-- x -->" SVG("30"), "path:pic asset:pic" },
	{ "a picture gone", "content/c/pic.svg", NULL, "path:pic asset:pic" },
	{ "a picture more", "content/c/other.svg", SVG("30"), "path:other" },
	{ "the settings of the course", "content/c/course.yaml", "title: Other\nlanguage: en\n",
	    "course link:c view view.nb tree tree.nb" },
	{ "contacts", "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '117'\n", "file:contacts" },
	{ "contacts gone", "content/data/contacts.yaml", NULL, "file:contacts" },
	{ "first sources", "content/data/sources.yaml", "report:\n  title: Report\n", "file:sources" },
	{ "a word of the interface", "locales/nb.yaml", "nb:\n  start-course: Sett i gang\n", "strings.nb" },
	{ "a template", "themes/default/page.html", "<html></html>\n", "template:page" },
	{ "a template of its own", "themes/default/blocks/own.html", "x\n", "template:own" },
	{ "a style sheet", "themes/default/assets/theme.css", "p {}\n", "theme:css" },
	{ "a file of the theme", "themes/default/assets/own.svg", SVG("1"), "theme:own" },
	{ "lua", "lua/helpers.lua", "return {}\n", "lua" },
};

static void
take(struct remembered *r, uint64_t *values)
{
	for (size_t i = 0; i < SUBJECTS; i++)
		values[i] = remembered_value(r, subjects[i].kind, subjects[i].about, subjects[i].in);
}

/* What is there has a value, what is not has none. */
static void
none_is_nothing(void **state)
{
	struct remembered r;
	uint64_t values[SUBJECTS];

	(void)state;
	remembered_open(&r);
	twocourses_put(&r.folder);
	remembered_build(&r);
	told_nothing(&r.d);
	take(&r, values);
	for (size_t i = 0; i < SUBJECTS; i++)
		if ((values[i] == 0) != subjects[i].missing)
			fail_msg("%s: %s", subjects[i].name, values[i] ? "it has a value" : "it has none");
	remembered_close(&r);
}

/* The names of those whose value is another one. */
static const char *
changes(struct arena *a, const uint64_t *before, const uint64_t *now)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < SUBJECTS; i++)
		if (before[i] != now[i])
			all = arena_fmt(a, "%.*s%s%s", STR_ARG(all), all.n > 0 ? " " : "", subjects[i].name);
	return all.n > 0 ? all.p : "";
}

/* The values after an edit, of a site that was built before it, and of one that was not: what is remembered is as good as what is read. */
static void
edited(size_t edit, bool built_before, uint64_t *before, uint64_t *now)
{
	struct remembered r;

	remembered_open(&r);
	twocourses_put(&r.folder);
	if (built_before) {
		remembered_build(&r);
		take(&r, before);
	}
	twocourses_edit(&r.folder, edits[edit].path, edits[edit].text);
	remembered_build(&r);
	take(&r, now);
	remembered_close(&r);
}

static void
what_an_edit_changes(void **state)
{
	uint64_t before[SUBJECTS], now[SUBJECTS], afresh[SUBJECTS];
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
		const char *changed, *wrong;

		edited(i, true, before, now);
		edited(i, false, NULL, afresh);
		changed = changes(&a, before, now);
		wrong = changes(&a, now, afresh);
		if (strcmp(changed, edits[i].changed) != 0)
			fail_msg("%s:\n  changed %s\n  wanted  %s", edits[i].edit, changed, edits[i].changed);
		if (*wrong != '\0')
			fail_msg("%s: not as in a build from nothing: %s", edits[i].edit, wrong);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(none_is_nothing),
		cmocka_unit_test(what_an_edit_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
