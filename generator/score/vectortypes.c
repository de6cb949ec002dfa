/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/vectortypes.h"

#include "score/bounds.h"
#include "score/vectorchecks.h"

/* clang-format off */
#define FIELDS(...) (const struct shape_field[]){ __VA_ARGS__, { .name = NULL } }
#define OBJECT(...) { .kind = SHAPE_FIELDS, .fields = FIELDS(__VA_ARGS__) }
#define CHECKED(function, ...) { .kind = SHAPE_FIELDS, .settle = (function), .fields = FIELDS(__VA_ARGS__) }
#define LIST(shape) { .kind = SHAPE_LIST, .of = &(shape) }
#define WORD(list) (&(const struct shape){ .kind = SHAPE_WORD, .words = (list) })

/* -- values that stand in many places -- */

static const struct shape any = { .kind = SHAPE_ANY };
static const struct shape none = { .kind = SHAPE_NONE };
static const struct shape text = { .kind = SHAPE_TEXT };
static const struct shape text_or_null = { .kind = SHAPE_TEXT, .null = true };
static const struct shape flag = { .kind = SHAPE_FLAG };
static const struct shape count = { .kind = SHAPE_COUNT };
static const struct shape ratio = { .kind = SHAPE_RATIO };
static const struct shape ratio_or_null = { .kind = SHAPE_RATIO, .null = true };
static const struct shape decimal = { .kind = SHAPE_DECIMAL };
static const struct shape texts = LIST(text);
static const struct shape texts_or_null = { .kind = SHAPE_LIST, .of = &text, .null = true };
static const struct shape ratios = { .kind = SHAPE_NAMED, .of = &ratio };
static const struct shape targets = { .kind = SHAPE_NAMED, .of = &text_or_null };
static const struct shape targets_or_null = { .kind = SHAPE_NAMED, .of = &text_or_null, .null = true };

#define PROMPT { "prompt", &text, false, NULL }
#define CREDITS { "entries", &ratios, true, "mapping" }, { "default", &ratio, false, "mapping" }, \
	{ "ceil", &ratio_or_null, false, "mapping" }

/* -- choices, matching, ordering -- */

static const struct shape option = OBJECT({ "id", &text, true, NULL }, { "correct", &flag, false, NULL });
static const struct shape options = LIST(option);
static const struct shape choice_question = OBJECT(PROMPT, { "options", &options, true, NULL });

#define SINGLE_MODES "exact mapping"
static const struct shape single_rule = OBJECT({ "mode", WORD(SINGLE_MODES), false, NULL }, CREDITS,
	{ "floor", &ratio_or_null, false, "mapping" });

#define MULTIPLE_MODES "partial exact cancel strict positive decisions mapping"
static const struct shape multiple_rule = OBJECT({ "mode", WORD(MULTIPLE_MODES), false, NULL }, CREDITS,
	{ "floor", &ratio_or_null, false, NULL },
	{ "none_allowed", &flag, false, "partial exact cancel strict positive decisions" });

static const struct shape pair = { .kind = SHAPE_LIST, .of = &text, .length = 2 };
static const struct shape pairs_or_null = { .kind = SHAPE_LIST, .of = &pair, .null = true };
static const struct shape matching_question = OBJECT(PROMPT, { "pairs", &targets, true, "per_pair exact half deduct" },
	{ "choices", &any, false, NULL }, { "weights", &ratios, false, "per_pair" });

#define MATCHING_MODES "per_pair exact half deduct mapping"
static const struct shape matching_rule = OBJECT({ "mode", WORD(MATCHING_MODES), false, NULL }, CREDITS,
	{ "deduction", &ratio, true, "deduct" }, { "floor", &ratio_or_null, false, "mapping" });

#define ORDERING_MODES "exact position adjacent all_pairs lis"
static const struct shape ordering_question = OBJECT(PROMPT, { "order", &texts, true, NULL });
static const struct shape ordering_rule = OBJECT({ "mode", WORD(ORDERING_MODES), false, NULL });

