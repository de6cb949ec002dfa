/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/xliffdom.h"

#include <string.h>

#include <libxml/parserInternals.h>

#include "base/mem.h"

static const char core[] = "urn:oasis:names:tc:xliff:document:2.";

/* -- the file -- */

/* No tool declares entities; files that do want to be expanded without end, or to read other files. */
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

static void
tell(const struct source *src, xmlParserCtxtPtr parser, bool entities, struct diags *d)
{
	const xmlError *e = xmlCtxtGetLastError(parser);
	struct str why = e && e->message ? str_trim(str_of(e->message)) : STR("it is empty");
	struct span at = { e && e->line > 0 ? (uint32_t)e->line : 1, 0, 0 };

	if (entities) {
		at.line = parser->input ? (uint32_t)parser->input->line : 1;
		diag_note(d, diag_add(d, DIAG_XLIFF_FILE, src, at, "it declares entities of its own"),
		    "replace them by what they stand for");
		return;
	}
	diag_add(d, DIAG_XLIFF_FILE, src, at, "it is not well-formed XML: %.*s",
	    STR_ARG(str_sub(why, 0, str_find(why, '\n'))));
}

static bool
is_xliff(xmlDocPtr doc, const struct source *src, struct diags *d)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct span at = { root ? xliffdom_line(root) : 1, 0, 0 };
	struct diag *g;

	if (xliffdom_is(root, "xliff"))
		return true;
	if (root && strcmp((const char *)root->name, "xliff") == 0) {
		g = diag_add(d, DIAG_XLIFF_FILE, src, at, "it is an older version of XLIFF");
		diag_note(d, g,
		    "Pensum reads XLIFF 2.0 and 2.1: give it the file that was sent, as the tool saved it; tools that only know 1.2 work with the catalogues, `.po`");
	} else {
		diag_add(d, DIAG_XLIFF_FILE, src, at, "it is XML, but not XLIFF: its element is `%s`",
		    root ? (const char *)root->name : "");
	}
	return false;
}

xmlDocPtr
xliffdom_open(const struct source *src, struct diags *d)
{
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	bool entities = false;
	xmlDocPtr doc;

	if (!parser)
		mem_die(0);
	parser->_private = &entities;
	parser->sax->entityDecl = refuse_entity;
	doc = xmlCtxtReadMemory(parser, src->bytes.p, (int)src->bytes.n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
	if (!doc || entities)
		tell(src, parser, entities, d);
	if (doc && (entities || !is_xliff(doc, src, d))) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(parser);
	return doc;
}

/* -- elements -- */

uint32_t
xliffdom_line(const xmlNode *n)
{
	long line = xmlGetLineNo(n);

	return line > 0 ? (uint32_t)line : 0;
}

bool
xliffdom_is(const xmlNode *n, const char *name)
{
	return n && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0 && n->ns && n->ns->href &&
	    strncmp((const char *)n->ns->href, core, sizeof core - 1) == 0;
}

const xmlNode *
xliffdom_child(const xmlNode *n, const char *name)
{
	for (n = n ? n->children : NULL; n; n = n->next)
		if (xliffdom_is(n, name))
			return n;
	return NULL;
}

const xmlNode *
xliffdom_next(const xmlNode *n, const xmlNode *top)
{
	do {
		if (n->children && n->type == XML_ELEMENT_NODE) {
			n = n->children;
		} else {
			while (n != top && n->next == NULL)
				n = n->parent;
			if (n == top)
				return NULL;
			n = n->next;
		}
	} while (n->type != XML_ELEMENT_NODE);
	return n;
}

struct str
xliffdom_attribute(struct arena *a, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(n, BAD_CAST name);
	struct str s = value ? arena_str(a, str_of((const char *)value)) : STR_EMPTY;

	xmlFree(value);
	return s;
}

struct str
xliffdom_content(struct arena *a, const xmlNode *n)
{
	xmlChar *text = n ? xmlNodeGetContent(n) : NULL;
	struct str s = text ? arena_str(a, str_of((const char *)text)) : STR_EMPTY;

	xmlFree(text);
	return s;
}
