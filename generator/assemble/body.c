/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/body.h"

#include <stdlib.h>
#include <string.h>

#include "assemble/agreement.h"
#include "assemble/audience.h"
#include "assemble/blocks.h"
#include "assemble/didactics.h"
#include "assemble/ids.h"
#include "assemble/inherit.h"
#include "assemble/question.h"
#include "assemble/quiz.h"
#include "assemble/scenario.h"
#include "assemble/substitute.h"
#include "assemble/withheld.h"
#include "base/hash.h"
#include "base/vec.h"
#include "model/harvest.h"
#include "model/link.h"
#include "model/linkuse.h"

/* -- questions -- */

struct body_questions VEC_OF(struct question *);

/* What there is of directives that seldom are: without any the tree need not be looked through for them. */
struct seen {
	size_t definitions, scenarios;
};

static const struct question *
same_question(const struct body *source, const struct node *n, size_t number)
{
	struct str id = attrs_id(n->attrs);

	for (size_t i = 0; source && i < source->nquestions; i++) {
		const struct question *q = source->questions[i];

		if (id.n > 0 ? str_eq(q->id, id) : q->number == number)
			return q;
	}
	return NULL;
}

static void
see(struct body *body, struct node *n, struct seen *seen)
{
	if (body->critical == NULL && attrs_class(n->attrs, "critical"))
		body->critical = n;
	if (n->kind != NODE_DIRECTIVE)
		return;
	body->has_indicators |= node_is_directive(n, "band") &&
	    (node_is_directive(n->parent, "indicators") || node_is_directive(n->parent, "checklist"));
	seen->definitions += node_is_directive(n, "definition");
	seen->scenarios += node_is_directive(n, "scenario");
}

/* What is ${seen} on the way: the only look at all blocks that every body needs. */
static void
read_questions(struct arena *a, struct body *body, const struct body *source, struct seen *seen, struct diags *d)
{
	struct question_context ctx = { .src = &body->src, .quiz = body->quiz };
	struct body_questions found = { 0 };
	bool ids_told = source != NULL;

	ctx.ids_told = &ids_told;
	for (struct node *n = body->root; n; n = node_next_block(n, body->root)) {
		struct question *q;

		see(body, n, seen);
		if (!node_is_directive(n, "question") || n->as.directive.leaf)
			continue;
		ctx.number++;
		if (n->as.directive.unclosed)
			continue; /* what would be said of it follows from that */
		ctx.source = same_question(source, n, ctx.number);
		q = question_read(a, n, &ctx, d);
		if (q == NULL && ctx.source)
			q = substitute_question(a, &n, &ctx, body->text);
		n->as.directive.block = q;
		if (q)
			VEC_PUSH(&found, q);
	}
	body->questions = ARENA_ARRAY(a, struct question *, found.n);
	body->nquestions = found.n;
	if (found.n > 0)
		memcpy(body->questions, found.v, found.n * sizeof *found.v);
	VEC_FREE(&found);
}

/* -- outline: the headings of the two upper levels, as levels 2 and 3 -- */

static int
top_level(const struct body *body)
{
	int top = 6;

	for (size_t i = 0; i < body->nheadings; i++)
		top = body->headings[i]->as.heading.level < top ? body->headings[i]->as.heading.level : top;
	return top;
}

/* A page's title is its only heading of the first level: one that says the same again is dropped, the others move down. */
static void
drop_title(struct body *body)
{
	struct node *first = body->root->first;
	struct buf words = BUF_INIT;

	if (first && first->kind == NODE_HEADING && first->as.heading.level == 1) {
		node_plain(&words, first);
		if (str_eq(str_trim(buf_view(&words)), str_trim(site_title(body->text))))
			node_remove(first);
	}
	buf_free(&words);
}

static void
make_outline(struct arena *a, struct body *body)
{
	int top = top_level(body);

	body->shift = 2 - top;
	body->outline = ARENA_ARRAY(a, struct outline_entry, body->nheadings);
	for (size_t i = 0; i < body->nheadings; i++) {
		const struct node *n = body->headings[i];
		int level = n->as.heading.level + body->shift;

		if (level <= 3)
			body->outline[body->noutline++] = (struct outline_entry){ level, n->as.heading.anchor, n };
	}
}

/* -- harvest -- */

static void
take_link(struct body *body, struct buf *links, const struct node *n)
{
	body->needs_course |= link_needs_course(body->harvest, n->as.link.url);
	linkuse_pack(links, &(struct link_use){ n->as.link.url, n->at, n->kind == NODE_IMAGE });
}

