/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/terminal.h"
#include "base/unicode.h"

#define COLUMNS_MAX 160   /* of a source line, as shown */
#define COLUMNS_BEFORE 60 /* of a cut one in front of the place */
#define BYTES_BEFORE 512  /* that these may take */
#define BYTES_BEHIND 4096 /* looked at behind the place */

static const struct diag_info infos[DIAG_CODES] = {
#define DIAG(code, level, name, sentence, explain) [DIAG_##code] = { level, name, sentence, explain },
#include "base/diag.def"
#undef DIAG
};

const struct diag_info *
diag_info(enum diag_code code)
{
	return &infos[code];
}

int
diag_find(struct str name)
{
	for (int i = 0; i < DIAG_CODES; i++) {
		if (str_is(name, infos[i].name))
			return i;
	}
	return -1;
}

/* -- places in a source -- */

/* Makes d->last the begin of ${line}. Returns false where the text has fewer lines. */
static bool
find_line(struct diags *d, struct str text, uint32_t line)
{
	struct diags_place *l = &d->last;

	if (line < l->line) {
		l->line = 1;
		l->start = l->byte = l->chars = 0;
	}
	while (l->line < line) {
		size_t end = l->start + str_find(str_sub(text, l->start, text.n), '\n');

		if (end >= text.n)
			return false;
		l->line++;
		l->start = end + 1;
		l->byte = l->chars = 0;
	}
	return true;
}

/* Moves d->last to byte ${at} of its line or to the line's end; whole characters only. */
static void
find_column(struct diags *d, struct str text, size_t at)
{
	struct diags_place *l = &d->last;
	struct str line = str_sub(text, l->start, text.n);

	if (at < l->byte)
		l->byte = l->chars = 0;
	at = l->byte + str_find(str_sub(line, l->byte, at), '\n');
	at = unicode_start(line, at);
	if (at <= l->byte)
		return;
	l->chars += unicode_count(str_sub(line, l->byte, at));
	l->byte = at;
}

/* Where the shown part of a long line begins: some columns in front of ${at}. */
static size_t
cut_front(struct str line, size_t at)
{
	size_t from = at > BYTES_BEFORE ? unicode_start(line, at - BYTES_BEFORE) : 0;

	if (from == 0 && terminal_columns(str_sub(line, 0, at)) <= COLUMNS_BEFORE)
		return 0;
	for (size_t left = terminal_columns(str_sub(line, from, at)); left > COLUMNS_BEFORE;)
		left -= terminal_next(line, &from);
	return from;
}

/* Stores what of ${line} is shown; ${at} is the place in it. */
static void
keep_line(struct diags *d, struct diag *g, struct str line, size_t at)
{
	size_t from = 0, to, width = 0;

	if (line.n > BYTES_BEHIND || terminal_columns(line) > COLUMNS_MAX) {
		from = cut_front(line, at);
		for (to = from; to < line.n;) {
			size_t next = to;

			width += terminal_next(line, &next);
			if (width > COLUMNS_MAX - 2)
				break;
			to = next;
		}
		g->line_more = to < line.n;
		line = str_sub(line, from, to);
	}
	g->line = arena_str(&d->arena, line);
	g->line_off = (uint32_t)from;
}

/* A byte order mark is no part of the first line: editors neither show nor count it. */
static struct str
without_mark(struct str text, struct span *at)
{
	if (!str_starts(text, "\xef\xbb\xbf"))
		return text;
	if (at->line == 1 && at->col)
		at->col = at->col > 3 ? at->col - 3 : 1;
	return str_sub(text, 3, text.n);
}

/* Fills in what the text of the source tells of g->at. */
static void
locate(struct diags *d, struct diag *g, struct str text)
{
	const struct diags_place *l = &d->last;
	struct str line, marked;
	size_t end;

	text = without_mark(text, &g->at);
	if (!find_line(d, text, g->at.line))
		return;
	find_column(d, text, g->at.col ? g->at.col - 1 : 0);
	line = str_sub(text, l->start, l->start + l->byte + BYTES_BEHIND);
	end = l->byte + str_find(str_sub(line, l->byte, line.n), '\n');
	line = str_sub(line, 0, end);
	if (str_ends(line, "\r"))
		line.n--;
	if (g->at.col) {
		marked = str_sub(line, l->byte, l->byte + g->at.len);
		g->column = (uint32_t)l->chars + 1;
		g->length = (uint32_t)unicode_count(marked);
	}
	keep_line(d, g, line, l->byte < line.n ? l->byte : line.n);
}

/* Whether d->last is of this source: the same memory may hold another one by now, but not under its name. */
static bool
is_last(const struct diags *d, const struct source *src)
{
	const struct diags_place *l = &d->last;

	return l->line && l->bytes.p == src->bytes.p && l->bytes.n == src->bytes.n && str_eq(l->file, src->path);
}

