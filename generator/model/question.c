/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/question.h"

const char question_attributes[] =
    "type points scoring tags objective required shuffle tries penalty keep solution floor";

#define TEXT "case accents compat quotes space typos"
#define NUMBER "answer tolerance decimals sigfigs unit units unit-policy unit-position unit-penalty"

const struct question_kind question_kinds[QUESTION_TYPES] = {
	[QUESTION_SINGLE] = { "single", "single", "engine/choice page/choice", "", "" },
	[QUESTION_MULTIPLE] = { "multiple", "multiple", "engine/choice page/choice",
	    "partial exact cancel strict positive decisions", "max none" },
	[QUESTION_TRUEFALSE] = { "truefalse", "truefalse", "engine/choice page/choice", "", "answer" },
	[QUESTION_MATCH] = { "match", "matching", "engine/pairs page/pairs", "per-pair exact half deduct",
	    "deduction reuse" },
	[QUESTION_SORT] = { "sort", "classification", "engine/pairs page/pairs", "per-pair exact half deduct",
	    "deduction reuse" },
	[QUESTION_ORDER] = { "order", "ordering", "engine/order page/order", "exact position adjacent all-pairs lis",
	    "" },
	[QUESTION_GAP] = { "gap", "gap", "engine/answers engine/text engine/gap page/typed", "per-gap exact",
	    "distinct " TEXT },
	[QUESTION_TEXT] = { "text", "text", "engine/answers engine/text page/typed", "", TEXT },
	[QUESTION_NUMBER] = { "number", "number", "engine/answers engine/number page/typed", "", NUMBER },
	[QUESTION_MATRIX] = { "matrix", "matrix", "engine/pairs page/pairs", "per-pair exact half deduct",
	    "deduction select" },
	[QUESTION_HOTSPOT] = { "hotspot", "hotspot", "engine/choice engine/pairs page/choice page/pairs page/picture",
	    "area-mapping markers", "clicks" },
	[QUESTION_REFLECT] = { "reflect", "reflection", "engine/unscored page/free", "", "min" },
	[QUESTION_SURVEY] = { "survey", "survey", "engine/unscored page/pairs page/survey", "", "select" },
};

const char *const question_scoring_names[SCORINGS] = {
	"exact",
	"partial",
	"cancel",
	"strict",
	"positive",
	"decisions",
	"credits",
	"per-pair",
	"half",
	"deduct",
	"position",
	"adjacent",
	"all-pairs",
	"lis",
	"per-gap",
	"area-mapping",
	"markers",
};

int
question_type_find(struct str name)
{
	for (int i = 0; i < QUESTION_TYPES; i++)
		if (str_is(name, question_kinds[i].name))
			return i;
	return -1;
}

static int
scoring_named(struct str name)
{
	for (int i = 0; i < SCORINGS; i++)
		if (str_is(name, question_scoring_names[i]))
			return i;
	return -1;
}

int
question_scoring_find(const struct question_kind *kind, struct str name)
{
	struct str allowed = str_of(kind->scoring);

	if (allowed.n == 0)
		return name.n == 0 ? SCORING_EXACT : -1;
	while (allowed.n > 0) {
		struct str one = str_cut(&allowed, ' ');

		if (name.n == 0 || str_eq(one, name))
			return scoring_named(one);
	}
	return -1;
}

bool
question_part(const struct node *n)
{
	return node_is_directive(n, "hint") || node_is_directive(n, "feedback") ||
	    node_is_directive(n, "explanation") || node_is_directive(n, "samples");
}
