/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/unicode.h"
#include "base/vec.h"
#include "read/cursor.h"
#include "read/mishap.h"
#include "read/scalar.h"

struct anchor {
	struct value value;
	size_t nodes;
	int height;
	bool open; /* still being read: an alias to it would be endless */
};

struct reader {
	struct arena *a;
	const struct source *src;
	struct diags *d;
	struct str part; /* without a byte order mark */
	size_t skipped;  /* bytes of the mark */
	uint32_t first_line;
	struct cursor cursor;
	yaml_parser_t parser;
	yaml_event_t event; /* the one in hand */
	struct map anchors;
	size_t nodes;
	bool failed;
};

/* -- places -- */

/* libyaml counts characters. */
static size_t
byte_of(struct reader *r, yaml_mark_t mark)
{
	return cursor_to_character(&r->cursor, mark.index);
}

/* How many of the bytes [from, to) lie in one line. */
static uint32_t
line_part(const struct reader *r, size_t from, size_t to)
{
	return (uint32_t)str_find(str_sub(r->part, from, to), '\n');
}

/* The span of ${len} bytes from ${byte}; it ends with its line. */
static struct span
span_at(struct reader *r, size_t byte, size_t len)
{
	struct cursor *c = &r->cursor;

	cursor_to_byte(c, byte);
	return (struct span){
		.line = r->first_line + c->line,
		.col = (uint32_t)(c->byte - c->line_at + (c->line ? 0 : r->skipped) + 1),
		.len = line_part(r, c->byte, c->byte + len),
	};
}

static struct span
event_span(struct reader *r)
{
	size_t from = byte_of(r, r->event.start_mark);
	struct span at = span_at(r, from, 0);

	/* Its end last: so the cursor only goes forth, from event to event. */
	if (r->event.type == YAML_SCALAR_EVENT || r->event.type == YAML_ALIAS_EVENT)
		at.len = line_part(r, from, byte_of(r, r->event.end_mark));
	return at;
}

/* -- errors -- */

static struct diag *__attribute__((format(printf, 4, 5)))
refuse(struct reader *r, enum diag_code code, struct span at, const char *fmt, ...)
{
	struct diag *g;
	va_list ap;

	r->failed = true;
	va_start(ap, fmt);
	g = diag_add(r->d, code, r->src, at, "%s", arena_vfmt(r->a, fmt, ap).p);
	va_end(ap);
	return g;
}

/* The place libyaml names; of the end of the text, its last character that shows. */
static size_t
said_at(struct reader *r)
{
	size_t at = byte_of(r, r->parser.problem_mark);

	if (at == r->part.n)
		while (at && memchr(" \t\r\n", r->part.p[at - 1], 4))
			at--;
	return at;
}

/* What libyaml stumbled over. */
static void
refuse_syntax(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	struct mishap m = { .text = r->part, .problem = p->problem ? p->problem : "this cannot be read" };
	struct diag *g;

	if (p->error == YAML_MEMORY_ERROR)
		mem_die(0);
	if (p->error == YAML_READER_ERROR) {
		g = refuse(r, DIAG_YAML_SYNTAX, span_at(r, p->problem_offset, 1),
		    "the character U+%04X cannot stand in YAML",
		    (unsigned)(p->problem_value < 0 ? 0 : p->problem_value));
		diag_note(r->d, g, "it is invisible: delete it");
		return;
	}
	m.from = m.at = said_at(r);
	if (p->context)
		m.from = byte_of(r, p->context_mark);
	mishap_explain(r->a, &m);
	g = refuse(r, DIAG_YAML_SYNTAX, span_at(r, m.mark, m.len), "%s", m.detail);
	if (m.note)
		diag_note(r->d, g, "%s", m.note);
}

/* The next event is put in hand; false where libyaml stumbled. */
static bool
next(struct reader *r)
{
	yaml_event_delete(&r->event);
	if (yaml_parser_parse(&r->parser, &r->event))
		return true;
	memset(&r->event, 0, sizeof r->event);
	refuse_syntax(r);
	return false;
}

static bool
count(struct reader *r, size_t nodes, struct span at)
{
	r->nodes += nodes;
	if (r->nodes <= YAML_MAX_NODES)
		return true;
	refuse(r, DIAG_YAML_LIMIT, at, "more than %d values", YAML_MAX_NODES);
	return false;
}

static bool
deep_enough(struct reader *r, int depth, struct span at)
{
	if (depth <= YAML_MAX_DEPTH)
		return true;
	refuse(r, DIAG_YAML_LIMIT, at, "more than %d levels", YAML_MAX_DEPTH);
	return false;
}

/* -- tags and scalars -- */

