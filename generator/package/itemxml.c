/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/itemxml.h"

#include <string.h>

#include "base/path.h"
#include "package/decimal.h"

void
itemxml_number(struct xmlout *m, const char *name, struct ratio r, int places)
{
	struct buf b = BUF_INIT;

	decimal_write(&b, r, places);
	buf_chr(&b, '\0');
	xmlout_word(m, name, b.p);
	buf_free(&b);
}

/* Pictures stand beside the text that shows them. */
static void
files(struct xmlout *m, const struct item *it, struct str text)
{
	for (size_t i = 0; i < it->nfiles; i++) {
		const struct item_file *f = &it->files[i];
		struct buf mark = BUF_INIT;

		BUF_LIT(&mark, "@@PLUGINFILE@@/");
		path_escape(&mark, f->name);
		buf_chr(&mark, '"');
		if (text.n > 0 && memmem(text.p, text.n, mark.p, mark.n)) {
			xmlout_begin(m, "file");
			xmlout_attribute(m, "name", xmlout_clean(m, f->name));
			xmlout_attribute(m, "path", "/");
			xmlout_attribute(m, "encoding", "base64");
			xmlout_sure(xmlTextWriterWriteBase64(m->w, f->bytes.p, 0, (int)f->bytes.n));
			xmlout_end(m);
		}
		buf_free(&mark);
	}
}

void
itemxml_inside(struct xmlout *m, const struct item *it, struct str s)
{
	xmlout_element(m, "text", s);
	files(m, it, s);
}

void
itemxml_text(struct xmlout *m, const struct item *it, const char *name, const struct item_text *t)
{
	xmlout_begin(m, name);
	xmlout_attribute(m, "format", t->format == ITEM_PLAIN ? "plain_text" : "html");
	itemxml_inside(m, it, t->s);
	xmlout_end(m);
}