/* -- text, number, gap -- */

#define TEXT_OPTIONS { "case", WORD("ignore match"), false, NULL }, { "accents", WORD("match ignore"), false, NULL }, \
	{ "compat", &flag, false, NULL }, { "quotes", WORD("fold keep"), false, NULL }, \
	{ "space", WORD("fold keep"), false, NULL }, { "typos", WORD("none h5p"), false, NULL }
#define NUMBER_OPTIONS(when) { "decimal", WORD(". ,"), false, when }, { "units", &ratios, false, when }, \
	{ "unit_policy", WORD("required optional"), false, when }, { "unit_position", WORD("after before"), false, when }

static const struct shape variant = OBJECT({ "text", &text, true, NULL }, { "score", &ratio, false, NULL },
	{ "match", WORD("literal glob regex"), false, NULL });
static const struct shape variants = LIST(variant);
static const struct shape text_options = OBJECT(TEXT_OPTIONS);
static const struct shape text_question = CHECKED(vectorchecks_patterns, PROMPT, { "accept", &variants, true, NULL });

static const struct shape answer = CHECKED(bounds_settle, { "value", &ratio, false, NULL }, { "range", &text, false, NULL },
	{ "any", &flag, false, NULL }, { "tolerance", &any, false, NULL }, { "decimals", &count, false, NULL },
	{ "sigfigs", &count, false, NULL }, { "score", &ratio, false, NULL });
static const struct shape answers = LIST(answer);
static const struct shape number_question = OBJECT(PROMPT, { "answers", &answers, true, NULL }, NUMBER_OPTIONS(NULL));
static const struct shape number_rule = OBJECT({ "unit_penalty", &ratio, false, NULL },
	{ "unit_penalty_of", WORD("credit max"), false, NULL });
static const struct shape chosen_unit = OBJECT({ "value", &text_or_null, true, NULL }, { "unit", &text, true, NULL });
static const struct shape number_response = { .kind = SHAPE_TEXT, .null = true, .or = &chosen_unit };

static const struct shape gap = {
	.kind = SHAPE_FIELDS,
	.choice = "kind=text number select",
	.settle = vectorchecks_patterns,
	.fields = FIELDS({ "id", &text, true, NULL }, { "kind", WORD("text number select"), false, NULL },
		{ "weight", &ratio, false, NULL }, { "accept", &variants, true, "text" }, { "options", &text_options, false, "text" },
		{ "answers", &answers, true, "number" }, NUMBER_OPTIONS("number"), { "answer", &text, true, "select" },
		{ "choices", &any, false, NULL }),
};
/* Interchangeable gaps all have texts, whatever kind they say. */
static const struct shape distinct_gap = OBJECT({ "id", &text, true, NULL }, { "kind", WORD("text number select"), false, NULL },
	{ "weight", &ratio, false, NULL }, { "accept", &variants, true, NULL }, { "options", &text_options, false, NULL },
	{ "answers", &any, false, NULL }, { "decimal", &any, false, NULL }, { "units", &any, false, NULL },
	{ "unit_policy", &any, false, NULL }, { "unit_position", &any, false, NULL }, { "answer", &any, false, NULL },
	{ "choices", &any, false, NULL });
static const struct shape gaps = LIST(gap), distinct_gaps = LIST(distinct_gap);
#define GAP_MODES "per_gap exact"
static const struct shape gap_question = OBJECT(PROMPT, { "distinct", &flag, false, NULL }, { "gaps", &gaps, true, GAP_MODES },
	{ "gaps", &distinct_gaps, true, "distinct" });
static const struct shape gap_rule = OBJECT({ "mode", WORD(GAP_MODES), false, NULL }, TEXT_OPTIONS);

/* -- hotspot -- */

static const struct shape decimals = LIST(decimal);
static const struct shape area = CHECKED(vectorchecks_coords, { "shape", WORD("rect circle ellipse poly"), true, NULL },
	{ "coords", &decimals, true, NULL }, { "score", &ratio, false, "area_mapping" }, { "marker", &text, true, "markers" });
