/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/moodle.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "package/cloze.h"
#include "package/decimal.h"
#include "package/grades.h"
#include "package/itemxml.h"

enum { PLACES = 12, NAME_LETTERS = 60 };

static const struct span here;

struct moodle {
	struct xmlout xml;
};

struct moodle *
moodle_begin(void)
{
	struct moodle *m = mem_alloc(sizeof *m);

	xmlout_open(&m->xml);
	xmlout_begin(&m->xml, "quiz");
	return m;
}

/* -- answers -- */

static void
fraction(struct xmlout *m, struct ratio r)
{
	struct buf b = BUF_INIT;

	grades_percent(&b, r);
	buf_chr(&b, '\0');
	xmlout_attribute(m, "fraction", b.p);
	buf_free(&b);
}

static void
answer(struct xmlout *m, const struct item *it, const struct item_answer *a, struct str words)
{
	xmlout_begin(m, "answer");
	fraction(m, a->fraction);
	xmlout_attribute(
	    m, "format", a->text.format == ITEM_HTML && it->kind != ITEM_TRUEFALSE ? "html" : "moodle_auto_format");
	itemxml_inside(m, it, words);
	itemxml_text(m, it, "feedback", &a->feedback);
	if (it->kind == ITEM_NUMBER && !a->any)
		itemxml_number(m, "tolerance", a->error, PLACES);
	else if (it->kind == ITEM_NUMBER)
		xmlout_word(m, "tolerance", "0");
	xmlout_end(m);
}

static void
combined(struct xmlout *m, const struct item *it)
{
	itemxml_text(m, it, "correctfeedback", &it->correct);
	itemxml_text(m, it, "partiallycorrectfeedback", &it->partial);
	itemxml_text(m, it, "incorrectfeedback", &it->incorrect);
}

static void
choice(struct xmlout *m, const struct item *it)
{
	xmlout_flag(m, "single", it->single);
	xmlout_flag(m, "shuffleanswers", it->shuffle);
	xmlout_word(m, "answernumbering", "none");
	combined(m, it);
	for (size_t i = 0; i < it->answers.n; i++)
		answer(m, it, &it->answers.v[i], it->answers.v[i].text.s);
}

static void
truefalse(struct xmlout *m, const struct item *it)
{
	answer(m, it, &it->answers.v[0], STR("true"));
	answer(m, it, &it->answers.v[1], STR("false"));
}

static void
shorts(struct xmlout *m, const struct item *it)
{
	xmlout_word(m, "usecase", it->match_case ? "1" : "0");
	for (size_t i = 0; i < it->answers.n; i++)
		answer(m, it, &it->answers.v[i], it->answers.v[i].text.s);
}

static void
units(struct xmlout *m, const struct item *it)
{
	if (it->nunits > 0) {
		xmlout_begin(m, "units");
		for (size_t i = 0; i < it->nunits; i++) {
			xmlout_begin(m, "unit");
			itemxml_number(m, "multiplier", it->units[i].multiplier, PLACES);
			xmlout_element(m, "unit_name", it->units[i].name);
			xmlout_end(m);
		}
		xmlout_end(m);
	}
	xmlout_word(m, "unitgradingtype", it->nunits > 0 && !it->unit_optional ? "1" : "0");
	itemxml_number(m, "unitpenalty", it->unit_penalty, 7);
	xmlout_word(m, "showunits", it->nunits > 0 ? "0" : "3");
	xmlout_word(m, "unitsleft", it->unit_before ? "1" : "0");
}

static void
numbers(struct xmlout *m, const struct item *it)
{
	for (size_t i = 0; i < it->answers.n; i++) {
		const struct item_answer *a = &it->answers.v[i];
		struct buf b = BUF_INIT;

		if (a->any)
			buf_chr(&b, '*');
		else
			decimal_write(&b, a->value, PLACES);
		answer(m, it, a, buf_view(&b));
		buf_free(&b);
	}
	units(m, it);
}

static void
pairs(struct xmlout *m, const struct item *it)
{
	xmlout_flag(m, "shuffleanswers", it->shuffle);
	combined(m, it);
	for (size_t i = 0; i < it->npairs; i++) {
		xmlout_begin(m, "subquestion");
		xmlout_attribute(m, "format", "html");
		itemxml_inside(m, it, it->pairs[i].left.s);
		xmlout_begin(m, "answer");
		xmlout_element(m, "text", it->pairs[i].right);
		xmlout_end(m);
		xmlout_end(m);
	}
}

static void
order(struct xmlout *m, const struct item *it)
{
	xmlout_word(m, "layouttype", "VERTICAL");
	xmlout_word(m, "selecttype", "ALL");
	xmlout_word(m, "selectcount", "0");
	xmlout_word(m, "gradingtype", item_order_names[it->order]);
	xmlout_word(m, "showgrading", "SHOW");
	xmlout_word(m, "numberingstyle", "none");
	combined(m, it);
	for (size_t i = 0; i < it->answers.n; i++) {
		xmlout_begin(m, "answer");
		xmlout_sure(xmlTextWriterWriteFormatAttribute(m->w, BAD_CAST "fraction", "%zu", i + 1));
		xmlout_attribute(m, "format", "html");
		itemxml_inside(m, it, it->answers.v[i].text.s);
		xmlout_end(m);
	}
}

