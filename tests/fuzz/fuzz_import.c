/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any file as GIFT and as Moodle XML: it is refused with a word, or becomes a page whose questions all build, and whose
 * files have safe names. `tests/fuzz/hunt import` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "assemble/question.h"
#include "import/import.h"
#include "read/front.h"
#include "read/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

/* How many questions the page has; each is read without an error. */
static size_t
questions(struct arena *a, struct str page)
{
	struct source src = { STR("page.md"), page };
	struct diags d = DIAGS_INIT;
	struct quiz quiz;
	bool told = false;
	struct question_context ctx = { &src, &quiz, 0, NULL, &told };
	struct front front;
	struct node *root;

	demand(front_split(&src, &front, &d));
	root = markdown_read(a, &src, front.body, front.body_line, &d);
	quiz_init(&quiz, QUIZ_SELF_CHECK);
	for (struct node *q = root ? root->first : NULL; q; q = q->next)
		if (node_is_directive(q, "question")) {
			ctx.number++;
			demand(question_read(a, q, &ctx, &d) != NULL);
		}
	demand(root != NULL);
	demand(diags_worst(&d) < DIAG_ERROR);
	diags_free(&d);
	return ctx.number;
}

static void
check_names(const struct import_result *out)
{
	for (size_t i = 0; i < out->nfiles; i++) {
		struct str name = out->files[i].name;

		demand(name.n > 0 && str_find(name, '/') == name.n && name.p[0] != '.');
		for (size_t k = 0; k < i; k++)
			demand(!str_eq(name, out->files[k].name));
	}
}

static void
try(struct str bytes, int format)
{
	struct import_request r = {
		.format = format, .file = STR("fuzz"), .bytes = bytes, .lang = STR_EMPTY, .keeps_files = true
	};
	struct import_result out = { 0 };
	struct diags d = DIAGS_INIT;

	if (import_run(&r, &out, &d) == 0) {
		demand(diags_worst(&d) < DIAG_ERROR);
		demand(questions(&out.arena, buf_view(&out.page)) == out.questions);
		check_names(&out);
	} else {
		demand(diags_worst(&d) >= DIAG_ERROR);
	}
	import_free(&out);
	diags_free(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str bytes = { n ? (const char *)data : "", n };

	for (int format = -1; format < FORMATS; format++)
		try(bytes, format);
	return 0;
}
