/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/live.h"

#include <errno.h>

#include "build/build.h"
#include "folder.h"
#include "twocourses.h"

struct shown {
	struct folder f;
	struct config config;
	struct live *live;
	struct live_news news;
	struct stage *clean; /* made from nothing */
	struct diags d;      /* by which */
};

static void
open_shown(struct shown *s)
{
	*s = (struct shown){ .config = { .jobs = 2, .audience = STR("learner"), .keep_going = true } };
	folder_open(&s->f);
	s->config.root = str_of(s->f.path);
	twocourses_put(&s->f);
	s->live = live_open(&s->config);
}

static void
forget_clean(struct shown *s)
{
	if (s->clean)
		stage_drop(s->clean);
	diags_free(&s->d);
	s->clean = NULL;
	s->d = (struct diags)DIAGS_INIT;
}

static void
close_shown(struct shown *s)
{
	forget_clean(s);
	live_close(s->live);
	folder_close(&s->f);
}

/* All that was told, a line each. */
static const char *
all_told(struct shown *s, const struct diags *d)
{
	struct buf b = BUF_INIT;
	const char *all;

	for (size_t i = 0; i < d->all.n; i++) {
		const struct diag *g = &d->all.v[i];

		buf_fmt(&b, "%.*s:%u:%u %s %.*s", STR_ARG(g->file), g->at.line, g->column, diag_info(g->code)->name,
		    STR_ARG(g->detail));
		for (size_t k = 0; k < g->nnotes; k++)
			buf_fmt(&b, " = %.*s", STR_ARG(g->notes[k]));
		buf_chr(&b, '\n');
	}
	all = arena_str(&s->f.a, buf_view(&b)).p;
	buf_free(&b);
	return all;
}

static void
is_shown(struct shown *s, struct str path, const char *edit)
{
	struct str want, is;

	assert_true(stage_find(s->clean, path, &want));
	if (!live_get(s->live, path, &is))
		fail_msg("%s: %.*s is not there", edit, STR_ARG(path));
	if (!str_eq(is, want))
		fail_msg("%s: %.*s is not as from nothing", edit, STR_ARG(path));
}

/* What is shown is what a build from nothing makes, and so is what is told; what that does not make is not there. */
static void
as_from_nothing(struct shown *s, const char *edit)
{
	struct stage *last = s->clean;
	struct str *paths, bytes;
	size_t n;

	s->clean = NULL;
	forget_clean(s);
	s->clean = build_memory(&s->config, &s->d);
	assert_non_null(s->clean);
	diags_sort(&s->d);
	paths = stage_paths(s->clean, &s->f.a, &n);
	for (size_t i = 0; i < n; i++)
		if (str_ends(paths[i], ".html"))
			is_shown(s, paths[i], edit);
	while (live_work(s->live))
		;
	for (size_t i = 0; i < n; i++)
		is_shown(s, paths[i], edit);
	paths = last ? stage_paths(last, &s->f.a, &n) : NULL;
	for (size_t i = 0; last && i < n; i++)
		if (!stage_find(s->clean, paths[i], &bytes) && live_get(s->live, paths[i], &bytes))
			fail_msg("%s: %.*s should be gone", edit, STR_ARG(paths[i]));
	assert_string_equal(all_told(s, live_diags(s->live)), all_told(s, &s->d));
	if (last)
		stage_drop(last);
}

/* The pages that are told to be other ones, as their folders. */
static const char *
told_paths(struct shown *s)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < s->news.paths.n; i++) {
		struct str folder = path_dir(s->news.paths.v[i]);

		all = arena_fmt(&s->f.a, "%.*s%s%.*s", STR_ARG(all), i > 0 ? " " : "", STR_ARG(folder));
	}
	return all.n > 0 ? all.p : "";
}

static void
save(struct shown *s, const char *path, const char *text, const char *edit)
{
	struct str name = str_of(path);

	twocourses_edit(&s->f, path, text);
	live_refresh(s->live, &name, 1, &s->news);
	as_from_nothing(s, edit);
}

#define B "content/c/01-m/20-b.md"
#define A "content/c/01-m/10-a.md"

