/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/suspect.h"

#include <string.h>

#include "base/unicode.h"
#include "read/fence.h"

/* -- sentences that became lists -- */

/* Whether the words of ${item} go on in lower case, as behind a day of the month. */
static bool
goes_on(const struct marks *m, const struct node *item)
{
	const struct node *p = item->first;
	struct str s =
	    p && p->kind == NODE_PARAGRAPH && p->first && p->first->kind == NODE_TEXT ? p->first->as.text : STR_EMPTY;
	size_t end = 0;

	if (s.n == 0)
		return false;
	unicode_next(s, &end);
	s = str_sub(s, 0, end);
	return (s.p[0] >= 'a' && s.p[0] <= 'z') || (end > 1 && str_eq(unicode_fold(m->arena, s), s));
}

/* Whether a numbered list stands a little in front of ${list}, which then goes on with it. */
static bool
resumes(const struct node *list)
{
	int far = 8;

	for (const struct node *n = list->prev; n && far > 0; n = n->prev, far--)
		if (n->kind == NODE_LIST && n->as.list.ordered)
			return true;
	return false;
}

/* `2015. gada janvārī` or `3. februar` is a list for CommonMark, and seldom meant as one. */
void
suspect_date(const struct marks *m, const struct node *list)
{
	int start = list->as.list.start;
	struct diag *g;

	if (!list->as.list.ordered || list->first == NULL)
		return;
	if (start < 1000 &&
	    (start < 2 || start > 31 || list->first != list->last || resumes(list) || !goes_on(m, list->first)))
		return;
	g = diag_add(m->diags, DIAG_LIST_DATE, m->src, list->at, "`%d.`", start);
	diag_note(m->diags, g, "write `%d\\.` if it is a sentence", start);
}

/* -- fences inside raw HTML -- */

/* A comment, or `<pre>` and the like: such a block ends where its author says. */
static bool
ends_itself(struct str html)
{
	static const struct {
		const char *open, *close;
	} kinds[] = {
		{ "<!--", "-->" },
		{ "<pre", "</pre>" },
		{ "<script", "</script>" },
		{ "<style", "</style>" },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (str_starts(html, kinds[i].open))
			return memmem(html.p, html.n, kinds[i].close, strlen(kinds[i].close)) != NULL;
	return false;
}

/* Raw HTML runs to the next blank line and takes fences with it. */
void
suspect_html(const struct marks *m, const struct node *html)
{
	struct str rest = html->as.text;
	uint32_t line = html->at.line;

	if (ends_itself(str_trim(rest)))
		return;
	for (; rest.n > 0; line++) {
		struct str s = str_trim(str_cut(&rest, '\n'));
		struct fence f;

		if (!str_starts(s, ":::"))
			continue;
		fence_read(s, &f);
		if (f.kind == FENCE_OPEN && f.fault == FENCE_FINE)
			diag_add(
			    m->diags, DIAG_FENCE_IN_HTML, m->src, (struct span){ line, 0, 0 }, "`%.*s`", STR_ARG(s));
	}
}

/* -- rows -- */

/* How many cells the row in source line ${line}, from column ${col}, has; 0: no bar at all. */
static int
cells_written(const struct marks *m, uint32_t line, uint32_t col)
{
	struct str s;
	int bars = 0;
	bool any = false;

	if (line == 0 || line > m->nlines)
		return 0;
	s = str_sub(m->src->bytes, m->lines[line - 1] + (col ? col - 1 : 0),
	    line < m->nlines ? m->lines[line] : m->src->bytes.n);
	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\') {
			i++;
		} else if (s.p[i] == '|') {
			any = true;
			bars += i > 0 && i + 1 < s.n;
		}
	}
	return any ? bars + 1 : 0;
}

void
suspect_row(const struct marks *m, const struct node *row, int columns)
{
	int cells = cells_written(m, row->at.line, row->at.col);
	struct span at = { row->at.line, 0, 0 };

	if (cells == 0)
		diag_note(m->diags,
		    diag_add(m->diags, DIAG_TABLE_ROW, m->src, at, "this line became a row of the table above"),
		    "leave a blank line behind a table");
	else if (cells > columns)
		diag_note(m->diags,
		    diag_add(m->diags, DIAG_TABLE_ROW, m->src, at, "%d cells, but the head has %d", cells, columns),
		    "a bar that is text is written `\\|`");
}

/* -- code -- */

/* A forgotten closing fence turns the rest of a page into code. */
void
suspect_code(const struct marks *m, uint32_t first, uint32_t last, char fence, size_t length)
{
	struct str s;
	size_t run = 0;

	if (last == 0 || last > m->nlines)
		return;
	s = str_trim(str_sub(m->src->bytes, m->lines[last - 1], last < m->nlines ? m->lines[last] : m->src->bytes.n));
	while (run < s.n && s.p[s.n - 1 - run] == fence)
		run++;
	if (run >= length && last > first)
		return;
	diag_note(m->diags,
	    diag_add(m->diags, DIAG_CODE_OPEN, m->src, (struct span){ first, 0, 0 }, "it goes on to line %u", last),
	    "end it with a line ```, indented like its first line");
}
