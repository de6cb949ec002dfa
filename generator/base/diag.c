/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
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

static const char *const level_words[] = { "note", "warning", "error", "fatal error" };
static const char *const level_names[] = { "note", "warning", "error", "fatal" };
static const char *const level_colors[] = { "\033[1;36m", "\033[1;33m", "\033[1;31m", "\033[1;31m" };

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

/* -- characters as a terminal may get them -- */

/*
 * What stands for ${c}: a blank for what moves the cursor in an orderly way, U+FFFD for what
 * a terminal may take for a command, or that turns the order of the line around.
 */
static uint32_t
shown(uint32_t c)
{
	if (c == '\t' || c == '\n' || c == '\r')
		return ' ';
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return 0xfffd;
	return c;
}

/* Appends ${s} so that it is UTF-8 and harmless. */
static void
put_clean(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		uint32_t c = unicode_next(s, &at);

		if (shown(c) == ' ')
			buf_chr(b, ' ');
		else if (shown(c) == 0xfffd)
			BUF_LIT(b, "\xef\xbf\xbd");
		else
			buf_put(b, s.p + from, at - from);
	}
}

/* Columns of the character at ${at}, which moves behind it. */
static size_t
columns_next(struct str s, size_t *at)
{
	size_t from = *at;
	uint32_t c = unicode_next(s, at);

	return shown(c) == c && c != 0xfffd ? unicode_width(str_sub(s, from, *at)) : 1;
}

static size_t
columns(struct str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.n;)
		n += columns_next(s, &at);
	return n;
}

/* Where the character begins that ${at} lies in. */
static size_t
character_start(struct str s, size_t at)
{
	for (int i = 0; i < 3 && at > 0 && at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80; i++)
		at--;
	return at;
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
	at = character_start(line, at);
	if (at <= l->byte)
		return;
	l->chars += unicode_count(str_sub(line, l->byte, at));
	l->byte = at;
}

/* Where the shown part of a long line begins: some columns in front of ${at}. */
static size_t
cut_front(struct str line, size_t at)
{
	size_t from = at > BYTES_BEFORE ? character_start(line, at - BYTES_BEFORE) : 0;

	if (from == 0 && columns(str_sub(line, 0, at)) <= COLUMNS_BEFORE)
		return 0;
	for (size_t left = columns(str_sub(line, from, at)); left > COLUMNS_BEFORE;)
		left -= columns_next(line, &from);
	return from;
}

