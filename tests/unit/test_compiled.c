/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/compiled.h"

#include "base/hash.h"
#include "translated.h"

#define TEXT(s)                                                                                                                            \
	PO_HEAD                                                                                                                            \
	"#. type: p\n#: a.md\nmsgctxt \"c\"\nmsgid \"A _b_ [c](d.md){.e}\"\nmsgstr \"" s " _y_ [z](d.md){.e}\"\n\n"                        \
	"#, fuzzy\n#| msgid \"O\"\nmsgid \"F\"\nmsgstr \"G\"\n\nmsgid \"one\"\nmsgid_plural \"two\"\nmsgstr[0] \"1\"\nmsgstr[1] \"2\"\n\n" \
	"#~ msgid \"H\"\n#~ msgstr \"I\"\n"

/* The catalogue of ${f}, frozen words and all, as text. */
static struct str
compiled(struct folder *f, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct po *po = compiled_read(&a, str_of(f->path), STR("a.po"), str_of(folder_at(f, "a.po")), STR("lv"), d);
	struct buf b = BUF_INIT;
	struct str s;

	buf_str(&b, catalogue_dump(&a, po));
	for (size_t i = 0; po && i < po->nentries; i++)
		buf_fmt(
		    &b, "%zu %llx\n", po->entries[i].frozen.n, (unsigned long long)hash_bytes(po->entries[i].frozen));
	s = arena_str(&f->a, buf_view(&b));
	buf_free(&b);
	po_free(po);
	arena_free(&a);
	return s;
}

/* The file that was kept. */
static const char *
kept_name(struct folder *f)
{
	return arena_fmt(&f->a, ".pensum/catalogues/%s", folder_list(f, ".pensum/catalogues")).p;
}

static void
put_kept(struct folder *f, const char *name, struct str bytes)
{
	assert_return_code(fs_write(folder_at(f, name), bytes), 0);
}

static void
test_kept(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct str first, again, other, kept, bytes;
	const char *name;

	(void)state;
	folder_open(&f);
	folder_put(&f, "a.po", TEXT("X"));
	first = compiled(&f, &d);
	name = kept_name(&f);
	assert_true(holds(first, "`X _y_ [z](d.md){.e}`"));
	assert_false(holds(first, "\n0 2d06800538d394c2\n0 2d06800538d394c2\n")); /* one of the two is frozen */
	again = compiled(&f, &d);
	is_text(again, first.p);

	/* It is what was kept that is read: its words, changed with the right hash, come back. */
	assert_int_equal(fs_read(&f.a, folder_at(&f, name), &kept), 0);
	bytes = arena_str(&f.a, kept);
	((char *)(uintptr_t)bytes.p)[bytes.n - 1] ^= 1;
	put_kept(&f, name, bytes);
	is_text(compiled(&f, &d), first.p);

	/* Another catalogue is read anew, also where it is as long. */
	folder_put(&f, "a.po", TEXT("W"));
	other = compiled(&f, &d);
	assert_true(holds(other, "`W _y_ [z](d.md){.e}`"));
	told_nothing(&d);
	diags_free(&d);
	folder_close(&f);
}

/* Whatever became of it on the disk: the same as if nothing had been kept. */
static void
test_damaged(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct str first, kept;
	const char *name;

	(void)state;
	folder_open(&f);
	folder_put(&f, "a.po", TEXT("X"));
	first = compiled(&f, &d);
	name = kept_name(&f);
	assert_int_equal(fs_read(&f.a, folder_at(&f, name), &kept), 0);
	for (size_t n = 0; n <= kept.n; n++) {
		put_kept(&f, name, str_sub(kept, 0, n));
		is_text(compiled(&f, &d), first.p);
	}
	for (size_t at = 0; at < kept.n; at++) {
		char *bytes = (char *)(uintptr_t)arena_str(&f.a, kept).p;

		bytes[at] = (char)(bytes[at] ^ (1 << at % 8));
		put_kept(&f, name, (struct str){ bytes, kept.n });
		is_text(compiled(&f, &d), first.p);
	}
	told_nothing(&d);
	diags_free(&d);
	folder_close(&f);
}

/* A kept form made by hand, whose hashes are right, but whose counts promise more than is there. */
static void
test_hostile(void **state)
{
	static const char *const bodies[] = { "", "\xff\xff\xff\xff", "\0\0\0\0\xff\xff\xff\xff", "\0\0\0\0\1\0\0\0" };
	static const size_t sizes[] = { 0, 4, 8, 8 };
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct str first, kept;
	const char *name;

	(void)state;
	folder_open(&f);
	folder_put(&f, "a.po", TEXT("X"));
	first = compiled(&f, &d);
	name = kept_name(&f);
	assert_int_equal(fs_read(&f.a, folder_at(&f, name), &kept), 0);
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		size_t head = str_find(kept, '\n') + 1 + 8;
		struct str body = { bodies[i], sizes[i] };
		uint64_t hash = hash_bytes(body);
		struct buf b = BUF_INIT;

		buf_str(&b, str_sub(kept, 0, head));
		for (int k = 0; k < 8; k++)
			buf_chr(&b, (char)(hash >> (8 * k) & 0xff));
		buf_str(&b, body);
		put_kept(&f, name, buf_view(&b));
		is_text(compiled(&f, &d), first.p);
		buf_free(&b);
	}
	diags_free(&d);
	folder_close(&f);
}

/* Where nothing can be kept, everything is as before; where the catalogue cannot be read, it is told and nothing kept. */
static void
test_unwritable(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct str first;

	(void)state;
	folder_open(&f);
	folder_put(&f, ".pensum", "a file in the way");
	folder_put(&f, "a.po", TEXT("X"));
	first = compiled(&f, &d);
	assert_true(holds(first, "`X _y_ [z](d.md){.e}`"));
	told_nothing(&d);
	folder_put(&f, "a.po", "msgid \"a\"\n");
	is_text(compiled(&f, &d), "none");
	assert_int_equal(d.all.v[0].code, DIAG_PO_SYNTAX);
	assert_return_code(unlink(folder_at(&f, "a.po")), 0);
	is_text(compiled(&f, &d), "none");
	diags_free(&d);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_unwritable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