struct diag *
diag_add(struct diags *d, enum diag_code code, const struct source *src, struct span at, const char *fmt, ...)
{
	struct diag g = { .code = code, .level = infos[code].level, .file = STR_EMPTY, .line = STR_EMPTY };
	va_list ap;

	if (d->strict && g.level == DIAG_WARNING)
		g.level = DIAG_ERROR;
	va_start(ap, fmt);
	g.detail = arena_vfmt(&d->arena, fmt, ap);
	va_end(ap);
	if (src && src->path.n) {
		if (!is_last(d, src))
			d->last = (struct diags_place){ arena_str(&d->arena, src->path), src->bytes, 1, 0, 0, 0 };
		g.file = d->last.file;
		g.at = at;
		g.column = at.col;
		g.length = at.len;
		if (at.line && src->bytes.n)
			locate(d, &g, src->bytes);
	}
	VEC_PUSH(&d->all, g);
	return &d->all.v[d->all.n - 1];
}

void
diag_note(struct diags *d, struct diag *g, const char *fmt, ...)
{
	struct str *notes = ARENA_ARRAY(&d->arena, struct str, g->nnotes + 1);
	va_list ap;

	if (g->nnotes)
		memcpy(notes, g->notes, g->nnotes * sizeof *notes);
	va_start(ap, fmt);
	notes[g->nnotes++] = arena_vfmt(&d->arena, fmt, ap);
	va_end(ap);
	g->notes = notes;
}

/* -- lists -- */

void
diags_merge(struct diags *into, struct diags *from)
{
	for (size_t i = 0; i < from->all.n; i++) {
		struct diag *g = &from->all.v[i];

		if (into->strict && g->level == DIAG_WARNING) /* a worker's list need not know of --strict */
			g->level = DIAG_ERROR;
		VEC_PUSH(&into->all, *g);
	}
	VEC_FREE(&from->all);
	arena_join(&into->arena, &from->arena);
	from->last = (struct diags_place){ 0 };
}

static int
order_of(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int
by_notes(const struct diag *a, const struct diag *b)
{
	int order = order_of(a->nnotes, b->nnotes);

	for (size_t i = 0; !order && i < a->nnotes; i++)
		order = str_cmp(a->notes[i], b->notes[i]);
	return order;
}

/* Equal only where nothing that is printed differs. */
static int
by_place(const void *va, const void *vb)
{
	const struct diag *a = va, *b = vb;
	int order = order_of(a->file.n == 0, b->file.n == 0);

	if (!order)
		order = str_cmp(a->file, b->file);
	if (!order)
		order = order_of(a->at.line, b->at.line);
	if (!order)
		order = order_of(a->at.col, b->at.col);
	if (!order)
		order = order_of(a->code, b->code);
	if (!order)
		order = str_cmp(a->detail, b->detail);
	if (!order)
		order = order_of(a->at.len, b->at.len);
	if (!order)
		order = by_notes(a, b);
	return order ? order : order_of(a->level, b->level);
}

/* A template fails on each of its pages: only the notes, which name the page, differ. */
static bool
same_fault(const struct diag *a, const struct diag *b)
{
	return a->code == DIAG_TEMPLATE_RUN && a->code == b->code && a->at.line == b->at.line &&
	    a->at.col == b->at.col && str_eq(a->file, b->file) && str_eq(a->detail, b->detail);
}

static void
tell_more(struct diags *d, struct diag *g, size_t more)
{
	if (more > 0)
		diag_note(d, g, "and for %zu more page%s", more, more > 1 ? "s" : "");
}

void
diags_sort(struct diags *d)
{
	size_t kept = 0, more = 0;

	if (d->all.n < 2)
		return;
	qsort(d->all.v, d->all.n, sizeof *d->all.v, by_place);
	for (size_t i = 1; i < d->all.n; i++) {
		const struct diag *g = &d->all.v[i];

		if (by_place(&d->all.v[kept], g) == 0)
			continue;
		if (same_fault(&d->all.v[kept], g)) {
			more++;
			continue;
		}
		tell_more(d, &d->all.v[kept], more);
		more = 0;
		d->all.v[++kept] = *g;
	}
	tell_more(d, &d->all.v[kept], more);
	d->all.n = kept + 1;
}

enum diag_level
diags_worst(const struct diags *d)
{
	enum diag_level worst = DIAG_NOTE;

	for (size_t i = 0; i < d->all.n; i++) {
		if (d->all.v[i].level > worst)
			worst = d->all.v[i].level;
	}
	return worst;
}

size_t
diags_count(const struct diags *d, enum diag_level level)
{
	size_t count = 0;

	for (size_t i = 0; i < d->all.n; i++)
		count += d->all.v[i].level == level;
	return count;
}

void
diags_free(struct diags *d)
{
	VEC_FREE(&d->all);
	arena_free(&d->arena);
	d->last = (struct diags_place){ 0 };
}
