/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/inlinetext.h"

#include <string.h>

#include "base/unicode.h"
#include "read/attributes.h"

/* -- characters -- */

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool
wordlike(char c)
{
	return letter(c) || (c >= '0' && c <= '9');
}

/* Whether `&…;` begins here, which would be read as one character. */
static bool
entity(struct str s)
{
	size_t i = 1;

	while (i < s.n && i < 40 && (wordlike(s.p[i]) || s.p[i] == '#'))
		i++;
	return i > 1 && i < s.n && s.p[i] == ';';
}

/* The text ${s} with what stands at both sides of it: NUL where that is nothing. */
struct context {
	struct str s;
	char before, behind;
};

static char
at(const struct context *c, size_t i)
{
	return i < c->s.n ? c->s.p[i] : i == c->s.n ? c->behind : '\0';
}

/* Whether a list, heading or quote begins, if ${s} is the first of a block. *mark is where the sign that says so stands. */
static bool
begins_block(struct str s, size_t *mark)
{
	size_t digits = 0;

	*mark = 0;
	if (s.n == 0)
		return false;
	if (s.p[0] == '>' || s.p[0] == '#')
		return true;
	if (strchr("-+=*_", s.p[0]))
		return s.n == 1 || blank(s.p[1]) || s.p[1] == s.p[0];
	if (str_starts(s, "::"))
		return true;
	while (digits < s.n && digits < 9 && s.p[digits] >= '0' && s.p[digits] <= '9')
		digits++;
	*mark = digits;
	return digits > 0 && digits < s.n && (s.p[digits] == '.' || s.p[digits] == ')') &&
	    (digits + 1 == s.n || blank(s.p[digits + 1]));
}

/* The same behind a hard break, where also a row of dashes and bars makes a table of the line above. */
static bool
begins_line(struct str s, size_t *mark)
{
	return begins_block(s, mark) || (s.n > 0 && strchr("-|:", s.p[0]) != NULL);
}

/* Whether the sign at ${i} needs a backslash to be only itself. */
static bool
special(const struct context *c, size_t i)
{
	char sign = c->s.p[i], left = i > 0 ? c->s.p[i - 1] : c->before, right = at(c, i + 1);

	switch (sign) {
	case '\\':
	case '`':
	case '[':
	case ']': return true;
	case '*': return !(blank(left) && blank(right));
	case '_': return !(blank(left) && blank(right)) && !(wordlike(left) && wordlike(right));
	case '~': return right == '~' || left == '~';
	case '<': return letter(right) || right == '/' || right == '!' || right == '?';
	case '&': return entity(str_sub(c->s, i, c->s.n));
	case '!': return right == '[';
	case '(':
	case ':': return i == 0 && c->before == ']';
	case '^': return i == 0 && c->before == '[';
	case '{':
		return (i == 0 && c->before != '\0' && strchr("])`}>", c->before) != NULL) ||
		    attributes_begins(str_sub(c->s, i, c->s.n));
	default: return false;
	}
}

/* -- nodes -- */

struct writer {
	struct buf *b;
	size_t start;  /* where the message begins in it */
	char emphasis; /* the mark of the emphasis around; NUL: there is none */
	const struct node *top;
	bool cell; /* bars have a backslash, but not in code: a message is read as a paragraph, where it would stay */
};

static void write_all(struct writer *w, const struct node *parent);

static char
last(const struct writer *w)
{
	return w->b->n > w->start ? w->b->p[w->b->n - 1] : '\0';
}

/* The first byte that ${n} will be written with. */
static char
first_sign(const struct node *n)
{
	if (n == NULL)
		return '\0';
	switch (n->kind) {
	case NODE_TEXT: return n->as.text.n > 0 ? n->as.text.p[0] : '\0';
	case NODE_SOFTBREAK:
	case NODE_LINEBREAK: return ' ';
	case NODE_STRIKE: return '~';
	case NODE_LINK:
	case NODE_SPAN:
	case NODE_GAP:
	case NODE_NOTEREF: return '[';
	default: return '.';
	}
}

static void
write_blank(struct writer *w)
{
	if (last(w) != ' ' && last(w) != '\n' && w->b->n > w->start)
		buf_chr(w->b, ' ');
}

/* Signs that write_text() has to look at: the others stand for themselves. */
static bool
plain(char sign)
{
	switch (sign) {
	case '\\':
	case '`':
	case '[':
	case ']':
	case '*':
	case '_':
	case '~':
	case '<':
	case '&':
	case '!':
	case '{':
	case '(':
	case ':':
	case '^':
	case '|': return false;
	default: return (unsigned char)sign > ' ';
	}
}

/* How many bytes of ${s} from ${i} on stand for themselves; a single blank between words does, too. */
static size_t
plain_run(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.n && (plain(s.p[i]) || (s.p[i] == ' ' && i > from && i + 1 < s.n && plain(s.p[i + 1]))))
		i++;
	return i - from;
}