/* Whether the tag says what the value is anyway: `!!str` makes a text, the others must agree. */
static bool
tag_fits(const char *tag, enum value_kind kind)
{
	static const struct {
		const char *name;
		enum value_kind kind;
	} tags[] = {
		{ YAML_NULL_TAG, VALUE_NULL },
		{ YAML_BOOL_TAG, VALUE_BOOL },
		{ YAML_INT_TAG, VALUE_INT },
		{ YAML_FLOAT_TAG, VALUE_FLOAT },
		{ YAML_STR_TAG, VALUE_TEXT },
		{ YAML_SEQ_TAG, VALUE_LIST },
		{ YAML_MAP_TAG, VALUE_MAP },
	};

	if (!tag || strcmp(tag, "!") == 0)
		return true;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (strcmp(tag, tags[i].name) == 0)
			return tags[i].kind == kind;
	return false;
}

static bool
check_tag(struct reader *r, const yaml_char_t *tag, enum value_kind kind, struct span at)
{
	static const char own[] = "tag:yaml.org,2002:";
	const char *name = (const char *)tag;
	struct diag *g;

	if (tag_fits(name, kind))
		return true;
	if (strncmp(name, own, strlen(own)) == 0)
		g = refuse(r, DIAG_YAML_SYNTAX, at, "tags such as `!!%.60s` are not used here", name + strlen(own));
	else
		g = refuse(r, DIAG_YAML_SYNTAX, at, "tags such as `%.60s` are not used here", name);
	diag_note(r->d, g, "a text that begins with `!` belongs in quotation marks");
	return false;
}

static struct str
scalar_text(struct reader *r)
{
	return arena_str(r->a, (struct str){ (const char *)r->event.data.scalar.value, r->event.data.scalar.length });
}

static bool
read_scalar(struct reader *r, struct value *out)
{
	const yaml_char_t *tag = r->event.data.scalar.tag;

	out->text = scalar_text(r);
	out->kind = VALUE_TEXT;
	if (tag ? strcmp((const char *)tag, "!") != 0 && strcmp((const char *)tag, YAML_STR_TAG) != 0
		: r->event.data.scalar.plain_implicit)
		scalar_type(out);
	return check_tag(r, tag, out->kind, out->at);
}

/* -- the tree -- */

static bool read_node(struct reader *r, int depth, struct value *out, int *height);

static bool
read_list(struct reader *r, int depth, struct value *out, int *height)
{
	struct values VEC_OF(struct value) items = { 0 };
	bool fine = false;

	out->kind = VALUE_LIST;
	if (!check_tag(r, r->event.data.sequence_start.tag, VALUE_LIST, out->at))
		return false;
	for (;;) {
		struct value item = { .text = STR_EMPTY };

		if (!next(r))
			goto out;
		if (r->event.type == YAML_SEQUENCE_END_EVENT)
			break;
		if (!read_node(r, depth + 1, &item, height))
			goto out;
		VEC_PUSH(&items, item);
	}
	out->n = items.n;
	out->as.items = ARENA_ARRAY(r->a, struct value, items.n + 1);
	if (items.n)
		memcpy(out->as.items, items.v, items.n * sizeof *items.v);
	fine = true;
out:
	VEC_FREE(&items);
	return fine;
}

/* The event in hand as a key: one text of one line. */
static bool
read_key(struct reader *r, struct value_entry *e)
{
	e->key_at = event_span(r);
	if (r->event.type != YAML_SCALAR_EVENT || r->event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
	    r->event.data.scalar.style == YAML_FOLDED_SCALAR_STYLE) {
		struct diag *g =
		    refuse(r, DIAG_YAML_SYNTAX, e->key_at, "a key must be a word or a text in quotation marks");

		diag_note(r->d, g, "a text that begins with `[`, `{`, `*` or `?` belongs in quotation marks");
		return false;
	}
	if (r->event.data.scalar.tag && !check_tag(r, r->event.data.scalar.tag, VALUE_TEXT, e->key_at))
		return false;
	e->key = scalar_text(r);
	if (e->key.n)
		return true;
	refuse(r, DIAG_YAML_SYNTAX, e->key_at, "a key is missing");
	return false;
}

/* Whether the key is new in its map; else the fault is told, and reading goes on. */
static bool
is_new(struct reader *r, struct map *keys, const struct value_entry *e)
{
	struct span *at = ARENA_NEW(r->a, struct span), *first;
	struct diag *g;

	*at = e->key_at;
	first = map_add(keys, e->key, at);
	if (!first)
		return true;
	g = refuse(r, DIAG_YAML_DUPLICATE, e->key_at, "`%.*s`", STR_ARG(e->key));
	diag_note(r->d, g, "it is there first on line %u", (unsigned)first->line);
	return false;
}

static bool
read_map(struct reader *r, int depth, struct value *out, int *height)
{
	struct entries VEC_OF(struct value_entry) entries = { 0 };
	struct map keys = MAP_INIT;
	bool fine = false;

	out->kind = VALUE_MAP;
	if (!check_tag(r, r->event.data.mapping_start.tag, VALUE_MAP, out->at))
		return false;
	for (;;) {
		struct value_entry e = { .key = STR_EMPTY, .value.text = STR_EMPTY };

		if (!next(r))
			goto out;
		if (r->event.type == YAML_MAPPING_END_EVENT)
			break;
		if (!read_key(r, &e) || !next(r) || !read_node(r, depth + 1, &e.value, height))
			goto out;
		if (is_new(r, &keys, &e))
			VEC_PUSH(&entries, e);
	}
	out->n = entries.n;
	out->as.entries = ARENA_ARRAY(r->a, struct value_entry, entries.n + 1);
	if (entries.n)
		memcpy(out->as.entries, entries.v, entries.n * sizeof *entries.v);
	fine = true;
out:
	map_free(&keys);
	VEC_FREE(&entries);
	return fine;
}