/* Stores what of ${line} is shown; ${at} is the place in it. */
static void
keep_line(struct diags *d, struct diag *g, struct str line, size_t at)
{
	size_t from = 0, to, width = 0;

	if (line.n > BYTES_BEHIND || columns(line) > COLUMNS_MAX) {
		from = cut_front(line, at);
		for (to = from; to < line.n;) {
			size_t next = to;

			width += columns_next(line, &next);
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
	return a->code == DIAG_TEMPLATE_RUN && a->code == b->code && a->at.line == b->at.line && a->at.col == b->at.col &&
	    str_eq(a->file, b->file) && str_eq(a->detail, b->detail);
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

/* -- for people -- */

/* What the printing of a list carries along. */
struct printer {
	struct buf b;
	bool color;
};

static void
put_color(struct printer *p, const char *sequence)
{
	if (p->color)
		buf_cstr(&p->b, sequence);
}

static void
put_head(struct printer *p, const struct diag *g)
{
	const struct diag_info *info = &infos[g->code];

	put_color(p, "\033[1m");
	if (g->file.n)
		put_clean(&p->b, g->file);
	else
		BUF_LIT(&p->b, "pensum");
	if (g->at.line)
		buf_fmt(&p->b, ":%u", g->at.line);
	if (g->at.line && g->column)
		buf_fmt(&p->b, ":%u", g->column);
	BUF_LIT(&p->b, ": ");
	put_color(p, "\033[0m");
	put_color(p, level_colors[g->level]);
	buf_fmt(&p->b, "%s:", level_words[g->level]);
	put_color(p, "\033[0m");
	buf_fmt(&p->b, " %s", info->sentence);
	if (g->detail.n)
		BUF_LIT(&p->b, ": ");
	put_clean(&p->b, g->detail);
	buf_fmt(&p->b, " [%s]\n", info->name);
}

/* Columns that the number of the line takes. */
static int
gutter(const struct diag *g)
{
	int n = 5;

	for (uint32_t rest = g->at.line / 100000; rest; rest /= 10)
		n++;
	return n;
}

/* The line's cells are counted as put_clean() shows them, so the caret stands right below. */
static void
put_caret(struct printer *p, const struct diag *g)
{
	size_t at = g->at.col - 1 > g->line_off ? g->at.col - 1 - g->line_off : 0;
	size_t end, n;

	at = character_start(g->line, at < g->line.n ? at : g->line.n);
	end = at + g->at.len;
	buf_fmt(&p->b, "%*s | ", gutter(g), "");
	for (n = columns(str_sub(g->line, 0, at)) + (g->line_off > 0); n > 0; n--)
		buf_chr(&p->b, ' ');
	put_color(p, level_colors[g->level]);
	buf_chr(&p->b, '^');
	for (n = columns(str_sub(g->line, at, end)); n > 1; n--)
		buf_chr(&p->b, '~');
	put_color(p, "\033[0m");
	buf_chr(&p->b, '\n');
}

static void
put_line(struct printer *p, const struct diag *g)
{
	buf_fmt(&p->b, "%5u | ", g->at.line);
	if (g->line_off)
		BUF_LIT(&p->b, "\xe2\x80\xa6");
	put_clean(&p->b, g->line);
	if (g->line_more)
		BUF_LIT(&p->b, "\xe2\x80\xa6");
	buf_chr(&p->b, '\n');
	if (g->at.col)
		put_caret(p, g);
}

void
diags_print(const struct diags *d, FILE *f, bool color)
{
	struct printer p = { .color = color };

	for (size_t i = 0; i < d->all.n; i++) {
		const struct diag *g = &d->all.v[i];

		buf_reset(&p.b);
		put_head(&p, g);
		if (g->line.n)
			put_line(&p, g);
		for (size_t k = 0; k < g->nnotes; k++) {
			BUF_LIT(&p.b, "      = ");
			put_clean(&p.b, g->notes[k]);
			buf_chr(&p.b, '\n');
		}
		fwrite(p.b.p, 1, p.b.n, f);
	}
	buf_free(&p.b);
}

/* -- for programs -- */

static void
json_inner(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		uint32_t c = unicode_next(s, &at);

		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", (char)c);
		else if (c < 0x20)
			buf_fmt(b, "\\u%04x", c);
		else if (c == 0xfffd)
			BUF_LIT(b, "\xef\xbf\xbd");
		else
			buf_put(b, s.p + from, at - from);
	}
}

static void
json_string(struct buf *b, struct str s)
{
	buf_chr(b, '"');
	json_inner(b, s);
	buf_chr(b, '"');
}

static void
json_object(struct buf *b, const struct diag *g)
{
	const struct diag_info *info = &infos[g->code];

	buf_fmt(b, "{\"level\":\"%s\",\"code\":\"%s\",\"file\":", level_names[g->level], info->name);
	if (g->file.n)
		json_string(b, g->file);
	else
		BUF_LIT(b, "null");
	buf_fmt(b, ",\"line\":%u,\"column\":%u,\"length\":%u,\"message\":\"", g->at.line, g->column, g->length);
	json_inner(b, str_of(info->sentence));
	if (g->detail.n)
		BUF_LIT(b, ": ");
	json_inner(b, g->detail);
	BUF_LIT(b, "\",\"notes\":[");
	for (size_t i = 0; i < g->nnotes; i++) {
		if (i > 0)
			buf_chr(b, ',');
		json_string(b, g->notes[i]);
	}
	BUF_LIT(b, "]}\n");
}

void
diags_json(const struct diags *d, FILE *f)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < d->all.n; i++) {
		buf_reset(&b);
		json_object(&b, &d->all.v[i]);
		fwrite(b.p, 1, b.n, f);
	}
	buf_free(&b);
}
