/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/notes.h"

#include <errno.h>

#include "folder.h"

struct site {
	struct folder f;
	const char *file;
	struct str bytes; /* of a right one */
};

static void
fill(struct manifest *m)
{
	m->folder = 0x1234;
	m->twin = 0x5678;
	*manifest_add(m, STR("a\nb")) = (struct manifest_entry){ STR("a\nb"), 1, 2, -3, 4, true, true };
	*manifest_add(m, STR("z/index.html")) =
	    (struct manifest_entry){ STR("z/index.html"), UINT64_MAX, 0, INT64_MAX, UINT64_MAX, false, false };
	manifest_sort(m);
}

static void
open_site(struct site *s)
{
	struct manifest m = MANIFEST_INIT;

	folder_open(&s->f);
	s->file = folder_at(&s->f, "manifest");
	fill(&m);
	assert_return_code(notes_prepare(s->file, &m), errno);
	assert_return_code(notes_adopt(s->file), errno);
	assert_return_code(fs_read(&s->f.a, s->file, &s->bytes), errno);
	manifest_free(&m);
}

/* What is read when these bytes are there. */
static bool
known(struct site *s, const char *bytes, size_t n)
{
	struct manifest m = MANIFEST_INIT;
	bool is;

	assert_return_code(fs_write(s->file, (struct str){ bytes, n }), errno);
	notes_read(&m, s->file);
	is = m.known;
	if (!is)
		assert_int_equal(m.entries.n + m.gone.n, 0);
	manifest_free(&m);
	return is;
}

static void
damaged(void **state)
{
	struct site s;
	char *bytes;

	(void)state;
	open_site(&s);
	bytes = arena_alloc(&s.f.a, s.bytes.n + 1);
	memcpy(bytes, s.bytes.p, s.bytes.n);
	for (size_t n = 0; n < s.bytes.n; n++)
		assert_false(known(&s, bytes, n)); /* truncated */
	assert_true(known(&s, bytes, s.bytes.n));
	assert_false(known(&s, bytes, s.bytes.n + 1));
	for (size_t i = 0; i < 8 * s.bytes.n; i++) {
		bytes[i / 8] ^= (char)(1 << i % 8);
		assert_false(known(&s, bytes, s.bytes.n));
		bytes[i / 8] ^= (char)(1 << i % 8);
	}
	folder_close(&s.f);
}

static void
missing(void **state)
{
	struct folder f;
	struct manifest m = MANIFEST_INIT;

	(void)state;
	folder_open(&f);
	notes_read(&m, folder_at(&f, "nothing"));
	assert_false(m.known);
	notes_read(&m, folder_at(&f, ""));
	assert_false(m.known);
	notes_read_new(&m, folder_at(&f, "nothing"));
	assert_false(m.known);
	notes_discard(folder_at(&f, "nothing"));
	assert_int_equal(notes_adopt(folder_at(&f, "nothing")), -1);
	assert_int_equal(notes_prepare(folder_at(&f, "no/folder"), &m), -1);
	folder_close(&f);
}

static void
read_as_written(void **state)
{
	struct site s;
	struct manifest m = MANIFEST_INIT;
	const struct manifest_entry *e;

	(void)state;
	open_site(&s);
	notes_read(&m, s.file);
	assert_true(m.known);
	assert_true(m.noted > 0);
	assert_false(m.in_place);
	assert_int_equal(m.folder, 0x1234);
	assert_int_equal(m.twin, 0x5678);
	assert_int_equal(m.entries.n, 2);
	e = manifest_find(&m, STR("a\nb"));
	assert_non_null(e);
	assert_int_equal(e->path.p[e->path.n], '\0');
	assert_true(e->hash == 1 && e->size == 2 && e->mtime == -3 && e->ino == 4 && !e->kept && !e->intact);
	e = manifest_find(&m, STR("z/index.html"));
	assert_true(e->hash == UINT64_MAX && e->size == 0 && e->mtime == INT64_MAX && e->ino == UINT64_MAX);
	manifest_free(&m);
	folder_close(&s.f);
}

/* The one that is prepared leaves the other alone until it is adopted. */
static void
prepared(void **state)
{
	struct site s;
	struct manifest m = { .folder = 9, .in_place = true }, old = MANIFEST_INIT, new = MANIFEST_INIT;

	(void)state;
	open_site(&s);
	VEC_PUSH(&m.gone, STR("old/page"));
	assert_return_code(notes_prepare(s.file, &m), errno);
	notes_read(&old, s.file);
	assert_int_equal(old.folder, 0x1234);
	notes_read_new(&new, s.file);
	assert_int_equal(new.folder, 9);
	assert_true(new.in_place);
	assert_int_equal(new.entries.n, 0);
	assert_int_equal(new.gone.n, 1);
	assert_true(str_is(new.gone.v[0], "old/page"));
	manifest_free(&old);
	manifest_free(&new);
	manifest_free(&m);
	notes_discard(s.file);
	notes_read_new(&new, s.file);
	assert_false(new.known);
	folder_close(&s.f);
}

/* Of the text of the first version the paths are ours still. */
static void
of_the_first_version(void **state)
{
	struct site s;
	struct manifest m = MANIFEST_INIT;

	(void)state;
	open_site(&s);
	folder_put(&s.f, "manifest", "pensum manifest 1\nb\na/x\nend 2\n");
	notes_read(&m, s.file);
	assert_true(m.known);
	assert_int_equal(m.entries.n, 2);
	assert_int_equal(manifest_find(&m, STR("a/x"))->ino, 0);
	manifest_free(&m);
	folder_close(&s.f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(damaged),
		cmocka_unit_test(missing),
		cmocka_unit_test(read_as_written),
		cmocka_unit_test(prepared),
		cmocka_unit_test(of_the_first_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
