/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/sections.h"

#include <strings.h>

#include "base/vec.h"
#include "model/condition.h"
#include "model/directive.h"

struct draft {
	enum section_kind kind;
	struct str anchor, title;
	struct buf text, folded;
};

struct walk {
	struct arena *a;
	const struct site *site;
	const struct output *out;
	struct sections_drafts VEC_OF(struct draft) all;
	size_t at;   /* the section that text goes to */
	bool folded; /* and that it is of a folded part */
};

/* -- what is in it -- */

/* "nb" and "nb-NO" are one language here. */
static bool
same_language(struct str a, struct str b)
{
	size_t n = str_find(a, '-');

	return n == str_find(b, '-') && strncasecmp(a.p, b.p, n) == 0;
}

/* Whether readers of the page see ${n}, in the language of its text. */
static bool
is_shown(const struct walk *w, const struct node *n)
{
	struct str lang = attrs_value(n->attrs, "lang"), audience = w->site->config->audience;

	if (lang.n > 0 && !same_language(lang, w->out->text->lang))
		return false;
	if (n->kind != NODE_DIRECTIVE && n->kind != NODE_ROLE)
		return true;
	if (str_is(n->as.directive.name, "facilitator"))
		return str_is(audience, "facilitator");
	return !str_is(n->as.directive.name, "only") || condition_met(n->attrs, w->out->lang->tag, audience);
}

/* -- words -- */

/* Gaps hold their answers, raw HTML no words. */
static void
put_inlines(const struct walk *w, struct buf *b, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next) {
		if (!is_shown(w, n))
			continue;
		switch (n->kind) {
		case NODE_TEXT:
		case NODE_CODESPAN: buf_str(b, n->as.text); break;
		case NODE_GAP: BUF_LIT(b, "…"); break;
		case NODE_RAW:
		case NODE_NOTEREF: break;
		case NODE_SOFTBREAK:
		case NODE_LINEBREAK: buf_chr(b, ' '); break;
		default: put_inlines(w, b, n);
		}
	}
}

static struct str
words_of(const struct walk *w, const struct node *parent)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (parent == NULL || !is_shown(w, parent))
		return STR_EMPTY;
	put_inlines(w, &b, parent);
	s = arena_str(w->a, str_trim(buf_view(&b)));
	buf_free(&b);
	return s;
}

static void
put_line(struct walk *w, struct str line)
{
	struct buf *b = w->folded ? &w->all.v[w->at].folded : &w->all.v[w->at].text;

	if (line.n == 0)
		return;
	buf_str(b, line);
	buf_chr(b, '\n');
}

/* -- sections -- */

/* Begins a section; returns the one that text went to before. */
static size_t
begin(struct walk *w, enum section_kind kind, struct str anchor, struct str title)
{
	size_t before = w->at;
	struct draft s = { kind,
		anchor.n > 0       ? anchor
		    : w->all.n > 0 ? w->all.v[before].anchor
				   : STR_EMPTY,
		title, BUF_INIT, BUF_INIT };

	w->at = w->all.n;
	VEC_PUSH(&w->all, s);
	return before;
}

static void put_block(struct walk *w, const struct node *n, bool outlined);
static void put_blocks(struct walk *w, const struct node *parent, bool outlined);

/* Only what it asks: the text in front of the answers. */
static void
put_question(struct walk *w, const struct node *n)
{
	const struct question *q = n->as.directive.block;
	struct draft *s;
	size_t before;

	if (q == NULL)
		return;
	before = begin(w, SECTION_QUESTION, q->id, words_of(w, n->as.directive.label));
	for (const struct node *c = n->first; c && c != q->answers; c = c->next) {
		if (question_part(c) || !is_shown(w, c))
			continue;
		if (c->kind == NODE_PARAGRAPH)
			put_line(w, words_of(w, c));
		else if (c->kind == NODE_QUOTE)
			put_blocks(w, c, false);
	}
	s = &w->all.v[w->at];
	if (s->title.n == 0)
		s->title = arena_str(w->a, str_sub(buf_view(&s->text), 0, str_find(buf_view(&s->text), '\n')));
	w->at = before;
}

static void
put_scenario(struct walk *w, const struct node *n)
{
	const struct scenario *s = n->as.directive.block;
	size_t before = begin(w, SECTION_SCENARIO, s ? s->id : attrs_id(n->attrs), words_of(w, n->as.directive.label));

	if (s && s->summary && is_shown(w, s->summary))
		put_blocks(w, s->summary, false);
	for (const struct node *c = s && s->start ? s->start->node->first : NULL; c; c = c->next)
		if (c->kind == NODE_PARAGRAPH)
			put_line(w, words_of(w, c));
	w->at = before;
}

/* A case: what render/parted.c folds is what somebody may not want to read. */
static void
put_parts(struct walk *w, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next) {
		bool part = n->kind == NODE_HEADING && attrs_get(n->attrs, "part");

		w->folded |= part; /* what a part is called tells nothing of a case */
		if (node_is_block(n->kind) && is_shown(w, n))
			put_block(w, n, false);
		if (part)
			w->folded = str_is(attrs_value(n->attrs, "part"), "abuse");
	}
	w->folded = false;
}

