/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/htmlinline.h"

#include <string.h>

#include "import/embedded.h"
#include "import/literal.h"

/* -- names -- */

bool
htmlinline_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static bool
among(const xmlNode *n, const char *const *names)
{
	for (; *names; names++)
		if (htmlinline_is(n, *names))
			return true;
	return false;
}

static const char *const block_names[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
	"blockquote", "pre", "table", "hr", "section", "article", "header", "footer", "main", "figure", "figcaption",
	"dl", "dt", "dd", "center", "address", "fieldset", "form", "body", "html", "tbody", "thead", "tr", NULL };
static const char *const code_names[] = { "script", "style", NULL };
static const char *const silent_names[] = { "title", "meta", "link", NULL };

struct str
htmlinline_attribute(struct htmlinline *r, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetProp(n, BAD_CAST name);
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

bool
htmlinline_is_block(const xmlNode *n)
{
	return among(n, block_names);
}

/* -- inlines -- */

/* Signs around words, blanks at their ends outside of them. */
static void
around(struct htmlinline *r, const xmlNode *n, struct buf *b, const char *mark)
{
	struct buf inside = BUF_INIT;
	struct str words;

	htmlinline_all(r, n->children, &inside);
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
put_link(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct str url = str_trim(htmlinline_attribute(r, n, "href")), file = STR_EMPTY;
	struct buf words = BUF_INIT;
	enum embedded_kind kind;

	htmlinline_all(r, n->children, &words);
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
put_image(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct str src = str_trim(htmlinline_attribute(r, n, "src")), alt = htmlinline_attribute(r, n, "alt"),
		   file = STR_EMPTY;
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
put_foreign(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct str src = htmlinline_attribute(r, n, htmlinline_is(n, "object") ? "data" : "src");

	taking_loss(r->t, r->line, "`<%s>`: %s", (const char *)n->name,
	    embedded_leads_out(src) ? "a link leads to it" : "its words stay");
	if (embedded_leads_out(src)) {
		buf_chr(b, '[');
		put_words(b, src);
		BUF_LIT(b, "](");
		put_address(b, src);
		BUF_LIT(b, ") ");
	}
	htmlinline_all(r, n->children, b);
}

static void
put_code(struct htmlinline *r, const xmlNode *n, struct buf *b)
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
put_span(struct htmlinline *r, const xmlNode *n, struct buf *b)
{
	struct str lang = htmlinline_attribute(r, n, "lang");

	if (lang.n == 0) {
		htmlinline_all(r, n->children, b);
		return;
	}
	buf_chr(b, '[');
	htmlinline_all(r, n->children, b);
	BUF_LIT(b, "]{lang=");
	literal_value(b, lang);
	BUF_LIT(b, "}");
}

static void
put_break(struct htmlinline *r, struct buf *b)
{
	while (b->n > 0 && b->p[b->n - 1] == ' ')
		b->n--;
	if (r->cell)
		buf_chr(b, ' ');
	else if (b->n > 0)
		BUF_LIT(b, "\\\n");
}

static void
put_element(struct htmlinline *r, const xmlNode *n, struct buf *b)
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
	else if (htmlinline_is(n, "br"))
		put_break(r, b);
	else if (htmlinline_is(n, "a"))
		put_link(r, n, b);
	else if (htmlinline_is(n, "img"))
		put_image(r, n, b);
	else if (htmlinline_is(n, "span"))
		put_span(r, n, b);
	else if (among(n, foreign))
		put_foreign(r, n, b);
	else {
		if (among(n, lost))
			taking_loss(r->t, r->line, "`<%s>`: its words stay", (const char *)n->name);
		htmlinline_all(r, n->children, b);
	}
}

void
htmlinline_put(struct htmlinline *r, const xmlNode *n, struct buf *b)
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
		htmlinline_all(r, n->children, b);
		put_words(b, STR(" "));
	} else {
		put_element(r, n, b);
	}
}

/* What is nested too deep keeps its words. */
void
htmlinline_words(struct htmlinline *r, const xmlNode *first, struct buf *b)
{
	taking_loss(r->t, r->line, "what is nested deeper than %d elements: its words stay", HTMLINLINE_DEPTH);
	for (const xmlNode *n = first; n; n = n->next) {
		xmlChar *text = xmlNodeGetContent(n);

		put_words(b, str_of((const char *)text));
		xmlFree(text);
	}
}

void
htmlinline_all(struct htmlinline *r, const xmlNode *first, struct buf *b)
{
	if (++r->depth > HTMLINLINE_DEPTH && first)
		htmlinline_words(r, first, b);
	else
		for (const xmlNode *n = first; n; n = n->next)
			htmlinline_put(r, n, b);
	r->depth--;
}
