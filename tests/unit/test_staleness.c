/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/staleness.h"

#include "reads.h"
#include "told.h"

struct staled {
	struct page p;
	struct segments segs;
	struct blocks blocks;
};

static void
staled_open(struct staled *s, const char *markdown)
{
	assert_non_null(page_open(&s->p, str_of(markdown)));
	s->segs = segments_of(&s->p.arena, &s->p.text, s->p.body.root, &s->p.body.src, &s->p.diags);
	s->blocks = blocks_of(&s->p.arena, &s->segs);
}

static const char *
hash(const struct staled *s, const char *key)
{
	for (size_t i = 0; i < s->blocks.n; i++)
		if (str_is(s->blocks.v[i].key, key))
			return s->blocks.v[i].hash;
	fail_msg("no block `%s`", key);
	return NULL;
}

static const char page[] = "A b\nc.\n\n## One {#one}\n\nD e.\n\n- f\n\n:::note[L]{#n}\ng\n:::\n\n## Two\n\nH.\n";

static void
test_blocks(void **state)
{
	static const struct {
		const char *key;
		size_t messages, words;
	} want[] = { { "beginning", 1, 3 }, { "one", 3, 4 }, { "n", 2, 2 }, { "two", 2, 2 } };
	struct staled s;

	(void)state;
	staled_open(&s, page);
	assert_int_equal(s.blocks.n, 4);
	for (size_t i = 0; i < 4; i++) {
		is_text(s.blocks.v[i].key, want[i].key);
		assert_int_equal(s.blocks.v[i].messages, want[i].messages);
		assert_int_equal(s.blocks.v[i].words, want[i].words);
		assert_int_equal(strlen(s.blocks.v[i].hash), BLOCKS_HASH);
	}
	page_close(&s.p);
}

/* What says the same has the same hash; what does not, has another, and only that. */
static void
test_hashes(void **state)
{
	static const struct {
		const char *markdown, *changed; /* NULL: none */
	} rows[] = {
		{ "A\nb c.\n\n## One {#one}\n\nD\ne.\n\n* f\n\n:::note[L]{#n .x}\ng\n:::\n\nTwo\n---\n\nH.\n", NULL },
		{ "A b d.\n\n## One {#one}\n\nD e.\n\n- f\n\n:::note[L]{#n}\ng\n:::\n\n## Two\n\nH.\n", "beginning" },
		{ "A b c.\n\n## One! {#one}\n\nD e.\n\n- f\n\n:::note[L]{#n}\ng\n:::\n\n## Two\n\nH.\n", "one" },
		{ "A b c.\n\n## One {#one}\n\n- D e.\n- f\n\n:::note[L]{#n}\ng\n:::\n\n## Two\n\nH.\n", "one" },
		{ "A b c.\n\n## One {#one}\n\n- f\n\nD e.\n\n:::note[L]{#n}\ng\n:::\n\n## Two\n\nH.\n", "one" },
		{ "A b c.\n\n## One {#one}\n\nD e.\n\n- f\n\n:::note[M]{#n}\ng\n:::\n\n## Two\n\nH.\n", "n" },
		{ "A b c.\n\n## One {#one}\n\nD e.\n\n- f\n\n:::note[L]{#n}\ng\n:::\n\n## Two\n\n**H.**\n", "two" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct staled s, t;

		staled_open(&s, page);
		staled_open(&t, rows[i].markdown);
		for (size_t k = 0; k < s.blocks.n; k++) {
			const char *key = arena_str(&s.p.arena, s.blocks.v[k].key).p;
			bool same = strcmp(hash(&s, key), hash(&t, key)) == 0;

			if (same == (rows[i].changed && strcmp(rows[i].changed, key) == 0))
				fail_msg("row %zu: `%s` is %s", i, key, same ? "the same" : "another");
		}
		page_close(&s.p);
		page_close(&t.p);
	}
}

/* A translation that records a map from keys to hashes. */
static void
test_record(void **state)
{
	struct staled s;
	struct value_entry entries[3] = { { .key = STR("beginning") }, { .key = STR("one") }, { .key = STR("two") } };
	struct value map = { .kind = VALUE_MAP, .as.entries = entries, .n = 3 };
	struct text t = { 0 };
	const struct coverage *before;

	(void)state;
	staled_open(&s, page);
	assert_int_equal(staleness_of(&t, &s.blocks.v[0]), STALENESS_UNKNOWN);
	staleness_note(&t, &s.blocks, &s.p.keep);
	assert_null(t.coverage); /* not recorded is not out of date */

	entries[0].value = (struct value){ .kind = VALUE_TEXT, .text = str_of(hash(&s, "beginning")) };
	entries[1].value = (struct value){ .kind = VALUE_TEXT, .text = STR("000000000000") };
	entries[2].value = (struct value){ .kind = VALUE_LIST }; /* not even a text */
	t.meta.translates = &map;
	assert_int_equal(staleness_of(&t, &s.blocks.v[0]), STALENESS_FRESH);
	assert_int_equal(staleness_of(&t, &s.blocks.v[1]), STALENESS_CHANGED);
	assert_int_equal(staleness_of(&t, &s.blocks.v[2]), STALENESS_NEW);
	assert_int_equal(staleness_of(&t, &s.blocks.v[3]), STALENESS_CHANGED);
	staleness_note(&t, &s.blocks, &s.p.keep);
	assert_int_equal(t.coverage->messages, 8);
	assert_int_equal(t.coverage->done, 6);
	assert_int_equal(t.coverage->nstale, 2);
	is_text(t.coverage->stale[0].block, "one");
	is_text(t.coverage->stale[0].words, "One");
	before = t.coverage;
	staleness_note(&t, &s.blocks, &s.p.arena); /* for another page that draws from this */
	assert_ptr_equal(t.coverage, before);
	map.kind = VALUE_TEXT;
	assert_int_equal(staleness_of(&t, &s.blocks.v[0]), STALENESS_UNKNOWN);
	page_close(&s.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_hashes),
		cmocka_unit_test(test_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
