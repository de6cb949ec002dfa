/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/rereading.h"

#include <string.h>

#include "base/buf.h"
#include "base/unicode.h"
#include "read/markdown.h"

/* Whether ${s} begins with the label, in whatever case: beyond ASCII that may change its length, so there it is taken for it. */
static bool
begins_with_label(struct str s, struct str label)
{
	for (size_t i = 0; i < label.n; i++) {
		if ((unsigned char)label.p[i] >= 0x80)
			return true;
		if (i == s.n || str_lower(s.p[i]) != str_lower(label.p[i]))
			return false;
	}
	return true;
}

static bool
may_mention(struct str s, struct str label)
{
	for (size_t i = 0; i + 2 < s.n; i++)
		if (s.p[i] == '[' && s.p[i + 1] == '^' && begins_with_label(str_sub(s, i + 2, s.n), label))
			return true;
	return false;
}

static void
write_note(struct buf *b, struct str label)
{
	buf_fmt(b, "\n\n[^%.*s]: .\n", STR_ARG(label));
}

static uint32_t
lines_in(struct str s)
{
	uint32_t n = 1;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

static void
place_at(struct node *top, uint32_t line)
{
	for (struct node *n = top; n; n = node_next(n, top)) {
		n->at = (struct span){ line, 0, 0 };
		if (n->attrs) {
			n->attrs->at = n->at;
			for (size_t i = 0; i < n->attrs->n; i++)
				n->attrs->v[i].at = n->at;
		}
	}
}

/* Notes that a message has no mark of are no mistake. */
static bool
tells_nothing(const struct diags *d)
{
	for (size_t i = 0; i < d->all.n; i++)
		if (d->all.v[i].code != DIAG_FOOTNOTE_UNUSED)
			return false;
	return true;
}

/* Signs that may be markup, or that may be with what stands beside them. */
static const bool marks[256] = {
	['\\'] = true,
	['`'] = true,
	['['] = true,
	[']'] = true,
	['*'] = true,
	['_'] = true,
	['~'] = true,
	['<'] = true,
	['&'] = true,
	['{'] = true,
	['}'] = true,
	['@'] = true,
	[':'] = true,
	['\t'] = true,
	['\n'] = true,
	['\r'] = true,
};

/* `:` is one where an address or a fence goes on behind it. */
static bool
harmless(struct str s, size_t i)
{
	return s.p[i] == ':' && i + 1 < s.n && s.p[i + 1] == ' ';
}

static bool
has_address(struct str s)
{
	return memmem(s.p, s.n, "www.", 4) != NULL;
}

/*
 * Whether Markdown takes ${s} for one paragraph of words and nothing else. Most messages are so, and need no parser. What is not
 * surely so is left to it: also what begins like a block, or with a character that looks like a mark or like nothing.
 */
static bool
only_words(struct str s)
{
	if (s.n == 0 || strchr(" >#-+=:0123456789", s.p[0]) || (unsigned char)s.p[0] >= 0xe2 ||
	    (unsigned char)s.p[0] == 0xc2 || s.p[s.n - 1] == ' ')
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (marks[(unsigned char)s.p[i]] && !harmless(s, i))
			return false;
	return !has_address(s);
}

static struct node *
words_only(struct arena *a, const struct rereading *r)
{
	struct span at = { r->line, 0, 0 };
	struct node *p = node_new(a, NODE_PARAGRAPH, at), *t = node_new(a, NODE_TEXT, at);

	t->as.text = r->text;
	node_append(p, t);
	return p;
}

/* Whether readers see anything of it: direction marks and blanks of all kinds are nothing. */
static bool
is_seen(const struct node *p)
{
	struct buf words = BUF_INIT;
	bool seen = false;

	for (const struct node *n = p->first; n && !seen; n = node_next(n, p))
		seen = n->kind == NODE_IMAGE || n->kind == NODE_RAW || n->kind == NODE_NOTEREF || n->kind == NODE_ROLE;
	if (!seen)
		node_plain(&words, p);
	for (size_t at = 0; at < words.n && !seen;) {
		uint32_t c = unicode_next(buf_view(&words), &at);

		seen = c > ' ' && !unicode_invisible(c);
	}
	buf_free(&words);
	return seen;
}

static bool
read_at_once(struct arena *a, const struct source *src, struct rereading **all, size_t n, struct buf *b)
{
	struct source joined = { src->path, arena_str(a, buf_view(b)) };
	struct diags told = DIAGS_INIT;
	struct node *root = markdown_read(a, &joined, joined.bytes, 1, &told), *p = root ? root->first : NULL, *next;
	uint32_t line = 1;
	bool sound = root != NULL && tells_nothing(&told);

	diags_free(&told);
	for (size_t i = 0; sound && i < n; i++, p = next) {
		sound = p && p->kind == NODE_PARAGRAPH && p->at.line == line && p->attrs == NULL && is_seen(p);
		next = p ? p->next : NULL;
		all[i]->node = p;
		line += lines_in(all[i]->text) + 1;
	}
	if (!sound || (p && p->kind != NODE_FOOTNOTE))
		return false;
	for (size_t i = 0; i < n; i++)
		place_at(all[i]->node, all[i]->line);
	return true;
}

/* What was found in a message, told at its place in the catalogue. */
static void
tell_again(struct diags *d, const struct source *src, uint32_t line, const struct diags *told)
{
	for (size_t i = 0; i < told->all.n; i++) {
		const struct diag *t = &told->all.v[i];
		struct diag *g;

		if (t->code == DIAG_FOOTNOTE_UNUSED)
			continue;
		g = diag_add(d, t->code, src, (struct span){ line, 0, 0 }, "%.*s", STR_ARG(t->detail));
		for (size_t k = 0; k < t->nnotes; k++)
			diag_note(d, g, "%.*s", STR_ARG(t->notes[k]));
	}
}

static struct str
what_became(struct arena *a, const struct node *root)
{
	const struct node *n = root ? root->first : NULL;

	if (n == NULL || n->kind == NODE_FOOTNOTE || (n->kind == NODE_PARAGRAPH && !is_seen(n)))
		return STR("nothing");
	if (n->kind == NODE_PARAGRAPH)
		return n->attrs ? STR("a block with attributes") : STR("several blocks");
	if (n->kind == NODE_CODE || n->kind == NODE_HTML)
		return n->kind == NODE_CODE ? STR("a block of code") : STR("raw HTML");
	return arena_fmt(a, "a %s", node_kind_name(n->kind));
}

static void
read_one(struct arena *a, const struct source *src, struct rereading *r, const struct str *notes, size_t nnotes,
    struct diags *d)
{
	struct buf b = BUF_INIT;
	struct diags told = DIAGS_INIT;
	struct source one = { src->path, STR_EMPTY };
	struct node *root, *n;

	buf_str(&b, r->text);
	for (size_t i = 0; i < nnotes; i++)
		if (may_mention(r->text, notes[i]))
			write_note(&b, notes[i]);
	one.bytes = arena_str(a, buf_view(&b));
	buf_free(&b);
	root = markdown_read(a, &one, one.bytes, 1, &told);
	n = root ? root->first : NULL;
	tell_again(d, src, r->line, &told);
	diags_free(&told);
	if (n && n->kind == NODE_PARAGRAPH && n->attrs == NULL && is_seen(n) &&
	    (n->next == NULL || n->next->kind == NODE_FOOTNOTE)) {
		place_at(n, r->line);
		r->node = n;
	} else {
		r->node = NULL;
		r->became = what_became(a, root);
	}
}

/* Those that need the parser, in ${todo}: how many. */
static size_t
take_words(struct arena *a, struct rereading *all, size_t n, struct rereading **todo)
{
	size_t left = 0;

	for (size_t i = 0; i < n; i++)
		if (only_words(all[i].text))
			all[i].node = words_only(a, &all[i]);
		else
			todo[left++] = &all[i];
	return left;
}

void
rereading_all(struct arena *a, const struct source *src, struct rereading *all, size_t n, const struct str *notes,
    size_t nnotes, struct diags *d)
{
	struct rereading **todo = ARENA_ARRAY(a, struct rereading *, n);
	struct buf b = BUF_INIT;
	bool sound;

	n = take_words(a, all, n, todo);
	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++) {
		buf_str(&b, todo[i]->text);
		BUF_LIT(&b, "\n\n");
	}
	/* Notes, so that their marks are marks; what they say is not looked at. */
	for (size_t i = 0; i < nnotes; i++)
		write_note(&b, notes[i]);
	sound = n > 1 && read_at_once(a, src, todo, n, &b);
	buf_free(&b);
	for (size_t i = 0; !sound && i < n; i++)
		read_one(a, src, todo[i], notes, nnotes, d);
}
