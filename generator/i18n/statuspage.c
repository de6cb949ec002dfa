/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/statuspage.h"

const char *const statuspage_states[PROGRESS_STATES] = { "translated", "outdated", "machine", "missing" };

struct worddiff
statuspage_diff(const struct statuspage *p, const struct progress_course *c, const struct progress_stale *s)
{
	struct worddiff_words words = worddiff_words_of(p->site, c->course->source_lang);

	if (s->before.n == 0)
		return (struct worddiff){ 0 };
	return worddiff_of(p->a, s->before, s->now, &words);
}

static void
put_messages(struct buf *b, size_t n)
{
	buf_fmt(b, "%zu message%s", n, n == 1 ? "" : "s");
}

/* What a translator does with a catalogue, and an author with a page. */
static void
put_work(struct buf *b, const struct progress_sum *s)
{
	const char *before = "";

	for (int i = PROGRESS_OUTDATED; i < PROGRESS_STATES; i++) {
		if (s->of[i].messages == 0)
			continue;
		buf_cstr(b, before);
		before = ", ";
		put_messages(b, s->of[i].messages);
		buf_cstr(b,
		    i == PROGRESS_OUTDATED      ? " out of date"
			: i == PROGRESS_MACHINE ? " to be read after a machine"
						: " to translate");
	}
}

static size_t
to_do(const struct progress_sum *s)
{
	return progress_all(s).messages - s->of[PROGRESS_DONE].messages;
}

static void
next_in_files(struct buf *b, const struct progress_piece *piece)
{
	for (size_t i = 0; i < piece->npages; i++) {
		const struct progress_page *page = &piece->pages[i];

		if (page->way != PROGRESS_BY_FILE || (to_do(&page->sum) == 0 && page->sum.unrecorded.messages == 0))
			continue;
		buf_fmt(b, "%.*s: ", STR_ARG(page->file));
		put_work(b, &page->sum);
		if (to_do(&page->sum) == 0)
			buf_fmt(b,
			    "it does not record what it translates; once read, `pensum i18n touch --lang %.*s %.*s` does",
			    STR_ARG(piece->lang->tag), STR_ARG(page->doc->path));
		buf_chr(b, '\n');
	}
}

static void
next_in_catalogue(struct buf *b, const struct progress_piece *piece)
{
	struct progress_sum left = { 0 };

	for (size_t i = 0; i < piece->npages; i++)
		for (int k = 0; piece->pages[i].way != PROGRESS_BY_FILE && k < PROGRESS_STATES; k++)
			left.of[k].messages += piece->pages[i].sum.of[k].messages;
	if (to_do(&left) == 0)
		return;
	buf_fmt(b, "%.*s: ", STR_ARG(piece->catalogue));
	put_work(b, &left);
	buf_chr(b, '\n');
}

void
statuspage_next(struct buf *b, const struct statuspage *p, const struct progress_course *c)
{
	size_t absent = 0, without = 0;

	(void)p;
	for (size_t i = 0; i < c->npieces; i++) {
		const struct progress_piece *piece = &c->pieces[i];
		size_t others = 0;

		absent += piece->sum.absent;
		for (size_t k = 0; k < piece->npages; k++)
			others += piece->pages[k].way != PROGRESS_BY_FILE;
		without += !piece->there && others > 0;
	}
	if (absent > 0 || without > 0) {
		buf_fmt(b, "pensum i18n merge --lang %.*s %.*s: ", STR_ARG(c->lang->tag), STR_ARG(c->course->name));
		if (without > 0)
			buf_fmt(b, "%zu module%s no catalogue yet", without, without == 1 ? " has" : "s have");
		if (absent > 0) {
			buf_cstr(b, without > 0 ? ", " : "");
			put_messages(b, absent);
			buf_cstr(b, absent == 1 ? " is in no catalogue yet" : " are in no catalogue yet");
		}
		buf_chr(b, '\n');
	}
	for (size_t i = 0; i < c->npieces; i++) {
		next_in_catalogue(b, &c->pieces[i]);
		next_in_files(b, &c->pieces[i]);
	}
}

void
statuspage_below(struct buf *b, const struct statuspage *p, const struct progress_course *c)
{
	const struct minimum_of *of = minimum_for(p->min, c->lang->tag);

	buf_fmt(b, "%.*s, %.*s: %u %% of the words are up to date, --min asks for %u %%\n", STR_ARG(c->course->name),
	    STR_ARG(c->lang->tag), progress_percent(&c->sum), of ? of->percent : 0);
}
