/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_ASKED_H
#define TESTS_UNIT_ASKED_H

#include "assemble/question.h"
#include "base/buf.h"
#include "read/markdown.h"
#include "told.h"

/* Questions from Markdown, for tests. Everything lives in these until asked_end(). */
static struct arena asked_arena;
static struct diags asked_diags;
static struct quiz asked_quiz;
static bool asked_ids_told;

static inline int
asked_begin(void **state)
{
	(void)state;
	asked_arena = (struct arena)ARENA_INIT;
	asked_diags = (struct diags)DIAGS_INIT;
	asked_ids_told = false;
	quiz_init(&asked_quiz, QUIZ_SELF_CHECK);
	return 0;
}

static inline int
asked_end(void **state)
{
	(void)state;
	diags_free(&asked_diags);
	arena_free(&asked_arena);
	return 0;
}

static inline struct source
asked_source(const char *markdown)
{
	return (struct source){ STR("q.md"), str_of(markdown) };
}

static inline struct node *
asked_tree(struct source *src)
{
	struct node *root = markdown_read(&asked_arena, src, src->bytes, 1, &asked_diags);

	assert_non_null(root);
	return root;
}

/* The first question of ${markdown}, as a translation of ${source} where that is not NULL. */
static inline struct question *
asked_translation(const char *markdown, const struct question *source)
{
	struct source src = asked_source(markdown);
	struct question_context ctx = { &src, &asked_quiz, 1, source, &asked_ids_told };
	struct node *root = asked_tree(&src);

	for (struct node *n = root; n; n = node_next(n, root))
		if (node_is_directive(n, "question"))
			return question_read(&asked_arena, n, &ctx, &asked_diags);
	fail_msg("there is no question in: %s", markdown);
	return NULL;
}

static inline struct question *
asked(const char *markdown)
{
	return asked_translation(markdown, NULL);
}

/* The words of ${n}'s children. */
static inline const char *
asked_words(const struct node *n)
{
	struct buf b = BUF_INIT;
	const char *words;

	if (!n)
		return "(none)";
	node_plain(&b, n);
	words = arena_str(&asked_arena, str_trim(buf_view(&b))).p;
	buf_free(&b);
	return words;
}

#endif
