/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/attributes.h"

#include <string.h>

#include "base/slug.h"
#include "base/unicode.h"
#include "base/vec.h"
#include "read/extent.h"
#include "read/piece.h"

/*
 * One pass over the bytes, item by item. A fault is told once for each kind and the
 * reading goes on behind it, so that the rest of the list still counts.
 */
enum fault {
	FAULT_OPEN,
	FAULT_QUOTE,
	FAULT_CURLY,
	FAULT_COMMA,
	FAULT_WORD,
	FAULT_NAME,
	FAULT_TWICE,
	FAULT_VALUE,
	FAULT_BRACE,
	FAULT_BLANK,
	FAULT_MANY,
	FAULT_INVISIBLE,
};

struct list {
	struct arena *arena;
	struct str s;
	size_t at;
	const struct source *src;
	struct span origin;
	struct diags *d; /* NULL: silent */
	unsigned told;   /* a bit for each fault */
	struct attrs out;
	struct list_classes VEC_OF(struct str) classes;
	struct list_keys VEC_OF(struct attr) keys;
};

static bool
is_quote_opening(uint32_t c)
{
	return (c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb || c == 0x2039 || c == 0x203a;
}

static struct span
place(const struct list *l, size_t from, size_t to)
{
	return piece_place(l->src, l->origin, l->s, from, to);
}

/* -- faults -- */

/* Whether to speak about it; counts the fault. An invisible character explains whatever comes behind it. */
static bool
tells(struct list *l, enum fault f)
{
	unsigned silenced = l->told & ((1u << f) | (1u << FAULT_INVISIBLE));

	l->told |= 1u << f;
	return l->d && !silenced;
}

static void __attribute__((format(printf, 6, 7)))
fault(struct list *l, enum fault f, size_t from, size_t to, const char *note, const char *fmt, ...)
{
	struct diag *g;
	va_list ap;

	if (!tells(l, f))
		return;
	va_start(ap, fmt);
	g = diag_add(l->d, DIAG_ATTRIBUTE_SYNTAX, l->src, place(l, from, to), "%s", arena_vfmt(l->arena, fmt, ap).p);
	va_end(ap);
	diag_note(l->d, g, "%s", note);
}

/* What is printed of a word of the author's: not more than a line holds. */
static struct str
excerpt(struct str s)
{
	size_t end = 0;

	for (int i = 0; i < 40 && end < s.n; i++)
		(void)unicode_next(s, &end);
	return str_sub(s, 0, end);
}

/* Steps over an invisible character, if one is there. */
static bool
skip_invisible(struct list *l)
{
	uint32_t c = 0;
	size_t n = piece_invisible(l->s, l->at, &c);
	struct diag *g;

	if (!n)
		return false;
	if (tells(l, FAULT_INVISIBLE)) {
		g = diag_add(l->d, DIAG_CHARACTER_INVISIBLE, l->src, place(l, l->at, l->at + n), "U+%04X, %s",
		    (unsigned)c, piece_invisible_name(c));
		diag_note(l->d, g, "delete it; between attributes write an ordinary blank");
	}
	l->at += n;
	return true;
}

/* -- items -- */

/* The fault of a name that goes on with something else than a blank or the end. */
static void
fault_name(struct list *l, const char *what, size_t from, size_t bad)
{
	size_t end = extent_word(l->s, bad), next = bad;
	struct str slug = slug_of(l->arena, str_sub(l->s, from, end), STR("en"));
	const char *note = "names are made of ASCII letters, digits, `-` and `_`";

	(void)unicode_next(l->s, &next);
	if (slug.n)
		note = arena_fmt(l->arena, "%s: `%.*s`", note, STR_ARG(excerpt(slug))).p;
	fault(l, FAULT_NAME, from, end, note, "%s cannot hold `%.*s`", what, STR_ARG(str_sub(l->s, bad, next)));
	l->at = end;
}

/* Whether the item that ended here is followed by what may follow an item; else the fault is told. */
static bool
ends_here(struct list *l, const char *what, size_t from)
{
	uint32_t c;

	if (l->at >= l->s.n || extent_is_blank(l->s.p[l->at]) || memchr(",{}", l->s.p[l->at], 3) ||
	    piece_invisible(l->s, l->at, &c))
		return true;
	fault_name(l, what, from, l->at);
	return false;
}

static void
read_id(struct list *l)
{
	size_t from = l->at;
	struct str id;

	l->at = extent_name(l->s, from + 1);
	id = str_sub(l->s, from + 1, l->at);
	if (!ends_here(l, "an id", from + 1))
		return;
	if (!id.n)
		fault(
		    l, FAULT_NAME, from, l->at, "write the id right behind the `#`: `{#my-id}`", "`#` without a name");
	else if (l->out.id.n)
		fault(l, FAULT_TWICE, from, l->at, "a thing has one id; remove one of the two",
		    "`%.*s` is a second id, after `%.*s`", STR_ARG(excerpt(id)), STR_ARG(excerpt(l->out.id)));
	else
		l->out.id = arena_str(l->arena, id);
}

static void
read_class(struct list *l)
{
	size_t from = l->at;
	struct str name;

	l->at = extent_name(l->s, from + 1);
	name = str_sub(l->s, from + 1, l->at);
	if (!ends_here(l, "a class", from + 1))
		return;
	if (!name.n)
		fault(l, FAULT_NAME, from, l->at, "write the class right behind the full stop: `{.my-class}`",
		    "`.` without a name");
	else
		VEC_PUSH(&l->classes, arena_str(l->arena, name));
}

/* The text of a quoted value: its escapes undone, line breaks made blanks. */
static struct str
unquote(struct list *l, struct str raw)
{
	char *p = arena_alloc(l->arena, raw.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < raw.n; i++) {
		if (raw.p[i] == '\\' && i + 1 < raw.n && memchr("\\\"'", raw.p[i + 1], 3))
			i++;
		else if (raw.p[i] == '\r' && i + 1 < raw.n && raw.p[i + 1] == '\n')
			continue;
		p[n++] = raw.p[i] == '\n' || raw.p[i] == '\r' ? ' ' : raw.p[i];
	}
	return (struct str){ p, n };
}

static bool
read_quoted(struct list *l, struct str *value)
{
	size_t from = l->at, end = extent_quoted(l->s, from);

	if (end == l->s.n) {
		l->at = extent_line(l->s, from);
		fault(l, FAULT_QUOTE, from, l->at,
		    "write the same quotation mark at the end of the value; inside it write `\\\"`",
		    "the quotation mark is not closed");
		return false;
	}
	*value = unquote(l, str_sub(l->s, from + 1, end));
	l->at = end + 1;
	if (l->at < l->s.n && !extent_is_blank(l->s.p[l->at]) && !memchr(",{}", l->s.p[l->at], 3) &&
	    !skip_invisible(l)) {
		size_t stop = extent_word(l->s, l->at);

		fault(l, FAULT_BLANK, l->at, stop, "write a blank behind the closing quotation mark",
		    "`%.*s` stands right behind a value", STR_ARG(excerpt(str_sub(l->s, l->at, stop))));
		l->at = stop;
	}
	return true;
}

/* A value in curly quotation marks: to the next such mark on the line, or as a word. */
static void
fault_curly(struct list *l)
{
	size_t from = l->at, end = from, next;
	uint32_t c;

	(void)unicode_next(l->s, &end);
	for (next = end; next < l->s.n && !memchr("}\n", l->s.p[next], 2);) {
		c = unicode_next(l->s, &next);
		if (is_quote_opening(c) || c == '"') {
			end = next;
			break;
		}
	}
	l->at = end > from + 3 ? end : extent_word(l->s, from);
	fault(l, FAULT_CURLY, from, l->at, "write straight ones: key=\"value\"", "curly quotation marks");
}

static bool
read_bare(struct list *l, struct str *value)
{
	size_t from = l->at;

	while (l->at < l->s.n && l->s.p[l->at] > ' ' && l->s.p[l->at] < 0x7f && !memchr("\"'{}", l->s.p[l->at], 4))
		l->at++;
	*value = str_sub(l->s, from, l->at);
	if (value->n && value->p[value->n - 1] == ',') {
		fault(l, FAULT_COMMA, l->at - 1, l->at,
		    "attributes have blanks between them, no commas: `{#id .class key=value}`", "a comma");
		value->n--;
	}
	return true;
}

/* The fault of a value that was cut short by a character it may not hold. */
static void
fault_value(struct list *l, size_t from)
{
	size_t braced = extent_braced(l->s, l->at), end = braced > l->at ? braced : extent_word(l->s, l->at),
	       next = l->at;

	(void)unicode_next(l->s, &next);
	fault(l, FAULT_VALUE, from, end > next ? end : next, "write it in quotation marks: key=\"value\"",
	    "a value without quotation marks cannot hold `%.*s`", STR_ARG(str_sub(l->s, l->at, next)));
	l->at = end > l->at ? end : next;
}

static bool
read_value(struct list *l, struct str *value)
{
	size_t from = l->at, next = from;
	uint32_t c;

	if (from >= l->s.n || extent_is_blank(l->s.p[from]) || l->s.p[from] == '}') {
		fault(l, FAULT_VALUE, from - 1, from, "write key=value without blanks, or key=\"\" where it is empty",
		    "no value behind the `=`");
		l->at = extent_distant(l->s, from);
		return false;
	}
	if (l->s.p[from] == '"' || l->s.p[from] == '\'')
		return read_quoted(l, value);
	if (is_quote_opening(unicode_next(l->s, &next))) {
		fault_curly(l);
		return false;
	}
	read_bare(l, value);
	if (l->at < l->s.n && !extent_is_blank(l->s.p[l->at]) && l->s.p[l->at] != '}' &&
	    !piece_invisible(l->s, l->at, &c))
		fault_value(l, from);
	return true;
}

static void
add_key(struct list *l, size_t from, struct str key, struct str value)
{
	struct attr attr = { arena_str(l->arena, key), arena_str(l->arena, value), place(l, from, l->at) };

	for (size_t i = 0; i < l->keys.n; i++)
		if (str_eq(l->keys.v[i].key, key)) {
			fault(l, FAULT_TWICE, from, from + key.n, "each key stands once; remove one of the two",
			    "`%.*s` is there twice", STR_ARG(excerpt(key)));
			return;
		}
	if (l->keys.n == ATTRIBUTES_MAX)
		fault(l, FAULT_MANY, from, from + key.n, "split what it is for", "more than %d keys in one list",
		    ATTRIBUTES_MAX);
	else
		VEC_PUSH(&l->keys, attr);
}

/* A key with its value, or a word that is neither. */
static void
read_key(struct list *l)
{
	size_t from = l->at, end = extent_name(l->s, from);
	struct str value = STR_EMPTY;
	uint32_t c;

	if (end > from && end < l->s.n && l->s.p[end] == '=') {
		l->at = end + 1;
		if (read_value(l, &value))
			add_key(l, from, str_sub(l->s, from, end), value);
		return;
	}
	c = unicode_next(l->s, &end);
	if (is_quote_opening(c) && end > from) {
		l->at = from;
		fault_curly(l);
		return;
	}
	end = extent_word(l->s, from);
	fault(l, FAULT_WORD, from, end,
	    l->s.p[from] == '=' ? "write key=value without blanks around the `=`"
				: "write `#name` for an id, `.name` for a class, `name=value` for anything else",
	    "`%.*s` is no id, class or key=value", STR_ARG(excerpt(str_sub(l->s, from, end))));
	l->at = end;
}

static void
read_item(struct list *l)
{
	char c = l->s.p[l->at];
	size_t before = l->at;

	if (c == '#')
		read_id(l);
	else if (c == '.')
		read_class(l);
	else if (c == ',')
		fault(l, FAULT_COMMA, l->at, l->at + 1,
		    "attributes have blanks between them, no commas: `{#id .class key=value}`", "a comma");
	else if (c == '{')
		fault(l, FAULT_BRACE, l->at, l->at + 1,
		    "write a value that holds braces in quotation marks: key=\"{x}\"", "a brace inside the list");
	else
		read_key(l);
	if (l->at == before)
		l->at++;
}

/* Up to and with the closing brace. */
static void
read_items(struct list *l)
{
	if (!extent_closes(l->s)) {
		fault(l, FAULT_OPEN, 0, 1,
		    "write `}` at its end, and close its quotation marks; for braces that are text write `\\{`",
		    "the list is not closed");
		l->s = str_sub(l->s, 0, str_find(l->s, '\n'));
		l->d = 0;
	}
	l->at = 1;
	while (l->at < l->s.n && l->s.p[l->at] != '}') {
		if (extent_is_blank(l->s.p[l->at]))
			l->at++;
		else if (!skip_invisible(l))
			read_item(l);
	}
	if (l->at < l->s.n)
		l->at++;
}

static void
finish(struct list *l, struct attrs **out)
{
	struct attrs *a = ARENA_NEW(l->arena, struct attrs);

	*a = l->out;
	if (!a->id.n)
		a->id = STR_EMPTY;
	a->at = place(l, 0, l->at);
	a->broken = l->told != 0;
	a->nclasses = l->classes.n;
	a->classes = ARENA_ARRAY(l->arena, struct str, l->classes.n + 1);
	a->n = l->keys.n;
	a->v = ARENA_ARRAY(l->arena, struct attr, l->keys.n + 1);
	if (l->classes.n)
		memcpy(a->classes, l->classes.v, l->classes.n * sizeof *a->classes);
	if (l->keys.n)
		memcpy(a->v, l->keys.v, l->keys.n * sizeof *a->v);
	VEC_FREE(&l->classes);
	VEC_FREE(&l->keys);
	*out = a;
}

bool
attributes_begins(struct str text)
{
	size_t at = 1, end;
	uint32_t c;

	if (text.n < 2 || text.p[0] != '{')
		return false;
	if (text.p[1] == '#')
		return true;
	if (text.p[1] == '.') /* but `{...}` is what it looks like */
		return text.n < 3 || text.p[2] != '.';
	while (at < text.n && (extent_is_blank(text.p[at]) || piece_invisible(text, at, &c)))
		(void)unicode_next(text, &at);
	end = extent_name(text, at);
	if (end > at)
		return end < text.n && text.p[end] == '=';
	return at + 1 < text.n && (text.p[at] == '#' || text.p[at] == '.') && extent_is_name(text.p[at + 1]);
}

enum attributes_result
attributes_parse(struct arena *a, struct str text, const struct source *src, struct span at, struct attrs **out,
    size_t *used, struct diags *d)
{
	struct list l = { .arena = a, .s = text, .src = src, .origin = at, .d = d };

	*out = 0;
	*used = 0;
	if (!attributes_begins(text))
		return ATTRIBUTES_NONE;
	read_items(&l);
	finish(&l, out);
	*used = l.at;
	return l.told ? ATTRIBUTES_BROKEN : ATTRIBUTES_OK;
}

bool
attributes_valid(struct str text, size_t *used)
{
	struct arena scratch = ARENA_INIT;
	struct attrs *out;
	enum attributes_result r = attributes_parse(&scratch, text, 0, (struct span){ 0 }, &out, used, 0);

	arena_free(&scratch);
	return r == ATTRIBUTES_OK;
}
