/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/typography.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "localise/pseudo.h"
#include "localise/quotes.h"
#include "model/question.h"

/* A text node, and where its words lie in the text of the block. */
struct piece {
	struct node *node;
	size_t from, to;
};

struct pass {
	struct arena *a;
	const struct site *site;
	const struct typography *t;
	const struct node *typed; /* the list of what may be typed into the question in hand */
	struct buf text;          /* of the block in hand */
	struct pass_pieces VEC_OF(struct piece) pieces;
	struct touches touches;
};

static const struct typography *
of_language(struct pass *p, struct str lang)
{
	const struct language *l = p->site ? site_language(p->site, lang) : NULL;
	struct typography *t;

	if (l && l->typography)
		return l->typography;
	t = ARENA_NEW(p->a, struct typography);
	*t = (struct typography){ lang, true, true, delimiters_of(p->a, lang), binding_of(lang) };
	return t;
}

/* -- a text -- */

static void
mark_text(const struct typography *t, struct str text, struct touches *touches)
{
	touches->n = 0;
	if (t->quotes)
		quotes_mark(text, &t->marks, touches);
	if (t->spaces)
		binding_mark(text, t->rules, touches);
	touch_sort(touches);
}

struct str
typography_text(struct arena *a, const struct language *lang, struct str text)
{
	struct touches touches = { 0 };
	size_t k = 0;
	struct str shown = STR_EMPTY;

	if (lang->pseudo)
		return pseudo_text(a, lang->pseudo, text);
	if (lang->typography == NULL)
		return text;
	mark_text(lang->typography, text, &touches);
	if (touches.n > 0)
		shown = touch_part(a, text, 0, text.n, &touches, &k);
	VEC_FREE(&touches);
	return shown.n > 0 ? shown : text;
}

/* -- the words of a block -- */

/* Raw HTML whose text is not prose. */
static int
code_depth(struct str tag)
{
	static const char *const names[] = { "code", "kbd", "samp", "pre", "var", "script", "style" };
	bool ends = str_starts(tag, "</");
	struct str rest = str_sub(tag, ends ? 2 : 1, tag.n);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts(rest, names[i]) && rest.n > strlen(names[i]) &&
		    strchr(" >\t\n", rest.p[strlen(names[i])]) != NULL)
			return ends ? -1 : 1;
	return 0;
}

static bool
is_foreign(const struct pass *p, const struct node *n)
{
	struct str lang = attrs_value(n->attrs, "lang");

	return lang.n > 0 && !str_eq(lang, p->t->lang);
}

/* An address that is shown as it is, also a phone number. */
static bool
is_address(const struct node *n)
{
	const struct node *words = n->first;

	if (str_starts(n->as.link.url, "tel:"))
		return true;
	return words && words == n->last && words->kind == NODE_TEXT && words->as.text.n > 0 &&
	    words->as.text.n <= n->as.link.url.n &&
	    str_eq(str_sub(n->as.link.url, n->as.link.url.n - words->as.text.n, n->as.link.url.n), words->as.text);
}

static void mark_block(struct pass *p, struct node *holder);

static void
gather_words(struct pass *p, struct node *n, struct str words)
{
	VEC_PUSH(&p->pieces, ((struct piece){ n, p->text.n, p->text.n + words.n }));
	buf_str(&p->text, words);
}

static void
gather(struct pass *p, struct node *parent)
{
	int code = 0;

	for (struct node *n = parent->first; n; n = n->next) {
		if (n->kind == NODE_RAW) {
			code += code_depth(n->as.text);
			code = code < 0 ? 0 : code;
		} else if (code > 0 || is_foreign(p, n) || n->kind == NODE_CODESPAN || n->kind == NODE_GAP ||
		    n->kind == NODE_IMAGE || n->kind == NODE_NOTEREF || (n->kind == NODE_LINK && is_address(n))) {
			BUF_LIT(&p->text, QUOTES_OPAQUE);
		} else if (n->kind == NODE_TEXT) {
			gather_words(p, n, n->as.words.text);
		} else if (n->kind == NODE_SOFTBREAK) {
			gather_words(p, n, STR(" "));
		} else if (n->kind == NODE_LINEBREAK) {
			buf_chr(&p->text, '\n');
		} else {
			gather(p, n);
		}
	}
}

