/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/variants.h"

#include "base/vec.h"

struct variant_vec VEC_OF(struct variant);

/* What is being read: finished variants, and the one at hand. */
struct reading {
	struct asking *as;
	struct span at;
	struct variant_vec done;
	struct buf text; /* of the one at hand */
	bool code;       /* it stood in backticks, and nothing may stand beside it */
	bool mixed;
	bool gap;     /* stars around it mean something */
	bool escaped; /* one of them is written as `\*` */
};

static struct variants
refuse(struct reading *r, enum diag_code code, struct span at, const char *why, const char *repair)
{
	diag_note(r->as->d, asking_fault(r->as, code, at, "%s", why), "%s", repair);
	VEC_FREE(&r->done);
	buf_free(&r->text);
	return (struct variants){ NULL, 0 };
}

static struct variants
refuse_markup(struct reading *r, struct span at)
{
	return refuse(r, DIAG_QUESTION_ANSWERS, at, "an answer that is typed has no markup",
	    "put the whole of it in backticks, where every sign is taken as it stands: - `a*b*`");
}

static void
end_variant(struct reading *r)
{
	struct variant v = { .text = str_trim(buf_view(&r->text)) };

	if (r->code)
		v.text = buf_view(&r->text);
	else if (r->gap && !r->escaped && v.text.n > 2 && v.text.p[0] == '*' && v.text.p[v.text.n - 1] == '*') {
		v.starred = true;
		v.text = str_trim(str_sub(v.text, 1, v.text.n - 1));
	}
	v.text = arena_str(r->as->arena, v.text);
	VEC_PUSH(&r->done, v);
	buf_reset(&r->text);
	r->code = false;
	r->escaped = false;
}

static void
put_code(struct reading *r, struct str code)
{
	r->mixed |= r->code || str_trim(buf_view(&r->text)).n > 0;
	buf_reset(&r->text);
	buf_str(&r->text, code);
	r->code = true;
}

static void
put_char(struct reading *r, char c)
{
	if (r->code) {
		r->mixed |= c != ' ' && c != '\t';
		return;
	}
	buf_chr(&r->text, c);
}

static struct variants
finish(struct reading *r)
{
	struct variants all = { NULL, 0 };

	end_variant(r);
	if (r->mixed)
		return refuse_markup(r, r->at);
	for (size_t i = 0; i < r->done.n; i++)
		if (str_trim(r->done.v[i].text).n == 0)
			return refuse(r, DIAG_QUESTION_ANSWERS, r->at,
			    r->done.n == 1 ? "this answer is empty" : "one of these variants is empty",
			    "between two `|` stands an answer; to accept a bar itself, write `a|b` in backticks");
	all.n = r->done.n;
	all.v = ARENA_ARRAY(r->as->arena, struct variant, all.n);
	for (size_t i = 0; i < all.n; i++)
		all.v[i] = r->done.v[i];
	VEC_FREE(&r->done);
	buf_free(&r->text);
	return all;
}

/* -- of an item -- */

/* `\|` outside of backticks: Markdown takes the backslash away, and a bar would be left. */
static bool
escapes_bar(const struct source *src, uint32_t number)
{
	struct str rest = src->bytes, line = STR_EMPTY;
	bool code = false;

	for (uint32_t i = 0; i < number; i++)
		line = str_cut(&rest, '\n');
	for (size_t i = 0; i + 1 < line.n; i++) {
		code ^= line.p[i] == '`';
		if (!code && line.p[i] == '\\' && line.p[i + 1] == '|')
			return true;
	}
	return false;
}

/* The block of ${item} that is neither its line of text nor feedback; NULL: there is none. */
static const struct node *
odd_block(const struct node *item)
{
	for (const struct node *n = item->first; n; n = n->next)
		if (n->kind != NODE_QUOTE && (n != item->first || n->kind != NODE_PARAGRAPH))
			return n;
	return NULL;
}

