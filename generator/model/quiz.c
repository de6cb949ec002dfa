/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/quiz.h"

const char *const quiz_mode_names[QUIZ_MODES] = { "practice", "self-check", "test" };

const char *const quiz_solution_names[SOLUTIONS] = {
	"after-last-try", "after-pass", "after-submit-quiz", "on-request", "never",
};

const struct quiz_settings quiz_modes[QUIZ_MODES] = {
	/*                   tries, penalty,  keep_last, at_end, scored, solution */
	[QUIZ_PRACTICE]   = { 0, { 0, 1 },    false,     false,  false,  SOLUTION_ON_REQUEST },
	[QUIZ_SELF_CHECK] = { 2, { 1, 3 },    false,     false,  true,   SOLUTION_AFTER_LAST_TRY },
	[QUIZ_TEST]       = { 1, { 0, 1 },    false,     true,   true,   SOLUTION_AFTER_SUBMIT_QUIZ },
};

void
quiz_init(struct quiz *q, enum quiz_mode mode)
{
	*q = (struct quiz){
		.mode = mode,
		.set = quiz_modes[mode],
		.points = RATIO_ONE,
		.scoring = STR_EMPTY,
		.floored = true,
		.floor = RATIO_ZERO,
	};
}
