/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a page, and as its own translation: a tree of bounded depth whose places lie in the file, that no
 * token is left in, and whose ids occur once. `tests/fuzz/hunt markdown` runs it.
 */
#include <stdint.h>
#include <stdlib.h>

#include "assemble/body.h"
#include "model/harvest.h"
#include "read/markdown.h"
#include "read/marks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static void
check_tree(const struct node *n, int depth, uint32_t lines)
{
	demand(depth < 3 * NODE_MAX_DEPTH && n->at.line <= lines);
	if (n->kind == NODE_TEXT || n->kind == NODE_CODESPAN || n->kind == NODE_RAW)
		demand(str_find(n->as.text, MARKS_BYTE) == n->as.text.n);
	if (n->kind == NODE_TEXT)
		demand(n->as.text.n > 0);
	if (n->kind == NODE_LINK || n->kind == NODE_IMAGE)
		demand(str_find(n->as.link.url, MARKS_BYTE) == n->as.link.url.n);
	if (n->kind == NODE_DIRECTIVE && n->as.directive.label)
		check_tree(n->as.directive.label, depth + 1, lines);
	for (const struct node *c = n->first; c; c = c->next) {
		demand(c->parent == n && (c->next ? c->next->prev == c : n->last == c));
		check_tree(c, depth + 1, lines);
	}
}

static void
check_body(const struct body *b, const struct diags *d, uint32_t lines)
{
	const struct harvest *h = b->harvest;

	for (size_t i = 1; i < h->nanchors; i++)
		demand(str_cmp(h->anchors[i - 1].id, h->anchors[i].id) < 0);
	for (size_t i = 0; i < b->noutline; i++)
		demand(b->outline[i].anchor.n > 0 && b->outline[i].level >= 2 && b->outline[i].level <= 3);
	for (size_t i = 0; i < d->all.n; i++)
		demand(d->all.v[i].at.line <= lines);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct config config = { .audience = STR("learner") };
	struct site site = { .config = &config };
	struct text text = { .lang = STR("nb"), .src = { STR("a.md"), { n ? (const char *)data : "", n } } },
		    *texts[] = { &text };
	struct document doc = { .path = STR("a.md"),
		.name = STR("a"),
		.texts = texts,
		.ntexts = 1,
		.type = n % 2 ? PAGE_QUIZ : PAGE_LESSON };
	struct body bodies[2] = { 0 };
	uint32_t lines = 1;

	for (size_t i = 0; i < n; i++)
		lines += data[i] == '\n' || data[i] == '\r';
	text.doc = &doc;
	text.meta.title = STR("a");
	for (int i = 0; i < 2; i++) {
		bodies[i] = (struct body){ .text = &text, .src = text.src };
		bodies[i].root = markdown_read(&a, &text.src, text.src.bytes, 1, &d);
		if (bodies[i].root == NULL)
			break;
		check_tree(bodies[i].root, 0, lines + 1);
		body_assemble(&a, &bodies[i], i ? &bodies[0] : NULL, &site, &a, &d);
		check_body(&bodies[i], &d, lines + 1);
	}
	diags_free(&d);
	arena_free(&a);
	return 0;
}