static void
settle(struct pass *p)
{
	struct str text = buf_view(&p->text);
	size_t k = 0;

	mark_text(p->t, text, &p->touches);
	for (size_t i = 0; i < p->pieces.n; i++) {
		const struct piece *piece = &p->pieces.v[i];

		piece->node->as.words.shown =
		    p->touches.n > 0 ? touch_part(p->a, text, piece->from, piece->to, &p->touches, &k) : STR_EMPTY;
	}
}

/* Alternative texts and captions are texts of their own. */
static void
mark_images(struct pass *p, struct node *parent)
{
	for (struct node *n = parent->first; n; n = n->next) {
		if (n->kind == NODE_IMAGE)
			mark_block(p, n);
		else if (n->first && !is_foreign(p, n))
			mark_images(p, n);
	}
}

static void
mark_words(struct pass *p, struct node *holder)
{
	buf_reset(&p->text);
	p->pieces.n = 0;
	gather(p, holder);
	settle(p);
	mark_images(p, holder);
}

/* Words that are all in another language are no foreign words in a sentence: they are a text in that language. */
static void
mark_block(struct pass *p, struct node *holder)
{
	const struct typography *outer = p->t;
	struct node *only = holder->first;
	struct str lang = attrs_value(holder->attrs, "lang");

	if (lang.n > 0)
		p->t = of_language(p, lang);
	if (only && only == holder->last && only->kind == NODE_SPAN && is_foreign(p, only)) {
		p->t = of_language(p, attrs_value(only->attrs, "lang"));
		holder = only;
	}
	mark_words(p, holder);
	p->t = outer;
}

/* -- the tree -- */

static void walk(struct pass *p, struct node *n);

static void
walk_children(struct pass *p, struct node *n)
{
	for (struct node *c = n->first; c; c = c->next)
		walk(p, c);
}

/* Of what may be typed the words are data; what is said to who typed it is prose. */
static void
walk_typed(struct pass *p, struct node *list)
{
	for (struct node *item = list->first; item; item = item->next)
		for (struct node *c = item->first; c; c = c->next) {
			if (c->kind == NODE_LIST)
				walk_typed(p, c);
			else if (c->kind == NODE_QUOTE)
				walk(p, c);
		}
}

static bool
is_typed(enum question_type type)
{
	return type == QUESTION_TEXT || type == QUESTION_NUMBER || type == QUESTION_GAP;
}

static void
walk_directive(struct pass *p, struct node *n)
{
	const struct question *q = node_is_directive(n, "question") ? n->as.directive.block : NULL;

	if (node_is_directive(n, "samples"))
		return;
	if (n->as.directive.label)
		mark_block(p, n->as.directive.label);
	if (q && is_typed(q->type))
		p->typed = q->answers;
	walk_children(p, n);
}

static void
walk(struct pass *p, struct node *n)
{
	const struct typography *outer = p->t;
	struct str lang = attrs_value(n->attrs, "lang");

	if (lang.n > 0 && !str_eq(lang, p->t->lang))
		p->t = of_language(p, lang);
	if (n->kind == NODE_DIRECTIVE)
		walk_directive(p, n);
	else if (n == p->typed)
		walk_typed(p, n);
	else if (node_holds_blocks(n->kind))
		walk_children(p, n);
	else if (n->first)
		mark_block(p, n);
	p->t = outer;
}

void
typography_tree(struct arena *a, struct node *root, const struct site *site, struct str lang)
{
	struct pass p = { .a = a, .site = site };

	p.t = of_language(&p, lang);
	walk(&p, root);
	buf_free(&p.text);
	VEC_FREE(&p.pieces);
	VEC_FREE(&p.touches);
}

