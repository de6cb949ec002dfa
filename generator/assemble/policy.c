/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/policy.h"

#include "base/map.h"
#include "base/words.h"

const char policy_text_keys[] = "case accents compat quotes space typos";
const char policy_number_keys[] = "tolerance decimals sigfigs unit units unit-policy unit-position";

enum { MOST_UNITS = 50 };

/* The place of ${key}'s value among ${words}, blank between; -1 where it is absent or (diagnosed) none of them. */
static int
read_word(struct asking *as, const struct attrs *attrs, const char *key, const char *words)
{
	const struct attr *attr = attrs_get(attrs, key);
	struct str rest = str_of(words);
	struct buf all = BUF_INIT;

	if (!attr)
		return -1;
	for (int i = 0; rest.n > 0; i++)
		if (str_eq(str_cut(&rest, ' '), attr->value))
			return i;
	words_say(&all, str_of(words));
	diag_note(as->d,
	    asking_fault(
		as, DIAG_ATTRIBUTE_VALUE, attr->at, "`%s` cannot be `%.*s`", key, STR_ARG(str_sub(attr->value, 0, 60))),
	    "it may be %.*s", STR_ARG(buf_view(&all)));
	buf_free(&all);
	return -1;
}

/* Of two words the second switches something on. */
static void
read_switch(struct asking *as, const struct attrs *attrs, const char *key, const char *words, bool *out)
{
	int word = read_word(as, attrs, key, words);

	if (word >= 0)
		*out = word == 1;
}

void
policy_text(struct asking *as, const struct attrs *attrs, struct text_policy *p)
{
	int accents = read_word(as, attrs, "accents", "match ignore tell");

	read_switch(as, attrs, "case", "ignore match", &p->match_case);
	if (accents >= 0) {
		p->ignore_accents = accents > 0;
		p->tell_accents = accents == 2;
	}
	asking_flag(as, attrs, "compat", &p->compat);
	read_switch(as, attrs, "quotes", "fold keep", &p->keep_quotes);
	read_switch(as, attrs, "space", "fold keep", &p->keep_space);
	read_switch(as, attrs, "typos", "none h5p", &p->typos);
}

/* -- units -- */

static void
refuse_unit(struct asking *as, const struct attr *attr, const char *why)
{
	diag_note(as->d, asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "%s", why),
	    "one unit is `unit=m`; several are `units=\"m=1 cm=1/100\"`, each with what one of it is in the unit of the answer");
}

static bool
unit_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if ((name.p[i] >= '0' && name.p[i] <= '9') || str_find(STR(".,'+-"), name.p[i]) < 5)
			return i > 0; /* it would be read as part of the number */
	return name.n > 0;
}

static bool
add_unit(struct asking *as, const struct attr *attr, struct number_policy *p, struct str name, struct ratio factor)
{
	if (!unit_name(name))
		return refuse_unit(as, attr, "a unit begins with neither a digit nor a sign"), false;
	for (size_t i = 0; i < p->nunits; i++)
		if (str_eq(p->units[i].name, name))
			return refuse_unit(as, attr, "one unit stands there twice"), false;
	if (p->nunits == MOST_UNITS)
		return refuse_unit(as, attr, "these are too many units"), false;
	p->units[p->nunits++] = (struct unit){ name, factor };
	return true;
}

/* `m=1 cm=1/100`; without a number a unit is the one of the answer. */
static bool
add_written(struct asking *as, const struct attr *attr, struct number_policy *p, struct str one)
{
	size_t eq = str_rfind(one, '=');
	struct ratio factor = RATIO_ONE;

	if (eq < one.n && (!ratio_parse(str_sub(one, eq + 1, one.n), &factor) || factor.num <= 0))
		return refuse_unit(as, attr, "the factor of a unit is a number above 0"), false;
	return add_unit(as, attr, p, str_sub(one, 0, eq), factor);
}

static void
read_units(struct asking *as, const struct attr *attr, struct number_policy *p)
{
	struct str rest = str_trim(attr->value);
	bool base = false;

	while (rest.n > 0) {
		struct str one = str_cut(&rest, ' ');

		rest = str_trim(rest);
		if (!add_written(as, attr, p, one)) {
			p->nunits = 0;
			return;
		}
		base |= ratio_cmp(p->units[p->nunits - 1].factor, RATIO_ONE) == 0;
	}
	if (!base)
		refuse_unit(as, attr, "none of these units is that of the answer, whose factor is 1");
}

static void
check_use(struct asking *as, const struct attrs *attrs, const struct number_policy *p)
{
	static const char *const keys[] = { "unit-policy", "unit-position", "unit-penalty" };

	for (size_t i = 0; p->nunits == 0 && i < sizeof keys / sizeof *keys; i++)
		if (attrs_get(attrs, keys[i]))
			asking_fault(as, DIAG_QUESTION_LINT, attrs_get(attrs, keys[i])->at,
			    "`%s` has no effect without `unit` or `units`", keys[i]);
}

struct number_policy
policy_number_default(void)
{
	return (struct number_policy){ .unit_penalty = RATIO(1, 10) };
}

void
policy_number(struct asking *as, const struct attrs *attrs, struct number_policy *p)
{
	const struct attr *unit = attrs_get(attrs, "unit"), *units = attrs_get(attrs, "units");

	if (unit || units) {
		p->units = ARENA_ARRAY(as->arena, struct unit, MOST_UNITS);
		p->nunits = 0;
	}
	if (unit && units)
		refuse_unit(as, units, "`unit` and `units` cannot both be written");
	else if (unit)
		add_unit(as, unit, p, str_trim(unit->value), RATIO_ONE);
	else if (units)
		read_units(as, units, p);
	read_switch(as, attrs, "unit-policy", "required optional", &p->unit_optional);
	read_switch(as, attrs, "unit-position", "after before", &p->unit_before);
	asking_ratio(as, attrs, "unit-penalty", &RATIO_ZERO, &RATIO_ONE, &p->unit_penalty);
	check_use(as, attrs, p);
}
