/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/bounds.h"

#include <stdlib.h>

/* Rounding to more places than a number can have would only take long. */
enum { PLACES_MAX = EXACT_MAX_EXPONENT };

static struct str
without_blanks(struct str s)
{
	while (s.n > 0 && s.p[0] == ' ')
		s = str_sub(s, 1, s.n);
	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

static void
add(struct shape_run *run, struct jvalue *answer, const char *key, enum jvalue_kind kind, struct str text)
{
	jsonread_add(run->arena, answer, kind, text)->key = str_of(key);
}

static void
add_ratio(struct shape_run *run, struct jvalue *answer, const char *key, const struct exact *x)
{
	struct jvalue *v = jsonread_add(run->arena, answer, JSON_STRING, STR_EMPTY);

	v->key = str_of(key);
	shape_put(run, v, x);
}

/* The answer as it was, and the empty one that takes its place. */
static struct jvalue
emptied(struct jvalue *answer)
{
	struct jvalue written = *answer;

	answer->first = answer->last = NULL;
	answer->slots = NULL;
	answer->n = answer->nslots = 0;
	return written;
}

/* -- ranges -- */

/* "[5, 7)": brackets with two rationals, a comma or a semicolon between. */
static bool
settle_range(struct shape_run *run, const struct shape_place *at, struct jvalue *answer, struct str range)
{
	struct str s = without_blanks(range), low, high;
	bool open_low = str_starts(s, "("), open_high = str_ends(s, ")");
	const struct exact *from, *to;

	if (s.n < 2 || !(open_low || str_starts(s, "[")) || !(open_high || str_ends(s, "]")))
		return shape_fail(
		    run, at, "is \"%.*s\", which cannot be read as a range: write it as \"[5, 7)\"", STR_ARG(range));
	high = str_sub(s, 1, s.n - 1);
	low = str_cut(&high, str_find(high, ',') < high.n ? ',' : ';');
	from = exact_parse(run->numbers, without_blanks(low));
	to = exact_parse(run->numbers, without_blanks(high));
	if (from == NULL || to == NULL)
		return shape_fail(
		    run, at, "is \"%.*s\", which cannot be read as a range: write it as \"[5, 7)\"", STR_ARG(range));
	add_ratio(run, answer, "low", from);
	add_ratio(run, answer, "high", to);
	if (open_low)
		add(run, answer, "openLow", JSON_BOOL, STR("true"));
	if (open_high)
		add(run, answer, "openHigh", JSON_BOOL, STR("true"));
	return true;
}

/* -- tolerances -- */

/* How far "0.05" or "5%" of ${value} is; NULL where it cannot be read. */
static const struct exact *
distance(struct shape_run *run, struct str s, const struct exact *value)
{
	const struct exact *x = exact_parse(run->numbers, s);

	if (x != NULL && str_ends(s, "%"))
		x = exact_mul(run->numbers, exact_abs(run->numbers, value), x);
	return x;
}

static bool
settle_tolerance(struct shape_run *run, const struct shape_place *at, struct jvalue *answer, const struct exact *value,
    const struct jvalue *tolerance)
{
	struct str above = tolerance != NULL ? tolerance->text : STR("0"), below = above;
	const struct exact *down, *up;

	if (tolerance != NULL && tolerance->kind != JSON_STRING && tolerance->kind != JSON_NUMBER)
		return shape_fail(
		    run, at, "is %s, but must be a number or a string that holds one", jsonread_kind(tolerance->kind));
	if (str_find(above, ' ') < above.n)
		below = str_cut(&above, ' ');
	down = distance(run, below, value);
	up = distance(run, above, value);
	if (down == NULL || up == NULL)
		return shape_fail(run, at,
		    "is \"%.*s\", which cannot be read as a tolerance: write it as \"0.05\", \"5%%\" or \"0.1 0.2\"",
		    STR_ARG(tolerance->text));
	add_ratio(run, answer, "low", exact_sub(run->numbers, value, down));
	add_ratio(run, answer, "high", exact_add(run->numbers, value, up));
	return true;
}

/* -- rounding -- */

static bool
settle_places(struct shape_run *run, const struct shape_place *at, struct jvalue *answer, const struct exact *value,
    const struct jvalue *places, long least)
{
	long n = strtol(places->text.p, NULL, 10);

	if (n < least || n > PLACES_MAX)
		return shape_fail(
		    run, at, "is %.*s, but must be from %ld to %d", STR_ARG(places->text), least, PLACES_MAX);
	add_ratio(run, answer, "value", value);
	add(run, answer, places->key.p, JSON_NUMBER, arena_fmt(run->arena, "%ld", n));
	return true;
}

/* A value has at most one of these beside it. */
static bool
settle_value(struct shape_run *run, const struct shape_place *at, struct jvalue *answer, const struct jvalue *written)
{
	const struct exact *value = shape_ratio(run, jsonread_get(written, "value"));
	const struct jvalue *tolerance = jsonread_get(written, "tolerance"),
			    *decimals = jsonread_get(written, "decimals"), *sigfigs = jsonread_get(written, "sigfigs");
	struct shape_place place = { .in = at };

	if ((tolerance != NULL) + (decimals != NULL) + (sigfigs != NULL) > 1)
		return shape_fail(run, at, "has more than one of tolerance, decimals and sigfigs");
	place.name = decimals != NULL ? STR("decimals") : sigfigs != NULL ? STR("sigfigs") : STR("tolerance");
	if (decimals != NULL)
		return settle_places(run, &place, answer, value, decimals, 0);
	if (sigfigs != NULL)
		return settle_places(run, &place, answer, value, sigfigs, 1);
	return settle_tolerance(run, &place, answer, value, tolerance);
}

bool
bounds_settle(struct shape_run *run, const struct shape_place *at, struct jvalue *answer)
{
	struct jvalue written = emptied(answer);
	const struct jvalue *range = jsonread_get(&written, "range"), *value = jsonread_get(&written, "value"),
			    *score = jsonread_get(&written, "score");
	struct shape_place place = { .in = at, .name = STR("range") };
	bool any = jsonread_true(&written, "any");

	if (any + (range != NULL) + (value != NULL) != 1)
		return shape_fail(run, at, "must have one of value, range and any: true");
	if (any)
		add(run, answer, "any", JSON_BOOL, STR("true"));
	else if (range != NULL && !settle_range(run, &place, answer, range->text))
		return false;
	else if (value != NULL && !settle_value(run, at, answer, &written))
		return false;
	if (score != NULL && !str_is(score->text, "1"))
		add(run, answer, "score", JSON_STRING, score->text);
	return true;
}
