/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dump.h"

/* Quoted, one line, whatever is in it. */
static void
text(FILE *f, struct str s)
{
	fputc('"', f);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			fprintf(f, "\\%c", c);
		else if (c == '\n')
			fputs("\\n", f);
		else if (c < 0x20 || c == 0x7f)
			fprintf(f, "\\x%02x", c);
		else
			fputc(c, f);
	}
	fputc('"', f);
}

static void
indent(FILE *f, int depth)
{
	fprintf(f, "%*s", 2 * depth, "");
}

/* -- the site -- */

static void
dump_document(FILE *f, const struct document *doc, int depth)
{
	indent(f, depth);
	fprintf(
	    f, "document %.*s %s%s\n", STR_ARG(doc->path), meta_type_name(doc->type), doc->excluded ? " excluded" : "");
	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct text *t = doc->texts[i];

		indent(f, depth + 1);
		fprintf(f, "%.*s ", STR_ARG(t->lang));
		text(f, site_title(t));
		fprintf(f, " %.*s%s\n", STR_ARG(t->src.path), t->broken ? " broken" : "");
	}
}

static void
dump_course(FILE *f, const struct course *c)
{
	fprintf(f, "course %.*s source %.*s\n", STR_ARG(c->path), STR_ARG(c->source_lang));
	if (c->index)
		dump_document(f, c->index, 1);
	for (size_t i = 0; i < c->ndocs; i++)
		dump_document(f, c->docs[i], 1);
	for (size_t i = 0; i < c->nmodules; i++) {
		fprintf(f, "  module %.*s\n", STR_ARG(c->modules[i]->path));
		if (c->modules[i]->index)
			dump_document(f, c->modules[i]->index, 2);
		for (size_t k = 0; k < c->modules[i]->ndocs; k++)
			dump_document(f, c->modules[i]->docs[k], 2);
	}
}

void
dump_site(FILE *f, const struct site *s)
{
	fprintf(f, "site theme %.*s base ", STR_ARG(s->theme));
	text(f, s->base_url);
	fputc('\n', f);
	for (size_t i = 0; i < s->nlanguages; i++)
		fprintf(f, "language %.*s %.*s %.*s\n", STR_ARG(s->languages[i].tag), STR_ARG(s->languages[i].dir),
		    STR_ARG(s->languages[i].autonym));
	for (size_t i = 0; i < s->ncourses; i++)
		dump_course(f, s->courses[i]);
	for (size_t i = 0; i < s->noutputs; i++) {
		const struct output *o = s->outputs[i];

		fprintf(f, "output %.*s", STR_ARG(o->path));
		if (o->text)
			fprintf(f, " from %.*s%s", STR_ARG(o->text->src.path), o->fallback ? " fallback" : "");
		fputc('\n', f);
	}
}

/* -- a body -- */

static void
dump_attrs(FILE *f, const struct attrs *a)
{
	if (a->id.n > 0)
		fprintf(f, " #%.*s", STR_ARG(a->id));
	for (size_t i = 0; i < a->nclasses; i++)
		fprintf(f, " .%.*s", STR_ARG(a->classes[i]));
	for (size_t i = 0; i < a->n; i++) {
		fprintf(f, " %.*s=", STR_ARG(a->v[i].key));
		text(f, a->v[i].value);
	}
}

static void
dump_members(FILE *f, const struct node *n)
{
	static const char *const marks[] = { "", " [ ]", " [x]", " [?]" };

	switch (n->kind) {
	case NODE_TEXT:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP:
	case NODE_HTML:
		fputc(' ', f);
		text(f, n->as.text);
		break;
	case NODE_CODE:
		fputc(' ', f);
		text(f, n->as.code.info);
		fputc(' ', f);
		text(f, n->as.code.text);
		break;
	case NODE_HEADING: fprintf(f, " %d anchor %.*s", n->as.heading.level, STR_ARG(n->as.heading.anchor)); break;
	case NODE_LIST:
		fprintf(f, "%s%s", n->as.list.ordered ? " ordered" : "", n->as.list.tight ? " tight" : "");
		break;
	case NODE_ITEM: fputs(marks[n->as.item.mark], f); break;
	case NODE_LINK:
	case NODE_IMAGE:
		fputc(' ', f);
		text(f, n->as.link.url);
		break;
	case NODE_FOOTNOTE:
	case NODE_NOTEREF: fprintf(f, " %d", n->as.footnote.number); break;
	case NODE_DIRECTIVE:
	case NODE_ROLE:
		fprintf(f, " %.*s%s", STR_ARG(n->as.directive.name), n->as.directive.leaf ? " leaf" : "");
		break;
	default: break;
	}
}

static void
dump_node(FILE *f, const struct node *n, int depth)
{
	indent(f, depth);
	fprintf(f, "%s", node_kind_name(n->kind));
	dump_members(f, n);
	if (n->attrs)
		dump_attrs(f, n->attrs);
	if (node_is_block(n->kind) || n->kind == NODE_LINK)
		fprintf(f, " @%u:%u", n->at.line, n->at.col);
	fputc('\n', f);
	if (n->kind == NODE_DIRECTIVE && n->as.directive.label) {
		indent(f, depth + 1);
		fputs("label\n", f);
		for (const struct node *c = n->as.directive.label->first; c; c = c->next)
			dump_node(f, c, depth + 2);
	}
	for (const struct node *c = n->first; c; c = c->next)
		dump_node(f, c, depth + 1);
}

void
dump_body(FILE *f, const struct body *b)
{
	fprintf(f, "body %.*s\n", STR_ARG(b->src.path));
	for (size_t i = 0; i < b->noutline; i++)
		fprintf(f, "outline %d #%.*s\n", b->outline[i].level, STR_ARG(b->outline[i].anchor));
	dump_node(f, b->root, 0);
}
