/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlout.h"

#include "base/mem.h"
#include "base/unicode.h"

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

bool
xmlout_can(uint32_t c)
{
	return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\n' || c == '\t';
}

void
xmlout_inline(struct xmlout *m)
{
	xmlout_sure(xmlTextWriterSetIndent(m->w, 0));
}

void
xmlout_lines(struct xmlout *m)
{
	xmlout_sure(xmlTextWriterSetIndent(m->w, 1));
	xmlout_sure(xmlTextWriterWriteRaw(
	    m->w, BAD_CAST "")); /* tells the library not to break the line before the end, but behind it */
}

/* Characters that XML has no way to write are left out: control characters. */
const char *
xmlout_clean(struct xmlout *m, struct str s)
{
	size_t at = 0;

	buf_reset(&m->scratch);
	while (at < s.n) {
		uint32_t c = unicode_next(s, &at);

		if (xmlout_can(c))
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
xmlout_flag(struct xmlout *m, const char *name, bool value)
{
	xmlout_word(m, name, value ? "true" : "false");
}