static void
essay(struct xmlout *m, const struct item *it)
{
	(void)it;
	xmlout_word(m, "responseformat", "editor");
	xmlout_word(m, "responserequired", "1");
	xmlout_word(m, "responsefieldlines", "10");
	xmlout_word(m, "attachments", "0");
	xmlout_word(m, "attachmentsrequired", "0");
}

/* -- labels in a picture -- */

static void
whole(struct buf *b, struct ratio r)
{
	decimal_write(b, r, 0);
}

/* `x,y;r`, `left,top;width,height`, `x,y;x,y;…` */
static void
coordinates(struct buf *b, const struct item_marker *marker)
{
	for (size_t i = 0; i < marker->nat; i++) {
		if (i > 0)
			buf_chr(b, i % 2 ? ',' : ';');
		whole(b, marker->at[i]);
	}
}

static void
markers(struct xmlout *m, const struct item *it)
{
	static const char *const shapes[] = { "", "circle", "rectangle", "polygon" };

	combined(m, it);
	if (it->nfiles > 0) {
		xmlout_begin(m, "file");
		xmlout_attribute(m, "name", xmlout_clean(m, it->files[0].name));
		xmlout_attribute(m, "encoding", "base64");
		xmlout_sure(xmlTextWriterWriteBase64(m->w, it->files[0].bytes.p, 0, (int)it->files[0].bytes.n));
		xmlout_end(m);
	}
	for (size_t i = 0; i < it->nmarkers; i++) {
		xmlout_begin(m, "drag");
		xmlout_sure(xmlTextWriterWriteFormatElement(m->w, BAD_CAST "no", "%zu", i + 1));
		xmlout_element(m, "text", it->markers[i].label.s);
		xmlout_word(m, "noofdrags", "1");
		xmlout_end(m);
	}
	for (size_t i = 0, n = 0; i < it->nmarkers; i++) {
		if (it->markers[i].shape == ITEM_NOWHERE)
			continue;
		xmlout_begin(m, "drop");
		xmlout_sure(xmlTextWriterWriteFormatElement(m->w, BAD_CAST "no", "%zu", ++n));
		xmlout_word(m, "shape", shapes[it->markers[i].shape]);
		buf_reset(&m->scratch);
		coordinates(&m->scratch, &it->markers[i]);
		buf_chr(&m->scratch, '\0');
		xmlout_word(m, "coords", m->scratch.p);
		xmlout_sure(xmlTextWriterWriteFormatElement(m->w, BAD_CAST "choice", "%zu", i + 1));
		xmlout_end(m);
	}
}

/* -- a question -- */

static const struct {
	const char *name;
	void (*answers)(struct xmlout *, const struct item *);
} kinds[ITEM_KINDS] = {
	[ITEM_CHOICE] = { "multichoice", choice },
	[ITEM_TRUEFALSE] = { "truefalse", truefalse },
	[ITEM_SHORT] = { "shortanswer", shorts },
	[ITEM_NUMBER] = { "numerical", numbers },
	[ITEM_MATCH] = { "matching", pairs },
	[ITEM_ORDER] = { "ordering", order },
	[ITEM_CLOZE] = { "cloze", NULL },
	[ITEM_ESSAY] = { "essay", essay },
	[ITEM_MARKERS] = { "ddmarker", markers },
	[ITEM_DESCRIPTION] = { "description", NULL },
};

/* The words of a text that prose.c made, a line where a gap is. */
static void
words_of(struct buf *b, struct str html)
{
	static const struct {
		const char *code;
		char c;
	} codes[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "\n", ' ' } };
	size_t at = 0, gap;

	while (at < html.n) {
		size_t from = at, i = 0;

		if (html.p[at] == '<') {
			at += str_find(str_sub(html, at, html.n), '>') + 1;
			continue;
		}
		if (item_gap_at(html, &at, &gap)) {
			BUF_LIT(b, "___");
			continue;
		}
		while (i < sizeof codes / sizeof *codes && !str_starts(str_sub(html, from, html.n), codes[i].code))
			i++;
		buf_chr(b, i < sizeof codes / sizeof *codes ? codes[i].c : html.p[from]);
		at += i < sizeof codes / sizeof *codes ? strlen(codes[i].code) : 1;
	}
}

