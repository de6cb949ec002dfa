/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/values.h"

#include "base/words.h"
#include "model/condition.h"

struct values {
	const struct body *body;
	const struct site *site;
	const struct node *node;
	struct diags *d;
};

/* Where an attribute is one of some words. */
static const struct row {
	const char *directive, *key, *words;
	bool several; /* a condition: alternatives, `!` in front means not */
} rows[] = {
	{ "grid", "by", "rows columns", false },
	{ "scenario", "scoring", "none end path", false },
	{ "details", "open", "yes no true false", false },
	{ "only", "audience", "learner facilitator", true },
};

/* The parts of what has any, as `{part=…}` on its headings names them. */
static const struct {
	const char *directive, *words;
} parts[] = {
	{ "case", "happened abuse control noticed outcome learning" },
	{ "practice", "who what result idea" },
};

static struct diag *
refuse(struct values *v, const struct attr *a, struct str value)
{
	return diag_add(v->d, DIAG_ATTRIBUTE_VALUE, &v->body->src, a->at, "`%.*s` cannot be `%.*s`", STR_ARG(a->key),
	    STR_ARG(str_sub(value, 0, 60)));
}

/* What it may be: the word that was probably meant, else all of ${words}. */
static void
note_words(struct values *v, struct diag *g, struct str value, struct str words)
{
	struct buf b = BUF_INIT;
	struct near near;

	near_begin(&near, value);
	words_try(&near, words);
	words_say(&b, words);
	if (near_best(&near).n > 0)
		diag_note(v->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(v->d, g, "it may be %.*s", STR_ARG(buf_view(&b)));
	buf_free(&b);
}

static void
check_words(struct values *v, const struct attr *a, struct str words, bool several)
{
	struct str rest = a->value, word = a->value;

	if (!several) {
		if (!words_has(words, word))
			note_words(v, refuse(v, a, word), word, words);
		return;
	}
	while ((word = condition_next(&rest)).n > 0) {
		if (word.p[0] == '!')
			word = str_sub(word, 1, word.n);
		if (!words_has(words, word))
			note_words(v, refuse(v, a, word), word, words);
	}
}

static void
check_languages(struct values *v, const struct attr *a)
{
	struct buf tags = BUF_INIT;

	for (size_t i = 0; i < v->site->nlanguages; i++)
		buf_fmt(&tags, "%s%.*s", i ? " " : "", STR_ARG(v->site->languages[i].tag));
	check_words(v, a, buf_view(&tags), true);
	buf_free(&tags);
}

static bool
digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

static void
check_date(struct values *v, const struct attr *a)
{
	if (!meta_is_date(a->value))
		diag_note(v->d, refuse(v, a, a->value), "a day is written year-month-day: 2026-02-03");
}

/* A band of a checklist: so many ticks, or such a share of them; of all signs or of the strong ones. */
static void
check_band(struct values *v)
{
	const struct attr *from = attrs_get(v->node->attrs, "from"), *of = attrs_get(v->node->attrs, "of");
	struct str n = from ? from->value : STR_EMPTY;

	if (str_ends(n, "%"))
		n = str_sub(n, 0, n.n - 1);
	if (from && (n.n > 6 || !digits(n)))
		diag_note(v->d, refuse(v, from, from->value),
		    "it may be a number of ticks, as 3, or a share of them, as 50%%");
	if (of)
		check_words(v, of, STR("strong"), false);
}

static bool
in_checklist(const struct node *n)
{
	for (n = n->parent; n; n = n->parent)
		if (node_is_directive(n, "indicators") || node_is_directive(n, "checklist"))
			return true;
	return false;
}

/* `{part=…}` on a heading straight inside a case or practice. */
static void
check_part(struct values *v, const struct attr *a)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (v->node->parent && node_is_directive(v->node->parent, parts[i].directive)) {
			check_words(v, a, str_of(parts[i].words), false);
			return;
		}
	diag_note(v->d,
	    diag_add(v->d, DIAG_ATTRIBUTE_UNKNOWN, &v->body->src, a->at, "`part` means nothing on this heading"),
	    "it is for the headings straight inside a `case` or `practice`");
}

void
values_check(const struct body *body, const struct site *site, const struct node *n, struct diags *d)
{
	struct values v = { body, site, n, d };
	const struct attr *a;

	if (n->attrs == NULL)
		return;
	if (n->kind == NODE_HEADING) {
		if ((a = attrs_get(n->attrs, "part")) != NULL)
			check_part(&v, a);
		return;
	}
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_is(n->as.directive.name, rows[i].directive) && (a = attrs_get(n->attrs, rows[i].key)) != NULL)
			check_words(&v, a, str_of(rows[i].words), rows[i].several);
	if (str_is(n->as.directive.name, "only") && (a = attrs_get(n->attrs, "language")) != NULL)
		check_languages(&v, a);
	if (str_is(n->as.directive.name, "date") && (a = attrs_get(n->attrs, "on")) != NULL)
		check_date(&v, a);
	if (str_is(n->as.directive.name, "band") && in_checklist(n))
		check_band(&v);
}