static void
write_text(struct writer *w, const struct node *n)
{
	struct context c = { n->as.text, last(w), n->next || n->parent == w->top ? first_sign(n->next) : '.' };
	size_t mark = 0, run;
	bool block = w->b->n == w->start ? begins_block(str_trim(c.s), &mark)
					 : last(w) == '\n' && begins_line(str_trim(c.s), &mark);

	if (block)
		mark += (size_t)(str_trim(c.s).p - c.s.p);
	for (size_t i = 0; i < c.s.n; i++) {
		char sign = c.s.p[i];

		if (!block && (run = plain_run(c.s, i)) > 0) {
			buf_str(w->b, str_sub(c.s, i, i + run));
			i += run - 1;
			continue;
		}
		if (sign == ' ' || sign == '\t' || sign == '\n') {
			write_blank(w);
			continue;
		}
		if ((block && i == mark) || special(&c, i) || (w->cell && sign == '|'))
			buf_chr(w->b, '\\');
		buf_chr(w->b, sign);
		block = block && i < mark;
	}
}

static void
write_code(struct writer *w, struct str s)
{
	size_t longest = 0, run = 0;
	bool pad;

	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	pad = str_trim(s).n > 0 && (s.p[0] == '`' || s.p[s.n - 1] == '`' || (s.p[0] == ' ' && s.p[s.n - 1] == ' '));
	for (size_t i = 0; i <= longest; i++)
		buf_chr(w->b, '`');
	if (pad)
		buf_chr(w->b, ' ');
	buf_str(w->b, s);
	if (pad)
		buf_chr(w->b, ' ');
	for (size_t i = 0; i <= longest; i++)
		buf_chr(w->b, '`');
}

static void
write_url(struct buf *b, struct str url)
{
	int depth = 0;
	bool angle = url.n == 0;

	for (size_t i = 0; i < url.n; i++) {
		depth += url.p[i] == '(' ? 1 : url.p[i] == ')' ? -1 : 0;
		angle = angle || blank(url.p[i]) || depth < 0;
	}
	if (angle || depth != 0) {
		BUF_LIT(b, "<");
		for (size_t i = 0; i < url.n; i++) {
			if (strchr("<>\\", url.p[i]) || (url.p[i] == '&' && entity(str_sub(url, i, url.n))))
				buf_chr(b, '\\');
			buf_chr(b, url.p[i]);
		}
		BUF_LIT(b, ">");
		return;
	}
	for (size_t i = 0; i < url.n; i++) {
		if (url.p[i] == '\\' || (url.p[i] == '&' && entity(str_sub(url, i, url.n))))
			buf_chr(b, '\\');
		buf_chr(b, url.p[i]);
	}
}

static void
write_target(struct writer *w, const struct node *n)
{
	BUF_LIT(w->b, "](");
	write_url(w->b, n->as.link.url);
	if (n->as.link.title.n > 0) {
		BUF_LIT(w->b, " \"");
		for (size_t i = 0; i < n->as.link.title.n; i++) {
			char sign = n->as.link.title.p[i];

			if (sign == '"' || sign == '\\' ||
			    (sign == '&' && entity(str_sub(n->as.link.title, i, n->as.link.title.n))))
				buf_chr(w->b, '\\');
			buf_chr(w->b, sign == '\n' ? ' ' : sign);
		}
		BUF_LIT(w->b, "\"");
	}
	BUF_LIT(w->b, ")");
}

/* What CommonMark takes for an address of mail between `<` and `>`, which is less than what it takes for one without them. */
static bool
mail_address(struct str s)
{
	size_t at = str_find(s, '@');
	char before = '.';

	if (at == 0 || at >= s.n)
		return false;
	for (size_t i = 0; i < s.n; before = s.p[i++]) {
		bool name = (unsigned char)s.p[i] < 0x80 && wordlike(s.p[i]);

		if (i < at && !name && !strchr(".!#$%'*+/=?^_`{|}~-", s.p[i]))
			return false;
		if (i > at && !name && (!strchr("-.", s.p[i]) || (s.p[i] == '.' && strchr("-.@", before))))
			return false;
		if (i > at && s.p[i] == '-' && strchr(".@", before))
			return false;
	}
	return wordlike(before);
}

static bool
web_address(struct str s)
{
	size_t colon = str_find(s, ':');

	if (colon < 2 || colon > 32 || colon >= s.n || !letter(s.p[0]))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((i < colon && !wordlike(s.p[i]) && !strchr("+.-", s.p[i])) || (unsigned char)s.p[i] <= ' ' ||
		    s.p[i] == '<' || s.p[i] == '>' || (s.p[i] == '&' && entity(str_sub(s, i, s.n))))
			return false;
	return true;
}