static const struct shape areas = LIST(area);
static const struct shape point = { .kind = SHAPE_LIST, .of = &decimal, .length = 2 };
static const struct shape points = LIST(point), points_or_null = { .kind = SHAPE_LIST, .of = &point, .null = true };
static const struct shape markers_or_null = { .kind = SHAPE_NAMED, .of = &points, .null = true };

#define HOTSPOT_MODES "area_mapping markers"
static const struct shape hotspot_question = OBJECT(PROMPT, { "areas", &areas, true, NULL });
static const struct shape hotspot_rule = OBJECT({ "mode", WORD(HOTSPOT_MODES), false, NULL },
	{ "default", &ratio, false, "area_mapping" }, { "default_once", &flag, false, "area_mapping" },
	{ "floor", &ratio_or_null, false, "area_mapping" }, { "ceil", &ratio_or_null, false, "area_mapping" });

/* -- survey, reflection, checklist, branching -- */

static const struct shape survey_question = OBJECT(PROMPT, { "scale", &count, false, NULL }, { "items", &texts, false, NULL });
static const struct shape survey_response = { .kind = SHAPE_NAMED, .of = &count, .null = true };
static const struct shape reflection_question = OBJECT(PROMPT, { "min_chars", &count, false, NULL });
static const struct shape nothing = { .kind = SHAPE_FIELDS, .fields = (const struct shape_field[]){ { .name = NULL } } };
static const struct shape only_prompt = OBJECT(PROMPT);

static const struct shape item = OBJECT({ "id", &text, true, NULL });
static const struct shape items = LIST(item);
static const struct shape checklist_question = OBJECT(PROMPT, { "items", &items, true, "scored" }, { "items", &items, false, "unscored" });
static const struct shape checklist_rule = OBJECT({ "scored", &flag, false, NULL });

#define BRANCHING_MODES "none end path"
static const struct shape edge = OBJECT({ "to", &text_or_null, true, NULL }, { "score", &ratio, false, NULL });
static const struct shape edges = LIST(edge);
static const struct shape node = OBJECT({ "edges", &edges, true, NULL });
static const struct shape nodes = { .kind = SHAPE_NAMED, .of = &node };
static const struct shape branching_question = CHECKED(vectorchecks_nodes, PROMPT, { "start", &text, true, NULL }, { "nodes", &nodes, true, NULL });
static const struct shape branching_rule = OBJECT({ "mode", WORD(BRANCHING_MODES), false, NULL });
static const struct shape step = { .kind = SHAPE_LIST, .of = &any, .length = 2, .settle = vectorchecks_step };
static const struct shape steps = LIST(step);
static const struct shape branching_response = { .kind = SHAPE_FIELDS, .null = true, .fields = FIELDS({ "path", &steps, true, NULL }) };

/* -- calculations -- */

static const struct shape of = OBJECT({ "type", &text, true, NULL }, { "question", &any, false, NULL }, { "scoring", &any, false, NULL });
static const struct shape tries_question = OBJECT(PROMPT, { "of", &of, true, NULL });
static const struct shape tries_rule = OBJECT({ "penalty", &ratio, false, NULL }, { "keep", WORD("best last"), false, NULL });
static const struct shape anything_or_null = { .kind = SHAPE_LIST, .of = &any, .null = true };

static const struct shape total_item = OBJECT({ "weight", &ratio, false, NULL }, { "fraction", &ratio_or_null, true, NULL });
static const struct shape total_items = LIST(total_item);
static const struct shape total_rule = OBJECT({ "floor", &ratio, false, NULL });
static const struct shape total_response = OBJECT({ "items", &total_items, true, NULL });

static const struct shape attempt = OBJECT({ "score", &ratio_or_null, true, NULL }, { "finished", &flag, false, NULL });
static const struct shape attempts = LIST(attempt);
static const struct shape attempts_rule = OBJECT({ "method", WORD("best first last average"), false, NULL });
static const struct shape attempts_response = OBJECT({ "attempts", &attempts, true, NULL });

