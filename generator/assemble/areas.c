/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/areas.h"

#include "assemble/choice.h"

enum { MOST_NUMBERS = 400 };

/* -- the image -- */

static bool
find_image(struct asking *as)
{
	struct question *q = as->q;

	for (struct node *n = q->node->first; n && n != q->answers; n = n->next) {
		if (question_part(n))
			continue;
		for (struct node *i = n; i; i = node_next(i, n)) {
			if (i->kind != NODE_IMAGE)
				continue;
			if (q->image) {
				asking_fault(as, DIAG_QUESTION_STRAY, i->at,
				    "a second image: it would not be clear which one to point at");
				return false;
			}
			q->image = i;
		}
	}
	if (q->image)
		return true;
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_ANSWERS, q->node->at, "there is no image in front of the list"),
	    "write it in front of its areas: `![what it shows](media/image.png)`");
	return false;
}

/* -- areas -- */

static bool
refuse(struct asking *as, const struct attr *attr, const char *why)
{
	diag_note(as->d, asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "%s", why),
	    "an area is one of `rect 120,40 200,240` (two corners), `circle 400,220 40` (middle, radius), `ellipse 400,220 60,40` "
	    "and `poly 10,10 90,10 50,80` (corners), in pixels of the image");
	return false;
}

/* The numbers of an area, with blanks and commas between. */
static bool
read_numbers(struct asking *as, const struct attr *attr, struct str rest, struct area *a)
{
	a->at = ARENA_ARRAY(as->arena, struct ratio, MOST_NUMBERS);
	while (rest.n > 0) {
		size_t end = 0;
		struct str one;

		while (end < rest.n && rest.p[end] != ' ' && rest.p[end] != ',')
			end++;
		one = str_sub(rest, 0, end);
		rest = str_sub(rest, end + 1, rest.n);
		if (one.n == 0)
			continue;
		if (a->n == MOST_NUMBERS)
			return refuse(as, attr, "an area may have 200 corners");
		if (!ratio_parse(one, &a->at[a->n]))
			return refuse(as, attr, arena_fmt(as->arena, "`%.*s` is no number", STR_ARG(one)).p);
		a->n++;
	}
	return true;
}

/* Corners may be written in any order. */
static void
sort_corners(struct area *a)
{
	for (size_t i = 0; i < 2; i++)
		if (ratio_cmp(a->at[i], a->at[i + 2]) > 0) {
			struct ratio high = a->at[i];

			a->at[i] = a->at[i + 2];
			a->at[i + 2] = high;
		}
}

static bool
same_point(const struct area *a, size_t i, size_t k)
{
	return ratio_cmp(a->at[2 * i], a->at[2 * k]) == 0 && ratio_cmp(a->at[2 * i + 1], a->at[2 * k + 1]) == 0;
}

static bool
check_corners(struct asking *as, const struct attr *attr, struct area *a)
{
	size_t corners = a->n / 2;

	if (a->n % 2 != 0)
		return refuse(as, attr, "a corner has two numbers: across and down");
	if (corners > 3 && same_point(a, 0, corners - 1)) /* closed by its author */
		a->n = 2 * --corners;
	if (corners < 3)
		return refuse(as, attr, "a polygon has three corners at least");
	for (size_t i = 0; i < corners; i++)
		for (size_t k = i + 1; k < corners; k++)
			if (same_point(a, i, k))
				return refuse(as, attr, "a corner of this polygon is there twice");
	return true;
}

static bool
check_shape(struct asking *as, const struct attr *attr, struct area *a)
{
	static const size_t numbers[AREA_SHAPES] = { 0, 4, 3, 4, 0 };

	if (a->shape == AREA_POLY)
		return check_corners(as, attr, a);
	if (a->n != numbers[a->shape])
		return refuse(as, attr,
		    arena_fmt(as->arena, "`%s` takes %zu numbers; here are %zu", area_shape_names[a->shape],
			numbers[a->shape], a->n)
			.p);
	if (a->shape == AREA_RECT) {
		sort_corners(a);
		if (ratio_cmp(a->at[0], a->at[2]) == 0 || ratio_cmp(a->at[1], a->at[3]) == 0)
			return refuse(as, attr, "nothing lies in this area");
	}
	for (size_t i = 2; a->shape != AREA_RECT && i < a->n; i++)
		if (a->at[i].num <= 0)
			return refuse(as, attr, "a radius is above 0");
	return true;
}

