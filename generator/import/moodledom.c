/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/moodledom.h"

#include <string.h>

#include "import/embedded.h"
#include "base/xmlin.h"

/* -- the file -- */

xmlDocPtr
moodledom_open(struct taking *t)
{
	struct xmlin_fault fault;
	xmlDocPtr doc = xmlin_open(t->arena, t->src.bytes, &fault);

	if (doc)
		return doc;
	if (fault.entities)
		taking_fault(t, fault.line,
		    "it declares entities of its own, which are not read: replace them by what they stand for");
	else
		taking_fault(t, fault.line, "it is not well-formed XML: %.*s", STR_ARG(fault.why));
	return NULL;
}

/* -- elements -- */

const xmlNode *
moodledom_next(const xmlNode *n, const char *name)
{
	while (n && (n->type != XML_ELEMENT_NODE || strcmp((const char *)n->name, name) != 0))
		n = n->next;
	return n;
}

const xmlNode *
moodledom_child(const xmlNode *n, const char *name)
{
	return n ? moodledom_next(n->children, name) : NULL;
}

struct str
moodledom_content(struct taking *t, const xmlNode *n)
{
	xmlChar *text = n ? xmlNodeGetContent(n) : NULL;
	struct str s = text ? arena_str(t->arena, str_trim(str_of((const char *)text))) : STR_EMPTY;

	xmlFree(text);
	return s;
}

struct str
moodledom_value(struct taking *t, const xmlNode *n, const char *name)
{
	const xmlNode *child = moodledom_child(n, name), *text = moodledom_child(child, "text");

	return moodledom_content(t, text ? text : child);
}

bool
moodledom_flag(struct taking *t, const xmlNode *n, const char *name, bool usual)
{
	struct str s = moodledom_value(t, n, name);

	return s.n > 0 ? str_is(s, "true") || str_is(s, "1") : usual;
}

struct str
moodledom_attribute(struct taking *t, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetProp(n, BAD_CAST name);
	struct str s = value ? arena_str(t->arena, str_of((const char *)value)) : STR_EMPTY;

	xmlFree(value);
	return s;
}

/* -- texts -- */

void
moodledom_files(struct taking *t, struct item *it, const xmlNode *n)
{
	for (const xmlNode *f = moodledom_child(n, "file"); f; f = moodledom_next(f->next, "file")) {
		struct item_file file = { moodledom_attribute(t, f, "name"), STR_EMPTY };
		struct str encoding = moodledom_attribute(t, f, "encoding");

		if ((encoding.n > 0 && !str_is(encoding, "base64")) ||
		    !embedded_decode(t->arena, moodledom_content(t, f), &file.bytes)) {
			taking_loss(
			    t, xmlin_line(f), "the file `%.*s`, whose bytes cannot be read", STR_ARG(file.name));
			continue;
		}
		it->files = item_more(t->arena, it->files, it->nfiles, sizeof *it->files);
		it->files[it->nfiles++] = file;
	}
}

static enum item_format
format_of(struct taking *t, const xmlNode *n)
{
	struct str name = moodledom_attribute(t, n, "format");

	if (str_is(name, "markdown"))
		return ITEM_MARKDOWN;
	if (str_is(name, "plain_text"))
		return ITEM_PLAIN;
	return str_is(name, "moodle_auto_format") ? ITEM_AUTO : ITEM_HTML;
}

struct item_text
moodledom_text(struct taking *t, struct item *it, const xmlNode *n)
{
	struct item_text text = { STR_EMPTY, ITEM_HTML, 0 };
	const xmlNode *inside = moodledom_child(n, "text");

	if (!n)
		return text;
	text.line = xmlin_line(n);
	text.format = format_of(t, n);
	text.s = moodledom_content(t, inside ? inside : n);
	moodledom_files(t, it, n);
	return text;
}

/* -- as it stands -- */

static void
empty_files(xmlNode *n)
{
	for (xmlNode *c = n->children; c; c = c->next) {
		if (c->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)c->name, "file") == 0)
			xmlNodeSetContent(c, NULL);
		else
			empty_files(c);
	}
}

struct str
moodledom_source(struct taking *t, const xmlNode *n)
{
	xmlNode *copy = xmlCopyNode((xmlNode *)(uintptr_t)n, 1);
	xmlBufferPtr out = xmlBufferCreate();
	struct str s = STR_EMPTY;

	if (!copy || !out)
		mem_die(0);
	empty_files(copy);
	if (xmlNodeDump(out, n->doc, copy, 0, 0) > 0)
		s = arena_str(
		    t->arena, (struct str){ (const char *)xmlBufferContent(out), (size_t)xmlBufferLength(out) });
	xmlBufferFree(out);
	xmlFreeNode(copy);
	return s;
}
