/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/progress.h"

#include "folder.h"

/* One page, a catalogue; what becomes of its messages. */
struct shop {
	struct folder f;
	struct config config;
	struct workshop w;
	struct arena a;
	struct diags d;
	struct progress p;
};

static void
shop_open(struct shop *s, const char *page, const char *catalogue, const char *file)
{
	*s = (struct shop){ .config = { .audience = STR("learner"), .jobs = 1 } };
	folder_open(&s->f);
	folder_put(&s->f, "site.yaml", "title: T\nlanguages: [en, nb]\n");
	folder_put(&s->f, "content/c/course.yaml", "title: C\nlanguage: en\nlanguages: [en, nb]\n");
	folder_put(&s->f, "content/c/m/10-p.md", page);
	if (catalogue)
		folder_put(&s->f, "content/c/po/nb/m.po", catalogue);
	if (file)
		folder_put(&s->f, "content/c/m/10-p.nb.md", file);
	s->config.root = str_of(s->f.path);
	assert_int_equal(workshop_open(&s->w, &s->config, &s->d), 0);
	s->p = progress_of(&s->w, &(struct workorder){ .config = &s->config, .lang = STR_EMPTY }, &s->a, &s->d);
	assert_int_equal(s->p.n, 1);
	assert_int_equal(s->p.v[0].npieces, 1);
	assert_int_equal(s->p.v[0].pieces[0].npages, 1);
}

static void
shop_close(struct shop *s)
{
	workshop_close(&s->w);
	diags_free(&s->d);
	arena_free(&s->a);
	folder_close(&s->f);
}

/* Messages that are done, outdated, by machine, missing, not recorded, absent. */
static void
counts(struct shop *s, size_t done, size_t outdated, size_t machine, size_t missing, size_t unrecorded, size_t absent)
{
	const struct progress_sum *sum = &s->p.v[0].sum;

	assert_int_equal(sum->of[PROGRESS_DONE].messages, done);
	assert_int_equal(sum->of[PROGRESS_OUTDATED].messages, outdated);
	assert_int_equal(sum->of[PROGRESS_MACHINE].messages, machine);
	assert_int_equal(sum->of[PROGRESS_MISSING].messages, missing);
	assert_int_equal(sum->unrecorded.messages, unrecorded);
	assert_int_equal(sum->absent, absent);
	assert_int_equal(progress_all(sum).messages, done + outdated + machine + missing);
}

#define HEAD "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
#define PAGE "---\ntitle: One\n---\n\nTwo words here now.\n"

static void
test_none(void **state)
{
	struct shop s;

	(void)state;
	shop_open(&s, PAGE, NULL, NULL);
	counts(&s, 0, 0, 0, 2, 0, 0);
	assert_false(s.p.v[0].pieces[0].there);
	assert_int_equal(s.p.v[0].sum.of[PROGRESS_MISSING].words, 5);
	assert_int_equal(progress_percent(&s.p.v[0].sum), 0);
	assert_int_equal(s.p.v[0].pieces[0].pages[0].way, PROGRESS_NOT);
	shop_close(&s);
}

static void
test_broken(void **state)
{
	struct shop s;

	(void)state;
	shop_open(&s, PAGE, HEAD "msgid \"One", NULL);
	counts(&s, 0, 0, 0, 2, 0, 0);
	assert_true(s.p.v[0].pieces[0].there);
	assert_true(diags_worst(&s.d) == DIAG_ERROR);
	shop_close(&s);
}

static void
test_states(void **state)
{
	struct shop s;

	(void)state;
	shop_open(&s, PAGE,
	    HEAD
	    "msgid \"One\"\nmsgstr \"En\"\n\n#, fuzzy\n#| msgid \"Two words.\"\nmsgid \"Two words here now.\"\nmsgstr \"To ord.\"\n",
	    NULL);
	counts(&s, 1, 1, 0, 0, 0, 0);
	assert_int_equal(progress_percent(&s.p.v[0].sum), 20);
	assert_true(str_is(s.p.v[0].pieces[0].stale[0].before, "Two words."));
	assert_int_equal(s.p.v[0].pieces[0].stale[0].line, 9);
	shop_close(&s);
	/* A machine's: in whichever comment, and only while nobody has looked at it. */
	shop_open(&s, PAGE,
	    HEAD
	    "# mt: x\n#, fuzzy\nmsgid \"One\"\nmsgstr \"En\"\n\n#. mt: x\nmsgid \"Two words here now.\"\nmsgstr \"To ord her nå.\"\n",
	    NULL);
	counts(&s, 1, 0, 1, 0, 0, 0);
	assert_int_equal(s.p.v[0].pieces[0].nstale, 0);
	shop_close(&s);
	/* Not merged: what is similar is out of date, what is not is missing; what comes back with a merge is not there yet. */
	shop_open(&s, PAGE,
	    HEAD "msgid \"Two words here then.\"\nmsgstr \"To ord her da.\"\n\n#~ msgid \"One\"\n#~ msgstr \"En\"\n",
	    NULL);
	counts(&s, 0, 1, 0, 1, 0, 2);
	assert_true(str_is(s.p.v[0].pieces[0].stale[0].before, "Two words here then."));
	assert_int_equal(s.p.v[0].pieces[0].stale[0].line, 4);
	shop_close(&s);
}

/* Words that stand twice are two messages for readers, one for translators. */
static void
test_twice(void **state)
{
	struct shop s;

	(void)state;
	shop_open(&s, "---\ntitle: One\n---\n\nSame.\n\nSame.\n",
	    HEAD "#, fuzzy\n#| msgid \"Other.\"\nmsgid \"Same.\"\nmsgstr \"Annet.\"\n", NULL);
	counts(&s, 0, 2, 0, 1, 0, 1);
	assert_int_equal(s.p.v[0].pieces[0].nstale, 1);
	assert_int_equal(s.p.v[0].pieces[0].stale[0].of.messages, 2);
	shop_close(&s);
}

/* A file of its own goes before a catalogue. */
static void
test_file(void **state)
{
	struct shop s;

	(void)state;
	shop_open(&s, PAGE, HEAD "msgid \"One\"\nmsgstr \"En\"\n", "---\ntitle: En\n---\n\nTo.\n");
	counts(&s, 2, 0, 0, 0, 2, 0);
	assert_int_equal(s.p.v[0].pieces[0].pages[0].way, PROGRESS_BY_FILE);
	shop_close(&s);
	shop_open(&s, PAGE, NULL, "---\ntitle: En\ntranslates:\n  settings: 000000000000\n---\n\nTo.\n");
	counts(&s, 0, 1, 0, 1, 0, 0);
	assert_true(s.p.v[0].pieces[0].stale[0].block);
	shop_close(&s);
}

/* Nothing to translate is all of it; and nothing is rounded up to it. */
static void
test_percent(void **state)
{
	struct progress_sum s = { 0 };

	(void)state;
	assert_int_equal(progress_percent(&s), 100);
	s.of[PROGRESS_DONE].words = 9999;
	s.of[PROGRESS_MACHINE].words = 1;
	assert_int_equal(progress_percent(&s), 99);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_states),
		cmocka_unit_test(test_twice),
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_percent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