static const struct {
	const char *name;
	enum section_kind kind;
} typed[] = {
	{ "definition", SECTION_DEFINITION },
	{ "case", SECTION_CASE },
	{ "indicators", SECTION_INDICATORS },
	{ "practice", SECTION_PRACTICE },
};

/* What shows only once something has been answered or ticked, and what is never published. */
static const char *const unseen[] = { "hint", "feedback", "explanation", "samples", "band", "step", "ending", "summary",
	"debrief" };

static bool
is_one_of(const struct node *n, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(n->as.directive.name, names[i]))
			return true;
	return false;
}

static void
put_directive(struct walk *w, const struct node *n, bool outlined)
{
	const struct directive *kind = n->as.directive.kind;

	if (str_is(n->as.directive.name, "question")) {
		put_question(w, n);
		return;
	}
	if (str_is(n->as.directive.name, "scenario")) {
		put_scenario(w, n);
		return;
	}
	if (is_one_of(n, unseen, sizeof unseen / sizeof *unseen))
		return;
	for (size_t i = 0; n->as.directive.label && i < sizeof typed / sizeof *typed; i++)
		if (str_is(n->as.directive.name, typed[i].name)) {
			size_t before = begin(w, typed[i].kind, attrs_id(n->attrs), words_of(w, n->as.directive.label));

			put_parts(w, n);
			w->at = before;
			return;
		}
	put_line(w, words_of(w, n->as.directive.label));
	put_blocks(w, n, outlined && kind && !(kind->flags & DIRECTIVE_NO_OUTLINE));
}

/* ${outlined}: headings begin sections. */
static void
put_block(struct walk *w, const struct node *n, bool outlined)
{
	switch (n->kind) {
	case NODE_HEADING:
		if (outlined && n->as.heading.anchor.n > 0)
			begin(w, SECTION_HEADING, n->as.heading.anchor, words_of(w, n));
		else
			put_line(w, words_of(w, n));
		break;
	case NODE_PARAGRAPH:
	case NODE_CELL: put_line(w, words_of(w, n)); break;
	case NODE_CODE: put_line(w, str_trim(n->as.code.text)); break;
	case NODE_DIRECTIVE: put_directive(w, n, outlined); break;
	case NODE_HTML:
	case NODE_FOOTNOTE: break;
	default: put_blocks(w, n, false);
	}
}

/* A heading in another language has no words here, but a section below it. */
static void
put_blocks(struct walk *w, const struct node *parent, bool outlined)
{
	for (const struct node *n = parent->first; n; n = n->next)
		if (node_is_block(n->kind) && (n->kind == NODE_HEADING || is_shown(w, n)))
			put_block(w, n, outlined);
}

/* -- the page itself -- */

static bool
has_own_words(const struct walk *w)
{
	const struct text *t = w->out->text;

	return same_language(t->title_lang, t->lang);
}

static struct str
page_title(const struct walk *w)
{
	if (w->out->kind == OUTPUT_COURSE)
		return site_local(w->out->course->title, w->out->lang);
	return has_own_words(w) ? site_title(w->out->text) : STR_EMPTY;
}

static void
put_settings(struct walk *w)
{
	const struct meta *meta = &w->out->text->meta;
	const struct value *all = meta->objectives;

	if (!has_own_words(w))
		return;
	put_line(w, meta->summary);
	for (size_t i = 0; all && (all->kind == VALUE_LIST || all->kind == VALUE_MAP) && i < all->n; i++)
		put_line(w, all->kind == VALUE_LIST ? all->as.items[i].text : all->as.entries[i].value.text);
}

/* They stand at the end of the page, wherever they are called from. */
static void
put_notes(struct walk *w, const struct node *root)
{
	w->at = 0;
	for (const struct node *n = root->first; n; n = n->next)
		if (n->kind == NODE_FOOTNOTE && is_shown(w, n))
			put_blocks(w, n, false);
}

struct sections
sections_of(struct arena *a, const struct site *site, const struct output *o, const struct body *body)
{
	struct walk w = { .a = a, .site = site, .out = o };
	struct sections all;

	begin(&w, SECTION_PAGE, STR_EMPTY, page_title(&w));
	put_settings(&w);
	put_blocks(&w, body->root, true);
	put_notes(&w, body->root);
	all = (struct sections){ ARENA_ARRAY(a, struct section, w.all.n), w.all.n };
	for (size_t i = 0; i < w.all.n; i++) {
		struct draft *s = &w.all.v[i];

		all.v[i] = (struct section){ s->kind, s->anchor, s->title, arena_str(a, buf_view(&s->text)),
			arena_str(a, buf_view(&s->folded)) };
		buf_free(&s->text);
		buf_free(&s->folded);
	}
	VEC_FREE(&w.all);
	return all;
}
