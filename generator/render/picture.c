/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/picture.h"

#include "base/escape.h"
#include "render/html.h"
#include "render/spots.h"

static void
write_size(struct buf *b, const struct asset *a, struct str width)
{
	int w = 0;

	for (size_t i = 0; i < width.n && i < 5 && width.p[i] >= '0' && width.p[i] <= '9'; i++)
		w = 10 * w + (width.p[i] - '0');
	if (a->width <= 0 || a->height <= 0) {
		if (w > 0)
			buf_fmt(b, " width=\"%d\"", w);
		return;
	}
	w = w > 0 ? w : a->width;
	buf_fmt(b, " width=\"%d\"", w);
	if ((int64_t)a->height * w / a->width <= INT32_MAX)
		buf_fmt(b, " height=\"%d\"", (int)((int64_t)a->height * w / a->width));
}

void
picture_write(struct render *r, struct buf *b, const struct node *n, struct str title)
{
	struct buf alt = BUF_INIT;
	struct str own = attrs_value(n->attrs, "alt");
	struct buf url = BUF_INIT;
	struct link l;

	link_follow(r->links, r->arena, r->site, r->out, r->text, n->as.link.url, r->facts, &l);
	if (own.n > 0)
		buf_str(&alt, own);
	else if (!attrs_class(n->attrs, "decorative"))
		html_words(r, &alt, n);
	if (l.kind == LINK_ASSET) {
		bool asked = r->asked && r->asked->image == n;

		atomic_store(&l.asset->used, true);
		if (asked)
			BUF_LIT(b, "<span class=\"hotspot\">");
		BUF_LIT(b, "<img src=\"");
		link_href(&url, r->out, &l);
		escape_url(b, buf_view(&url), false);
		BUF_LIT(b, "\" alt=\"");
		escape_html(b, buf_view(&alt));
		BUF_LIT(b, "\"");
		html_attrs(r, b, n->attrs, NULL);
		if (title.n > 0) {
			BUF_LIT(b, " title=\"");
			escape_html(b, title);
			buf_chr(b, '"');
		}
		write_size(b, l.asset, attrs_value(n->attrs, "width"));
		BUF_LIT(b, " loading=\"lazy\" decoding=\"async\">");
		if (asked) {
			spots_areas(r, b, l.asset);
			BUF_LIT(b, "</span>");
		}
	} else {
		/* nothing is loaded from elsewhere: what it shows stands as text */
		escape_html(b, buf_view(&alt));
	}
	buf_free(&alt);
	buf_free(&url);
}
