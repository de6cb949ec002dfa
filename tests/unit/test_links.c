/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/links.h"

#include "sited.h"

static void
check_links(struct sited *s)
{
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < s->site.ndocs; i++)
		links_check(&s->site, s->site.docs[i], &a, NULL, NULL, &s->d);
	arena_free(&a);
}

static void
site_of_pages(struct sited *s, const char *links)
{
	sited_open(s);
	folder_put(&s->folder, "content/c/1-m/a.md", arena_fmt(&s->folder.a, PAGE("A") "%s", links).p);
	folder_put(&s->folder, "content/c/1-m/b.md", PAGE("B") "# Heading {#h}\n\n:::definition[Act]{#act}\nx\n:::\n");
	folder_put(
	    &s->folder, "content/c/1-m/b.nb.md", PAGE("B") "# Heading {#h}\n\n:::definition[Akt]{#act}\nx\n:::\n");
	folder_put(&s->folder, "content/c/2-n/index.md", PAGE("N"));
	folder_put(&s->folder, "content/c/2-n/draft.md", "---\ntitle: D\ndraft: yes\n---\n");
	folder_put(&s->folder, "content/c/2-n/_part.md", "x");
	folder_put(&s->folder, "content/c/media/map one.svg", "<svg/>");
	sited_read(s);
	check_links(s);
}

static void
test_links(void **state)
{
	static const struct {
		const char *link, *told;
	} rows[] = {
		{ "[a](b.md)", "" },
		{ "[a](b.md#h)", "" },
		{ "[a](../2-n/index.md)", "" },
		{ "[a](../1-m/b.nb.md#act)", "" },
		{ "[a](#act)", "" },
		{ "[a](b.md#act)", "" },
		{ "[a](https://x.y/z)", "" },
		{ "[a](mailto:a@b.c)", "" },
		{ "[a](tel:+4711)", "" },
		{ "![a](../media/map%20one.svg)", "" },
		{ "[a](<../media/map one.svg>)", "" },
		{ "# T {#t}\n\n[a](#t)", "" },
		{ "[a](c.md)", "4 link-broken `c.md`" },
		{ "[a](b.md#hh)", "4 anchor-broken `#hh` is not in content/c/1-m/b.md" },
		{ "[a](#axt)", "4 anchor-broken `#axt` is neither on this page nor in the course" },
		{ "[a](../2-n/draft.md)", "4 link-broken" },
		{ "[a](../2-n/_part.md)", "4 link-broken" },
		{ "[a](/etc/passwd)", "4 link-broken" },
		{ "[a](../../../../../../x.md)", "4 link-broken" },
		{ "[a](javascript:alert(1))", "4 link-scheme `javascript:alert(1)`" },
		{ "[a](data:text/html,x)", "4 link-scheme" },
		{ "[a](JavaScript:x)", "4 link-scheme" },
		{ "[a](//x.y/z)", "4 link-scheme" },
		{ "![a](../media/nap.svg)", "4 image-missing" },
		{ "[a]()", "4 link-broken" },
		{ "[a](?x)", "4 link-broken" },
		{ "[a](b)", "4 link-broken" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		const char *got, *want;

		site_of_pages(&s, rows[i].link);
		got = sited_told(&s);
		want = arena_fmt(&s.folder.a, "content/c/1-m/a.md:%s", rows[i].told).p;
		if (rows[i].told[0] ? strncmp(got, want, strlen(want)) != 0 || s.d.all.n != 1 : s.d.all.n != 0)
			fail_msg("%s told: %s", rows[i].link, got);
		sited_close(&s);
	}
}

static void
test_suggestions(void **state)
{
	static const struct {
		const char *link, *note;
	} rows[] = { { "[a](bb.md)", "`b.md`" }, { "[a](b.md#hh)", "`#h`" }, { "[a](#axt)", "`#act`" },
		{ "![a](../media/mapp%20one.svg)", "`../media/map%20one.svg`" },
		{ "[a](../2-n/indexx.md)", "`../2-n/index.md`" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;

		site_of_pages(&s, rows[i].link);
		assert_int_equal(s.d.all.n, 1);
		note_has(&s.d.all.v[0], rows[i].note);
		sited_close(&s);
	}
}

/* Ids of definitions and questions occur once in the course; others once on their page. */
static void
test_course_ids(void **state)
{
	struct sited s;

	(void)state;
	site_of_pages(&s, "# H {#h}\n\n:::definition[Act]{#act}\nx\n:::\n");
	assert_string_equal(sited_told(&s), "content/c/1-m/b.md:6 id-duplicate `#act`\n");
	note_has(&s.d.all.v[0], "content/c/1-m/a.md, line 6");
	sited_close(&s);
}

/* A page that is not translated is read in the other language, too, and leads to translated ones from there. */
static void
test_fallback(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/1-m/a.md", PAGE("A") "[x](b.md#only-here)\n");
	folder_put(&s.folder, "content/c/1-m/b.md", PAGE("B") "x\n\n## Only here {#only-here}\n");
	folder_put(&s.folder, "content/c/1-m/b.nb.md", PAGE("B") "x\n");
	sited_read(&s);
	diags_free(&s.d);
	s.d = (struct diags)DIAGS_INIT; /* what the translation lacks was told */
	check_links(&s);
	assert_string_equal(
	    sited_told(&s), "content/c/1-m/a.md:4 anchor-broken `#only-here` is not in content/c/1-m/b.nb.md\n");
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_suggestions),
		cmocka_unit_test(test_course_ids),
		cmocka_unit_test(test_fallback),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
