/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/document.h"

#include "folder.h"
#include "told.h"

struct file {
	struct folder folder;
	struct arena a;
	struct diags d;
	struct document doc;
	struct text text;
	struct body body;
};

static void
begin(struct file *f, const char *bytes, size_t n)
{
	*f = (struct file){ .doc = { .path = STR("a.md"), .name = STR("a") } };
	folder_open(&f->folder);
	f->text = (struct text){ .doc = &f->doc, .lang = STR("en"), .src = { STR("a.md"), STR_EMPTY } };
	f->text.file = str_of(folder_at(&f->folder, "a.md"));
	if (bytes)
		assert_int_equal(fs_write(f->text.file.p, (struct str){ bytes, n }), 0);
}

static void
end(struct file *f)
{
	diags_free(&f->d);
	arena_free(&f->a);
	folder_close(&f->folder);
}

#define BEGIN(f, bytes) begin(f, bytes, sizeof bytes - 1)

static void
test_front(void **state)
{
	static const struct {
		const char *file, *title;
		bool definitions;
	} rows[] = {
		{ "---\ntitle: A b\n---\n# C\n", "A b", false },
		{ "\357\273\277---\r\ntitle: A\r\n---\r\n:::definition[B]{#b}\r\nc\r\n:::\r\n", "A", true },
		{ "---\ntitle: A\n---\n::: {.definition #b}\n", "A", true },
		{ "---\ntitle: A\n---\nno :: definition\n", "A", false },
		{ "---\ntitle: A\n---\n", "A", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct file f;

		begin(&f, rows[i].file, strlen(rows[i].file));
		assert_int_equal(document_front(&f.a, &f.text, &f.d), 0);
		told_nothing(&f.d);
		is_text(f.text.meta.title, rows[i].title);
		assert_int_equal(f.text.mentions_definitions, rows[i].definitions);
		end(&f);
	}
}

/* A page without its settings is called by its first heading or its file, so that it can still be spoken of. */
static void
test_title_of_last_resort(void **state)
{
	struct file f;

	(void)state;
	BEGIN(&f, "text\n\n# Heading *a*\n");
	assert_int_equal(document_front(&f.a, &f.text, &f.d), -1);
	note_has(told(&f.d, DIAG_FRONT_MISSING, 1, 0, 0), "title:");
	is_text(f.text.meta.title, "Heading *a*");
	end(&f);
	BEGIN(&f, "");
	assert_int_equal(document_front(&f.a, &f.text, &f.d), -1);
	is_text(f.text.meta.title, "a");
	end(&f);
}

/* What settings have of lists and maps is there as long as they are, and so is what the places are asked of. */
static void
test_front_is_kept(void **state)
{
	const struct value *front, *names;
	struct file f;

	(void)state;
	BEGIN(&f, "---\ntitle: A\nobjectives: { a: One, b: [x, Two] }\nminutes: 4\n---\n");
	assert_int_equal(document_front(&f.a, &f.text, &f.d), 0);
	names = f.text.meta.objectives;
	assert_int_equal(names->n, 2);
	is_text(names->as.entries[0].value.text, "One");
	is_text(names->as.entries[1].value.as.items[1].text, "Two");
	front = site_front(&f.a, &f.text);
	assert_int_equal(value_get(front, "minutes")->at.line, 4);
	assert_int_equal(value_get(front, "objectives")->as.entries[1].value.as.items[1].at.line, 3);
	end(&f);
	BEGIN(&f, "text\n");
	assert_int_equal(document_front(&f.a, &f.text, &f.d), -1);
	assert_null(site_front(&f.a, &f.text));
	note_has(told(&f.d, DIAG_FRONT_MISSING, 1, 0, 0), "title:");
	end(&f);
}

static void
test_unreadable(void **state)
{
	struct file f;

	(void)state;
	begin(&f, NULL, 0);
	assert_int_equal(document_front(&f.a, &f.text, &f.d), -1);
	told(&f.d, DIAG_FILE_UNREADABLE, 0, 0, 0);
	end(&f);
	begin(&f, NULL, 0);
	assert_int_equal(document_body(&f.a, &f.text, &f.body, &f.d), -1);
	assert_null(f.body.root);
	told(&f.d, DIAG_FILE_UNREADABLE, 0, 0, 0);
	end(&f);
}

static void
test_body(void **state)
{
	struct file f;

	(void)state;
	BEGIN(&f, "---\ntitle: A\nwrong: 1\n---\n\nText {#a}\n");
	assert_int_equal(document_body(&f.a, &f.text, &f.body, &f.d), 0);
	told_nothing(&f.d); /* the settings were told of by document_front() */
	assert_int_equal(f.body.root->first->at.line, 6);
	is_text(f.body.root->first->attrs->id, "a");
	end(&f);
}

static void
test_no_text(void **state)
{
	struct file f;

	(void)state;
	BEGIN(&f, "---\ntitle: A\n---\nok\n\303\246\377\n");
	assert_int_equal(document_body(&f.a, &f.text, &f.body, &f.d), -1);
	detail_has(told(&f.d, DIAG_UTF8_INVALID, 5, 3, 1), "0xFF");
	end(&f);
	BEGIN(&f, "---\ntitle: A\n---\na\0b\n");
	assert_int_equal(document_body(&f.a, &f.text, &f.body, &f.d), -1);
	told(&f.d, DIAG_NUL_BYTE, 4, 2, 1);
	end(&f);
	BEGIN(&f, "---\ntitle: A\n");
	assert_int_equal(document_body(&f.a, &f.text, &f.body, &f.d), -1);
	end(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_front),
		cmocka_unit_test(test_front_is_kept),
		cmocka_unit_test(test_title_of_last_resort),
		cmocka_unit_test(test_unreadable),
		cmocka_unit_test(test_body),
		cmocka_unit_test(test_no_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
