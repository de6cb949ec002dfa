/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/parted.h"

#include "base/escape.h"
#include "localise/tongue.h"
#include "render/html.h"
#include "render/wording.h"

/* The parts there are, and the UI string that names each where the author's heading has no words. */
static const struct part {
	const char *name, *title;
	bool folded;
} parts[] = {
	{ "happened", "part-happened", false },
	{ "abuse", "part-abuse", true },
	{ "control", "part-control", false },
	{ "noticed", "part-noticed", false },
	{ "outcome", "part-outcome", false },
	{ "learning", "part-learning", false },
	{ "who", "part-who", false },
	{ "what", "part-what", false },
	{ "result", "part-result", false },
	{ "idea", "part-idea", false },
};

/* The part that begins with ${n}, or NULL. */
static const struct part *
part_of(const struct node *n)
{
	struct str name = n->kind == NODE_HEADING ? attrs_value(n->attrs, "part") : STR_EMPTY;

	for (size_t i = 0; name.n > 0 && i < sizeof parts / sizeof *parts; i++)
		if (str_is(name, parts[i].name))
			return &parts[i];
	return NULL;
}

static void
heading(struct render *r, struct buf *b, const struct node *n, const struct part *part)
{
	int level = r->level < 6 ? r->level + 1 : 6;

	if (n->first) {
		html_heading(r, b, level, n->as.heading.anchor, n);
		return;
	}
	buf_fmt(b, "<h%d", level);
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, part->title));
	buf_fmt(b, "</h%d>\n", level);
}

static void
open_part(struct render *r, struct buf *b, const struct node *n, const struct part *part)
{
	buf_fmt(b, "<%s class=\"part part-%s\">\n", part->folded ? "details" : "div", part->name);
	if (part->folded)
		BUF_LIT(b, "<summary>");
	heading(r, b, n, part);
	if (part->folded)
		BUF_LIT(b, "</summary>\n");
}

static void
close_part(struct buf *b, const struct part *part)
{
	if (part)
		buf_cstr(b, part->folded ? "</details>\n" : "</div>\n");
}

/* "2008-2010" is written with the dash of a range. */
static void
write_years(struct buf *b, struct str years)
{
	struct str first = str_cut(&years, '-');

	escape_html(b, first);
	if (years.n > 0) {
		BUF_LIT(b, "\xe2\x80\x93");
		escape_html(b, years);
	}
}

static void
place(struct render *r, struct buf *b, const struct node *n)
{
	struct str country = attrs_value(n->attrs, "country"), years = attrs_value(n->attrs, "years");

	if (years.n == 0 && attrs_get(n->attrs, "source") == NULL)
		years = attrs_value(n->attrs, "year");
	if (country.n == 0 && years.n == 0)
		return;
	BUF_LIT(b, "<p class=\"block-meta\"");
	wording_lang(r, b);
	buf_chr(b, '>');
	if (country.n > 0)
		escape_html(b, tongue_region(r->arena, country, r->out->lang->tag));
	if (country.n > 0 && years.n > 0)
		BUF_LIT(b, ", ");
	write_years(b, years);
	BUF_LIT(b, "</p>\n");
}

void
parted_render(struct render *r, struct buf *b, const struct node *n)
{
	const struct part *open = NULL;

	place(r, b, n);
	for (const struct node *c = n->first; c; c = c->next) {
		const struct part *part = part_of(c);

		if (part == NULL) {
			html_block(r, b, c);
			continue;
		}
		close_part(b, open);
		open_part(r, b, c, part);
		open = part;
	}
	close_part(b, open);
}
