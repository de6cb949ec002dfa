/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/markdown.h"

#include <string.h>

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include "base/map.h"
#include "base/sixteen.h"
#include "base/unicode.h"
#include "read/convert.h"
#include "read/dialect.h"
#include "read/fence.h"
#include "read/lift.h"
#include "read/marks.h"
#include "read/piece.h"

/*
 * Between feeding and finishing, the raw text of each paragraph, heading, cell and label is at hand:
 * there marks and attributes are taken off. cmark does not end that text in NUL.
 */
enum { MEMORY_BASE = 48 << 20, MEMORY_PER_BYTE = 48 };

struct reader {
	struct marks marks;
	struct buf scratch;
	uint32_t offset;
	size_t steps;    /* that cmark will take for links behind emphasis */
	uint32_t tangle; /* line where these become too many, or 0 */
	struct note_vec VEC_OF(struct note *) notes;
};

/* The end of the line that ${p} lies in. */
static const char *
line_end(const char *p, const char *end)
{
	for (; end - p >= (ptrdiff_t)sizeof(sixteen); p += sizeof(sixteen)) {
		sixteen found = (sixteen)(sixteen_at(p) == '\n');

		if (sixteen_any(found))
			return p + sixteen_first(found);
	}
	while (p < end && *p != '\n')
		p++;
	return p;
}

/* Nothing else is taken from the arena meanwhile, so that this mostly grows where it lies. */
static uint32_t *
more_lines(struct arena *a, uint32_t *lines, size_t *room)
{
	size_t size = *room * sizeof *lines;
	uint32_t *more;

	*room *= 2;
	if (arena_extend(a, lines, size, 2 * size))
		return lines;
	more = ARENA_ARRAY(a, uint32_t, *room);
	return memcpy(more, lines, size);
}

/* Offsets of the lines of the whole file: lines[i] is where line i + 1 begins. */
static void
index_lines(struct arena *a, struct marks *m)
{
	struct str s = m->src->bytes;
	const char *end = s.p + s.n;
	size_t room = s.n / 32 + 16;
	uint32_t n = 1, *lines = ARENA_ARRAY(a, uint32_t, room);

	for (const char *p = s.p; (p = line_end(p, end)) < end; p++) {
		if (n + 1 == room)
			lines = more_lines(a, lines, &room);
		lines[n++] = (uint32_t)(p + 1 - s.p);
	}
	lines[n] = (uint32_t)s.n;
	m->nlines = n;
	m->lines = lines;
}

static bool
holds_text(cmark_node *n)
{
	cmark_node_type type = cmark_node_get_type(n);

	return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || dialect_fence(n) ||
	    (n->extension && n->first_child == NULL);
}

/* The first invisible character of ${s}; its length, or 0. */
static size_t
invisible_at_front(struct str s)
{
	size_t at = 0;

	if (s.n == 0 || (unsigned char)s.p[0] < 0x80)
		return 0;
	return unicode_invisible(unicode_next(s, &at)) ? at : 0;
}

/* What stands at byte ${where} of the line keeps ${what} from being read. */
static void
tell_invisible(struct reader *r, struct str line, size_t where, const char *what)
{
	struct span at = marks_find(&r->marks, line);
	uint32_t c;

	at.len = (uint32_t)piece_invisible(line, where, &c);
	if (at.col)
		at.col += (uint32_t)where;
	diag_note(r->marks.diags,
	    diag_add(r->marks.diags, DIAG_CHARACTER_INVISIBLE, r->marks.src, at, "U+%04X, %s, at %s", (unsigned)c,
		piece_invisible_name(c), what),
	    "delete it; where a blank is needed, write an ordinary one");
}

/* A line of a paragraph that would be a fence, but for an invisible character or more text behind it. */
static void
suspect_line(struct reader *r, struct str line)
{
	struct str s = line;
	size_t skip;
	struct fence f;

	while ((skip = invisible_at_front(s)) > 0)
		s = str_sub(s, skip, s.n);
	if (s.n < line.n && str_starts(s, ":::")) {
		tell_invisible(r, line, 0, "a fence");
		return;
	}
	if (s.n < line.n && s.n >= 3 && s.p[0] == '[' && s.p[2] == ']') {
		tell_invisible(r, line, 0, "a mark");
		return;
	}
	if (!str_starts(line, "::"))
		return;
	fence_read(line, &f);
	if (f.kind == FENCE_TEXT) {
		struct span at = marks_find(&r->marks, line);

		diag_note(r->marks.diags,
		    diag_add(r->marks.diags, DIAG_FENCE_LEAF, r->marks.src, at, "`%.*s`", STR_ARG(line)),
		    "give it a line of its own, or write one colon inside a sentence");
		r->marks.told_line = at.line;
	}
}