/* What is saved; the page that the browser is led to; the pages that are told, where the look goes on: NULL: all is looked at again. */
static const struct {
	const char *edit, *path, *text, *edited, *pages;
} edits[] = {
	{ "the same bytes", A, A_TEXT, "", "" },
	{ "a word", A, A_HEAD "Other ![p](../pic.svg)\n" A_ACT, "en/c/m/a", "en/c/m/a nb/c/m/aa" },
	{ "the word back", A, A_TEXT, "en/c/m/a", "en/c/m/a nb/c/m/aa" },
	{ "a word of a translation", "content/c/01-m/10-a.nb.md", NB_HEAD "Nye ord.\n" NB_ACT, "nb/c/m/aa",
	    "en/c/m/a nb/c/m/aa" },
	{ "a word of what is drawn", B, B_HEAD "::contact{role=helpline}\n" QUESTION("Was it?"), "en/c/m/b",
	    "en/c/m/b nb/c/m/b" },
	{ "another heading", B, B_HEAD "## More\n" QUESTION("Was it?"), "en/c/m/b", "en/c/m/b nb/c/m/b en/c/m/a" },
	{ "an id that is linked to goes", B, "---\ntitle: B\n---\n# Heading {#i}\n" QUESTION("Is it?"), "en/c/m/b",
	    "en/c/m/b nb/c/m/b en/c/m/a" },
	{ "it comes back", B, B_TEXT, "en/c/m/b", "en/c/m/b nb/c/m/b en/c/m/a" },
	{ "a title", B, "---\ntitle: Bee\n---\n# Heading {#h}\n\n::contact{role=helpline}\n" QUESTION("Is it?"),
	    "en/c/m/b", "en/c/m/b nb/c/m/b en/c/m/a nb/c/m/aa en/c/m nb/c/m en/c/n/x nb/c/n/x en/c nb/c" },
	{ "a summary", B, "---\nsummary: Short\ntitle: Bee\n---\n# Heading {#h}\n" QUESTION("Is it?"), "en/c/m/b",
	    "en/c/m/b nb/c/m/b en/c/m/a nb/c/m/aa en/c/m nb/c/m en/c/n/x nb/c/n/x en/c nb/c" },
	{ "the words of a definition", A, A_HEAD "\n:::definition[Act]{#act}\nRules.\n:::\n", "en/c/m/a",
	    "en/c/m/a nb/c/m/aa en/c/glossary nb/c/glossary" },
	{ "a broken link", A, A_HEAD "[b](20-c.md)\n\n:::definition[Act]{#act}\nRules.\n:::\n", "en/c/m/a",
	    "en/c/m/a nb/c/m/aa" },
	{ "a mistake", A, A_HEAD ":::question{#x type=single}\n\n" A_ACT, NULL, NULL },
	{ "the mistake mended", A, A_TEXT, NULL, NULL },
	{ "a title that a catalogue translates", "content/c/02-n/10-x.md", "---\ntitle: XX\n---\nMore.\n", NULL, NULL },
	{ "words that a catalogue translates", "content/c/02-n/10-x.md", "---\ntitle: XX\n---\nLess.\n", "en/c/n/x",
	    "en/c/n/x nb/c/n/x" },
	{ "another id of a question", B,
	    B_HEAD "\n:::question{#qq type=single}\nIs it?\n\n- [x] yes {#y}\n- [ ] no {#n}\n:::\n", NULL, NULL },
	{ "minutes", B, "---\ntitle: Bee\nminutes: 7\n---\n# Heading {#h}\n", NULL, NULL },
	{ "no front matter", B, "# Heading {#h}\n", NULL, NULL },
	{ "it is back", B, B_TEXT, NULL, NULL },
	{ "a page goes", "content/c/02-n/10-x.md", NULL, NULL, NULL },
	{ "a page comes", "content/c/02-n/10-x.md", "---\ntitle: X\n---\nMore.\n", NULL, NULL },
	{ "a template", "themes/default/blocks/definition.html", "<p>{{ block.body }}</p>\n", NULL, NULL },
	{ "a catalogue", "content/c/po/nb/02-n.po", PO("Eks"), NULL, NULL },
	{ "contacts", "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '117'\n", NULL, NULL },
	{ "a course", "content/d/course.yaml", "title: D\nlanguage: en\n", NULL, NULL },
	{ "settings of the site", "site.yaml", "title: New\nlanguages: [en, nb]\n", NULL, NULL },
	{ "a word, with a search", A, A_HEAD "Other ![p](../pic.svg)\n" A_ACT, "en/c/m/a", "en/c/m/a nb/c/m/aa" },
	{ "the word back, with a search", A, A_TEXT, "en/c/m/a", "en/c/m/a nb/c/m/aa" },
};

static void
saved_one_by_one(void **state)
{
	struct shown s;

	(void)state;
	open_shown(&s);
	live_refresh(s.live, NULL, 0, &s.news);
	as_from_nothing(&s, "at first");
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		save(&s, edits[i].path, edits[i].text, edits[i].edit);
		if (edits[i].pages && strcmp(told_paths(&s), edits[i].pages) != 0)
			fail_msg("%s: told %s", edits[i].edit, told_paths(&s));
		if (edits[i].edited && !str_is(path_dir(s.news.edited), edits[i].edited))
			fail_msg("%s: led to %.*s", edits[i].edit, STR_ARG(s.news.edited));
	}
	close_shown(&s);
}

