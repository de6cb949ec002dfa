/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/places.h"

#include <string.h>

#include "read/fence.h"

/* -- lines -- */

struct places
places_of(struct arena *a, struct str bytes)
{
	struct places s = { .bytes = bytes };
	uint32_t *lines, n = 1;

	for (size_t i = 0; i < bytes.n; i++)
		n += bytes.p[i] == '\n';
	lines = ARENA_ARRAY(a, uint32_t, (size_t)n + 1);
	lines[0] = 0;
	n = 1;
	for (size_t i = 0; i < bytes.n; i++)
		if (bytes.p[i] == '\n')
			lines[n++] = (uint32_t)i + 1;
	lines[n] = (uint32_t)bytes.n;
	s.lines = lines;
	s.nlines = n;
	return s;
}

struct str
places_line(const struct places *s, uint32_t line)
{
	struct str text;

	if (line < 1 || line > s->nlines)
		return STR_EMPTY;
	text = str_sub(s->bytes, s->lines[line - 1], s->lines[line]);
	while (text.n > 0 && (text.p[text.n - 1] == '\n' || text.p[text.n - 1] == '\r'))
		text.n--;
	return text;
}

struct str
places_eol(const struct places *s)
{
	size_t end = str_find(s->bytes, '\n');

	return end < s->bytes.n && end > 0 && s->bytes.p[end - 1] == '\r' ? STR("\r\n") : STR("\n");
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

size_t
places_prefix(struct str line)
{
	size_t i = 0;

	while (i < line.n && (blank(line.p[i]) || line.p[i] == '>'))
		i++;
	return i;
}

/* -- a place for an id -- */

static size_t
offset(const struct places *s, struct str part)
{
	return (size_t)(part.p - s->bytes.p);
}

/* Into the list whose `{` stands at ${brace}. */
static bool
into_list(struct arena *a, const struct places *s, size_t brace, struct str id, struct edit *edit)
{
	size_t i = brace + 1;

	if (brace >= s->bytes.n || s->bytes.p[brace] != '{')
		return false;
	while (i < s->bytes.n && blank(s->bytes.p[i]))
		i++;
	*edit = (struct edit){ brace + 1, 0,
		arena_fmt(a, "#%.*s%s", STR_ARG(id), i < s->bytes.n && s->bytes.p[i] == '}' ? "" : " ") };
	return true;
}

static bool
new_list(struct arena *a, size_t at, const char *before, struct str id, struct edit *edit)
{
	*edit = (struct edit){ at, 0, arena_fmt(a, "%s{#%.*s}", before, STR_ARG(id)) };
	return true;
}

/* Where the `{` of ${attrs} stands, which ends the text ${text} if it is on one line. */
static size_t
brace_of(const struct places *s, const struct attrs *attrs, struct str text)
{
	struct span at = attrs->at;

	if (text.n > 0 && text.p[text.n - 1] == '}' && at.len > 0 && at.len <= text.n && text.p[text.n - at.len] == '{')
		return offset(s, text) + text.n - at.len;
	if (at.col == 0 || at.line < 1 || at.line > s->nlines)
		return s->bytes.n;
	return s->lines[at.line - 1] + at.col - 1;
}

static bool
at_head(struct arena *a, const struct places *s, const struct node *n, struct str id, struct edit *edit)
{
	struct str line = places_line(s, n->at.line), head;
	const char *colons = memmem(line.p, line.n, "::", 2);
	struct fence f;

	if (colons == NULL)
		return false;
	head = str_sub(line, (size_t)(colons - line.p), line.n);
	fence_read(head, &f);
	if ((f.kind != FENCE_OPEN && f.kind != FENCE_LEAF) || f.fault != FENCE_FINE || f.bare_label)
		return false;
	if (f.attrs.n > 0)
		return into_list(a, s, offset(s, f.attrs), id, edit);
	if (f.has_label) /* its blanks are not in it */
		return new_list(a,
		    offset(s, f.label) + f.label.n +
			str_find(str_sub(head, (size_t)(f.label.p - head.p) + f.label.n, head.n), ']') + 1,
		    "", id, edit);
	return f.name.n > 0 && new_list(a, offset(s, f.name) + f.name.n, "", id, edit);
}

static struct str
trim_end(struct str text)
{
	while (text.n > 0 && blank(text.p[text.n - 1]))
		text.n--;
	return text;
}

/* At the end of ${text}, the last line of what the id is for. */
static bool
at_end(struct arena *a, const struct places *s, const struct node *n, struct str text, struct str id, struct edit *edit)
{
	text = trim_end(text);
	if (n->attrs)
		return into_list(a, s, brace_of(s, n->attrs, text), id, edit);
	return text.n > 0 && new_list(a, offset(s, text) + text.n, " ", id, edit);
}

/* -- cells -- */

/* Behind the mark of a list that ${line} begins with; 0 where it is none. */
static size_t
behind_mark(struct str line)
{
	size_t i = 0;

	while (i < line.n && line.p[i] >= '0' && line.p[i] <= '9')
		i++;
	if (i == 0)
		i = line.n > 0 && memchr("-*+", line.p[0], 3) != NULL;
	else
		i = i < line.n && (line.p[i] == '.' || line.p[i] == ')') ? i + 1 : 0;
	return i > 0 && i < line.n && blank(line.p[i]) ? i : 0;
}

size_t
places_behind(struct str line)
{
	size_t margin = places_prefix(line), mark = behind_mark(str_sub(line, margin, line.n)), to = margin + mark;

	while (to < line.n && line.p[to] == ' ')
		to++;
	return mark == 0 ? 0 : to - margin - mark > 4 ? margin + mark + 1 : to;
}

/* The line of a row without what belongs to the containers around its table. */
static struct str
row_text(const struct places *s, const struct node *row)
{
	struct str line = places_line(s, row->at.line);
	size_t marks = 0, used;

	for (const struct node *up = row->parent; up; up = up->parent)
		marks += up->kind == NODE_ITEM && up->at.line == row->at.line;
	line = str_sub(line, places_prefix(line), line.n);
	for (; marks > 0 && (used = behind_mark(line)) > 0; marks--) {
		line = str_sub(line, used, line.n);
		line = str_sub(line, places_prefix(line), line.n);
	}
	return line;
}

/* The text between two bars: cell ${which} of its row, 0 the first. */
static struct str
cell_text(struct str row, size_t which)
{
	size_t from = row.n > 0 && row.p[0] == '|' ? 1 : 0, i = from;

	for (; i < row.n; i++) {
		if (row.p[i] != '|' || (i > 0 && row.p[i - 1] == '\\'))
			continue;
		if (which == 0)
			break;
		from = i + 1;
		which--;
	}
	return which == 0 && from <= row.n ? str_sub(row, from, i) : STR_EMPTY;
}

static bool
at_cell(struct arena *a, const struct places *s, const struct node *cell, struct str id, struct edit *edit)
{
	size_t which = 0;

	for (const struct node *n = cell->prev; n; n = n->prev)
		which++;
	return at_end(a, s, cell, cell_text(row_text(s, cell->parent), which), id, edit);
}

bool
places_id(struct arena *a, const struct places *s, const struct node *n, struct str id, struct edit *edit)
{
	if (n->attrs && (n->attrs->broken || n->attrs->id.n > 0))
		return false;
	if (n->kind == NODE_DIRECTIVE)
		return at_head(a, s, n, id, edit);
	if (n->kind == NODE_CELL)
		return at_cell(a, s, n, id, edit);
	if (n->kind != NODE_ITEM || !n->first || n->first->kind != NODE_PARAGRAPH)
		return false;
	return at_end(a, s, n, places_line(s, n->first->end), id, edit);
}
