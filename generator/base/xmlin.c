/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlin.h"

#include <libxml/parserInternals.h>

#include "base/buf.h"
#include "base/mem.h"

static void
refuse_entity(void *ctx, const xmlChar *name, int type, const xmlChar *public, const xmlChar *system, xmlChar *content)
{
	xmlParserCtxtPtr parser = ctx;

	(void)name;
	(void)type;
	(void)public;
	(void)system;
	(void)content;
	*(bool *)parser->_private = true;
	xmlStopParser(parser);
}

/* The library's messages may have several. */
static struct str
one_line(struct arena *a, struct str s)
{
	struct buf b = BUF_INIT;
	struct str out;

	for (size_t i = 0; i < s.n; i++)
		buf_chr(&b, s.p[i] == '\n' ? ' ' : s.p[i]);
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

static struct xmlin_fault
fault_of(struct arena *a, xmlParserCtxtPtr parser, bool entities)
{
	const xmlError *e = xmlCtxtGetLastError(parser);
	struct str why = e && e->message ? str_trim(str_of(e->message)) : STR("it is empty");
	struct xmlin_fault f = { e && e->line > 0 ? (uint32_t)e->line : 1, entities, STR_EMPTY };

	if (entities && parser->input)
		f.line = (uint32_t)parser->input->line;
	f.why = one_line(a, why);
	return f;
}

xmlDocPtr
xmlin_open(struct arena *a, struct str bytes, struct xmlin_fault *fault)
{
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	bool entities = false;
	xmlDocPtr doc;

	if (!parser)
		mem_die(0);
	parser->_private = &entities;
	parser->sax->entityDecl = refuse_entity;
	doc = xmlCtxtReadMemory(parser, bytes.p, (int)bytes.n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
	if (!doc || entities) {
		*fault = fault_of(a, parser, entities);
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(parser);
	return doc;
}

uint32_t
xmlin_line(const xmlNode *n)
{
	long line = xmlGetLineNo(n);

	return line > 0 ? (uint32_t)line : 0;
}
