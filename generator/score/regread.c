/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/regread.h"

#include "base/unicode.h"
#include "base/vec.h"
#include "score/regset.h"

/* A reference is resolved when all groups are known. */
struct pending {
	struct regnode *node;
	struct str name; /* empty: by number */
};

struct group_name {
	struct str text;
	uint32_t number;
};

struct reading {
	struct regscan *r;
	uint32_t groups;
	struct VEC_OF(struct group_name) names;
	struct VEC_OF(struct pending) pending;
	int depth;
};

static struct regnode *choice(struct reading *g);

static struct regnode *
node_new(struct reading *g, enum regkind kind, size_t place)
{
	struct regnode *n = ARENA_NEW(g->r->arena, struct regnode);

	n->kind = kind;
	n->place = place;
	return n;
}

/* -- groups and references -- */

/* The name before a `>`; escapes in it are read. Empty with an error. */
static struct str
group_name(struct reading *g, size_t place)
{
	struct buf b = BUF_INIT;
	struct str out;
	uint32_t c;

	while ((c = regscan_next(g->r)) != '>') {
		if (c == '\\' && (!regscan_eat(g->r, 'u') || !regscan_unicode(g->r, &c)))
			c = REGSCAN_END;
		if (c == REGSCAN_END || !regset_in_name(c, b.n == 0)) {
			b.n = 0;
			break;
		}
		unicode_put(&b, c);
	}
	if (b.n == 0)
		regscan_fail(g->r, place, "a group's name is letters, digits and _ between < and >, no digit first");
	out = arena_str(g->r->arena, buf_view(&b));
	buf_free(&b);
	return out;
}

static void
name_group(struct reading *g, size_t place)
{
	struct str name = group_name(g, place);

	for (size_t i = 0; i < g->names.n; i++)
		if (str_eq(g->names.v[i].text, name))
			regscan_fail(g->r, place, "two groups are called \"%.*s\"", STR_ARG(name));
	VEC_PUSH(&g->names, ((struct group_name){ name, g->groups }));
}

static struct regnode *
reference(struct reading *g, size_t place)
{
	struct regnode *n = node_new(g, REG_REFERENCE, place);
	struct str name = STR_EMPTY;

	if (regscan_eat(g->r, 'k')) {
		if (regscan_eat(g->r, '<'))
			name = group_name(g, place);
		else
			regscan_fail(g->r, place, "behind \\k stands the name of a group, as in \\k<name>");
	} else {
		regscan_number(g->r, &n->number);
	}
	VEC_PUSH(&g->pending, ((struct pending){ n, name }));
	return n;
}

static void
resolve(struct reading *g)
{
	for (size_t i = 0; i < g->pending.n; i++) {
		struct regnode *n = g->pending.v[i].node;
		struct str name = g->pending.v[i].name;

		for (size_t j = 0; name.n > 0 && j < g->names.n; j++)
			if (str_eq(g->names.v[j].text, name))
				n->number = g->names.v[j].number;
		if (n->number == 0 || n->number > g->groups)
			regscan_fail(g->r, n->place, "there is no such group");
	}
}

/* What follows a `(`. */
static struct regnode *
parenthesis(struct reading *g, size_t place)
{
	struct regscan *r = g->r;
	struct regnode *n = node_new(g, REG_GROUP, place);

	if (regscan_eat_text(r, "?=") || regscan_eat_text(r, "?!") || regscan_eat_text(r, "?<=") ||
	    regscan_eat_text(r, "?<!")) {
		n->kind = REG_LOOK;
		n->negative = r->text.p[r->at - 1] == '!';
		n->behind = r->text.p[r->at - 2] == '<';
	} else if (!regscan_eat_text(r, "?:")) {
		n->number = ++g->groups;
		if (regscan_eat_text(r, "?<"))
			name_group(g, place);
		else if (regscan_peek(r) == '?')
			regscan_fail(r, place, "\"(?\" is followed by one of : = ! <= <! or <name>");
	}
	if (++g->depth > REG_MAX_DEPTH)
		regscan_fail(r, place, "more than %d groups within each other", REG_MAX_DEPTH);
	n->first = choice(g);
	n->first->parent = n;
	g->depth--;
	if (!regscan_eat(r, ')'))
		regscan_fail(r, place, "\"(\" has no \")\"");
	return n;
}

/* -- atoms -- */

static struct regnode *
set_node(struct reading *g, size_t place, struct str set)
{
	struct regnode *n = node_new(g, REG_SET, place);

	n->set = set;
	return n;
}

