/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/fromhtml.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "author/embedded.h"
#include "author/literal.h"
#include "base/mem.h"

enum { MOST_DEPTH = 60 };

struct reading {
	struct taking *t;
	struct item *it;
	uint32_t line;
	int depth;
	bool cell; /* in a cell of a table: all on one line */
};

static void blocks(struct reading *r, const xmlNode *first, struct buf *b);
static void inlines(struct reading *r, const xmlNode *first, struct buf *b);

/* -- names -- */

static bool
is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static bool
among(const xmlNode *n, const char *const *names)
{
	for (; *names; names++)
		if (is(n, *names))
			return true;
	return false;
}

static const char *const block_names[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
	"blockquote", "pre", "table", "hr", "section", "article", "header", "footer", "main", "figure", "figcaption",
	"dl", "dt", "dd", "center", "address", "fieldset", "form", "body", "html", "tbody", "thead", "tr", NULL };
static const char *const code_names[] = { "script", "style", NULL };
static const char *const silent_names[] = { "title", "meta", "link", NULL };

static struct str
attribute(struct reading *r, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetProp((xmlNode *)(uintptr_t)n, BAD_CAST name);
	struct str s = value ? arena_str(r->t->arena, str_of((const char *)value)) : STR_EMPTY;

	xmlFree(value);
	return s;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Text of a line: blanks are one, those that do not break are blanks. */
static void
put_words(struct buf *b, struct str s)
{
	struct buf clean = BUF_INIT;

	for (size_t i = 0; i < s.n; i++) {
		bool nbsp = i + 1 < s.n && (unsigned char)s.p[i] == 0xc2 && (unsigned char)s.p[i + 1] == 0xa0;
		char last = clean.n > 0 ? clean.p[clean.n - 1] : b->n > 0 ? b->p[b->n - 1] : '\n';

		if (!nbsp && !blank(s.p[i])) {
			buf_chr(&clean, s.p[i]);
			continue;
		}
		i += nbsp;
		if (last != ' ' && last != '\n')
			buf_chr(&clean, ' ');
	}
	literal_text(b, buf_view(&clean));
	buf_free(&clean);
}

/* -- inlines -- */

/* Signs around words, blanks at their ends outside of them. */
static void
around(struct reading *r, const xmlNode *n, struct buf *b, const char *mark)
{
	struct buf inside = BUF_INIT;
	struct str words;

	inlines(r, n->children, &inside);
	words = str_trim(buf_view(&inside));
	if (words.n > 0) {
		if (inside.p[0] == ' ' && b->n > 0 && b->p[b->n - 1] != ' ')
			buf_chr(b, ' ');
		buf_cstr(b, mark);
		buf_str(b, words);
		buf_cstr(b, mark);
		if (inside.p[inside.n - 1] == ' ')
			buf_chr(b, ' ');
	}
	buf_free(&inside);
}

static void
put_address(struct buf *b, struct str url)
{
	for (size_t i = 0; i < url.n; i++)
		if ((unsigned char)url.p[i] <= ' ' || strchr("<>()\\{}[]|`", url.p[i]))
			buf_fmt(b, "%%%02X", (unsigned)(unsigned char)url.p[i]);
		else
			buf_chr(b, url.p[i]);
}

static void
put_link(struct reading *r, const xmlNode *n, struct buf *b)
{
	struct str url = str_trim(attribute(r, n, "href")), file = STR_EMPTY;
	struct buf words = BUF_INIT;
	enum embedded_kind kind;

	inlines(r, n->children, &words);
	kind = embedded_find(r->t, r->it, url, r->line, &file);
	if (kind != EMBEDDED_NONE && str_trim(buf_view(&words)).n > 0) {
		buf_chr(b, '[');
		buf_str(b, str_trim(buf_view(&words)));
		BUF_LIT(b, "](");
		put_address(b, file);
		buf_chr(b, ')');
	} else {
		buf_str(b, buf_view(&words));
		if (url.n > 0 && !str_starts(url, "#")) {
			taking_loss(r->t, r->line, "a link to `%.*s`, which leads nowhere from here; it stays as text",
			    STR_ARG(str_sub(url, 0, 100)));
			BUF_LIT(b, " (");
			literal_code(b, url);
			buf_chr(b, ')');
		}
	}
	buf_free(&words);
}

static void
put_image(struct reading *r, const xmlNode *n, struct buf *b)
{
	struct str src = str_trim(attribute(r, n, "src")), alt = attribute(r, n, "alt"), file = STR_EMPTY;
	enum embedded_kind kind = embedded_find(r->t, r->it, src, r->line, &file);

	if (kind == EMBEDDED_NONE) {
		put_words(b, alt.n > 0 ? alt : STR(" "));
		return;
	}
	buf_cstr(b, kind == EMBEDDED_FILE ? "![" : "[");
	put_words(b, alt.n == 0 && kind == EMBEDDED_LINK ? src : alt);
	BUF_LIT(b, "](");
	put_address(b, file);
	BUF_LIT(b, ")");
	if (alt.n == 0 && kind == EMBEDDED_FILE) {
		BUF_LIT(b, "{.decorative}");
		taking_loss(r->t, r->line,
		    "the picture `%.*s` has no alternative text: write one in place of `{.decorative}`", STR_ARG(file));
	}
}

/* What is played or shown from elsewhere: a link to it. */
static void
put_foreign(struct reading *r, const xmlNode *n, struct buf *b)
{
	struct str src = attribute(r, n, is(n, "object") ? "data" : "src");

	taking_loss(r->t, r->line, "`<%s>`: %s", (const char *)n->name,
	    embedded_leads_out(src) ? "a link leads to it" : "its words stay");
	if (embedded_leads_out(src)) {
		buf_chr(b, '[');
		put_words(b, src);
		BUF_LIT(b, "](");
		put_address(b, src);
		BUF_LIT(b, ") ");
	}
	inlines(r, n->children, b);
}

static void
put_code(struct reading *r, const xmlNode *n, struct buf *b)
{
	xmlChar *text = xmlNodeGetContent(n);
	struct str s = str_of((const char *)text);

	(void)r;
	if (strstr(s.p, ITEM_GAP_MARK))
		put_words(b, s);
	else if (str_trim(s).n > 0)
		literal_code(b, s);
	xmlFree(text);
}

static void
put_span(struct reading *r, const xmlNode *n, struct buf *b)
{
	struct str lang = attribute(r, n, "lang");

	if (lang.n == 0) {
		inlines(r, n->children, b);
		return;
	}
	buf_chr(b, '[');
	inlines(r, n->children, b);
	BUF_LIT(b, "]{lang=");
	literal_value(b, lang);
	BUF_LIT(b, "}");
}

static void
put_break(struct reading *r, struct buf *b)
{
	while (b->n > 0 && b->p[b->n - 1] == ' ')
		b->n--;
	if (r->cell)
		buf_chr(b, ' ');
	else if (b->n > 0)
		BUF_LIT(b, "\\\n");
}

static void
put_element(struct reading *r, const xmlNode *n, struct buf *b)
{
	static const char *const strong[] = { "b", "strong", NULL },
				 *const em[] = { "i", "em", "cite", "dfn", "var", NULL },
				 *const code[] = { "code", "tt", "kbd", "samp", NULL },
				 *const struck[] = { "del", "s", "strike", NULL },
				 *const foreign[] = { "iframe", "video", "audio", "object", "embed", "source", NULL },
				 *const lost[] = { "sub", "sup", "u", "ins", "mark", "ruby", "math", "svg", "input",
					 "button", "select", "textarea", NULL };

	if (among(n, strong))
		around(r, n, b, "**");
	else if (among(n, em))
		around(r, n, b, "*");
	else if (among(n, struck))
		around(r, n, b, "~~");
	else if (among(n, code))
		put_code(r, n, b);
	else if (is(n, "br"))
		put_break(r, b);
	else if (is(n, "a"))
		put_link(r, n, b);
	else if (is(n, "img"))
		put_image(r, n, b);
	else if (is(n, "span"))
		put_span(r, n, b);
	else if (among(n, foreign))
		put_foreign(r, n, b);
	else {
		if (among(n, lost))
			taking_loss(r->t, r->line, "`<%s>`: its words stay", (const char *)n->name);
		inlines(r, n->children, b);
	}
}

static void
put_node(struct reading *r, const xmlNode *n, struct buf *b)
{
	if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
		put_words(b, str_of((const char *)n->content));
	} else if (n->type != XML_ELEMENT_NODE || among(n, silent_names)) {
		return;
	} else if (among(n, code_names)) {
		taking_loss(r->t, r->line, "`<%s>`", (const char *)n->name);
	} else if (among(n, block_names)) {
		/* A block where only a line can stand. */
		put_words(b, STR(" "));
		inlines(r, n->children, b);
		put_words(b, STR(" "));
	} else {
		put_element(r, n, b);
	}
}