/* A name is needed there: without one, the first words of the text. */
static void
name(struct xmlout *m, const struct item *it)
{
	struct buf b = BUF_INIT;

	if (it->name.n > 0)
		buf_str(&b, it->name);
	else
		words_of(&b, it->text.s);
	if (it->name.n == 0 && b.n > NAME_LETTERS)
		b.n = unicode_start(buf_view(&b), NAME_LETTERS);
	xmlout_begin(m, "name");
	xmlout_element(m, "text", b.n > 0 ? str_trim(buf_view(&b)) : it->id);
	xmlout_end(m);
	buf_free(&b);
}

static void
hint(struct xmlout *m, const struct item *it, const struct item_hint *h)
{
	xmlout_begin(m, "hint");
	xmlout_attribute(m, "format", "html");
	itemxml_inside(m, it, h->text.s);
	if (h->show_count) {
		xmlout_begin(m, "shownumcorrect");
		xmlout_end(m);
	}
	if (h->clear_wrong) {
		xmlout_begin(m, "clearwrong");
		xmlout_end(m);
	}
	xmlout_end(m);
}

static struct ratio
weights(const struct item *it)
{
	struct ratio sum = RATIO_ZERO;

	for (size_t i = 0; i < it->ngaps; i++)
		if (!ratio_add(sum, it->gaps[i].weight, &sum))
			return RATIO_ZERO;
	return sum;
}

static bool
has_range(const struct item *it)
{
	bool any = false;

	for (size_t i = 0; i < it->answers.n; i++)
		any |= it->answers.v[i].range;
	for (size_t g = 0; g < it->ngaps; g++)
		for (size_t i = 0; i < it->gaps[g].answers.n; i++)
			any |= it->gaps[g].answers.v[i].range;
	return any;
}

static void
tell(struct exchange *x, const struct item *it)
{
	bool combines =
	    it->kind == ITEM_CHOICE || it->kind == ITEM_MATCH || it->kind == ITEM_ORDER || it->kind == ITEM_MARKERS;

	if (!combines && it->correct.s.n + it->partial.s.n + it->incorrect.s.n > 0)
		exchange_loss(x, here, "feedback by result: Moodle has none for this type");
	if (it->nhints > 0 && (it->kind == ITEM_TRUEFALSE || it->kind == ITEM_ESSAY))
		exchange_loss(x, x->q->hints[0].node->at, "hints: Moodle has none for this type");
	if (has_range(it))
		exchange_loss(x, here, "a range as such: Moodle knows its middle and how far away one may be");
	if (it->kind == ITEM_CLOZE && attrs_get(x->q->node->attrs, "points") && ratio_cmp(weights(it), it->points) != 0)
		exchange_loss(x, here, "the points: of a text with gaps they are the sum of the weights");
	if (it->kind == ITEM_TRUEFALSE && attrs_get(x->q->node->attrs, "penalty"))
		exchange_loss(x, here, "`penalty=`: of true or false it is always 1");
}

static void
question_text(struct xmlout *m, const struct item *it)
{
	struct item_text t = it->text;
	struct buf b = BUF_INIT;

	if (it->kind == ITEM_CLOZE) {
		cloze_text(&b, it);
		t.s = buf_view(&b);
	}
	itemxml_text(m, it, "questiontext", &t);
	buf_free(&b);
}

void
moodle_item(struct moodle *moodle, struct exchange *x, const struct item *it)
{
	struct xmlout *m = &moodle->xml;

	tell(x, it);
	xmlout_begin(m, "question");
	xmlout_attribute(m, "type", kinds[it->kind].name);
	name(m, it);
	question_text(m, it);
	itemxml_text(m, it, "generalfeedback", &it->general);
	itemxml_number(m, "defaultgrade", it->points, 7);
	itemxml_number(m, "penalty", it->kind == ITEM_TRUEFALSE ? RATIO_ONE : it->penalty, 7);
	xmlout_word(m, "hidden", "0");
	xmlout_element(m, "idnumber", it->id);
	if (kinds[it->kind].answers)
		kinds[it->kind].answers(m, it);
	for (size_t i = 0; i < it->nhints; i++)
		hint(m, it, &it->hints[i]);
	if (it->ntags > 0) {
		xmlout_begin(m, "tags");
		for (size_t i = 0; i < it->ntags; i++) {
			xmlout_begin(m, "tag");
			xmlout_element(m, "text", it->tags[i]);
			xmlout_end(m);
		}
		xmlout_end(m);
	}
	xmlout_end(m);
}

void
moodle_category(struct moodle *moodle, struct str path)
{
	struct xmlout *m = &moodle->xml;

	xmlout_begin(m, "question");
	xmlout_attribute(m, "type", "category");
	xmlout_begin(m, "category");
	xmlout_begin(m, "text");
	xmlout_sure(xmlTextWriterWriteString(m->w, BAD_CAST "$course$/"));
	xmlout_sure(xmlTextWriterWriteString(m->w, BAD_CAST xmlout_clean(m, path)));
	xmlout_end(m);
	xmlout_end(m);
	xmlout_end(m);
}

void
moodle_end(struct moodle *m, struct buf *b)
{
	xmlout_close(&m->xml, b);
	free(m);
}
