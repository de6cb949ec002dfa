/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/fromhtml.h"

#include "import/htmlinline.h"
#include "import/literal.h"
#include "base/mem.h"

static void blocks(struct htmlinline *r, const xmlNode *first, struct buf *b);

/* -- blocks -- */

static void
gap_between(struct buf *b)
{
	if (b->n > 0)
		BUF_LIT(b, "\n\n");
}

/* A paragraph out of ${run}, which is emptied. */
static void
flush(struct buf *run, struct buf *b)
{
	struct str words = str_trim(buf_view(run));
	size_t from;

	while (str_ends(words, "\\\n") || (words.n > 1 && str_ends(words, "\\") && words.p[words.n - 2] != '\\'))
		words = str_trim(str_sub(words, 0, words.n - (str_ends(words, "\\\n") ? 2 : 1)));
	if (words.n > 0) {
		gap_between(b);
		from = b->n;
		buf_str(b, words);
		literal_start(b, from);
	}
	buf_reset(run);
}

static void
put_heading(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct buf run = BUF_INIT;
	struct str words;

	htmlinline_all(r, n->children, &run);
	words = str_trim(buf_view(&run));
	if (words.n > 0) {
		/* A question has no headings of its own. */
		gap_between(b);
		BUF_LIT(b, "**");
		buf_str(b, words);
		BUF_LIT(b, "**");
	}
	buf_free(&run);
}

static void
put_list(struct htmlinline *r, const xmlNode *list, struct buf *b)
{
	bool ordered = htmlinline_is(list, "ol"), first = true;
	int number = 1;

	for (const xmlNode *n = list->children; n; n = n->next) {
		struct buf inside = BUF_INIT;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		blocks(r, n->children, &inside);
		if (inside.n > 0) {
			if (first)
				gap_between(b);
			else
				buf_chr(b, '\n');
			first = false;
			/* `*`: a list of answers has `-`, and may stand right behind. */
			if (ordered)
				buf_fmt(b, "%d. ", number++);
			else
				BUF_LIT(b, "* ");
			literal_indent(b, buf_view(&inside), ordered ? "   " : "  ");
		}
		buf_free(&inside);
	}
}

static void
put_quote(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct buf inside = BUF_INIT;

	blocks(r, n->children, &inside);
	if (inside.n > 0) {
		gap_between(b);
		BUF_LIT(b, "> ");
		for (size_t i = 0; i < inside.n; i++) {
			buf_chr(b, inside.p[i]);
			if (inside.p[i] == '\n')
				buf_cstr(b, i + 1 < inside.n && inside.p[i + 1] == '\n' ? ">" : "> ");
		}
	}
	buf_free(&inside);
}

static void
put_verbatim(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	xmlChar *text = xmlNodeGetContent(n);
	struct str s = str_of((const char *)text);
	size_t run = 0, longest = 2;

	(void)r;
	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	gap_between(b);
	for (size_t i = 0; i <= longest; i++)
		buf_chr(b, '`');
	buf_chr(b, '\n');
	buf_str(b, s);
	buf_cstr(b, str_ends(s, "\n") ? "" : "\n");
	for (size_t i = 0; i <= longest; i++)
		buf_chr(b, '`');
	xmlFree(text);
}

/* -- tables -- */

/* Rows wherever they are: in thead, tbody, or the table itself. */
static void
put_rows(struct htmlinline *r, const xmlNode *parent, struct buf *b, int *rows, int *columns)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		int cells = 0;

		if (!htmlinline_is(n, "tr")) {
			if (n->type == XML_ELEMENT_NODE)
				put_rows(r, n, b, rows, columns);
			continue;
		}
		buf_cstr(b, *rows > 0 ? "\n|" : "|");
		for (const xmlNode *c = n->children; c; c = c->next) {
			struct buf run = BUF_INIT;

			if (!htmlinline_is(c, "td") && !htmlinline_is(c, "th"))
				continue;
			if (htmlinline_attribute(r, c, "colspan").n + htmlinline_attribute(r, c, "rowspan").n > 0)
				taking_loss(r->t, r->line, "a cell over several rows or columns");
			htmlinline_all(r, c->children, &run);
			buf_fmt(b, " %.*s |", STR_ARG(str_trim(buf_view(&run))));
			buf_free(&run);
			cells++;
		}
		for (; *rows > 0 && cells < *columns; cells++)
			BUF_LIT(b, " |");
		if (*rows == 0) {
			*columns = cells;
			BUF_LIT(b, "\n|");
			for (int i = 0; i < cells; i++)
				BUF_LIT(b, "---|");
		} else if (cells > *columns) {
			taking_loss(r->t, r->line, "a row of a table that is longer than the first");
		}
		(*rows)++;
	}
}

static void
put_table(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct buf rows = BUF_INIT;
	int count = 0, columns = 0;
	bool cell = r->cell;

	r->cell = true;
	put_rows(r, n, &rows, &count, &columns);
	r->cell = cell;
	if (columns > 0) {
		gap_between(b);
		buf_str(b, buf_view(&rows));
	}
	buf_free(&rows);
}

/* -- all of them -- */

static void
put_block(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	if (htmlinline_is(n, "ul") || htmlinline_is(n, "ol"))
		put_list(r, n, b);
	else if (htmlinline_is(n, "blockquote"))
		put_quote(r, n, b);
	else if (htmlinline_is(n, "pre"))
		put_verbatim(r, n, b);
	else if (htmlinline_is(n, "table"))
		put_table(r, n, b);
	else if (htmlinline_is(n, "hr")) {
		gap_between(b);
		BUF_LIT(b, "***");
	} else if (n->name[0] == 'h' && n->name[1] >= '1' && n->name[1] <= '6' && n->name[2] == '\0')
		put_heading(r, n, b);
	else
		blocks(r, n->children, b);
}

static void
blocks(struct htmlinline *r, const xmlNode *first, struct buf *b)
{
	struct buf run = BUF_INIT, made = BUF_INIT;

	if (++r->depth > HTMLINLINE_DEPTH && first) {
		htmlinline_words(r, first, &run);
		first = NULL;
	}
	for (const xmlNode *n = first; n; n = n->next) {
		if (n->type != XML_ELEMENT_NODE || !htmlinline_is_block(n)) {
			htmlinline_put(r, n, &run);
			continue;
		}
		flush(&run, &made);
		put_block(r, n, &made);
	}
	flush(&run, &made);
	if (made.n > 0) {
		gap_between(b);
		buf_str(b, buf_view(&made));
	}
	buf_free(&made);
	buf_free(&run);
	r->depth--;
}

void
fromhtml_blocks(struct taking *t, struct item *it, struct str html, uint32_t line, struct buf *b)
{
	struct htmlinline r = { .t = t, .it = it, .line = line };
	htmlParserCtxtPtr ctx = htmlNewParserCtxt();
	htmlDocPtr doc = NULL;
	struct buf made = BUF_INIT;
	const xmlNode *root;

	if (!ctx)
		mem_die(0);
	if (html.n > 0)
		doc = htmlCtxtReadMemory(ctx, html.p, (int)html.n, NULL, "UTF-8",
		    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			HTML_PARSE_COMPACT);
	root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (root)
		blocks(&r, root->children, &made);
	else if (str_trim(html).n > 0)
		literal_text(&made, str_trim(html));
	buf_str(b, buf_view(&made));
	buf_free(&made);
	xmlFreeDoc(doc);
	htmlFreeParserCtxt(ctx);
}
