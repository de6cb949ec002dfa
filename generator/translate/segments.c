/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/segments.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/slug.h"
#include "base/vec.h"
#include "model/directive.h"
#include "translate/cutting.h"
#include "translate/inlinetext.h"

static const char *const roles[SEGMENT_ROLES] = {
	[SEGMENT_TITLE] = "title",
	[SEGMENT_SUMMARY] = "summary",
	[SEGMENT_OBJECTIVE] = "objective",
	[SEGMENT_CONTENT_NOTE] = "content-note",
	[SEGMENT_LABEL] = "label",
	[SEGMENT_HEADING] = "heading",
	[SEGMENT_PARAGRAPH] = "paragraph",
	[SEGMENT_ITEM] = "item",
	[SEGMENT_OPTION] = "option",
	[SEGMENT_FEEDBACK] = "feedback",
	[SEGMENT_QUOTE] = "quote",
	[SEGMENT_CELL] = "cell",
	[SEGMENT_FOOTNOTE] = "footnote",
};

struct segment_list VEC_OF(struct segment);

/* What is known of the place that the walk is in. */
struct place {
	enum segment_role role;  /* of paragraphs */
	const struct node *unit; /* NULL: none */
	struct str block;        /* of a directive; empty: that of the heading above */
	struct str kind;
	struct str question; /* its type; empty: none is around */
	struct str context;  /* `ctx=` of the item around; empty: none */
	bool critical, facilitator;
	bool values; /* paragraphs are numbers to be compared */
};

struct walk {
	struct arena *a;
	const struct text *text;
	const struct source *src;
	struct diags *d;
	struct segment_list all;
	struct str heading, section; /* words and key of the heading above */
	struct str note;             /* for the next message */
	struct span skipping;        /* where `i18n:skip-start` stands; line 0: it does not */
	bool skip_next;
	struct buf scratch;
	struct map notes; /* label → the segment's block where its mark stands first; no key where the page has none */
	bool has_notes;
};

static void walk_block(struct walk *w, struct node *n, const struct place *p);
static void walk_blocks(struct walk *w, struct node *parent, const struct place *p);

/* -- comments to the tool -- */

/* What a comment says to it, behind `i18n:`; empty where it is none. mdbook's older name for it is understood. */
static struct str
instruction(struct str html)
{
	static const char *const prefixes[] = { "i18n:", "mdbook-xgettext:" };
	struct str s = str_trim(html);

	if (!str_starts(s, "<!--") || !str_ends(s, "-->") || s.n < 7)
		return STR_EMPTY;
	s = str_trim(str_sub(s, 4, s.n - 3));
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (str_starts(s, prefixes[i]))
			return str_trim(str_sub(s, strlen(prefixes[i]), s.n));
	return STR_EMPTY;
}

static void
add_note(struct walk *w, struct str words)
{
	w->note = w->note.n > 0 ? arena_fmt(w->a, "%.*s %.*s", STR_ARG(w->note), STR_ARG(words)) : words;
}

static void
obey(struct walk *w, const struct node *n)
{
	struct str says = instruction(n->as.text);

	if (says.n == 0)
		return;
	if (str_starts(says, "comment:"))
		add_note(w, str_trim(str_sub(says, 8, says.n)));
	else if (str_is(says, "skip"))
		w->skip_next = true;
	else if (str_is(says, "skip-start"))
		w->skipping = n->at;
	else if (str_is(says, "skip-end"))
		w->skipping.line = 0;
	else
		diag_note(w->d,
		    diag_add(w->d, DIAG_I18N_COMMENT, w->src, n->at, "`i18n:%.*s`", STR_ARG(str_sub(says, 0, 40))),
		    "there are `i18n:comment: words`, `i18n:skip`, `i18n:skip-start` and `i18n:skip-end`");
}

/* -- messages -- */

/* A note belongs where its mark is: notes come last, and what is above them is another block tomorrow. */
static void
find_marks(struct walk *w, struct node *holder, struct str block)
{
	for (struct node *n = holder; n; n = node_next(n, holder))
		if (n->kind == NODE_NOTEREF && map_get(&w->notes, n->as.footnote.label) == NULL) {
			struct str *its = ARENA_NEW(w->a, struct str);

			*its = block;
			map_put(&w->notes, n->as.footnote.label, its);
		}
}

static void
take(struct walk *w, const struct place *p, enum segment_role role, struct node *holder, const struct attrs *attrs,
    struct span at)
{
	struct segment s = { .role = role, .holder = holder, .at = at, .unit = p->unit, .kind = p->kind };