/* -- the site's settings -- */

static bool
is_off(const struct value *v)
{
	return v && (str_is(v->text, "off") || (v->kind == VALUE_BOOL && !v->as.flag));
}

static void
refuse(const struct site *site, const struct value *v, const char *wanted, struct diags *d)
{
	diag_note(d, diag_add(d, DIAG_SETTING_VALUE, &site->src, v->at, "`typography`"), "%s", wanted);
}

/* Four marks or two, with blanks between; of two the second pair is the same. */
static bool
read_marks(const struct value *v, struct delimiters *out)
{
	struct str rest = str_trim(v->text), marks[4];
	size_t n = 0;

	if (v->kind != VALUE_TEXT)
		return false;
	while (rest.n > 0 && n < 4) {
		marks[n] = str_cut(&rest, ' ');
		rest = str_trim(rest);
		if (marks[n].n == 0 || marks[n].n > 8)
			return false;
		n++;
	}
	if (rest.n > 0 || (n != 2 && n != 4))
		return false;
	for (size_t i = 0; i < 2; i++) {
		out->open[i] = marks[n == 4 ? 2 * i : 0];
		out->close[i] = marks[n == 4 ? 2 * i + 1 : 1];
	}
	return true;
}

static void
read_row(const struct site *site, const struct value_entry *e, struct typography *t, struct diags *d)
{
	if (str_is(e->key, "quotes") && is_off(&e->value))
		t->quotes = false;
	else if (str_is(e->key, "spaces") && is_off(&e->value))
		t->spaces = false;
	else if (str_is(e->key, "quotes") && !read_marks(&e->value, &t->marks))
		refuse(site, &e->value, "`quotes` is `off`, or the marks with blanks between, such as `« » “ ”`", d);
	else if (str_is(e->key, "spaces"))
		refuse(site, &e->value, "`spaces` can only be `off`", d);
	else if (!str_is(e->key, "quotes"))
		diag_note(d,
		    diag_add(d, DIAG_SETTING_UNKNOWN, &site->src, e->key_at, "`%.*s`", STR_ARG(str_sub(e->key, 0, 60))),
		    "known here: quotes, spaces");
}

static void
read_language(const struct site *site, const struct value *v, struct typography *t, struct diags *d)
{
	if (is_off(v))
		t->quotes = t->spaces = false;
	else if (v->kind != VALUE_MAP)
		refuse(site, v, "of a language `off` is wanted, or a map with `quotes` or `spaces`", d);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->n; i++)
		read_row(site, &v->as.entries[i], t, d);
}

static void
check_languages(const struct site *site, struct diags *d)
{
	const struct value *v = site->typography;

	if (v->kind != VALUE_MAP && !is_off(v))
		refuse(site, v, "`off` is wanted here, or a map from a language to its settings", d);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->n; i++)
		if (site_language(site, v->as.entries[i].key) == NULL)
			diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, v->as.entries[i].key_at,
			    "`%.*s` is not in `languages`", STR_ARG(str_sub(v->as.entries[i].key, 0, 60)));
}

static const struct value *
setting_of(const struct value *v, struct str tag)
{
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->n; i++)
		if (str_eq(v->as.entries[i].key, tag))
			return &v->as.entries[i].value;
	return is_off(v) ? v : NULL;
}

void
typography_prepare(struct site *site, struct diags *d)
{
	if (site->typography)
		check_languages(site, d);
	for (size_t i = 0; i < site->nlanguages; i++) {
		struct language *l = &site->languages[i];
		struct typography *t = ARENA_NEW(&site->arena, struct typography);
		const struct value *v = site->typography ? setting_of(site->typography, l->tag) : NULL;

		*t = (struct typography){ l->tag, true, true, delimiters_of(&site->arena, l->tag), binding_of(l->tag) };
		if (v)
			read_language(site, v, t, d);
		l->typography = t;
	}
}
