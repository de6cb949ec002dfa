/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/twin.h"

#include "inlined.h"

static const char page[] =
    "# A\n\n- b\n\n> c\n\n| d | e |\n|---|---|\n| f | g |\n\n```\ncode\n```\n\n:::note[h]{#i .j}\nk [^l]\n:::\n\n[^l]: m\n";

struct twinned {
	struct page p;
	struct segments segs;
	struct twin_part *parts;
};

static void
twinned_open(struct twinned *t)
{
	assert_non_null(page_open(&t->p, str_of(page)));
	t->segs = segments_of(&t->p.arena, &t->p.text, t->p.body.root, &t->p.body.src, &t->p.diags);
	t->parts = ARENA_ARRAY(&t->p.arena, struct twin_part, t->segs.n);
	for (size_t i = 0; i < t->segs.n; i++)
		t->parts[i] = (struct twin_part){ .lang = STR_EMPTY, .line = 10 * (uint32_t)(i + 1) };
}

static char *
dump_of(struct twinned *t, struct node *root)
{
	struct body body = t->p.body;
	char *dump;

	t->p.body.root = root;
	dump = page_dump(&t->p);
	t->p.body = body;
	return dump;
}

/* A dump without its places. */
static void
drop_places(char *dump)
{
	char *to = dump;

	for (char *p = dump; *p; p++) {
		if (p[0] == ' ' && p[1] == '@')
			while (p[1] && p[1] != '\n')
				p++;
		else
			*to++ = *p;
	}
	*to = '\0';
}

/* With nothing put in its place, it is the same tree, and the source is as it was. */
static void
test_same(void **state)
{
	struct twinned t;
	char *before, *after, *twin;

	(void)state;
	twinned_open(&t);
	before = dump_of(&t, t.p.body.root);
	twin = dump_of(&t, twin_make(&t.p.arena, t.p.body.root, &t.segs, t.parts));
	after = dump_of(&t, t.p.body.root);
	assert_string_equal(before, after);
	drop_places(before);
	drop_places(twin);
	assert_string_equal(twin, before);
	free(before);
	free(after);
	free(twin);
	page_close(&t.p);
}

/* Each message is changed by itself, and only there. */
static void
test_each(void **state)
{
	struct twinned t;

	(void)state;
	twinned_open(&t);
	assert_int_equal(t.segs.n, 10);
	for (size_t i = 0; i < t.segs.n; i++) {
		struct twin_part was = t.parts[i];
		struct node *twin;
		struct segments again;

		t.parts[i].words = inlined_read(&t.p.arena, STR("X _y_"), NULL, 0, &t.p.diags);
		twin = twin_make(&t.p.arena, t.p.body.root, &t.segs, t.parts);
		again = segments_of(&t.p.arena, &t.p.text, twin, &t.p.body.src, &t.p.diags);
		assert_int_equal(again.n, t.segs.n);
		for (size_t k = 0; k < again.n; k++)
			is_text(again.v[k].text, k == i ? "X _y_" : t.segs.v[k].text.p);
		assert_int_equal(again.v[i].holder->first->at.line, 10 * (i + 1));
		t.parts[i] = was;
	}
	page_close(&t.p);
}

static void
test_foreign(void **state)
{
	struct twinned t;
	char *dump;

	(void)state;
	twinned_open(&t);
	for (size_t i = 0; i < t.segs.n; i++)
		t.parts[i].lang = STR("en");
	dump = dump_of(&t, twin_make(&t.p.arena, t.p.body.root, &t.segs, t.parts));
	{
		size_t marks = 0;

		for (const char *p = dump; (p = strstr(p, "lang=\"en\"")) != NULL; p++)
			marks++;
		assert_int_equal(marks, t.segs.n);
	}
	free(dump);
	page_close(&t.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_each),
		cmocka_unit_test(test_foreign),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