/* What is nested too deep keeps its words. */
static void
flatten(struct reading *r, const xmlNode *first, struct buf *b)
{
	taking_loss(r->t, r->line, "what is nested deeper than %d elements: its words stay", MOST_DEPTH);
	for (const xmlNode *n = first; n; n = n->next) {
		xmlChar *text = xmlNodeGetContent(n);

		put_words(b, str_of((const char *)text));
		xmlFree(text);
	}
}

static void
inlines(struct reading *r, const xmlNode *first, struct buf *b)
{
	if (++r->depth > MOST_DEPTH && first)
		flatten(r, first, b);
	else
		for (const xmlNode *n = first; n; n = n->next)
			put_node(r, n, b);
	r->depth--;
}

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
put_heading(struct reading *r, const xmlNode *n, struct buf *b)
{
	struct buf run = BUF_INIT;
	struct str words;

	inlines(r, n->children, &run);
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
put_list(struct reading *r, const xmlNode *list, struct buf *b)
{
	bool ordered = is(list, "ol"), first = true;
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
put_quote(struct reading *r, const xmlNode *n, struct buf *b)
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
put_verbatim(struct reading *r, const xmlNode *n, struct buf *b)
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
put_rows(struct reading *r, const xmlNode *parent, struct buf *b, int *rows, int *columns)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		int cells = 0;

		if (!is(n, "tr")) {
			if (n->type == XML_ELEMENT_NODE)
				put_rows(r, n, b, rows, columns);
			continue;
		}
		buf_cstr(b, *rows > 0 ? "\n|" : "|");
		for (const xmlNode *c = n->children; c; c = c->next) {
			struct buf run = BUF_INIT;

			if (!is(c, "td") && !is(c, "th"))
				continue;
			if (attribute(r, c, "colspan").n + attribute(r, c, "rowspan").n > 0)
				taking_loss(r->t, r->line, "a cell over several rows or columns");
			inlines(r, c->children, &run);
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
put_table(struct reading *r, const xmlNode *n, struct buf *b)
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
put_block(struct reading *r, const xmlNode *n, struct buf *b)
{
	if (is(n, "ul") || is(n, "ol"))
		put_list(r, n, b);
	else if (is(n, "blockquote"))
		put_quote(r, n, b);
	else if (is(n, "pre"))
		put_verbatim(r, n, b);
	else if (is(n, "table"))
		put_table(r, n, b);
	else if (is(n, "hr")) {
		gap_between(b);
		BUF_LIT(b, "***");
	} else if (n->name[0] == 'h' && n->name[1] >= '1' && n->name[1] <= '6' && n->name[2] == '\0')
		put_heading(r, n, b);
	else
		blocks(r, n->children, b);
}

static void
blocks(struct reading *r, const xmlNode *first, struct buf *b)
{
	struct buf run = BUF_INIT, made = BUF_INIT;

	if (++r->depth > MOST_DEPTH && first) {
		flatten(r, first, &run);
		first = NULL;
	}
	for (const xmlNode *n = first; n; n = n->next) {
		if (n->type != XML_ELEMENT_NODE || !among(n, block_names)) {
			put_node(r, n, &run);
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
	struct reading r = { .t = t, .it = it, .line = line };
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
