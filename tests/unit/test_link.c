/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/link.h"

#include "sited.h"

static const struct output *
output(const struct sited *s, const char *path)
{
	for (size_t i = 0; i < s->site.noutputs; i++)
		if (str_is(s->site.outputs[i]->path, path))
			return s->site.outputs[i];
	fail_msg("no %s", path);
	return NULL;
}

/* Where ${url}, written in content/c/m/a.md (or its translation), leads from the page ${from}. */
static void
leads(struct sited *s, const char *from, const char *url, const char *href)
{
	const struct output *o = output(s, from);
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	struct link l;

	link_resolve(&a, &s->site, o, o->text, str_of(url), &l);
	link_href(&b, o, &l);
	if (!str_is(buf_view(&b), href))
		fail_msg("%s on %s leads to %.*s, wanted %s", url, from, STR_ARG(buf_view(&b)), href);
	buf_free(&b);
	arena_free(&a);
}

static void
test_in_the_language_of_the_reader(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/m/a.md", PAGE("A") "# own {#own}\n");
	folder_put(&s.folder, "content/c/m/b.md", PAGE("B") "# h {#h}\n\n:::definition[D]{#d}\nx\n:::\n");
	folder_put(&s.folder, "content/c/m/b.nb.md",
	    "---\ntitle: B\nslug: be\n---\n# h {#h}\n\n:::definition[D]{#d}\nx\n:::\n");
	folder_put(&s.folder, "content/c/media/map.svg", "<svg/>");
	folder_put(&s.folder, "content/c/media/map.nb.svg", "<svg/>");
	sited_read(&s);
	assert_string_equal(sited_told(&s), "");
	for (size_t i = 0; i < s.site.assets.n; i++) {
		struct asset *asset = s.site.assets.v[i].value;

		asset->out = arena_fmt(&s.a, "assets/%.*s", STR_ARG(path_base(asset->path)));
	}
	leads(&s, "en/c/m/a/index.html", "b.md", "../b/index.html");
	leads(&s, "en/c/m/a/index.html", "b.md#h", "../b/index.html#h");
	leads(&s, "en/c/m/a/index.html", "b.nb.md#h", "../b/index.html#h");
	leads(&s, "en/c/m/a/index.html", "#own", "#own");
	leads(&s, "en/c/m/a/index.html", "#d", "../b/index.html#d");
	leads(&s, "en/c/m/a/index.html", "a.md", "index.html");
	leads(&s, "en/c/m/a/index.html", "../media/map.svg", "../../../../assets/map.svg");
	leads(&s, "en/c/m/a/index.html", "https://a.b/?c=d#e", "https://a.b/?c=d#e");
	leads(&s, "en/c/m/a/index.html", "c.md", "");
	/* the same text shown to a Norwegian reader */
	leads(&s, "nb/c/m/a/index.html", "b.md", "../be/index.html");
	leads(&s, "nb/c/m/a/index.html", "#d", "../be/index.html#d");
	leads(&s, "nb/c/m/a/index.html", "#own", "#own");
	leads(&s, "nb/c/m/a/index.html", "../media/map.svg", "../../../../assets/map.nb.svg");
	sited_close(&s);
}

static void
test_terms(void **state)
{
	struct sited s;
	struct arena a = ARENA_INIT;
	const struct output *o;
	struct link l;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md", PAGE("A") ":::definition[D]{#d}\nx\n:::\n\n# h {#h}\n");
	sited_read(&s);
	o = output(&s, "en/c/a/index.html");
	link_resolve(&a, &s.site, o, o->text, STR("#d"), &l);
	assert_true(l.kind == LINK_PAGE && l.page == o && l.term && str_is(l.term->id, "d"));
	link_resolve(&a, &s.site, o, o->text, STR("#h"), &l);
	assert_true(l.kind == LINK_PAGE && l.term == NULL);
	assert_true(link_needs_course(o->text->harvest, STR("#elsewhere")));
	assert_true(link_needs_course(o->text->harvest, STR("b.md#x")));
	assert_false(link_needs_course(o->text->harvest, STR("#d")));
	assert_false(link_needs_course(o->text->harvest, STR("b.md")));
	assert_false(link_needs_course(o->text->harvest, STR("https://a.b#c")));
	arena_free(&a);
	sited_close(&s);
}

static void
test_faults(void **state)
{
	static const struct {
		const char *url;
		enum link_fault fault;
	} rows[] = { { "", LINK_NO_FILE }, { "#", LINK_NO_FILE }, { "?a", LINK_NO_FILE }, { "x.md", LINK_NO_FILE },
		{ "#x", LINK_NO_ID }, { "a.md#x", LINK_NO_ANCHOR }, { "/a.md", LINK_OUTSIDE },
		{ "../../../a.md", LINK_OUTSIDE }, { "vbscript:x", LINK_BAD_SCHEME }, { "//a.b", LINK_BAD_SCHEME },
		{ "a.md", LINK_FINE }, { "HTTPS://a.b", LINK_FINE }, { "%2e%2e/c/a.md", LINK_FINE },
		{ "a.md?b#h", LINK_FINE } };
	struct sited s;
	struct arena a = ARENA_INIT;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md", PAGE("A") "# h\n");
	sited_read(&s);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct output *o = output(&s, "en/c/a/index.html");
		struct link l;

		link_resolve(&a, &s.site, o, o->text, str_of(rows[i].url), &l);
		if (l.fault != rows[i].fault)
			fail_msg("`%s`: %d, wanted %d", rows[i].url, (int)l.fault, (int)rows[i].fault);
	}
	arena_free(&a);
	sited_close(&s);
}

/* What is known of a link is what is found out of it, for readers of each language, and rests on the same. */
static void
test_known(void **state)
{
	static const char *const urls[] = { "b.md", "b.md", "../2-n/index.md", "b.md", "b.md#h", "gone.md",
		"https://a.b", "b.md" };
	struct link_known known = { 0 };
	struct facts facts = { 0 }, plain = { 0 };
	struct arena a = ARENA_INIT;
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/1-m/a.md", PAGE("A") "x\n");
	folder_put(&s.folder, "content/c/1-m/b.md", PAGE("B") "# h {#h}\n");
	folder_put(&s.folder, "content/c/1-m/b.nb.md", PAGE("B") "# h {#h}\n");
	folder_put(&s.folder, "content/c/2-n/index.md", PAGE("N"));
	sited_read(&s);
	for (size_t i = 0; i < s.site.noutputs; i++) {
		const struct output *o = s.site.outputs[i];

		for (size_t k = 0; o->text && k < sizeof urls / sizeof *urls; k++) {
			struct link l, want;

			facts_begin(&facts);
			facts_begin(&plain);
			link_follow(&known, &a, &s.site, o, o->text, str_of(urls[k]), &facts, &l);
			link_follow(NULL, &a, &s.site, o, o->text, str_of(urls[k]), &plain, &want);
			assert_int_equal(l.kind, want.kind);
			assert_int_equal(l.fault, want.fault);
			assert_ptr_equal(l.page, want.page);
			assert_ptr_equal(l.doc, want.doc);
			assert_true(str_eq(l.url, want.url) && str_eq(l.path, want.path));
			assert_int_equal(facts.list.n, plain.list.n);
			for (size_t n = 0; n < plain.list.n; n++)
				assert_true(str_eq(
				    facts_subject(&facts, facts.list.v[n]), facts_subject(&plain, plain.list.v[n])));
		}
	}
	assert_true(known.links.n > 0);
	link_forget(&known);
	facts_free(&facts);
	facts_free(&plain);
	arena_free(&a);
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in_the_language_of_the_reader),
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