static bool
has_fence_mark(struct str s)
{
	size_t colon;

	while ((colon = str_find(s, ':')) + 1 < s.n) {
		if (s.p[colon + 1] == ':')
			return true;
		s = str_sub(s, colon + 1, s.n);
	}
	return false;
}

static void
suspect_lines(struct reader *r, struct str raw)
{
	struct str rest = raw;
	uint32_t cursor = r->marks.cursor;

	if ((unsigned char)raw.p[0] < 0x80 && !has_fence_mark(raw))
		return;
	while (rest.n > 0)
		suspect_line(r, str_trim(str_cut(&rest, '\n')));
	r->marks.cursor = cursor;
}

/* `[\u00a0]` and `[x]\u00a0` are no marks, though they look like some. */
static void
suspect_mark(struct reader *r, struct str raw)
{
	struct str line = str_cut(&raw, '\n');
	size_t where = line.n > 3 && line.p[2] == ']' && memchr(" xX", line.p[1], 3) ? 3 : 1;

	if (line.n > where && line.p[0] == '[' && invisible_at_front(str_sub(line, where, line.n)) > 0)
		tell_invisible(r, line, where, "a mark");
}

/* The mark of an item whose first paragraph ${n} is; returns how many bytes it takes. */
static size_t
take_tick(struct reader *r, cmark_node *n, struct str raw)
{
	size_t used = 0;
	bool cyrillic;
	enum node_mark mark;

	if (n->parent == NULL || cmark_node_get_type(n->parent) != CMARK_NODE_ITEM || n->prev != NULL ||
	    cmark_node_get_type(n) != CMARK_NODE_PARAGRAPH)
		return 0;
	mark = marks_tick(raw, &used, &cyrillic);
	if (mark == MARK_NONE) {
		suspect_mark(r, raw);
		return 0;
	}
	cmark_node_set_user_data(n->parent, (void *)(intptr_t)mark);
	if (cyrillic) {
		struct span at = marks_find(&r->marks, str_sub(raw, 0, used));

		diag_add(r->marks.diags, DIAG_MARK_CYRILLIC, r->marks.src, at, "write `[x]` with a Latin x");
	}
	return used;
}

/* The last line of the file that the text ${raw} of ${n} comes from: cmark knows it of blocks that are finished. */
static uint32_t
last_line(const cmark_node *n, struct str raw)
{
	int lines = 0;

	for (size_t at = str_find(raw, '\n'); at < raw.n; at += 1 + str_find(str_sub(raw, at + 1, raw.n), '\n'))
		lines++;
	return (uint32_t)(n->end_line > n->start_line + lines ? n->end_line : n->start_line + lines);
}

/* `## Words ## {#id}`: with the list taken off, the closing marks stand at the end and go as they do without one. */
static void
drop_closing(struct buf *b)
{
	struct str s = buf_view(b);
	size_t list = str_rfind(s, '{'), to = list, from;

	if (list + 1 >= s.n || s.p[list + 1] != MARKS_BYTE)
		return;
	while (to > 0 && (s.p[to - 1] == ' ' || s.p[to - 1] == '\t'))
		to--;
	for (from = to; from > 0 && s.p[from - 1] == '#';)
		from--;
	if (from == to || (from > 0 && s.p[from - 1] != ' ' && s.p[from - 1] != '\t'))
		return;
	memmove(b->p + from, b->p + list, s.n - list);
	b->n -= list - from;
}