static bool
put_inline(struct reading *r, const struct node *n)
{
	if (n->kind == NODE_CODESPAN) {
		put_code(r, n->as.text);
		return n->attrs == NULL;
	}
	if (n->kind != NODE_TEXT)
		return false;
	for (size_t i = 0; i < n->as.text.n; i++) {
		if (n->as.text.p[i] == '|')
			end_variant(r);
		else
			put_char(r, n->as.text.p[i]);
	}
	return true;
}

static struct variants
read_line(struct reading *r, const struct node *line)
{
	for (const struct node *n = line->first; n; n = n->next) {
		if (n->kind == NODE_SOFTBREAK || n->kind == NODE_LINEBREAK)
			return refuse(r, DIAG_QUESTION_ANSWERS, r->at, "an answer that is typed is one line",
			    "write variants behind each other, with `|` between, or as items of their own");
		if (!put_inline(r, n))
			return refuse_markup(r, n->at.line ? n->at : r->at);
	}
	if (escapes_bar(r->as->ctx->src, line->at.line))
		return refuse(r, DIAG_QUESTION_ANSWERS, r->at, "a backslash does not make this bar part of the answer",
		    "put the whole answer in backticks: - `a|b`");
	return finish(r);
}

struct variants
variants_of_item(struct asking *as, const struct node *item)
{
	struct reading r = { .as = as, .at = item->at, .text = BUF_INIT };
	const struct node *odd = odd_block(item);

	if (item->as.item.mark != MARK_NONE)
		return refuse(&r, DIAG_QUESTION_MARK, item->at, "a mark means nothing on an answer that is typed",
		    "all answers of the list are accepted, each with its `score=`, which is 1 where none is written");
	if (odd && odd == item->first)
		return refuse(&r, DIAG_QUESTION_ANSWERS, odd->at,
		    arena_fmt(as->arena, "this answer became a %s", node_kind_name(odd->kind)).p,
		    "put it in backticks, where every sign is taken as it stands: - `3. februar`");
	if (odd)
		return refuse(&r, DIAG_QUESTION_STRAY, odd->at,
		    arena_fmt(as->arena, "a %s inside an answer that is typed", node_kind_name(odd->kind)).p,
		    "below an answer only its feedback follows, as a quote");
	if (!item->first || item->first->kind == NODE_QUOTE)
		return refuse(&r, DIAG_QUESTION_ANSWERS, item->at, "this answer is empty", "write one answer an item");
	return read_line(&r, item->first);
}

/* -- of a gap -- */

struct str
variants_name(const struct node *gap)
{
	return str_trim(str_sub(gap->as.text, 2, gap->as.text.n - 2));
}

/* The code that begins at ${i}, behind which ${i} is moved; false where nothing closes its backticks. */
static bool
take_code(struct reading *r, struct str s, size_t *i)
{
	size_t ticks = 0, end, run = 0;
	struct str code;

	while (*i + ticks < s.n && s.p[*i + ticks] == '`')
		ticks++;
	for (end = *i + ticks; end < s.n && run < ticks; end++)
		run = s.p[end] == '`' ? run + 1 : 0;
	if (run < ticks)
		return false;
	code = str_sub(s, *i + ticks, end - ticks);
	if (code.n > 2 && code.p[0] == ' ' && code.p[code.n - 1] == ' ')
		code = str_sub(code, 1, code.n - 1);
	put_code(r, code);
	*i = end;
	return true;
}

static bool
is_sign(char c)
{
	return str_find(STR("|*`\\[]{}#_~<>\"'!-"), c) < 17;
}

struct variants
variants_of_gap(struct asking *as, const struct node *gap)
{
	struct reading r = { .as = as, .at = gap->at, .text = BUF_INIT, .gap = true };
	struct str s = str_sub(gap->as.text, 2, gap->as.text.n - 2);
	size_t i = 0;

	while (i < s.n) {
		if (s.p[i] == '`' && take_code(&r, s, &i))
			continue;
		if (s.p[i] == '\\' && i + 1 < s.n && is_sign(s.p[i + 1])) {
			r.escaped |= s.p[i + 1] == '*';
			put_char(&r, s.p[i + 1]);
			i += 2;
			continue;
		}
		if (s.p[i] == '|')
			end_variant(&r);
		else
			put_char(&r, s.p[i]);
		i++;
	}
	return finish(&r);
}