static void
take_links(struct arena *a, struct body *body)
{
	struct buf links = BUF_INIT;

	for (const struct node *n = body->root; n; n = node_next(n, body->root)) {
		if (n->kind == NODE_DIRECTIVE && n->as.directive.label)
			for (const struct node *l = n->as.directive.label; l; l = node_next(l, n->as.directive.label))
				if (l->kind == NODE_LINK || l->kind == NODE_IMAGE)
					take_link(body, &links, l);
		if (n->kind == NODE_LINK || n->kind == NODE_IMAGE)
			take_link(body, &links, n);
	}
	body->harvest->links = arena_str(a, buf_view(&links));
	buf_free(&links);
}

static void
take_definition(struct definition *def, struct body *body, const struct node *n, struct arena *keep)
{
	struct buf words = BUF_INIT;
	struct str sort = attrs_value(n->attrs, "sort");
	struct node *copy = node_copy(keep, n);

	if (n->as.directive.label)
		node_plain(&words, n->as.directive.label);
	def->id = arena_str(keep, attrs_id(n->attrs));
	def->text = body->text;
	def->sort = arena_str(keep, sort.n > 0 ? sort : buf_view(&words));
	def->label = copy->as.directive.label;
	def->body = copy;
	def->at = n->at;
	buf_free(&words);
}

static void
take_definitions(struct body *body, struct arena *keep)
{
	struct harvest *h = body->harvest;
	size_t n = 0;

	for (const struct node *i = body->root; i; i = node_next_block(i, body->root))
		n += node_is_directive(i, "definition") && i->as.directive.label != NULL;
	h->definitions = ARENA_ARRAY(keep, struct definition, n);
	for (const struct node *i = body->root; i; i = node_next_block(i, body->root))
		if (node_is_directive(i, "definition") && i->as.directive.label != NULL)
			take_definition(&h->definitions[h->ndefinitions++], body, i, keep);
}

/* What other pages may draw, and what this one draws. */
static void
take_objectives(struct body *body, struct arena *keep)
{
	struct harvest *h = body->harvest;

	if (body->nquestions > 0)
		h->objectives = ARENA_ARRAY(keep, struct objective_use, body->nquestions);
	for (size_t i = 0; i < body->nquestions; i++) {
		const struct attr *attr = attrs_get(body->questions[i]->node->attrs, "objective");

		if (attr && attr->value.n > 0)
			h->objectives[h->nobjectives++] =
			    (struct objective_use){ arena_str(keep, attr->value), attr->at };
	}
}

static void
take_questions(struct body *body, struct arena *keep)
{
	struct harvest *h = body->harvest;
	const struct quiz *quiz = body->quiz;

	if (body->nquestions > 0)
		h->tagged = ARENA_ARRAY(keep, struct tagged, body->nquestions);
	for (size_t i = 0; i < body->nquestions; i++)
		if (body->questions[i]->tags.n > 0)
			h->tagged[h->ntagged++] = (struct tagged){ .id = arena_str(keep, body->questions[i]->id),
				.tags = arena_str(keep, body->questions[i]->tags) };
	take_objectives(body, keep);
	if (quiz->ndraws > 0)
		h->draws = ARENA_ARRAY(keep, struct quiz_draw, quiz->ndraws);
	h->ndraws = quiz->ndraws;
	for (size_t i = 0; i < quiz->ndraws; i++) {
		h->draws[i] = quiz->draws[i];
		h->draws[i].tag = arena_str(keep, quiz->draws[i].tag);
	}
	body->needs_course |= quiz->ndraws > 0;
}

void
body_assemble(struct arena *a, struct body *body, const struct body *source, const struct site *site,
    struct arena *keep, struct diags *d)
{
	struct seen seen = { 0 };

	body->harvest = ARENA_NEW(keep, struct harvest);
	inherit_skeleton(a, body);
	if (source && body->text->po == NULL) { /* a twin of the source has its attributes and settings */
		inherit_attributes(a, body, source, d);
		agreement_check(a, body, d);
	}
	drop_title(body);
	blocks_check(body, site, source != NULL, d);
	body->harvest->withheld = withheld_take(a, body, source, site->config->audience);
	audience_prune(a, body, site->config->audience);
	body->quiz = quiz_read(a, body->text, &body->src, body->root, source ? source->quiz : NULL, d);
	if (body->quiz->page && body->quiz->set.at_end)
		body->salt = arena_fmt(a, "%08x", (unsigned)hash_bytes(body->text->doc->path));
	read_questions(a, body, source, &seen, d);
	if (source == NULL) {
		quiz_check(a, body, d);
		didactics_check(a, body, site, d);
	}
	if (seen.scenarios > 0)
		scenario_read_all(a, body, source, d);
	ids_assign(a, body, source, keep, d);
	make_outline(a, body);
	if (seen.definitions > 0)
		take_definitions(body, keep);
	take_questions(body, keep);
	take_links(a, body);
}