static size_t
occurrences(struct str s, char c)
{
	size_t n = 0;

	for (const char *p = s.p, *end = s.p + s.n; (p = memchr(p, c, (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

/*
 * With each link that it closes, this cmark walks over all marks of emphasis in front of it (mended in its version 0.30.3):
 * a megabyte of such text in one block would take a minute.
 */
enum { LONG_TEXT = 50000, MOST_STEPS = 50000000 };

static void
count_steps(struct reader *r, const cmark_node *n, struct str raw)
{
	if (raw.n <= LONG_TEXT || r->tangle > 0)
		return;
	r->steps += occurrences(raw, ']') * (occurrences(raw, '*') + occurrences(raw, '_'));
	if (r->steps > MOST_STEPS)
		r->tangle = (uint32_t)n->start_line + r->offset;
}

static void
take_marks(struct reader *r, cmark_node *n)
{
	struct str raw = { (const char *)n->content.ptr, (size_t)n->content.size };
	unsigned absent = ABSENT_TOKENS;
	size_t used;

	if (raw.n == 0)
		return;
	count_steps(r, n, raw);
	marks_block(&r->marks, (uint32_t)n->start_line + r->offset, last_line(n, raw) + r->offset);
	suspect_lines(r, raw);
	used = take_tick(r, n, raw);
	raw = str_sub(raw, used, raw.n);
	r->marks.ticked = used > 0;
	absent |= marks_other(raw) ? 0 : ABSENT_OTHER;
	buf_reset(&r->scratch);
	if (lift_marks(&r->marks, raw, dialect_fence(n) == NULL, &r->scratch)) {
		absent &= ~(unsigned)ABSENT_TOKENS;
		if (cmark_node_get_type(n) == CMARK_NODE_HEADING && !n->as.heading.setext)
			drop_closing(&r->scratch);
		cmark_strbuf_set(&n->content, (const unsigned char *)r->scratch.p, (bufsize_t)r->scratch.n);
	} else if (used > 0) {
		cmark_strbuf_drop(&n->content, (bufsize_t)used);
	}
	if (dialect_fence(n) == NULL) /* that has its place there */
		cmark_node_set_user_data(n, (void *)(uintptr_t)absent);
}

static void
remember_note(struct reader *r, cmark_node *n)
{
	struct note *note = ARENA_NEW(r->marks.arena, struct note);

	note->written =
	    arena_str(r->marks.arena, (struct str){ (const char *)n->as.literal.data, (size_t)n->as.literal.len });
	note->label = unicode_fold(r->marks.arena, note->written);
	note->at = (struct span){ (uint32_t)n->start_line + r->offset, 0, 0 };
	cmark_node_set_user_data(n, note);
	VEC_PUSH(&r->notes, note);
}

/*
 * The head of a table may be the last line of a paragraph, which cmark then puts in front of it, without a place; that
 * of the table is still the paragraph's.
 */
static void
place_split(cmark_node *paragraph)
{
	cmark_node *table = paragraph->next;
	struct str rest = { (const char *)paragraph->content.ptr, (size_t)paragraph->content.size };
	int lines = 0;

	if (paragraph->start_line != 0 || table == NULL)
		return;
	for (; rest.n > 0; lines++)
		str_cut(&rest, '\n');
	paragraph->start_line = table->start_line;
	paragraph->start_column = table->start_column;
	paragraph->end_line = table->start_line + lines - 1;
	table->start_line += lines;
	if (table->first_child == NULL)
		return;
	table->first_child->start_line = table->start_line;
	for (cmark_node *cell = table->first_child->first_child; cell; cell = cell->next)
		cell->start_line = cell->end_line = table->start_line;
}

/* Preorder, without recursion: depth is not bounded here yet. */
static void
visit_all(struct reader *r, cmark_node *root)
{
	cmark_node *n = root;

	while (n) {
		if (cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH)
			place_split(n);
		if (holds_text(n))
			take_marks(r, n);
		else if (cmark_node_get_type(n) == CMARK_NODE_FOOTNOTE_DEFINITION)
			remember_note(r, n);
		if (n->first_child) {
			n = n->first_child;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	}
}

static void
check_notes(struct reader *r)
{
	struct marks *m = &r->marks;
	struct map known = MAP_INIT;

	for (size_t i = 0; i < r->notes.n; i++) {
		struct note *note = r->notes.v[i];

		map_put(&known, note->label, note);
		if (!note->used)
			diag_add(m->diags, DIAG_FOOTNOTE_UNUSED, m->src, note->at, "`[^%.*s]`", STR_ARG(note->label));
	}
	for (size_t i = 0; i < m->noteuses.n; i++) {
		struct noteuse *use = &m->noteuses.v[i];

		if (map_get(&known, unicode_fold(m->arena, use->label)) == NULL)
			diag_add(m->diags, DIAG_FOOTNOTE_MISSING, m->src, use->at, "`[^%.*s]`", STR_ARG(use->label));
	}
	map_free(&known);
}

/* The byte that tokens are made with has no meaning in a text: it becomes a blank. */
static struct str
without_marks_byte(struct arena *a, struct str s)
{
	char *copy;

	if (memchr(s.p, MARKS_BYTE, s.n) == NULL)
		return s;
	s = arena_str(a, s);
	copy = (char *)(uintptr_t)s.p;
	for (size_t i = 0; i < s.n; i++)
		if (copy[i] == MARKS_BYTE)
			copy[i] = ' ';
	return s;
}

/*
 * Lines that only a machine writes, and for which cmark takes time that grows with their square: thousands of cells, or of
 * containers that one line opens. Returns the first, or 0.
 */
enum { LONG_LINE = 100, MOST_CELLS = 1000, MOST_CONTAINERS = 100 };

static bool
monstrous(struct str line)
{
	size_t bars = 0, containers = 0, i = 0;

	for (; i < line.n && strchr(">-*+.)0123456789 \t", line.p[i]); i++)
		containers +=
		    line.p[i] == '>' || (i > 0 && line.p[i] == ' ' && line.p[i - 1] != ' ' && line.p[i - 1] != '>');
	for (const char *p = line.p, *end = line.p + line.n;
	     bars <= MOST_CELLS && (p = memchr(p, '|', (size_t)(end - p))); p++)
		bars++;
	return bars > MOST_CELLS || containers > MOST_CONTAINERS;
}

static uint32_t
find_monster(const struct marks *m, uint32_t first)
{
	for (uint32_t i = first - 1; i < m->nlines; i++)
		if (m->lines[i + 1] - m->lines[i] > LONG_LINE &&
		    monstrous(str_sub(m->src->bytes, m->lines[i], m->lines[i + 1])))
			return i + 1;
	return 0;
}

/* Whether ${s} may have a footnote: a `[^`, or an escape or entity in the place of the `^`. */
static bool
may_note(struct str s)
{
	for (size_t at; (at = str_find(s, '[')) + 1 < s.n; s = str_sub(s, at + 1, s.n))
		if (s.p[at + 1] == '^' || s.p[at + 1] == '\\' || s.p[at + 1] == '&')
			return true;
	return false;
}

static struct node *
read_guarded(struct reader *r, struct dialect *dialect, struct str markdown)
{
	cmark_parser *parser;

	if (setjmp(dialect->full) != 0)
		return NULL;
	parser = dialect_open(dialect, may_note(markdown));
	cmark_parser_feed(parser, markdown.p, markdown.n);
	if (parser->linebuf.size > 0)
		cmark_parser_feed(parser, "\n", 1);
	visit_all(r, parser->root);
	if (r->tangle > 0)
		return NULL;
	return convert_document(&r->marks, cmark_parser_finish(parser), r->offset);
}

struct node *
markdown_read(struct arena *a, const struct source *src, struct str markdown, uint32_t first_line, struct diags *d)
{
	struct dialect *dialect = ARENA_NEW(a, struct dialect);
	struct reader *r = ARENA_NEW(a, struct reader);
	struct node *root = NULL;
	uint32_t monster;

	r->marks.arena = dialect->arena = a;
	r->marks.src = src;
	r->marks.diags = d;
	r->offset = first_line - 1;
	dialect->left = MEMORY_BASE + MEMORY_PER_BYTE * markdown.n;
	index_lines(a, &r->marks);
	monster = find_monster(&r->marks, first_line);
	if (monster == 0)
		root = read_guarded(r, dialect, without_marks_byte(a, markdown));
	dialect_close(dialect);
	if (root)
		check_notes(r);
	else if (monster > 0)
		diag_add(d, DIAG_MARKDOWN_LIMIT, src, (struct span){ monster, 0, 0 },
		    "thousands of bars, or hundreds of quotes or lists in one line");
	else
		diag_add(d, DIAG_MARKDOWN_LIMIT, src, (struct span){ r->tangle, 0, 0 },
		    r->tangle ? "thousands of links and of marks of emphasis in one paragraph" : "reading was stopped");
	buf_free(&r->scratch);
	VEC_FREE(&r->marks.tokens);
	VEC_FREE(&r->marks.noteuses);
	VEC_FREE(&r->notes);
	return root;
}
