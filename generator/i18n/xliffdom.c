/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/xliffdom.h"

#include <string.h>

#include "base/xmlin.h"

static const char core[] = "urn:oasis:names:tc:xliff:document:2.";

/* -- the file -- */

static void
tell(const struct source *src, const struct xmlin_fault *f, struct diags *d)
{
	struct span at = { f->line, 0, 0 };

	if (f->entities)
		diag_note(d, diag_add(d, DIAG_XLIFF_FILE, src, at, "it declares entities of its own"),
		    "replace them by what they stand for");
	else
		diag_add(d, DIAG_XLIFF_FILE, src, at, "it is not well-formed XML: %.*s", STR_ARG(f->why));
}

static bool
is_xliff(xmlDocPtr doc, const struct source *src, struct diags *d)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct span at = { root ? xmlin_line(root) : 1, 0, 0 };
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
	struct arena a = ARENA_INIT;
	struct xmlin_fault fault;
	xmlDocPtr doc = xmlin_open(&a, src->bytes, &fault);

	if (!doc)
		tell(src, &fault, d);
	if (doc && !is_xliff(doc, src, d)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	arena_free(&a);
	return doc;
}

/* -- elements -- */

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
