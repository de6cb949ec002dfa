/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/quiz.h"

#include "base/words.h"

const char *const quiz_mode_names[QUIZ_MODES] = { "practice", "self-check", "test" };

const char *const quiz_solution_names[SOLUTIONS] = {
	"after-last-try",
	"after-pass",
	"after-submit-quiz",
	"on-request",
	"never",
};

const char *const quiz_grade_names[QUIZ_GRADES] = { "best", "last", "first", "average" };

static const struct quiz_settings settings[QUIZ_MODES] = {
	[QUIZ_PRACTICE] = { .tries = 0, .penalty = { 0, 1 }, .solution = SOLUTION_ON_REQUEST },
	[QUIZ_SELF_CHECK] = { .tries = 2, .penalty = { 1, 3 }, .scored = true, .solution = SOLUTION_AFTER_LAST_TRY },
	[QUIZ_TEST] = { .tries = 1,
	    .penalty = { 0, 1 },
	    .at_end = true,
	    .scored = true,
	    .solution = SOLUTION_AFTER_SUBMIT_QUIZ },
};

void
quiz_init(struct quiz *q, enum quiz_mode mode)
{
	*q = (struct quiz){
		.mode = mode,
		.set = settings[mode],
		.points = RATIO_ONE,
		.scoring = STR_EMPTY,
		.floored = true,
		.floor = RATIO_ZERO,
	};
}

int
quiz_draw_of(const struct quiz *q, struct str tags)
{
	for (size_t i = 0; i < q->ndraws; i++)
		if (words_has(tags, q->draws[i].tag))
			return (int)i;
	return -1;
}