static struct regnode *
backslash(struct reading *g, size_t place)
{
	uint32_t c = regscan_peek(g->r);

	if (c == 'k' || (c >= '1' && c <= '9'))
		return reference(g, place);
	if (regscan_eat(g->r, 'b'))
		return node_new(g, REG_EDGE, place);
	if (regscan_eat(g->r, 'B'))
		return node_new(g, REG_INSIDE, place);
	return set_node(g, place, regset_escape(g->r));
}

/* NULL where the sequence ends, or with an error. */
static struct regnode *
atom(struct reading *g)
{
	struct regscan *r = g->r;
	size_t place = r->at;
	uint32_t c = regscan_peek(r);

	if (c == REGSCAN_END || c == '|' || c == ')')
		return NULL;
	regscan_next(r);
	switch (c) {
	case '^': return node_new(g, REG_START, place);
	case '$': return node_new(g, REG_STOP, place);
	case '(': return parenthesis(g, place);
	case '.': return set_node(g, place, regset_dot(r));
	case '[': return set_node(g, place, regset_class(r));
	case '\\': return backslash(g, place);
	case '*':
	case '+':
	case '?': regscan_fail(r, place, "\"%c\" has nothing in front of it to repeat", (char)c); return NULL;
	case '{':
	case '}':
	case ']': regscan_fail(r, place, "\"%c\" as a character is written \\%c", (char)c, (char)c); return NULL;
	default: return set_node(g, place, regset_character(r, c));
	}
}

/* -- repetition -- */

/* {2}, {2,} or {2,5} behind its brace. */
static void
counts(struct regscan *r, size_t place, uint32_t *min, uint32_t *max)
{
	bool read = regscan_number(r, min);

	*max = *min;
	if (read && regscan_eat(r, ',') && !regscan_number(r, max))
		*max = REG_ENDLESS;
	if (!read || !regscan_eat(r, '}'))
		regscan_fail(r, place, "a count is written {2}, {2,} or {2,5}; \"{\" as a character \\{");
	else if (*min > *max)
		regscan_fail(r, place, "the count ends before it begins");
	else if (*min > REG_MAX_COUNT || (*max > REG_MAX_COUNT && *max != REG_ENDLESS))
		regscan_fail(r, place, "a count is at most %d", REG_MAX_COUNT);
}

static struct regnode *
repeated(struct reading *g, struct regnode *of)
{
	struct regscan *r = g->r;
	size_t place = r->at;
	uint32_t min = 0, max = REG_ENDLESS;
	struct regnode *n;

	if (regscan_eat(r, '{'))
		counts(r, place, &min, &max);
	else if (regscan_eat(r, '+'))
		min = 1;
	else if (regscan_eat(r, '?'))
		max = 1;
	else if (!regscan_eat(r, '*'))
		return of;
	if (of->kind == REG_LOOK || of->kind == REG_START || of->kind == REG_STOP || of->kind == REG_EDGE ||
	    of->kind == REG_INSIDE)
		regscan_fail(r, place, "what stands in front of it is no text that could be repeated");
	n = node_new(g, REG_REPEAT, of->place);
	n->min = min;
	n->max = max;
	n->lazy = regscan_eat(r, '?');
	n->first = of;
	of->parent = n;
	return n;
}

/* -- sequences and choices -- */

/* Adds ${child} behind ${last}, of a new ${kind} once there are two. */
static void
join(struct reading *g, enum regkind kind, struct regnode **all, struct regnode **last, struct regnode *child)
{
	if (!*all) {
		*all = *last = child;
		return;
	}
	if (*all == *last) {
		struct regnode *n = node_new(g, kind, (*all)->place);

		n->first = *all;
		n->first->parent = n;
		*all = n;
	}
	(*last)->next = child;
	child->parent = *all;
	*last = child;
}

static struct regnode *
sequence(struct reading *g)
{
	struct regnode *all = NULL, *last = NULL, *next;

	while ((next = atom(g)) != NULL)
		join(g, REG_SEQUENCE, &all, &last, repeated(g, next));
	return all ? all : node_new(g, REG_EMPTY, g->r->at);
}

static struct regnode *
choice(struct reading *g)
{
	struct regnode *all = NULL, *last = NULL;

	do
		join(g, REG_CHOICE, &all, &last, sequence(g));
	while (regscan_eat(g->r, '|'));
	return all;
}

struct regnode *
regread_parse(struct regscan *r)
{
	struct reading g = { .r = r };
	struct regnode *all = choice(&g);

	if (regscan_peek(r) == ')')
		regscan_fail(r, r->at, "\")\" has no \"(\"");
	if (r->error.n == 0)
		resolve(&g);
	VEC_FREE(&g.names);
	VEC_FREE(&g.pending);
	return r->error.n > 0 ? NULL : all;
}
