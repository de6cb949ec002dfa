/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>
#include <string.h>

#include "search/searching.h"
#include "sited.h"

/* What was written, a file behind the other. */
struct written {
	struct buf all;
	size_t files, fail_at;
};

static int
keep(void *ctx, size_t worker, struct str path, struct str bytes)
{
	struct written *w = ctx;

	(void)worker;
	if (++w->files == w->fail_at)
		return -1;
	buf_fmt(&w->all, "== %.*s\n", STR_ARG(path));
	buf_str(&w->all, bytes);
	return 0;
}

/* The last document of the site in all its languages. */
static void
take(struct sited *s, struct searching *x, const struct body *bodies)
{
	const struct document *doc = s->site.docs[s->site.ndocs - 1];

	for (size_t k = 0; k < s->site.nlanguages; k++)
		for (size_t i = 0; i < doc->ntexts; i++)
			if (doc->pages[k]->text == doc->texts[i])
				searching_take(searching_worker(x, 0), doc->pages[k], &bodies[i]);
}

static int
stage(const char *site, struct written *w)
{
	struct sited s;
	struct body *bodies = NULL;
	struct searching *x;
	int r;

	sited_open(&s);
	if (site)
		folder_put(&s.folder, "site.yaml", site);
	folder_put(&s.folder, "content/c/10-both.md", PAGE("Both") "English.\n");
	folder_put(&s.folder, "content/c/10-both.nb.md", PAGE("Begge") "Norsk.\n");
	folder_put(&s.folder, "content/c/20-only.md", PAGE("Only") "Untranslated.\n");
	sited_read_into(&s, &bodies);
	x = searching_open(&s.site);
	take(&s, x, bodies);
	r = searching_stage(x, keep, w);
	if (r == 0)
		r = searching_scripts(&s.site, keep, w);
	searching_close(x);
	buf_chr(&w->all, '\0');
	sited_close(&s);
	return r;
}

/* A fallback is found in its own language. */
static void
test_fallback(void **state)
{
	struct written w = { 0 };
	const char *nb;

	(void)state;
	assert_int_equal(stage(NULL, &w), 0);
	assert_int_equal(w.files, 2 + 2 + 2);
	assert_non_null(strstr(w.all.p, "== assets/search-en.js\n"));
	assert_non_null(strstr(w.all.p, "== assets/search-en/w0.js\n"));
	nb = strstr(w.all.p, "== assets/search-nb/");
	assert_non_null(strstr(w.all.p, "untransl"));
	assert_true(nb && strstr(nb, "untransl") == NULL);
	assert_non_null(strstr(nb, "\"sections\":0"));
	buf_free(&w.all);
}

static void
test_off(void **state)
{
	struct written w = { 0 };

	(void)state;
	assert_int_equal(stage("title: Site\nlanguages: [en, nb]\nsearch: no\n", &w), 0);
	assert_int_equal(w.files, 0);
	buf_free(&w.all);
	searching_close(NULL);
}

static void
test_failure(void **state)
{
	(void)state;
	for (size_t i = 1; i <= 6; i++) {
		struct written w = { .fail_at = i };

		assert_int_equal(stage(NULL, &w), -1);
		buf_free(&w.all);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fallback),
		cmocka_unit_test(test_off),
		cmocka_unit_test(test_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
