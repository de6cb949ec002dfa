/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "build/store.h"

static int
into_buf(void *ctx, struct str bytes)
{
	buf_str(ctx, bytes);
	return 0;
}

static struct record_page
page_of(const char *path, uint32_t *facts, size_t n)
{
	return (struct record_page){ .path = str_of(path),
		.hash = 77,
		.facts = { facts, n },
		.told = STR("told"),
		.files = STR("files"),
		.papers = STR_EMPTY,
		.searched = 5 };
}

/* A store of ${documents} documents, as bytes. */
static void
write_one(struct buf *b, size_t documents)
{
	static uint32_t facts[] = { 0, 1 };
	static struct str subjects[] = { { "\0content/a.md", 13 }, { "\4nb/a/index.html", 16 } };
	static uint64_t values[] = { 11, 12 };
	struct origin origin = { .path = STR("content/a.md"), .settled = true, .hash = 9, .kept = STR("kept") };
	struct record_page pages[2] = { page_of("nb/a/index.html", facts, 2), { .path = STR_EMPTY } };
	struct record_page lone = page_of("index.html", facts, 1);
	struct record *records = mem_alloc((documents + 1) * sizeof *records);
	struct store s = { .subjects = subjects,
		.values = values,
		.nfacts = 2,
		.origins = &origin,
		.norigins = 1,
		.records = records,
		.nrecords = documents,
		.lone = &lone,
		.nlone = 1,
		.searched = 3,
		.search_files = STR("index") };

	for (size_t i = 0; i < documents; i++)
		records[i] = (struct record){ .path = STR("content/a.md"),
			.facts = { facts, 2 },
			.links = { facts + 1, 1 },
			.told = STR_EMPTY,
			.told_links = STR("broken"),
			.harvests = STR("left"),
			.questions = 4,
			.deferred = true,
			.pages = pages,
			.npages = 2 };
	assert_int_equal(store_write(&s, 42, into_buf, b), 0);
	free(records);
}

static void
everything_comes_back(void **state)
{
	struct buf b = BUF_INIT;
	struct store s = { 0 };
	const struct record *rec;
	const struct record_page *lone;

	(void)state;
	write_one(&b, 1);
	assert_int_equal(store_read(&s, buf_view(&b), 42), STORE_READ);
	assert_int_equal(s.nfacts, 2);
	assert_true(s.values[1] == 12);
	assert_int_equal(s.subjects[1].n, 16);
	assert_true(s.origins[0].settled && s.origins[0].hash == 9);
	rec = store_record(&s, STR("content/a.md"), 7);
	assert_non_null(rec);
	assert_null(store_record(&s, STR("content/b.md"), 7));
	assert_int_equal(rec->facts.n, 2);
	assert_int_equal(rec->links.v[0], 1);
	assert_true(str_is(rec->told_links, "broken"));
	assert_true(rec->deferred);
	assert_int_equal(rec->npages, 2);
	assert_true(rec->pages[0].hash == 77 && rec->pages[0].searched == 5);
	assert_int_equal(rec->pages[1].path.n, 0);
	lone = store_lone(&s, STR("index.html"));
	assert_true(lone && lone->facts.n == 1);
	assert_null(store_lone(&s, STR("404.html")));
	assert_true(str_is(s.search_files, "index"));
	store_free(&s);
	buf_free(&b);
}

/* Larger than the pieces that it is written in. */
static void
in_pieces(void **state)
{
	struct buf b = BUF_INIT;
	struct store s = { 0 };

	(void)state;
	write_one(&b, 3000);
	assert_true(b.n > 2 << 16);
	assert_int_equal(store_read(&s, buf_view(&b), 42), STORE_READ);
	assert_int_equal(s.nrecords, 3000);
	store_free(&s);
	s = (struct store){ 0 };
	b.p[b.n / 2] ^= 1;
	assert_int_equal(store_read(&s, buf_view(&b), 42), STORE_DAMAGED);
	buf_free(&b);
}

static void
of_something_else(void **state)
{
	struct buf b = BUF_INIT;
	struct store s = { 0 };

	(void)state;
	write_one(&b, 1);
	assert_int_equal(store_read(&s, STR_EMPTY, 42), STORE_NONE);
	assert_int_equal(store_read(&s, buf_view(&b), 43), STORE_OTHER);
	assert_int_equal(s.nrecords, 0);
	b.p[sizeof "pensum facts " - 1] = '9'; /* from the future */
	assert_int_equal(store_read(&s, buf_view(&b), 42), STORE_VERSION);
	assert_int_equal(store_read(&s, STR("something else"), 42), STORE_DAMAGED);
	buf_free(&b);
}

/* Cut off anywhere, a bit turned anywhere: never read as if it were whole. */
static void
damaged(void **state)
{
	struct buf b = BUF_INIT;
	struct store s = { 0 };

	(void)state;
	write_one(&b, 1);
	for (size_t n = 1; n < b.n; n++)
		assert_int_not_equal(store_read(&s, str_sub(buf_view(&b), 0, n), 42), STORE_READ);
	for (size_t i = 0; i < b.n; i++)
		for (int bit = 0; bit < 8; bit++) {
			b.p[i] = (char)(b.p[i] ^ 1 << bit);
			assert_int_not_equal(store_read(&s, buf_view(&b), 42), STORE_READ);
			b.p[i] = (char)(b.p[i] ^ 1 << bit);
		}
	assert_int_equal(store_read(&s, buf_view(&b), 42), STORE_READ);
	store_free(&s);
	buf_free(&b);
}

static int
fails(void *ctx, struct str bytes)
{
	int *calls = ctx;

	(void)bytes;
	++*calls;
	return -1;
}

static void
a_full_disk(void **state)
{
	struct store s = { .search_files = STR_EMPTY };
	int calls = 0;

	(void)state;
	assert_int_equal(store_write(&s, 1, fails, &calls), -1);
	assert_int_equal(calls, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_comes_back),
		cmocka_unit_test(in_pieces),
		cmocka_unit_test(of_something_else),
		cmocka_unit_test(damaged),
		cmocka_unit_test(a_full_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
