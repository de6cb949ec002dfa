/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/statusjson.h"

#include "base/json.h"

static void
put_count(struct buf *b, const char *key, struct progress_count n)
{
	buf_fmt(b, "\"%s\":{\"messages\":%zu,\"words\":%zu},", key, n.messages, n.words);
}

/* Members of an object, with a comma behind each. */
static void
put_sum(struct buf *b, const struct progress_sum *s)
{
	for (int i = 0; i < PROGRESS_STATES; i++)
		put_count(b, statuspage_states[i], s->of[i]);
	put_count(b, "unrecorded", s->unrecorded);
	put_count(b, "total", progress_all(s));
	buf_fmt(b, "\"percent\":%u,", progress_percent(s));
}

static void
put_text(struct buf *b, const char *key, struct str s)
{
	buf_fmt(b, "\"%s\":", key);
	if (s.n > 0)
		json_string(b, s);
	else
		BUF_LIT(b, "null");
	buf_chr(b, ',');
}

/* ${end} in the place of the comma behind the last member. */
static void
end_with(struct buf *b, const char *end)
{
	if (b->n > 0 && b->p[b->n - 1] == ',')
		b->n--;
	buf_cstr(b, end);
}

static void
put_page(struct buf *b, const struct progress_page *page)
{
	static const char *const ways[] = { "none", "messages", "file" };

	BUF_LIT(b, "\n{");
	put_text(b, "page", page->doc->path);
	buf_fmt(b, "\"by\":\"%s\",", ways[page->way]);
	put_text(b, "file", page->file);
	put_sum(b, &page->sum);
	end_with(b, "},");
}

static void
put_marks(struct buf *b, unsigned marks)
{
	BUF_LIT(b, "\"marks\":[");
	for (unsigned i = 0; i < WORDMARKS_ALL; i++)
		if (marks & 1u << i)
			buf_fmt(b, "\"%s\",", wordmarks_name(1u << i));
	end_with(b, "],");
}

static void
put_diff(struct buf *b, const struct worddiff *w)
{
	static const char *const kinds[] = { "same", "out", "in" };

	BUF_LIT(b, "\"diff\":[");
	for (size_t i = 0; i < w->n; i++) {
		buf_fmt(b, "{\"kind\":\"%s\",", kinds[w->v[i].kind]);
		put_text(b, "text", w->v[i].text);
		put_marks(b, w->v[i].marks);
		end_with(b, "},");
	}
	end_with(b, "],");
}

static void
put_stale(struct buf *b, const struct statuspage *page, const struct progress_course *c, const struct progress_stale *s)
{
	struct worddiff diff = statuspage_diff(page, c, s);

	BUF_LIT(b, "\n{");
	put_text(b, "page", s->doc->path);
	buf_fmt(b, "\"line\":%u,\"role\":\"%s\",\"block\":%s,\"critical\":%s,", s->at.line, s->role,
	    s->block ? "true" : "false", s->critical ? "true" : "false");
	put_text(b, "heading", s->heading);
	put_text(b, "before", s->before);
	put_text(b, "now", s->now);
	put_diff(b, &diff);
	put_text(b, "translation", s->text);
	put_text(b, "file", s->file);
	buf_fmt(b, "\"fileLine\":%u,", s->line);
	put_count(b, "count", s->of);
	end_with(b, "},");
}

static void
put_piece(struct buf *b, const struct statuspage *page, const struct progress_course *c, const struct progress_piece *p)
{
	BUF_LIT(b, "\n{");
	put_text(b, "module", p->piece->name);
	put_text(b, "folder", p->piece->folder);
	put_text(b, "catalogue", p->there ? p->catalogue : STR_EMPTY);
	put_sum(b, &p->sum);
	BUF_LIT(b, "\"pages\":[");
	for (size_t i = 0; i < p->npages; i++)
		put_page(b, &p->pages[i]);
	end_with(b, "],\"stale\":[");
	for (size_t i = 0; i < p->nstale; i++)
		put_stale(b, page, c, &p->stale[i]);
	end_with(b, "]},");
}

static void
put_course(struct buf *b, const struct statuspage *page, const struct progress_course *c)
{
	const struct minimum_of *of = minimum_for(page->min, c->lang->tag);

	BUF_LIT(b, "\n{");
	put_text(b, "course", c->course->name);
	put_text(b, "source", c->course->source_lang);
	put_text(b, "language", c->lang->tag);
	put_sum(b, &c->sum);
	if (of)
		buf_fmt(b, "\"min\":%u,\"met\":%s,", of->percent, minimum_met(page->min, c) ? "true" : "false");
	BUF_LIT(b, "\"modules\":[");
	for (size_t i = 0; i < c->npieces; i++)
		put_piece(b, page, c, &c->pieces[i]);
	end_with(b, "]},");
}

void
statusjson_write(struct buf *b, const struct statuspage *page)
{
	BUF_LIT(b, "{\"version\":1,\"courses\":[");
	for (size_t i = 0; i < page->progress.n; i++)
		put_course(b, page, &page->progress.v[i]);
	end_with(b, "]}\n");
}
