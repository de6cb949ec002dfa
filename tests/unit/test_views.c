/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "render/views.h"

static const struct fields *const all[] = { &page_fields, &site_fields, &course_fields, &module_fields, &link_fields,
	&outline_fields, &language_fields, &objective_fields, &letter_fields, &term_fields, &contact_fields,
	&block_fields, &attribute_fields };
enum { N = sizeof all / sizeof *all };

/* What a row is, in the words of the guide. */
static struct str
kind(struct arena *a, const struct field *f)
{
	switch (f->kind) {
	case FIELD_TEXT: return STR("text");
	case FIELD_HTML: return STR("HTML");
	case FIELD_FLAG: return STR("true or false");
	case FIELD_INT: return STR("number");
	case FIELD_OBJECT: return arena_fmt(a, "[`%s`](#%s) or nil", f->of->name, f->of->name);
	case FIELD_LIST: return arena_fmt(a, "list of [`%s`](#%s)", f->of->name, f->of->name);
	case FIELD_TEXTS: return STR("list of texts");
	case FIELD_VALUE:
	case FIELD_LOCAL: break;
	}
	fail_msg("%s: a kind that templates cannot see", f->name);
	return STR_EMPTY;
}

static void
section(struct buf *b, struct arena *a, const struct fields *of)
{
	buf_fmt(b, "### `%s`\n\n| Field | Kind | Meaning |\n|---|---|---|\n", of->name);
	for (size_t i = 0; i < of->n; i++) {
		const struct field *f = &of->v[i];

		buf_fmt(b, "| `%s` | %.*s | %s |\n", f->name, STR_ARG(kind(a, f)), f->doc);
	}
}

/* docs/templates.md lists each view as the tables here have it. */
static void
test_guide(void **state)
{
	const char *root = getenv("ROOT") ? getenv("ROOT") : ".";
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	struct str guide;

	(void)state;
	assert_int_equal(fs_read(&a, arena_fmt(&a, "%s/docs/templates.md", root).p, &guide), 0);
	for (size_t i = 0; i < N; i++) {
		buf_reset(&b);
		section(&b, &a, all[i]);
		if (memmem(guide.p, guide.n, b.p, b.n))
			continue;
		print_error("docs/templates.md lacks this section:\n\n%.*s\n", (int)b.n, b.p);
		fail();
	}
	buf_free(&b);
	arena_free(&a);
}

static size_t
size_of(const struct field *f)
{
	switch (f->kind) {
	case FIELD_FLAG: return sizeof(bool);
	case FIELD_INT: return sizeof(int);
	case FIELD_OBJECT: return sizeof(void *);
	case FIELD_LIST: return sizeof(struct view_list);
	default: return sizeof(struct str);
	}
}

/* No two rows of a table have a name or a byte in common, and each is for templates. */
static void
test_rows(void **state)
{
	(void)state;
	for (size_t k = 0; k < N; k++) {
		for (size_t i = 0; i < all[k]->n; i++) {
			const struct field *f = &all[k]->v[i];

			assert_int_equal(f->flags, FIELD_VIEW);
			assert_true((f->kind == FIELD_OBJECT || f->kind == FIELD_LIST) == (f->of != NULL));
			assert_ptr_equal(fields_find(all[k], str_of(f->name)), f);
			for (size_t j = 0; j < i; j++) {
				const struct field *g = &all[k]->v[j];

				if (f->offset < g->offset + size_of(g) && g->offset < f->offset + size_of(f))
					fail_msg("%s: %s and %s overlap", all[k]->name, f->name, g->name);
			}
		}
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_guide),
	};

	(void)argv;
	if (argc > 1) { /* prints the sections, to be pasted */
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;

		for (size_t i = 0; i < N; i++) {
			section(&b, &a, all[i]);
			buf_chr(&b, '\n');
		}
		printf("%.*s", (int)b.n, b.p);
		buf_free(&b);
		arena_free(&a);
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
