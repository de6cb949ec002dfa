/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/blocks.h"

#include <string.h>

#include "assemble/values.h"
#include "base/words.h"
#include "model/harvest.h"
#include "model/directive.h"
#include "model/question.h"

struct checker {
	const struct body *body;
	const struct site *site;
	struct diags *d;
	bool translated; /* attributes of blocks are the source's, and were checked there */
	bool told_html;
};

/* What a directive may have. */
static struct str
attributes_of(struct arena *a, const struct directive *kind)
{
	struct str all = str_of(kind->attributes);

	return arena_fmt(a, "%.*s%s%s", STR_ARG(all), all.n > 0 ? " " : "", directive_common);
}

static void
near_attribute(struct checker *c, struct diag *g, const struct directive *kind, struct str key)
{
	struct str all = attributes_of(&c->d->arena, kind);
	struct near near;

	near_begin(&near, key);
	words_try(&near, all);
	if (near_best(&near).n > 0)
		diag_note(c->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(c->d, g, "it has: %.*s", STR_ARG(all));
}

static void
check_attributes(struct checker *c, const struct node *n)
{
	const struct directive *kind = n->as.directive.kind;

	for (size_t i = 0; n->attrs && i < n->attrs->n; i++) {
		const struct attr *a = &n->attrs->v[i];

		if (directive_allows(kind, a->key))
			continue;
		near_attribute(c,
		    diag_add(c->d, DIAG_ATTRIBUTE_UNKNOWN, &c->body->src, a->at, "`%s` has no `%.*s`", kind->name,
			STR_ARG(a->key)),
		    kind, a->key);
	}
}

static void
near_key(struct checker *c, struct diag *g, const struct value *map, struct str key)
{
	struct near near;

	near_begin(&near, key);
	for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->n; i++)
		near_try(&near, map->as.entries[i].key);
	if (near_best(&near).n > 0)
		diag_note(c->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
}

static bool
has_key(const struct value *map, struct str key)
{
	for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->n; i++)
		if (str_eq(map->as.entries[i].key, key))
			return true;
	return false;
}

/* `source=` may stand on anything that has attributes. */
static void
check_source(struct checker *c, const struct node *n)
{
	const struct attr *a = attrs_get(n->attrs, "source");

	if (a == NULL)
		return;
	c->body->harvest->names_sources = true;
	if (has_key(c->site->sources, a->value))
		return;
	near_key(c, diag_add(c->d, DIAG_SOURCE_UNKNOWN, &c->body->src, a->at, "`%.*s`", STR_ARG(a->value)),
	    c->site->sources, a->value);
}

static void
check_contact(struct checker *c, const struct node *n)
{
	const struct attr *a = attrs_get(n->attrs, "role");

	c->body->harvest->names_contacts = true;
	if (a == NULL)
		diag_note(c->d, diag_add(c->d, DIAG_CONTACT_UNKNOWN, &c->body->src, n->at, "`role=` is missing"),
		    "write `{role=…}` with a role of content/data/contacts.yaml");
	else if (!has_key(c->site->contacts, a->value))
		near_key(c, diag_add(c->d, DIAG_CONTACT_UNKNOWN, &c->body->src, a->at, "`%.*s`", STR_ARG(a->value)),
		    c->site->contacts, a->value);
}

static bool
inside(const struct node *n, const char *names)
{
	for (const struct node *p = n->parent; p; p = p->parent)
		if (p->kind == NODE_DIRECTIVE && words_has(str_of(names), p->as.directive.name))
			return true;
	return false;
}

static void
check_place(struct checker *c, const struct node *n)
{
	const struct directive *kind = n->as.directive.kind;
	bool quiz_page = c->body->text->doc->type == PAGE_QUIZ && words_has(str_of(kind->inside), STR("quiz"));

	if (kind->inside && !quiz_page && !inside(n, kind->inside))
		diag_add(c->d, DIAG_DIRECTIVE_PLACE, &c->body->src, n->at, "`%s` has its place in: %s", kind->name,
		    kind->inside);
	else if ((kind->flags & DIRECTIVE_LEAF) && !n->as.directive.leaf && n->first)
		diag_note(c->d,
		    diag_add(c->d, DIAG_DIRECTIVE_PLACE, &c->body->src, n->at, "`%s` has no body", kind->name),
		    "write `::%s{…}`, with two colons, and no closing line", kind->name);
	else if (!(kind->flags & DIRECTIVE_LEAF) && n->as.directive.leaf)
		diag_note(c->d,
		    diag_add(c->d, DIAG_DIRECTIVE_PLACE, &c->body->src, n->at, "`%s` has a body", kind->name),
		    "write `:::%s`, with three colons, and end it with a line `:::`", kind->name);
}

static bool
holds(const struct node *n, enum node_kind kind)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (c->kind == kind)
			return true;
	return false;
}