	buf_reset(&w->scratch);
	inlinetext_write(&w->scratch, holder);
	if (w->scratch.n == 0)
		return;
	if (w->skip_next || w->skipping.line > 0) {
		w->skip_next = false;
		w->note = STR_EMPTY;
		return;
	}
	s.text = arena_str(w->a, buf_view(&w->scratch));
	s.context = attrs_value(attrs, "ctx").n > 0 ? attrs_value(attrs, "ctx") : p->context;
	s.typed = str_is(p->question, "text") && role == SEGMENT_OPTION;
	s.bare = s.typed || (str_is(p->question, "gap") && role == SEGMENT_OPTION);
	s.block = p->block.n > 0 ? p->block : w->section;
	if (w->has_notes)
		find_marks(w, holder, s.block);
	s.heading = w->heading;
	s.critical = p->critical || attrs_class(attrs, "critical");
	s.facilitator = p->facilitator;
	s.note = w->note;
	w->note = STR_EMPTY;
	VEC_PUSH(&w->all, s);
}

static void
take_heading(struct walk *w, struct node *n, const struct place *p)
{
	struct buf words = BUF_INIT;
	struct str id = attrs_id(n->attrs);

	node_plain(&words, n);
	if (p->unit == NULL && p->block.n == 0) {
		w->heading = arena_str(w->a, str_trim(buf_view(&words)));
		w->section = id.n > 0 ? id : slug_of(w->a, w->heading, w->text->lang);
	}
	buf_free(&words);
	take(w, p, SEGMENT_HEADING, n, n->attrs, n->at);
}

/* In a matrix an `x` is a mark, not a word. */
static bool
is_mark(const struct node *cell, const struct place *p)
{
	const struct node *t = cell->first;

	return str_is(p->question, "matrix") && t && t->kind == NODE_TEXT && t->next == NULL &&
	    (str_is(t->as.text, "x") || str_is(t->as.text, "X"));
}

static void
walk_table(struct walk *w, struct node *table, const struct place *p)
{
	for (struct node *row = table->first; row; row = row->next)
		for (struct node *cell = row->first; cell; cell = cell->next)
			if (!is_mark(cell, p))
				take(w, p, SEGMENT_CELL, cell, cell->attrs, cell->at);
}

/* -- containers -- */

static void
walk_item(struct walk *w, struct node *n, const struct place *p)
{
	struct place inside = *p;

	inside.role = p->unit ? SEGMENT_OPTION : SEGMENT_ITEM;
	inside.critical |= attrs_class(n->attrs, "critical");
	inside.context = attrs_value(n->attrs, "ctx");
	walk_blocks(w, n, &inside);
}

static void
walk_quote(struct walk *w, struct node *n, const struct place *p)
{
	struct place inside = *p;

	inside.values = false;
	inside.role = p->unit && p->role == SEGMENT_OPTION ? SEGMENT_FEEDBACK : SEGMENT_QUOTE;
	if (inside.role == SEGMENT_FEEDBACK)
		cutting_feedback(w->a, n);
	for (struct node *part = n->first; part; part = part->next)
		if (inside.role != SEGMENT_FEEDBACK || !cutting_is_mark(part))
			walk_block(w, part, &inside);
}

/* Whether the item ${n} names a gap of the question around that a number is typed into. */
static bool
names_number(const struct node *n, const struct place *p)
{
	const struct node *name = n->first ? n->first->first : NULL;

	if (str_is(attrs_value(n->attrs, "type"), "number"))
		return true;
	for (const struct node *g = p->unit; g && name && name->kind == NODE_GAP; g = node_next(g, p->unit))
		if (g->kind == NODE_GAP && str_eq(g->as.text, name->as.text) &&
		    str_is(attrs_value(g->attrs, "type"), "number"))
			return true;
	return false;
}

/* Numbers that are compared are no words: those of an answer, not those of a hint or of a list in front of the answers. */
static bool
holds_numbers(const struct node *list, const struct place *p)
{
	const struct node *in = list->parent;

	if (str_is(p->question, "gap"))
		return p->unit && in->kind == NODE_ITEM && names_number(in, p);
	if (!str_is(p->question, "number") || !node_is_directive(in, "question") ||
	    attrs_value(in->attrs, "answer").n > 0)
		return false;
	for (const struct node *n = list->next; n; n = n->next)
		if (n->kind == NODE_LIST)
			return false;
	return true;
}

static void
walk_list(struct walk *w, struct node *n, const struct place *p)
{
	struct place inside = *p;

	inside.values |= holds_numbers(n, p);
	walk_blocks(w, n, &inside);
}

static void
walk_directive(struct walk *w, struct node *n, const struct place *p)
{
	struct place inside = *p;
	struct str id = attrs_id(n->attrs);
	bool question = node_is_directive(n, "question");

	inside.kind = n->as.directive.name.n > 0 ? n->as.directive.name : p->kind;
	if (inside.block.n == 0 && id.n > 0)
		inside.block = id;
	if (question && p->unit == NULL)
		inside.unit = n;
	if (question)
		inside.question = attrs_value(n->attrs, "type");
	inside.critical |= attrs_class(n->attrs, "critical");
	inside.facilitator |= node_is_directive(n, "facilitator");
	inside.role = SEGMENT_PARAGRAPH;
	inside.context = STR_EMPTY;
	if (n->as.directive.label)
		take(w, &inside, SEGMENT_LABEL, n->as.directive.label, n->attrs, n->at);
	walk_blocks(w, n, &inside);
}

