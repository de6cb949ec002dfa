/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/answer.h"

const char *const area_shape_names[AREA_SHAPES] = {
	[AREA_NONE] = "",
	[AREA_RECT] = "rect",
	[AREA_CIRCLE] = "circle",
	[AREA_ELLIPSE] = "ellipse",
	[AREA_POLY] = "poly",
};

const char *const answer_match_names[ANSWER_MATCHES] = {
	[MATCH_LITERAL] = "literal",
	[MATCH_GLOB] = "glob",
	[MATCH_REGEX] = "regex",
};