/* An address that is its own words, `<so>`. */
static bool
autolink(const struct node *n)
{
	const struct node *words = n->first;
	struct str url = n->as.link.url;

	if (words == NULL || words->next || words->kind != NODE_TEXT || n->as.link.title.n > 0 || n->attrs)
		return false;
	if (str_starts(url, "mailto:") && str_eq(words->as.text, str_sub(url, 7, url.n)))
		return mail_address(words->as.text);
	return str_eq(words->as.text, url) && web_address(url);
}

static void
write_link(struct writer *w, const struct node *n)
{
	if (autolink(n)) {
		BUF_LIT(w->b, "<");
		buf_str(w->b, n->first->as.text);
		BUF_LIT(w->b, ">");
		return;
	}
	buf_cstr(w->b, n->kind == NODE_IMAGE ? "![" : "[");
	write_all(w, n);
	write_target(w, n);
	inlinetext_attrs(w->b, n->attrs);
}

/* `_so_`, but `*so*` inside a word, where underscores are no marks; two at one end are two different ones. */
static void
write_emphasis(struct writer *w, const struct node *n)
{
	bool edge = n->prev == NULL || n->next == NULL, word = wordlike(last(w)) || wordlike(first_sign(n->next));
	char around = w->emphasis, sign = around && edge ? "*_"[around == '*'] : word || last(w) == '_' ? '*' : '_';

	w->emphasis = sign;
	buf_chr(w->b, sign);
	write_all(w, n);
	buf_chr(w->b, sign);
	w->emphasis = around;
}

static void
write_around(struct writer *w, const char *sign, const struct node *n)
{
	buf_cstr(w->b, sign);
	write_all(w, n);
	buf_cstr(w->b, sign);
}

static void
write_role(struct writer *w, const struct node *n)
{
	BUF_LIT(w->b, ":");
	buf_str(w->b, n->as.directive.name);
	if (n->first) {
		BUF_LIT(w->b, "[");
		write_all(w, n);
		BUF_LIT(w->b, "]");
	}
	inlinetext_attrs(w->b, n->attrs);
}

static void
write_node(struct writer *w, const struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT: write_text(w, n); break;
	case NODE_SOFTBREAK: write_blank(w); break;
	case NODE_LINEBREAK: BUF_LIT(w->b, "\\\n"); break;
	case NODE_CODESPAN:
		write_code(w, n->as.text);
		inlinetext_attrs(w->b, n->attrs);
		break;
	case NODE_RAW: buf_str(w->b, n->as.text); break;
	case NODE_EMPH: write_emphasis(w, n); break;
	case NODE_STRONG: write_around(w, "**", n); break;
	case NODE_STRIKE: write_around(w, "~~", n); break;
	case NODE_LINK:
	case NODE_IMAGE: write_link(w, n); break;
	case NODE_SPAN:
		BUF_LIT(w->b, "[");
		write_all(w, n);
		BUF_LIT(w->b, "]");
		inlinetext_attrs(w->b, n->attrs);
		break;
	case NODE_NOTEREF:
		BUF_LIT(w->b, "[^");
		buf_str(w->b, n->as.footnote.label);
		BUF_LIT(w->b, "]");
		break;
	case NODE_GAP:
		buf_str(w->b, n->as.text);
		inlinetext_attrs(w->b, n->attrs);
		break;
	case NODE_ROLE: write_role(w, n); break;
	default: break;
	}
}

static void
write_all(struct writer *w, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next)
		if (!node_is_block(n->kind))
			write_node(w, n);
}

void
inlinetext_write(struct buf *b, const struct node *parent)
{
	struct writer w = { .b = b, .start = b->n, .top = parent, .cell = parent->kind == NODE_CELL };

	write_all(&w, parent);
	while (b->n > w.start && (last(&w) == ' ' || last(&w) == '\n'))
		b->n--;
}

/* -- attributes -- */

static bool
plain_value(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (blank(s.p[i]) || strchr("\"'{}=`<>", s.p[i]))
			return false;
	return s.n > 0;
}

void
inlinetext_attrs(struct buf *b, const struct attrs *attrs)
{
	const char *between = "";

	if (attrs == NULL || (attrs->id.n == 0 && attrs->nclasses == 0 && attrs->n == 0))
		return;
	BUF_LIT(b, "{");
	if (attrs->id.n > 0) {
		buf_fmt(b, "#%.*s", STR_ARG(attrs->id));
		between = " ";
	}
	for (size_t i = 0; i < attrs->nclasses; i++, between = " ")
		buf_fmt(b, "%s.%.*s", between, STR_ARG(attrs->classes[i]));
	for (size_t i = 0; i < attrs->n; i++, between = " ")
		buf_fmt(b, plain_value(attrs->v[i].value) ? "%s%.*s=%.*s" : "%s%.*s=\"%.*s\"", between,
		    STR_ARG(attrs->v[i].key), STR_ARG(attrs->v[i].value));
	BUF_LIT(b, "}");
}