static void
walk_note(struct walk *w, struct node *n, const struct place *p)
{
	const struct str *block = map_get(&w->notes, n->as.footnote.label);
	struct place inside = *p;

	inside.role = SEGMENT_FOOTNOTE;
	if (block)
		inside.block = *block;
	walk_blocks(w, n, &inside);
}

/* What has no words: a number, and the name of a gap above its answers, which must be that name to the letter in every language. */
static bool
is_wordless(const struct node *n, const struct place *p)
{
	return p->values ||
	    (str_is(p->question, "gap") && p->role == SEGMENT_OPTION && n->first && n->first->kind == NODE_GAP &&
		n->first->next == NULL);
}

static void
walk_block(struct walk *w, struct node *n, const struct place *p)
{
	switch (n->kind) {
	case NODE_PARAGRAPH:
		if (!is_wordless(n, p))
			take(w, p, p->role, n, n->attrs, n->at);
		break;
	case NODE_HEADING: take_heading(w, n, p); break;
	case NODE_TABLE: walk_table(w, n, p); break;
	case NODE_ITEM: walk_item(w, n, p); break;
	case NODE_LIST: walk_list(w, n, p); break;
	case NODE_QUOTE: walk_quote(w, n, p); break;
	case NODE_DIRECTIVE: walk_directive(w, n, p); break;
	case NODE_FOOTNOTE: walk_note(w, n, p); break;
	case NODE_HTML: obey(w, n); break;
	case NODE_CODE: w->skip_next = false; break;
	default: break;
	}
}

static void
walk_blocks(struct walk *w, struct node *parent, const struct place *p)
{
	for (struct node *n = parent->first; n; n = n->next)
		walk_block(w, n, p);
}

/* -- settings -- */

static void
take_setting(struct walk *w, enum segment_role role, const struct value *v)
{
	struct segment s = { .role = role, .value = v, .block = STR("settings") };

	if (v == NULL || v->kind == VALUE_LIST || v->kind == VALUE_MAP || str_trim(v->text).n == 0)
		return;
	s.text = str_trim(v->text);
	s.at = v->at;
	s.facilitator = str_is(w->text->meta.audience, "facilitator");
	VEC_PUSH(&w->all, s);
}

static void
take_settings(struct walk *w, enum segment_role role, const struct value *v)
{
	if (v && v->kind == VALUE_LIST)
		for (size_t i = 0; i < v->n; i++)
			take_setting(w, role, &v->as.items[i]);
	else if (v && v->kind == VALUE_MAP)
		for (size_t i = 0; i < v->n; i++)
			take_setting(w, role, &v->as.entries[i].value);
	else
		take_setting(w, role, v);
}

static void
walk_settings(struct walk *w)
{
	const struct value *front = site_front(w->a, w->text), *note = value_get(front, "content-note");

	take_setting(w, SEGMENT_TITLE, value_get(front, "title"));
	take_setting(w, SEGMENT_SUMMARY, value_get(front, "summary"));
	take_settings(w, SEGMENT_OBJECTIVE, value_get(front, "objectives"));
	if (note && note->kind == VALUE_MAP) {
		take_setting(w, SEGMENT_CONTENT_NOTE, value_get(note, "what"));
		take_setting(w, SEGMENT_CONTENT_NOTE, value_get(note, "around"));
	} else {
		take_setting(w, SEGMENT_CONTENT_NOTE, note);
	}
}

struct segments
segments_of(struct arena *a, const struct text *t, struct node *root, const struct source *src, struct diags *d)
{
	struct walk w = { .a = a,
		.text = t,
		.src = src,
		.d = d,
		.heading = STR_EMPTY,
		.section = STR("beginning"),
		.note = STR_EMPTY };
	struct place p = { .role = SEGMENT_PARAGRAPH,
		.block = STR_EMPTY,
		.kind = STR_EMPTY,
		.question = STR_EMPTY,
		.context = STR_EMPTY,
		.facilitator = str_is(t->meta.audience, "facilitator") };
	struct segments out;

	walk_settings(&w);
	w.has_notes = root && root->last && root->last->kind == NODE_FOOTNOTE;
	if (root)
		walk_blocks(&w, root, &p);
	if (w.skipping.line > 0)
		diag_note(d, diag_add(d, DIAG_I18N_COMMENT, src, w.skipping, "`i18n:skip-start` has no end"),
		    "write `<!-- i18n:skip-end -->` behind what is not to be translated");
	out.n = w.all.n;
	out.v = ARENA_ARRAY(a, struct segment, out.n);
	if (out.n > 0)
		memcpy(out.v, w.all.v, out.n * sizeof *out.v);
	VEC_FREE(&w.all);
	buf_free(&w.scratch);
	map_free(&w.notes);
	return out;
}

const char *
segments_role(enum segment_role r)
{
	return roles[r];
}