static const struct shape passmark = { .kind = SHAPE_ANY, .settle = vectorchecks_passmark };
static const struct shape passmark_question = OBJECT(PROMPT, { "passmark", &passmark, true, NULL });
static const struct shape passmark_response = OBJECT({ "points", &ratio, true, NULL }, { "max", &ratio, true, NULL });

static const struct shape band = OBJECT({ "from", &ratio, true, NULL }, { "label", &text, true, NULL });
static const struct shape bands = LIST(band);
static const struct shape band_question = OBJECT(PROMPT, { "bands", &bands, true, NULL });
static const struct shape band_response = OBJECT({ "score", &ratio, true, NULL });

static const struct shape shuffle_question = OBJECT(PROMPT, { "ids", &texts, true, NULL }, { "seed", &text, true, NULL }, { "fixed", &texts, false, NULL });
static const struct shape pool_question = CHECKED(vectorchecks_draw, PROMPT, { "ids", &texts, true, NULL }, { "seed", &text, true, NULL },
	{ "draw", &count, true, NULL });

/* -- the types -- */

static const struct vectortype rows[] = {
	{ "single truefalse", &choice_question, &single_rule, &text_or_null, SINGLE_MODES, NULL, NULL, true, NULL },
	{ "multiple", &choice_question, &multiple_rule, &texts_or_null, MULTIPLE_MODES, NULL, NULL, true, NULL },
	{ "matching classification matrix", &matching_question, &matching_rule, &targets_or_null, MATCHING_MODES, "mapping", &pairs_or_null, true, NULL },
	{ "ordering", &ordering_question, &ordering_rule, &texts_or_null, ORDERING_MODES, NULL, NULL, true, NULL },
	{ "gap", &gap_question, &gap_rule, &targets_or_null, GAP_MODES, NULL, NULL, true, "distinct" },
	{ "text", &text_question, &text_options, &text_or_null, "", NULL, NULL, true, NULL },
	{ "number", &number_question, &number_rule, &number_response, "", NULL, NULL, true, NULL },
	{ "hotspot", &hotspot_question, &hotspot_rule, &points_or_null, HOTSPOT_MODES, "markers", &markers_or_null, true, NULL },
	{ "survey", &survey_question, &nothing, &survey_response, "", NULL, NULL, false, NULL },
	{ "reflection", &reflection_question, &nothing, &text_or_null, "", NULL, NULL, false, NULL },
	{ "checklist", &checklist_question, &checklist_rule, &texts_or_null, "unscored", NULL, NULL, false, "scored" },
	{ "branching", &branching_question, &branching_rule, &branching_response, BRANCHING_MODES, NULL, NULL, false, NULL },
	{ "tries", &tries_question, &tries_rule, &anything_or_null, "", NULL, NULL, false, NULL },
	{ "quiz_total", &only_prompt, &total_rule, &total_response, "", NULL, NULL, false, NULL },
	{ "attempts", &only_prompt, &attempts_rule, &attempts_response, "", NULL, NULL, false, NULL },
	{ "passmark", &passmark_question, &nothing, &passmark_response, "", NULL, NULL, false, NULL },
	{ "band", &band_question, &nothing, &band_response, "", NULL, NULL, false, NULL },
	{ "shuffle", &shuffle_question, &nothing, &none, "", NULL, NULL, false, NULL },
	{ "pool", &pool_question, &nothing, &none, "", NULL, NULL, false, NULL },
};

const struct shape vectortypes_vector = OBJECT({ "id", &text, true, NULL }, { "type", &text, true, NULL },
	{ "question", &any, false, NULL }, { "scoring", &any, false, NULL }, { "response", &any, false, NULL });
/* clang-format on */

const char *const vectortypes_unread[] = { "expected_score", "max_score", "expected", "definition", "notes", "source",
	NULL };

const struct vectortype *
vectortypes_find(struct str name)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (shape_word(rows[i].names, name))
			return &rows[i];
	return NULL;
}
