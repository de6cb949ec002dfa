/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/writing.h"

#include <string.h>

#include "import/asmarkdown.h"
#include "import/literal.h"
#include "import/writinganswers.h"
#include "import/writinggaps.h"

/* -- name and id -- */

/* Systems that need a name take the first words of the text: such a name says nothing. */
static bool
says_more(struct taking *t, const struct item *it)
{
	struct item_text name = { it->name, ITEM_PLAIN, 0 };
	struct str words = asmarkdown_words(t, &name), text = asmarkdown_words(t, &it->text);
	size_t n = 0, i = 0;

	/* Blanks apart: tags stand where some may be missing. */
	for (; n < words.n; n++) {
		if (words.p[n] == ' ')
			continue;
		while (i < text.n && text.p[i] == ' ')
			i++;
		if (i >= text.n || text.p[i++] != words.p[n])
			return true;
	}
	return false;
}

static bool
is_id(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z') ||
			(s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '-' || s.p[i] == '_'))
			return false;
	return s.n > 0;
}

static struct str
id_of(struct taking *t, const struct item *it, struct map *ids)
{
	struct item_text name = { it->id.n > 0 ? it->id : it->name, ITEM_PLAIN, 0 };
	struct str made;

	if (is_id(it->id) && !map_get(ids, it->id)) {
		map_put(ids, it->id, ids);
		return it->id;
	}
	made = writinganswers_id(
	    t, ids, name.s.n > 0 ? asmarkdown_words(t, &name) : asmarkdown_words(t, &it->text), "question");
	if (it->id.n > 0)
		taking_loss(t, it->at.line, "its id `%.*s`: here it is called `%.*s`", STR_ARG(it->id), STR_ARG(made));
	return made;
}

/* -- the head -- */

static void
head_number(struct buf *head, const char *key, struct ratio r)
{
	buf_fmt(head, " %s=", key);
	ratio_write(head, r);
}

static void
head_tags(struct taking *t, const struct item *it, struct buf *head)
{
	struct buf all = BUF_INIT;

	for (size_t i = 0; i < it->ntags; i++) {
		struct str tag = str_trim(it->tags[i]);
		bool changed = false;

		buf_cstr(&all, all.n > 0 && tag.n > 0 ? " " : "");
		for (size_t k = 0; k < tag.n; k++) {
			bool gap = strchr(" \t\n,", tag.p[k]) != NULL;

			buf_chr(&all, gap ? '-' : tag.p[k]);
			changed |= gap;
		}
		if (changed)
			taking_loss(t, it->at.line, "the tag `%.*s`, which is now one word", STR_ARG(tag));
	}
	if (all.n > 0) {
		BUF_LIT(head, " tags=");
		literal_value(head, buf_view(&all));
	}
	buf_free(&all);
}

static void
put_head(struct taking *t, const struct item *it, struct buf *head)
{
	/* What is read by people has no points here. */
	if (it->kind == ITEM_ESSAY && it->points.num != 0 && ratio_cmp(it->points, RATIO_ONE) != 0)
		taking_loss(t, it->at.line, "the points of a text that people grade: here it has none");
	if (it->kind != ITEM_ESSAY && ratio_cmp(it->points, RATIO_ONE) != 0)
		head_number(head, "points", it->points);
	/* What the page says of all of them. */
	if (it->has_penalty && it->kind != ITEM_TRUEFALSE && it->kind != ITEM_ESSAY &&
	    ratio_cmp(it->penalty, RATIO(1, 3)) != 0 && it->penalty.num >= 0 && ratio_cmp(it->penalty, RATIO_ONE) <= 0)
		head_number(head, "penalty", it->penalty);
	if (it->shuffle && (it->kind == ITEM_CHOICE || it->kind == ITEM_MATCH))
		BUF_LIT(head, " shuffle=yes");
	head_tags(t, it, head);
}

/* -- what stands behind the answers -- */

static void
part(struct taking *t, struct item *it, const char *fence, const struct item_text *text, struct buf *b)
{
	struct str s = text->s.n > 0 ? asmarkdown_blocks(t, it, text) : STR_EMPTY;

	if (s.n > 0)
		buf_fmt(b, "\n:::%s\n%.*s\n:::\n", fence, STR_ARG(s));
}

static void
parts(struct taking *t, struct item *it, struct buf *b)
{
	for (size_t i = 0; i < it->nhints; i++)
		part(t, it, "hint", &it->hints[i].text, b);
	part(t, it, "feedback{for=correct}", &it->correct, b);
	part(t, it, "feedback{for=partial}", &it->partial, b);
	part(t, it, "feedback{for=incorrect}", &it->incorrect, b);
	part(t, it, "explanation", &it->general, b);
}

/* -- all of it -- */

/* Whether the last block of ${md} is a list, which would run into that of the answers. */
static bool
ends_in_list(struct str md)
{
	size_t at = md.n, digits = 0;

	while (at > 1 && !(md.p[at - 1] == '\n' && md.p[at - 2] == '\n'))
		at--;
	md = str_sub(md, at > 1 ? at : 0, md.n);
	while (digits < md.n && md.p[digits] >= '0' && md.p[digits] <= '9')
		digits++;
	return str_starts(md, "* ") || str_starts(md, "  ") ||
	    (digits > 0 && str_starts(str_sub(md, digits, md.n), ". "));
}

static void
put(struct taking *t, struct item *it, struct str text, struct str id, struct buf *b)
{
	struct buf head = BUF_INIT, answers = BUF_INIT, label = BUF_INIT;
	struct writinganswers w = { .t = t, .it = it, .b = &answers, .head = &head, .ids = MAP_INIT };

	put_head(t, it, &head);
	writinganswers_put(&w);
	if (it->name.n > 0 && (text.n == 0 || says_more(t, it)))
		literal_text(&label, it->name);
	BUF_LIT(b, ":::question");
	if (label.n > 0)
		buf_fmt(b, "[%.*s]", STR_ARG(buf_view(&label)));
	buf_fmt(b, "{#%.*s type=%s%.*s}\n", STR_ARG(id), writinganswers_type(it), STR_ARG(buf_view(&head)));
	if (text.n > 0)
		buf_fmt(b, "%.*s\n", STR_ARG(text));
	if (ends_in_list(text))
		BUF_LIT(b, "\n<!-- answers -->\n");
	if (answers.n > 0)
		buf_fmt(b, "\n%.*s", STR_ARG(buf_view(&answers)));
	parts(t, it, b);
	BUF_LIT(b, "\n:::\n");
	map_free(&w.ids);
	buf_free(&label);
	buf_free(&answers);
	buf_free(&head);
}

bool
writing_question(struct taking *t, struct item *it, struct map *ids, struct buf *b)
{
	struct str text;

	if (it->kind == ITEM_OTHER || it->kind == ITEM_DESCRIPTION)
		return false;
	text = writinggaps_text(t, it, asmarkdown_blocks(t, it, &it->text));
	put(t, it, text, id_of(t, it, ids), b);
	return true;
}