static bool
read_alias(struct reader *r, int depth, struct value *out, int *height)
{
	struct str name = str_of((const char *)r->event.data.alias.anchor);
	const struct anchor *anchor = map_get(&r->anchors, name);
	struct diag *g;

	if (!anchor || anchor->open) {
		g = refuse(r, DIAG_YAML_SYNTAX, out->at,
		    anchor ? "`*%.*s` stands inside what it names" : "there is no anchor `&%.*s`", STR_ARG(name));
		diag_note(r->d, g, "a text that begins with `*` belongs in quotation marks");
		return false;
	}
	if (!deep_enough(r, depth + anchor->height, out->at) || !count(r, anchor->nodes, out->at))
		return false;
	*height = anchor->height;
	*out = (struct value){ .kind = anchor->value.kind,
		.at = out->at,
		.text = anchor->value.text,
		.as = anchor->value.as,
		.n = anchor->value.n };
	return true;
}

static const yaml_char_t *
event_anchor(const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT: return e->data.scalar.anchor;
	case YAML_SEQUENCE_START_EVENT: return e->data.sequence_start.anchor;
	case YAML_MAPPING_START_EVENT: return e->data.mapping_start.anchor;
	default: return 0;
	}
}

static struct anchor *
open_anchor(struct reader *r)
{
	const yaml_char_t *name = event_anchor(&r->event);
	struct anchor *anchor;

	if (!name)
		return 0;
	anchor = ARENA_NEW(r->a, struct anchor);
	anchor->open = true;
	map_put(&r->anchors, arena_str(r->a, str_of((const char *)name)), anchor);
	return anchor;
}

/* The value that begins with the event in hand. *height grows to the levels below its place. */
static bool
read_node(struct reader *r, int depth, struct value *out, int *height)
{
	size_t before = r->nodes;
	struct anchor *anchor = open_anchor(r);
	int inner = 0;
	bool fine;

	out->at = event_span(r);
	if (r->event.type == YAML_ALIAS_EVENT) {
		fine = read_alias(r, depth, out, &inner);
	} else {
		if (!count(r, 1, out->at))
			return false;
		if (r->event.type == YAML_SCALAR_EVENT)
			fine = read_scalar(r, out);
		else if (!deep_enough(r, depth + (inner = 1), out->at))
			return false;
		else
			fine = r->event.type == YAML_MAPPING_START_EVENT ? read_map(r, depth, out, &inner)
									 : read_list(r, depth, out, &inner);
	}
	if (anchor && fine)
		*anchor = (struct anchor){ .value = *out, .nodes = r->nodes - before, .height = inner };
	if (inner + 1 > *height)
		*height = inner + 1;
	return fine;
}

static bool
read_document(struct reader *r, struct value *out)
{
	int height = 0;

	if (!next(r) || !next(r)) /* the stream, then its document */
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return true;
	if (!next(r) || !read_node(r, 0, out, &height) || !next(r) || !next(r))
		return false;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return true;
	refuse(r, DIAG_YAML_SYNTAX, event_span(r), "a second document begins here");
	return false;
}

/* Bytes that are no text are told of before libyaml sees them. */
static bool
is_text(struct reader *r)
{
	size_t bad = str_find(r->part, '\0');

	if (bad < r->part.n) {
		diag_note(r->d, refuse(r, DIAG_NUL_BYTE, span_at(r, bad, 1), "%s", ""),
		    "it is no text file, or UTF-16: save it as UTF-8");
		return false;
	}
	if (unicode_valid(r->part, &bad))
		return true;
	diag_note(r->d, refuse(r, DIAG_UTF8_INVALID, span_at(r, bad, 1), "byte 0x%02X", (unsigned char)r->part.p[bad]),
	    "save the file as UTF-8; editors call it the encoding");
	return false;
}

const struct value *
yaml_read(struct arena *a, const struct source *src, struct str part, uint32_t first_line, struct diags *d)
{
	struct reader r = { .a = a, .src = src, .d = d, .part = part, .first_line = first_line };
	struct value *root = ARENA_NEW(a, struct value);

	root->text = STR_EMPTY;
	root->at = (struct span){ first_line, 1, 0 };
	if (str_starts(part, "\xef\xbb\xbf")) {
		r.skipped = 3;
		r.part = str_sub(part, 3, part.n);
	}
	r.cursor.text = r.part;
	if (!is_text(&r))
		return 0;
	if (!yaml_parser_initialize(&r.parser))
		mem_die(0);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)r.part.p, r.part.n);
	if (!read_document(&r, root))
		r.failed = true;
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	map_free(&r.anchors);
	return r.failed ? 0 : root;
}
