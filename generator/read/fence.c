/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/fence.h"

static bool
name_start(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
name_char(char c)
{
	return name_start(c) || (c >= '0' && c <= '9') || c == '-';
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t
skip_blanks(struct str s, size_t i)
{
	while (i < s.n && blank(s.p[i]))
		i++;
	return i;
}

/* Place behind the bracket that closes the one at ${i}; 0 where none does. Escapes and code spans count as text. */
static size_t
close_bracket(struct str s, size_t i)
{
	size_t depth = 0;

	for (; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\\' && i + 1 < s.n) {
			i++;
		} else if (c == '`') {
			size_t run = 0, j;

			while (i + run < s.n && s.p[i + run] == '`')
				run++;
			for (j = i + run; j < s.n;) {
				size_t k = 0;

				while (j + k < s.n && s.p[j + k] == '`')
					k++;
				if (k == run)
					break;
				j += k ? k : 1;
			}
			i = j < s.n ? j + run - 1 : i + run - 1;
		} else if (c == '[') {
			depth++;
		} else if (c == ']' && --depth == 0) {
			return i + 1;
		}
	}
	return 0;
}

/* Place behind the brace that closes the one at ${i}; 0 where none does. Quoted values may hold braces. */
static size_t
close_brace(struct str s, size_t i)
{
	char quote = 0;

	for (i++; i < s.n; i++) {
		char c = s.p[i];

		if (quote) {
			if (c == '\\' && i + 1 < s.n)
				i++;
			else if (c == quote)
				quote = 0;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '}') {
			return i + 1;
		}
	}
	return 0;
}

static void
fault(struct fence *f, enum fence_fault fault, struct str bad)
{
	if (f->fault == FENCE_FINE) {
		f->fault = fault;
		f->bad = bad;
	}
}

/* The name at ${i}; a name in another spelling is taken whole, so that one mistake gives one message. */
static size_t
read_name(struct str s, size_t i, struct fence *f)
{
	size_t from = i;
	bool fine = true;

	while (i < s.n && !blank(s.p[i]) && s.p[i] != '[' && s.p[i] != '{' && s.p[i] != ':') {
		fine = fine && name_char(s.p[i]);
		i++;
	}
	f->name = str_sub(s, from, i);
	if (f->name.n > 0 && !(fine && name_start(f->name.p[0])))
		fault(f, FENCE_BAD_NAME, f->name);
	return i;
}

static size_t
read_label(struct str s, size_t i, struct fence *f)
{
	size_t end = close_bracket(s, i);

	f->has_label = true;
	if (end == 0) {
		fault(f, FENCE_BAD_LABEL, str_sub(s, i, s.n));
		f->label = str_sub(s, i + 1, s.n);
		return s.n;
	}
	f->label = str_trim(str_sub(s, i + 1, end - 1));
	return end;
}

static size_t
read_attrs(struct str s, size_t i, struct fence *f)
{
	size_t end = close_brace(s, i);

	if (end == 0) {
		fault(f, FENCE_BAD_ATTRS, str_sub(s, i, s.n));
		return s.n;
	}
	f->attrs = str_sub(s, i, end);
	return end;
}

/* Words straight behind the name: `:::tip My title {#id}` has a label without brackets. */
static size_t
read_bare_label(struct str s, size_t i, struct fence *f)
{
	size_t end = i;

	while (end < s.n && s.p[end] != '{')
		end++;
	f->label = str_trim(str_sub(s, i, end));
	while (f->label.n > 0 && f->label.p[f->label.n - 1] == ':')
		f->label.n--;
	f->label = str_trim(f->label);
	f->has_label = f->bare_label = f->label.n > 0;
	return end;
}

static void
read_head(struct str s, size_t i, struct fence *f)
{
	size_t colons;

	i = skip_blanks(s, i);
	i = read_name(s, i, f);
	i = skip_blanks(s, i);
	if (i < s.n && s.p[i] == '[')
		i = skip_blanks(s, read_label(s, i, f));
	else if (f->kind == FENCE_OPEN && f->name.n > 0 && i < s.n && s.p[i] != '{' && s.p[i] != ':')
		i = read_bare_label(s, i, f);
	if (i < s.n && s.p[i] == '{')
		i = skip_blanks(s, read_attrs(s, i, f));
	colons = i;
	while (i < s.n && s.p[i] == ':')
		i++;
	i = skip_blanks(s, i);
	if (f->kind == FENCE_LEAF && colons != i)
		i = colons;
	if (i < s.n)
		fault(f, FENCE_BAD_REST, str_sub(s, i, s.n));
}

void
fence_read(struct str line, struct fence *out)
{
	struct str s = line;
	size_t colons = 0;

	*out = (struct fence){ .name = STR_EMPTY, .label = STR_EMPTY, .attrs = STR_EMPTY, .bad = STR_EMPTY };
	while (s.n > 0 && (s.p[s.n - 1] == '\n' || s.p[s.n - 1] == '\r' || blank(s.p[s.n - 1])))
		s.n--;
	while (colons < s.n && s.p[colons] == ':')
		colons++;
	if (colons < 2)
		return;
	if (colons == s.n) {
		out->kind = colons >= 3 ? FENCE_CLOSE : FENCE_NONE;
		return;
	}
	if (colons == 2) {
		/* `::` is a leaf only where a name follows at once: `a::b` and `:: x` are prose. */
		if (!name_start(s.p[2]))
			return;
		out->kind = FENCE_LEAF;
		read_head(s, 2, out);
		if (out->fault == FENCE_BAD_REST || out->fault == FENCE_BAD_NAME)
			out->kind = FENCE_TEXT;
		return;
	}
	out->kind = FENCE_OPEN;
	read_head(s, colons, out);
}
