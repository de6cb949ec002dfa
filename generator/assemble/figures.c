/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/figures.h"

#include <string.h>

const struct nearness figures_exactly = { .below = { 0, 1 }, .above = { 0, 1 }, .decimals = -1, .sigfigs = -1 };

/* -- how near -- */

static void
refuse_attr(struct asking *as, const struct attr *attr, const char *wanted)
{
	diag_note(as->d,
	    asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`%.*s` is not what `%.*s` takes",
		STR_ARG(str_sub(attr->value, 0, 60)), STR_ARG(attr->key)),
	    "it may be %s", wanted);
}

/* `0.05`, `5%`, or `0.1 0.2`: below and above. */
static void
read_tolerance(struct asking *as, const struct attr *attr, struct nearness *n)
{
	struct str rest = str_trim(attr->value), first = str_cut(&rest, ' ');
	struct ratio below, above;
	bool percent = str_ends(first, "%");

	rest = str_trim(rest);
	if (!ratio_parse(first, &below) || below.num < 0 || (percent && rest.n > 0)) {
		refuse_attr(as, attr, "a number from 0, as 0.05; a share of the value, as 5%; or two, as \"0.1 0.2\"");
		return;
	}
	above = below;
	if (rest.n > 0 && (!ratio_parse(rest, &above) || above.num < 0 || str_ends(rest, "%"))) {
		refuse_attr(as, attr, "two numbers from 0: how far below and how far above the value one may be");
		return;
	}
	*n = figures_exactly;
	n->tolerant = true;
	n->percent = percent;
	n->below = below;
	n->above = above;
}

static void
read_places(struct asking *as, const struct attr *attr, int least, int *out)
{
	struct ratio r;

	if (ratio_parse(attr->value, &r) && r.den == 1 && r.num >= least && r.num <= 30)
		*out = (int)r.num;
	else
		refuse_attr(as, attr, least ? "a whole number from 1 to 30" : "a whole number from 0 to 30");
}

void
figures_nearness(struct asking *as, const struct attrs *attrs, struct nearness *n)
{
	const struct attr *given[] = { attrs_get(attrs, "tolerance"), attrs_get(attrs, "decimals"),
		attrs_get(attrs, "sigfigs") };
	const struct attr *first = NULL;

	for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
		if (first && given[i])
			asking_fault(as, DIAG_ATTRIBUTE_VALUE, given[i]->at,
			    "only one of `tolerance`, `decimals` and `sigfigs` can be written");
		if (first || !given[i])
			continue;
		first = given[i];
		*n = figures_exactly;
		if (i == 0)
			read_tolerance(as, first, n);
		else
			read_places(as, first, i == 1 ? 0 : 1, i == 1 ? &n->decimals : &n->sigfigs);
	}
}

/* -- values -- */

/* A number as an author writes it; the minus sign of typography is one, too. */
static bool
parse(struct asking *as, struct str s, struct ratio *out)
{
	static const char minus[] = "\u2212";

	s = str_trim(s);
	if (str_starts(s, minus))
		s = arena_fmt(as->arena, "-%.*s", STR_ARG(str_sub(s, strlen(minus), s.n)));
	return !str_ends(s, "%") && ratio_parse(s, out);
}

static bool
refuse(struct asking *as, struct str text, struct span at)
{
	struct diag *g =
	    asking_fault(as, DIAG_QUESTION_ANSWERS, at, "`%.*s` is no number", STR_ARG(str_sub(text, 0, 60)));
	size_t comma = str_find(text, ',');

	if (str_ends(text, "%"))
		diag_note(as->d, g, "write `unit=%%` in the head, and the number alone here");
	else if (comma < text.n && text.p[0] != '[' && text.p[0] != '(')
		diag_note(as->d, g, "the decimal sign is a point here, whatever the language: `%.*s.%.*s`",
		    STR_ARG(str_sub(text, 0, comma)), STR_ARG(str_sub(text, comma + 1, text.n)));
	else
		diag_note(as->d, g,
		    "accepted are values as `65`, `0.5` or `1/3`, ranges as `[28, 31]` or `(0, 1]`, and `any`");
	return false;
}

static bool
read_range(struct asking *as, struct str text, struct span at, struct accepted *a)
{
	struct str inside = str_sub(text, 1, text.n - 1), low;
	char last = text.p[text.n - 1];

	low = str_cut(&inside, str_find(inside, ';') < inside.n ? ';' : ',');
	if ((last != ']' && last != ')') || !parse(as, low, &a->low) || !parse(as, inside, &a->high))
		return refuse(as, text, at);
	if (ratio_cmp(a->low, a->high) > 0) {
		asking_fault(as, DIAG_QUESTION_OPTION, at, "this range ends before it begins");
		return false;
	}
	a->has_low = a->has_high = true;
	a->open_low = text.p[0] == '(';
	a->open_high = last == ')';
	if ((a->open_low || a->open_high) && ratio_cmp(a->low, a->high) == 0) {
		asking_fault(as, DIAG_QUESTION_OPTION, at, "nothing lies in this range");
		return false;
	}
	return true;
}

/* The bounds that a tolerance gives; false where they have too many digits. */
static bool
spread(const struct nearness *n, struct accepted *a)
{
	struct ratio below = n->below, above = n->above, size = a->value;

	if (size.num < 0 && !ratio_sub(RATIO_ZERO, size, &size))
		return false;
	if (n->percent && (!ratio_mul(below, size, &below) || !ratio_mul(above, size, &above)))
		return false;
	a->has_low = a->has_high = true;
	return ratio_sub(a->value, below, &a->low) && ratio_add(a->value, above, &a->high);
}

bool
figures_read(struct asking *as, struct str text, struct span at, const struct nearness *n, struct accepted *a)
{
	a->decimals = a->sigfigs = -1;
	a->value = a->low = a->high = RATIO_ZERO;
	text = str_trim(text);
	if (str_is(text, "any")) {
		a->any = true;
		return true;
	}
	if (text.n > 2 && (text.p[0] == '[' || text.p[0] == '('))
		return read_range(as, text, at, a);
	if (!parse(as, text, &a->value))
		return refuse(as, text, at);
	a->has_value = true;
	a->decimals = n->decimals;
	a->sigfigs = n->sigfigs;
	if (n->tolerant && !spread(n, a)) {
		asking_fault(as, DIAG_QUESTION_OPTION, at, "this number has too many digits for its tolerance");
		return false;
	}
	return true;
}
