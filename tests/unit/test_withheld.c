/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/withheld.h"

#include "model/wordnotes.h"
#include "read/markdown.h"
#include "sited.h"

#define EIGHT "one two three four five six seven eight"

/* What is withheld of a page: a line for each note, with its place, the words in a run, and the runs. */
static const char *
notes(struct arena *a, struct str packed)
{
	struct pack_reader r = wordnotes_of(packed);
	struct wordnotes_note note;
	struct buf b = BUF_INIT;
	const char *all;

	while (wordnotes_next(&r, &note))
		buf_fmt(&b, "%u: %zu x %zu\n", note.at.line, note.n, note.words);
	all = arena_str(a, buf_view(&b)).p;
	buf_free(&b);
	return all;
}

/* Of content/c/a.md and its translation, in front matter of three lines. */
static void
withheld(const char *words, const char *nb, const char *audience, const char *want, const char *want_nb)
{
	struct sited s;
	const struct document *doc;

	sited_open(&s);
	s.config.audience = str_of(audience);
	folder_put(&s.folder, "content/c/a.md", arena_fmt(&s.folder.a, PAGE("A") "%s", words).p);
	if (nb)
		folder_put(&s.folder, "content/c/a.nb.md", arena_fmt(&s.folder.a, PAGE("A") "%s", nb).p);
	sited_read(&s);
	doc = s.site.docs[0];
	assert_string_equal(notes(&s.a, doc->texts[0]->harvest->withheld), want);
	if (nb)
		assert_string_equal(notes(&s.a, doc->texts[1]->harvest->withheld), want_nb);
	sited_close(&s);
}

static void
test_none(void **state)
{
	(void)state;
	withheld("", NULL, "learner", "", NULL);
	withheld("The word facilitator alone.\n", NULL, "learner", "", NULL);
	withheld(":::facilitator\n:::\n", NULL, "learner", "", NULL);
	withheld(":::facilitator\nOnly three words.\n:::\n", NULL, "learner", "", NULL);
	withheld(":::only{language=nb}\n" EIGHT "\n:::\n:::only{audience=learner}\n" EIGHT "\n:::\n", NULL, "learner",
	    "", NULL);
	withheld(":::facilitator\n" EIGHT "\n:::\n", NULL, "facilitator", "", NULL);
}

static void
test_notes(void **state)
{
	(void)state;
	withheld(":::facilitator\n" EIGHT "\n:::\n", NULL, "learner", "4: 1 x 8\n", NULL);
	withheld(":::facilitator[" EIGHT "]\none two **three**\n\n- four\n- five\n\n`six` seven eight nine\n:::\n",
	    NULL, "learner", "4: 1 x 8\n4: 2 x 8\n", NULL);
	withheld("a\n\n:::facilitator\none two three four\n:::\n", NULL, "learner", "6: 1 x 4\n", NULL);
	withheld("- a\n\n  > :::facilitator\n  > " EIGHT "\n  > :::\n", NULL, "learner", "6: 1 x 8\n", NULL);
	withheld("# :only[one two three four]{audience=!learner} a\n", NULL, "learner", "4: 1 x 4\n", NULL);
	withheld(
	    ":::tip[a :only[one two three four]{audience=facilitator}]\n:::\n", NULL, "learner", "4: 1 x 4\n", NULL);
	withheld(":::facilitator\n![" EIGHT "](a.svg \"one two three four five\")\n:::\n", NULL, "learner",
	    "4: 1 x 8\n5: 1 x 5\n", NULL);
	withheld(":::facilitator\n:::tip[one two]\nthree four\n:::\n:::\n", NULL, "learner", "4: 1 x 4\n", NULL);
}

/* What nobody else refers to is withheld, too, even where the note itself has too few words. */
static void
test_footnotes(void **state)
{
	(void)state;
	withheld(":::facilitator\na[^a] b[^b]\n:::\n\nc[^b]\n\n[^a]: one two three four\n[^b]: five six seven eight\n",
	    NULL, "learner", "10: 1 x 4\n", NULL);
}

static void
test_translations(void **state)
{
	(void)state;
	withheld("a\n", ":::facilitator\n" EIGHT "\n:::\n", "learner", "", "4: 1 x 8\n");
	/* the attribute is the source's */
	withheld(":::only{#o audience=facilitator}\n" EIGHT "\n:::\n", ":::only{#o}\nen to tre fire\n:::\n", "learner",
	    "4: 1 x 8\n", "4: 1 x 4\n");
}

static void
test_page(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct text text = { .meta = { .title = STR("1 2 3 4 5 6 7 8"), .summary = STR("too short") } };
	struct body body = { .text = &text };
	struct source src = { STR("a.md"), STR("# short\n\none two three four five\n\n- " EIGHT " nine\n") };

	(void)state;
	body.root = markdown_read(&a, &src, src.bytes, 1, &d);
	assert_string_equal(notes(&a, withheld_page(&a, &body)), "0: 1 x 8\n5: 2 x 8\n");
	diags_free(&d);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_footnotes),
		cmocka_unit_test(test_translations),
		cmocka_unit_test(test_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
