/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/wording.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/html.h"

struct str
wording_text(const struct render *r, const char *key)
{
	return ui_text(r->out->lang, key);
}

void
wording_lang(const struct render *r, struct buf *b)
{
	html_interface(r, b);
}

void
wording_element(const struct render *r, struct buf *b, const char *tag, const char *class, struct str text)
{
	buf_fmt(b, "<%s class=\"%s\"", tag, class);
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, text);
	buf_fmt(b, "</%s>", tag);
}

void
wording_summary(const struct render *r, struct buf *b, const char *key)
{
	BUF_LIT(b, "<summary");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, key));
	BUF_LIT(b, "</summary>\n");
}

void
wording_id(struct buf *b, const char *name, const struct question *q, const char *suffix)
{
	buf_fmt(b, " %s=\"", name);
	escape_html(b, q->id);
	buf_fmt(b, "--%s\"", suffix);
}

void
wording_data(struct buf *b, const char *name, struct str value)
{
	buf_fmt(b, " data-%s=\"", name);
	escape_html(b, value);
	buf_chr(b, '"');
}