static void
check_content(struct checker *c, const struct node *n)
{
	static const struct {
		const char *name, *what;
		enum node_kind kind;
	} needs[] = {
		{ "table", "a table", NODE_TABLE },
		{ "actions", "a list", NODE_LIST },
		{ "keyfacts", "a list", NODE_LIST },
		{ "grid", "headings", NODE_HEADING },
	};

	for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++)
		if (str_is(n->as.directive.name, needs[i].name) && !holds(n, needs[i].kind))
			diag_add(c->d, DIAG_DIRECTIVE_EMPTY, &c->body->src, n->at, "`%s` needs %s", needs[i].name,
			    needs[i].what);
	if (str_is(n->as.directive.name, "definition") && n->as.directive.label == NULL)
		diag_note(c->d,
		    diag_add(c->d, DIAG_DIRECTIVE_EMPTY, &c->body->src, n->at, "a definition needs its term"),
		    "write `:::definition[Term]{#id}`");
}

/* Footnotes inside a question would be scored away from their notes. */
static void
check_notes(struct checker *c, const struct node *question)
{
	for (const struct node *n = question; n; n = node_next(n, question))
		if (n->kind == NODE_NOTEREF)
			diag_add(c->d, DIAG_FOOTNOTE_PLACE, &c->body->src, n->at, "in a question");
}

static void
check_alt(struct checker *c, const struct node *n)
{
	if (n->first == NULL && !attrs_class(n->attrs, "decorative") && attrs_value(n->attrs, "alt").n == 0)
		diag_note(c->d, diag_add(c->d, DIAG_IMAGE_ALT, &c->body->src, n->at, "`%.*s`", STR_ARG(n->as.link.url)),
		    "write `![what it shows](…)`, or `{.decorative}` behind a mere ornament");
}

static void
check_directive(struct checker *c, const struct node *n)
{
	if (n->as.directive.kind == NULL)
		return;
	if (n->as.directive.kind->flags & DIRECTIVE_LATER)
		diag_add(c->d, DIAG_DIRECTIVE_LATER, &c->body->src, n->at, "`%s`", n->as.directive.kind->name);
	if (n->kind == NODE_ROLE || !c->translated)
		check_attributes(c, n);
	if (n->kind == NODE_DIRECTIVE) {
		check_place(c, n);
		check_content(c, n);
	}
	if (str_is(n->as.directive.name, "contact") && (n->kind == NODE_ROLE || !c->translated))
		check_contact(c, n);
	if (str_is(n->as.directive.name, "question"))
		check_notes(c, n);
}

/* Raw HTML that will not be published: told once a page. Comments are never meant to be. */
static void
check_html(struct checker *c, const struct node *n)
{
	if (c->site->html_safe || c->told_html || str_starts(str_trim(n->as.text), "<!--"))
		return;
	c->told_html = true;
	diag_note(c->d, diag_add(c->d, DIAG_HTML_LEFT_OUT, &c->body->src, n->at, "its text stays, the markup goes"),
	    "`html: safe` in site.yaml lets harmless elements pass");
}

enum { LONGEST_ADDRESS = 256 }; /* looked through for its end: a text of nothing but `](` stays linear */

/* `[words](my file.md)`: Markdown wants angle brackets around blanks, and says nothing. */
static void
check_text(struct checker *c, const struct node *n)
{
	struct str s = n->as.text;
	size_t at;

	while ((at = str_find(s, ']')) + 1 < s.n) {
		struct str address = str_sub(s, at + 2, at + 2 + LONGEST_ADDRESS);
		size_t end = str_find(address, ')'), blank = str_find(address, ' ');
		bool link = s.p[at + 1] == '(' && end < address.n && blank > 0 && blank < end &&
		    str_find(str_sub(s, 0, at), '[') < at && str_find(str_sub(address, 0, end), '.') < end;

		s = str_sub(s, at + 1, s.n);
		if (!link)
			continue;
		address.n = end;
		diag_note(c->d,
		    diag_add(c->d, DIAG_LINK_TEXT, &c->body->src, (struct span){ n->at.line, 0, 0 }, "`(%.*s)`",
			STR_ARG(address)),
		    "write `(<%.*s>)`", STR_ARG(address));
	}
}

static void
check_node(struct checker *c, const struct node *n)
{
	bool inherits = n->kind == NODE_DIRECTIVE || n->kind == NODE_ITEM || n->kind == NODE_HEADING;

	if (n->attrs && !(inherits && c->translated)) {
		check_source(c, n);
		if (n->kind == NODE_DIRECTIVE || n->kind == NODE_ROLE || n->kind == NODE_HEADING)
			values_check(c->body, c->site, n, c->d);
	}
	if (n->kind == NODE_DIRECTIVE || n->kind == NODE_ROLE)
		check_directive(c, n);
	else if (n->kind == NODE_IMAGE)
		check_alt(c, n);
	else if (n->kind == NODE_HTML || n->kind == NODE_RAW)
		check_html(c, n);
	else if (n->kind == NODE_TEXT)
		check_text(c, n);
}

void
blocks_check(const struct body *body, const struct site *site, bool translated, struct diags *d)
{
	struct checker c = { .body = body, .site = site, .translated = translated, .d = d };

	for (const struct node *n = body->root; n; n = node_next(n, body->root)) {
		const struct node *label = n->kind == NODE_DIRECTIVE ? n->as.directive.label : NULL;

		check_node(&c, n);
		for (const struct node *l = label; l; l = node_next(l, label))
			check_node(&c, l);
	}
}