/* Where labels are placed, each has its area; one that belongs nowhere has none, and no tick. */
static bool
check_label(struct asking *as, const struct option *o, bool area)
{
	if (o->right == area)
		return true;
	diag_note(as->d,
	    asking_fault(as, DIAG_QUESTION_OPTION, asking_option(as, o),
		area ? "this label has an area, but no tick" : "this label has no area"),
	    "with `scoring=markers` `- [x] words {area=…}` is a label with its place, and `- [ ] words` one that belongs nowhere");
	return false;
}

static bool
read_area(struct asking *as, struct option *o)
{
	const struct attr *attr = attrs_get(o->item->attrs, "area");
	bool markers = as->q->scoring == SCORING_MARKERS;
	struct str rest, name;

	if (markers && (!check_label(as, o, attr != NULL) || !attr))
		return !o->right && !attr;
	if (!attr) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_OPTION, asking_option(as, o), "this one has no area"),
		    "write where it lies in the image, as `{area=\"rect 120,40 200,240\"}`");
		return false;
	}
	rest = str_trim(attr->value);
	name = str_cut(&rest, ' ');
	for (int i = AREA_RECT; i < AREA_SHAPES; i++)
		if (str_is(name, area_shape_names[i]))
			o->area.shape = (enum area_shape)i;
	if (o->area.shape == AREA_NONE)
		return refuse(as, attr, arena_fmt(as->arena, "there is no shape `%.*s`", STR_ARG(name)).p);
	return read_numbers(as, attr, rest, &o->area) && check_shape(as, attr, &o->area);
}

/* -- what they are worth -- */

static size_t
count_right(const struct question *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->noptions; i++)
		n += q->options[i].right;
	return n;
}

/*
 * As many points as there are right areas, unless `clicks` says otherwise. Each right one is then worth the same; with fewer clicks than
 * right areas, any of them do.
 */
static void
share_credit(struct asking *as)
{
	struct question *q = as->q;
	size_t right = count_right(q), needed;
	const struct attr *clicks = attrs_get(q->node->attrs, "clicks");

	if (!asking_count(as, q->node->attrs, "clicks", &q->clicks))
		q->clicks = (int)right;
	needed = (size_t)q->clicks < right ? (size_t)q->clicks : right;
	if (clicks && (size_t)q->clicks >= q->noptions)
		asking_fault(as, DIAG_QUESTION_LINT, clicks->at, "with so many clicks one may point at every area");
	for (size_t i = 0; i < q->noptions && q->scoring != SCORING_CREDITS; i++)
		if (q->options[i].right)
			q->options[i].credit = RATIO(1, (int64_t)needed);
}

/* Labels are placed as the entries of a match are: each is worth the same. */
static bool
check_markers(struct asking *as)
{
	const struct question *q = as->q;
	const struct attr *clicks = attrs_get(q->node->attrs, "clicks");

	if (clicks)
		asking_fault(
		    as, DIAG_QUESTION_LINT, clicks->at, "labels are placed, not clicked: `clicks` has no effect");
	if (q->scoring != SCORING_CREDITS)
		return true;
	asking_fault(as, DIAG_ATTRIBUTE_VALUE, attrs_get(q->node->attrs, "scoring")->at,
	    "with `scoring=markers` every label is worth the same: leave out `score=`");
	return false;
}

bool
areas_read(struct asking *as)
{
	struct question *q = as->q;
	bool fine = true, markers = q->scoring == SCORING_MARKERS && !as->ctx->source;

	if (!find_image(as) || !choice_read(as) || (markers && !check_markers(as)))
		return false;
	if (as->ctx->source) {
		q->clicks = as->ctx->source->clicks;
		return true;
	}
	for (size_t i = 0; i < q->noptions; i++)
		fine &= read_area(as, &q->options[i]);
	if (fine && !markers)
		share_credit(as);
	return fine;
}
