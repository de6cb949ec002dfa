/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/spots.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/answering.h"
#include "render/option.h"
#include "render/wording.h"

static bool
markers(const struct question *q)
{
	return q->scoring == SCORING_MARKERS;
}

/* -- numbers of areas, where labels are placed: from top to bottom, then by sides, whatever the order of the labels -- */

static bool
before(const struct option *a, const struct option *b)
{
	int y = ratio_cmp(a->area.at[1], b->area.at[1]);

	return y < 0 || (y == 0 && ratio_cmp(a->area.at[0], b->area.at[0]) < 0);
}

static bool
has_area(const struct option *o)
{
	return o->area.shape != AREA_NONE && o->area.n >= 2;
}

static size_t
number_of(const struct question *q, size_t i)
{
	size_t n = 1;

	for (size_t k = 0; k < q->noptions; k++) {
		const struct option *other = &q->options[k];

		n += k != i && has_area(other) &&
		    (before(other, &q->options[i]) || (k < i && !before(&q->options[i], other)));
	}
	return n;
}

/* -- drawn -- */

/* In thousandths, by whole numbers: the same bytes everywhere. */
static void
length(struct buf *b, struct ratio x)
{
	int64_t whole = x.num / x.den, rest = x.num % x.den;

	buf_fmt(b, "%s%lld", x.num < 0 && whole == 0 && rest != 0 ? "-" : "", (long long)whole);
	if (rest != 0 && rest < INT64_MAX / 1000 && rest > INT64_MIN / 1000)
		buf_fmt(b, ".%03d", (int)((rest < 0 ? -rest : rest) * 1000 / x.den));
}

static void
side(struct buf *b, const char *name, struct ratio x)
{
	buf_fmt(b, " %s=\"", name);
	length(b, x);
	buf_chr(b, '"');
}

static struct ratio
distance(struct ratio from, struct ratio to)
{
	struct ratio d = RATIO_ZERO;

	if (ratio_sub(to, from, &d) && ratio_cmp(d, RATIO_ZERO) < 0)
		d.num = -d.num;
	return d;
}

static void
shape(struct buf *b, const struct area *a)
{
	const struct ratio *at = a->at;

	switch (a->shape) {
	case AREA_RECT:
		BUF_LIT(b, "<rect");
		side(b, "x", ratio_cmp(at[0], at[2]) < 0 ? at[0] : at[2]);
		side(b, "y", ratio_cmp(at[1], at[3]) < 0 ? at[1] : at[3]);
		side(b, "width", distance(at[0], at[2]));
		side(b, "height", distance(at[1], at[3]));
		break;
	case AREA_CIRCLE:
		BUF_LIT(b, "<circle");
		side(b, "cx", at[0]);
		side(b, "cy", at[1]);
		side(b, "r", at[2]);
		break;
	case AREA_ELLIPSE:
		BUF_LIT(b, "<ellipse");
		side(b, "cx", at[0]);
		side(b, "cy", at[1]);
		side(b, "rx", at[2]);
		side(b, "ry", at[3]);
		break;
	default:
		BUF_LIT(b, "<polygon points=\"");
		for (size_t i = 0; i < a->n; i++) {
			buf_cstr(b, i ? " " : "");
			length(b, at[i]);
		}
		buf_chr(b, '"');
		break;
	}
}

/* Where the number of an area stands. */
static void
label(struct buf *b, const struct question *q, size_t i, int width)
{
	const struct area *a = &q->options[i].area;
	struct ratio x = a->at[0], y = a->at[1];

	if (a->shape == AREA_RECT && ratio_add(x, a->at[2], &x) && ratio_add(y, a->at[3], &y) &&
	    ratio_mul(x, RATIO(1, 2), &x))
		(void)ratio_mul(y, RATIO(1, 2), &y);
	BUF_LIT(b, "<text");
	side(b, "x", x);
	side(b, "y", y);
	buf_fmt(b, " font-size=\"%d\">%zu</text>", width / 20 > 12 ? width / 20 : 12, number_of(q, i));
}

void
spots_areas(struct render *r, struct buf *b, const struct asset *asset)
{
	const struct question *q = r->asked;

	if (asset->width <= 0 || asset->height <= 0)
		return;
	buf_fmt(b, "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">", asset->width,
	    asset->height);
	for (size_t i = 0; i < q->noptions; i++) {
		if (!has_area(&q->options[i]))
			continue;
		shape(b, &q->options[i].area);
		if (!markers(q))
			wording_data(b, "area", q->options[i].id);
		BUF_LIT(b, "/>");
		if (markers(q))
			label(b, q, i, asset->width);
	}
	BUF_LIT(b, "</svg>");
}

/* -- labels that are placed -- */

static void
number_list(struct render *r, struct buf *b, const struct question *q, size_t i)
{
	const char *suffix = arena_fmt(r->arena, "entry-%zu", i + 1).p;

	BUF_LIT(b, "<select");
	wording_id(b, "id", q, suffix);
	wording_id(b, "name", q, suffix);
	wording_id(b, "aria-describedby", q, arena_fmt(r->arena, "mark-%zu", i + 1).p);
	BUF_LIT(b, "><option value=\"\"");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "choose-target"));
	BUF_LIT(b, "</option>");
	for (size_t n = 1; n <= q->noptions; n++)
		for (size_t k = 0; k < q->noptions; k++) {
			if (!has_area(&q->options[k]) || number_of(q, k) != n)
				continue;
			BUF_LIT(b, "<option value=\"");
			escape_html(b, q->options[k].id);
			buf_fmt(b, "\">%zu</option>", n);
		}
	BUF_LIT(b, "</select>");
}

static void
labels(struct render *r, struct buf *b, const struct question *q)
{
	answering_instruction(r, b, wording_text(r, "place-labels"));
	buf_cstr(b, q->shuffle ? "<ul class=\"entries\" data-shuffle>\n" : "<ul class=\"entries\">\n");
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		BUF_LIT(b, "<li class=\"entry\"");
		wording_data(b, "part", o->id);
		buf_cstr(b, o->fixed ? " data-fixed><label" : "><label");
		wording_id(b, "for", q, arena_fmt(r->arena, "entry-%zu", i + 1).p);
		buf_chr(b, '>');
		answering_words(r, b, o->item);
		BUF_LIT(b, "</label> ");
		number_list(r, b, q, i);
		answering_mark(r, b, q, arena_fmt(r->arena, "mark-%zu", i + 1).p);
		buf_chr(b, '\n');
		answering_hint(r, b, o->hint);
		BUF_LIT(b, "</li>\n");
	}
	BUF_LIT(b, "</ul>\n");
}

void
spots_answers(struct render *r, struct buf *b, const struct question *q)
{
	if (markers(q))
		labels(r, b, q);
	else
		option_answers(r, b, q);
}

void
spots_key(struct render *r, struct buf *b, const struct question *q)
{
	if (!markers(q)) {
		option_key(r, b, q);
		return;
	}
	BUF_LIT(b, "<ul>\n");
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		answering_open(b, o->id);
		escape_html(b, answering_plain(r, o->item));
		answering_right(r, b,
		    has_area(o) ? ui_number(r->arena, r->out->lang, (int64_t)number_of(q, i))
				: wording_text(r, "belongs-nowhere"));
		answering_feedback(r, b, o->feedback, "all", NULL);
		answering_feedback(r, b, o->feedback_not, "wrong", "if-wrong");
		answering_close(b);
	}
	BUF_LIT(b, "</ul>\n");
}
