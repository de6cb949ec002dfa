/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/pluralforms.h"

#include <string.h>

struct parse {
	struct pluralforms *f;
	struct str s;
	size_t at;
	int depth;
	const char *why; /* NULL: all is well */
};

/* Binary operators, those that bind least first; a longer one before its beginning. */
static const struct {
	const char *text;
	enum pluralforms_op op;
	int binds;
} operators[] = {
	{ "||", PLURALFORMS_OR, 1 },
	{ "&&", PLURALFORMS_AND, 2 },
	{ "==", PLURALFORMS_EQ, 3 },
	{ "!=", PLURALFORMS_NE, 3 },
	{ "<=", PLURALFORMS_LE, 4 },
	{ ">=", PLURALFORMS_GE, 4 },
	{ "<", PLURALFORMS_LT, 4 },
	{ ">", PLURALFORMS_GT, 4 },
	{ "+", PLURALFORMS_ADD, 5 },
	{ "-", PLURALFORMS_SUB, 5 },
	{ "*", PLURALFORMS_MUL, 6 },
	{ "/", PLURALFORMS_DIV, 6 },
	{ "%", PLURALFORMS_MOD, 6 },
};

enum { LOOSEST = 1, TIGHTEST = 6, DIGITS = 9 };

static short parse_choice(struct parse *p);

static short
fail(struct parse *p, const char *why)
{
	p->why = p->why ? p->why : why;
	return 0;
}

static void
skip_blanks(struct parse *p)
{
	while (p->at < p->s.n && memchr(" \t", p->s.p[p->at], 2) != NULL)
		p->at++;
}

static bool
take(struct parse *p, const char *text)
{
	skip_blanks(p);
	if (!str_starts(str_sub(p->s, p->at, p->s.n), text))
		return false;
	p->at += strlen(text);
	return true;
}

static short
node(struct parse *p, enum pluralforms_op op, short a, short b, short c)
{
	struct pluralforms *f = p->f;

	if (f->used == PLURALFORMS_NODES)
		return fail(p, "the expression is too long");
	f->nodes[f->used] = (struct pluralforms_node){ .op = op, .arg = { a, b, c } };
	return f->used++;
}

static bool
number(struct parse *p, uint64_t *n)
{
	size_t from;

	skip_blanks(p);
	from = p->at;
	*n = 0;
	for (; p->at < p->s.n && p->s.p[p->at] >= '0' && p->s.p[p->at] <= '9'; p->at++)
		if (p->at - from < DIGITS)
			*n = 10 * *n + (uint64_t)(p->s.p[p->at] - '0');
	if (p->at - from > DIGITS)
		fail(p, "a number is too large");
	return p->at > from;
}

static short
parse_primary(struct parse *p)
{
	uint64_t n;
	short made;

	if (p->why)
		return 0;
	if (take(p, "n"))
		return node(p, PLURALFORMS_N, 0, 0, 0);
	if (number(p, &n)) {
		made = node(p, PLURALFORMS_NUMBER, 0, 0, 0);
		p->f->nodes[made].number = n;
		return made;
	}
	if (++p->depth > PLURALFORMS_DEPTH)
		return fail(p, "the expression is too deep");
	if (take(p, "(")) {
		made = parse_choice(p);
		if (!take(p, ")"))
			fail(p, "a bracket is not closed");
	} else if (take(p, "!")) {
		made = node(p, PLURALFORMS_NOT, parse_primary(p), 0, 0);
	} else {
		made = fail(p, "`n`, a number or a bracket is missing");
	}
	p->depth--;
	return made;
}

/* The place of the operator that follows and binds as ${binds}; -1: none. */
static int
operator_at(struct parse *p, int binds)
{
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (operators[i].binds == binds && take(p, operators[i].text))
			return (int)i;
	return -1;
}