/* Several at once, one of which is more than words; names that are nothing; no names. */
static void
saved_together(void **state)
{
	const struct str names[] = { STR(A), STR(B), STR("content/c/01-m/.gone.md"), STR("content/c/01-m/new.md") };
	struct shown s;

	(void)state;
	open_shown(&s);
	live_refresh(s.live, NULL, 0, &s.news);
	as_from_nothing(&s, "at first");
	folder_put(&s.f, A, A_HEAD "One.\n" A_ACT);
	folder_put(&s.f, B, B_HEAD QUESTION("Two?"));
	live_refresh(s.live, names, 3, &s.news);
	assert_string_equal(told_paths(&s), "en/c/m/a nb/c/m/aa en/c/m/b nb/c/m/b");
	as_from_nothing(&s, "two, and one that came and went");
	folder_put(&s.f, A, A_HEAD "Three.\n" A_ACT);
	folder_put(&s.f, "content/c/01-m/new.md", "---\ntitle: New\n---\n");
	live_refresh(s.live, names, 4, &s.news);
	as_from_nothing(&s, "one, and a new page");
	folder_put(&s.f, B, B_HEAD QUESTION("Four?"));
	live_refresh(s.live, NULL, 0, &s.news);
	assert_true(str_is(path_dir(s.news.edited), "en/c/m/b"));
	as_from_nothing(&s, "one that is not named");
	close_shown(&s);
}

/* A file that has two names is told of by one of them only. */
static void
saved_under_two_names(void **state)
{
	const struct str name = STR("content/d/10-y.md");
	struct shown s;

	(void)state;
	open_shown(&s);
	assert_return_code(link(folder_at(&s.f, "content/d/10-y.md"), folder_at(&s.f, "content/d/20-same.md")), errno);
	live_refresh(s.live, NULL, 0, &s.news);
	as_from_nothing(&s, "at first");
	folder_put(&s.f, "content/d/10-y.md", "---\ntitle: Y\n---\nNew words.\n");
	live_refresh(s.live, &name, 1, &s.news);
	as_from_nothing(&s, "a file with two names");
	close_shown(&s);
}

/* What cannot be read is told; what was made stays there, and is right again when it can. */
static void
site_that_breaks(void **state)
{
	const struct str names[] = { STR("site.yaml"), STR(A) };
	struct shown s;
	struct str bytes;

	(void)state;
	open_shown(&s);
	live_refresh(s.live, NULL, 0, &s.news);
	as_from_nothing(&s, "at first");
	folder_put(&s.f, A, A_HEAD "Meanwhile.\n" A_ACT);
	folder_put(&s.f, "site.yaml", "title: [\n");
	live_refresh(s.live, names, 2, &s.news);
	assert_true(live_diags(s.live)->all.n > 0);
	assert_true(live_get(s.live, STR("en/c/m/a/index.html"), &bytes));
	assert_false(live_work(s.live));
	folder_put(&s.f, A, A_HEAD "And more.\n" A_ACT);
	live_refresh(s.live, names + 1, 1, &s.news);
	assert_true(live_get(s.live, STR("en/c/m/a/index.html"), &bytes));
	folder_put(&s.f, "site.yaml", "title: Site\nlanguages: [en, nb]\nsearch: no\n");
	live_refresh(s.live, names, 1, &s.news);
	as_from_nothing(&s, "mended");
	close_shown(&s);
}

/* Of a large site only what is asked for is made; the rest follows. */
static void
large(void **state)
{
	const struct str name = STR(A);
	struct str bytes;
	struct shown s;

	(void)state;
	open_shown(&s);
	for (int i = 0; i < 520; i++) {
		struct str path = arena_fmt(&s.f.a, "content/d/m/%d-p%d.md", i, i);

		folder_put(&s.f, path.p,
		    arena_fmt(
			&s.f.a, "---\ntitle: P %d\n---\nWords [next](%d-p%d.md).\n", i, (i + 1) % 520, (i + 1) % 520)
			.p);
	}
	live_refresh(s.live, NULL, 0, &s.news);
	assert_true(live_get(s.live, STR("en/d/m/p7/index.html"), &bytes));
	assert_false(live_get(s.live, STR("en/d/m/nothing/index.html"), &bytes));
	assert_true(live_work(s.live));
	folder_put(&s.f, A, A_HEAD "Early.\n" A_ACT);
	live_refresh(s.live, &name, 1, &s.news);
	assert_true(live_get(s.live, STR("en/c/m/a/index.html"), &bytes));
	as_from_nothing(&s, "before all pages were made");
	save(&s, A, A_HEAD "Late.\n" A_ACT, "afterwards");
	save(&s, "content/d/m/300-p300.md", "---\ntitle: Three hundred\n---\nWords.\n", "a title");
	save(&s, "themes/default/partials/footer.html", "<footer>{{ site.title }}</footer>\n", "a template");
	save(&s, "themes/default/partials/footer.html", "<footer>Other</footer>\n", "a template again");
	close_shown(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(saved_one_by_one),
		cmocka_unit_test(saved_together),
		cmocka_unit_test(saved_under_two_names),
		cmocka_unit_test(site_that_breaks),
		cmocka_unit_test(large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
