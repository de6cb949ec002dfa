/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/xmlout.h"

#include <string.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/unicode.h"
#include "package/decimal.h"

void
xmlout_sure(int rc)
{
	if (rc < 0)
		mem_die(0);
}

void
xmlout_open(struct xmlout *m)
{
	*m = (struct xmlout){ .out = xmlBufferCreate() };
	m->w = m->out ? xmlNewTextWriterMemory(m->out, 0) : NULL;
	if (!m->w)
		mem_die(0);
	xmlout_sure(xmlTextWriterSetIndent(m->w, 1));
	xmlout_sure(xmlTextWriterSetIndentString(m->w, BAD_CAST "  "));
	xmlout_sure(xmlTextWriterStartDocument(m->w, NULL, "UTF-8", NULL));
}

void
xmlout_close(struct xmlout *m, struct buf *b)
{
	struct str all;

	xmlout_sure(xmlTextWriterEndDocument(m->w));
	xmlFreeTextWriter(m->w);
	all = (struct str){ (const char *)xmlBufferContent(m->out), (size_t)xmlBufferLength(m->out) };
	/* The library ends lines of Base64 as mail does; no text has such an end. */
	while (all.n > 0) {
		size_t end = str_find(all, '\r');

		buf_str(b, str_sub(all, 0, end));
		all = str_sub(all, end + 1, all.n);
	}
	xmlBufferFree(m->out);
	buf_free(&m->scratch);
}

void
xmlout_begin(struct xmlout *m, const char *name)
{
	xmlout_sure(xmlTextWriterStartElement(m->w, BAD_CAST name));
}

void
xmlout_end(struct xmlout *m)
{
	xmlout_sure(xmlTextWriterEndElement(m->w));
}

void
xmlout_attribute(struct xmlout *m, const char *name, const char *value)
{
	xmlout_sure(xmlTextWriterWriteAttribute(m->w, BAD_CAST name, BAD_CAST value));
}

/* Characters that XML has no way to write are left out: control characters. */
const char *
xmlout_clean(struct xmlout *m, struct str s)
{
	size_t at = 0;

	buf_reset(&m->scratch);
	while (at < s.n) {
		uint32_t c = unicode_next(s, &at);

		if (c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\n' || c == '\t')
			unicode_put(&m->scratch, c);
	}
	buf_chr(&m->scratch, '\0');
	return m->scratch.p;
}

void
xmlout_element(struct xmlout *m, const char *name, struct str s)
{
	xmlout_sure(xmlTextWriterWriteElement(m->w, BAD_CAST name, BAD_CAST xmlout_clean(m, s)));
}

void
xmlout_word(struct xmlout *m, const char *name, const char *value)
{
	xmlout_sure(xmlTextWriterWriteElement(m->w, BAD_CAST name, BAD_CAST value));
}

void
xmlout_number(struct xmlout *m, const char *name, struct ratio r, int places)
{
	struct buf b = BUF_INIT;

	decimal_write(&b, r, places);
	buf_chr(&b, '\0');
	xmlout_word(m, name, b.p);
	buf_free(&b);
}

void
xmlout_flag(struct xmlout *m, const char *name, bool value)
{
	xmlout_word(m, name, value ? "true" : "false");
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
xmlout_text_inside(struct xmlout *m, const struct item *it, struct str s)
{
	xmlout_element(m, "text", s);
	files(m, it, s);
}

void
xmlout_text(struct xmlout *m, const struct item *it, const char *name, const struct item_text *t)
{
	xmlout_begin(m, name);
	xmlout_attribute(m, "format", t->format == ITEM_PLAIN ? "plain_text" : "html");
	xmlout_text_inside(m, it, t->s);
	xmlout_end(m);
}