static short
parse_binary(struct parse *p, int binds)
{
	short left = binds > TIGHTEST ? parse_primary(p) : parse_binary(p, binds + 1);
	int at;

	while (!p->why && binds <= TIGHTEST && (at = operator_at(p, binds)) >= 0)
		left = node(p, operators[at].op, left, parse_binary(p, binds + 1), 0);
	return left;
}

static short
parse_choice(struct parse *p)
{
	short condition = parse_binary(p, LOOSEST), yes, no;

	if (p->why || !take(p, "?"))
		return condition;
	if (++p->depth > PLURALFORMS_DEPTH)
		return fail(p, "the expression is too deep");
	yes = parse_choice(p);
	if (!take(p, ":"))
		return fail(p, "`:` is missing behind `?`");
	no = parse_choice(p);
	p->depth--;
	return node(p, PLURALFORMS_CHOICE, condition, yes, no);
}

bool
pluralforms_read(struct pluralforms *f, struct str field, const char **why)
{
	struct parse p = { .f = f, .s = field };
	uint64_t count = 0;

	f->count = 0;
	f->used = 0;
	if (field.n > PLURALFORMS_LENGTH)
		fail(&p, "it is too long");
	else if (!take(&p, "nplurals") || !take(&p, "=") || !number(&p, &count))
		fail(&p, "`nplurals=` with a number is missing");
	else if (count < 1 || count > PLURALFORMS_MOST)
		fail(&p, "`nplurals` is no number of forms that a language has");
	else if (!take(&p, ";") || !take(&p, "plural") || !take(&p, "="))
		fail(&p, "`plural=` is missing");
	else
		f->root = parse_choice(&p);
	take(&p, ";");
	skip_blanks(&p);
	if (p.at < field.n)
		fail(&p, "something is left over behind the expression");
	f->count = (unsigned)count;
	*why = p.why;
	return p.why == NULL;
}

/* -- what it says -- */

struct run {
	const struct pluralforms *f;
	uint64_t n;
	bool failed;
};

static uint64_t value_of(struct run *r, short at);

static uint64_t
divide(struct run *r, enum pluralforms_op op, uint64_t a, uint64_t b)
{
	if (b == 0) {
		r->failed = true;
		return 0;
	}
	return op == PLURALFORMS_DIV ? a / b : a % b;
}

static uint64_t
binary(struct run *r, enum pluralforms_op op, uint64_t a, uint64_t b)
{
	switch (op) {
	case PLURALFORMS_EQ: return a == b;
	case PLURALFORMS_NE: return a != b;
	case PLURALFORMS_LT: return a < b;
	case PLURALFORMS_GT: return a > b;
	case PLURALFORMS_LE: return a <= b;
	case PLURALFORMS_GE: return a >= b;
	case PLURALFORMS_ADD: return a + b;
	case PLURALFORMS_SUB: return a - b;
	case PLURALFORMS_MUL: return a * b;
	default: return divide(r, op, a, b);
	}
}

static uint64_t
value_of(struct run *r, short at)
{
	const struct pluralforms_node *node = &r->f->nodes[at];

	switch (node->op) {
	case PLURALFORMS_N: return r->n;
	case PLURALFORMS_NUMBER: return node->number;
	case PLURALFORMS_NOT: return !value_of(r, node->arg[0]);
	case PLURALFORMS_CHOICE: return value_of(r, node->arg[value_of(r, node->arg[0]) ? 1 : 2]);
	case PLURALFORMS_OR: return value_of(r, node->arg[0]) || value_of(r, node->arg[1]);
	case PLURALFORMS_AND: return value_of(r, node->arg[0]) && value_of(r, node->arg[1]);
	default: return binary(r, node->op, value_of(r, node->arg[0]), value_of(r, node->arg[1]));
	}
}

bool
pluralforms_of(const struct pluralforms *f, uint64_t n, uint64_t *index)
{
	struct run r = { .f = f, .n = n };

	*index = value_of(&r, f->root);
	return !r.failed;
}
