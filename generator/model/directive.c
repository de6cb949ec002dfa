/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/directive.h"

#include "base/near.h"
#include "base/words.h"

const char directive_common[] = "source year review-by lang ctx";

#define PARTS DIRECTIVE_NO_OUTLINE

const struct directive directives[] = {
	{ "definition", DIRECTIVE_COURSE_ID | DIRECTIVE_NEEDS_ID | PARTS, NULL, "sort", "a term and what it means" },
	{ "case", PARTS, NULL, "country years form", "a case study; headings with part= are its parts" },
	{ "scenario", DIRECTIVE_COURSE_ID | DIRECTIVE_NEEDS_ID | DIRECTIVE_OWN_IDS | PARTS, NULL, "scoring",
	    "a branching case of steps and endings" },
	{ "step", DIRECTIVE_NEEDS_ID | DIRECTIVE_INSIDE | PARTS, "scenario", "", "a step of a scenario" },
	{ "ending", DIRECTIVE_NEEDS_ID | DIRECTIVE_INSIDE | PARTS, "scenario", "", "an ending of a scenario" },
	{ "summary", DIRECTIVE_INSIDE | PARTS, "scenario", "", "what happens, for who skips a scenario" },
	{ "debrief", DIRECTIVE_INSIDE | PARTS, "scenario", "", "what really happened" },
	{ "indicators", DIRECTIVE_COURSE_ID | DIRECTIVE_NEEDS_ID | DIRECTIVE_OWN_IDS | PARTS, NULL, "form",
	    "a checklist of signs, never stored, never sent" },
	{ "checklist", DIRECTIVE_OWN_IDS | PARTS, NULL, "min", "things to do, to tick off" },
	{ "band", DIRECTIVE_INSIDE | PARTS, "indicators checklist quiz", "from of", "text for a result" },
	{ "question", DIRECTIVE_COURSE_ID | DIRECTIVE_NEEDS_ID | DIRECTIVE_OWN_IDS | PARTS, NULL,
	    "type points scoring tags objective required shuffle tries penalty keep solution floor answer none "
	    "max min deduction reuse distinct case accents compat quotes space typos tolerance decimals sigfigs "
	    "unit units unit-policy unit-position unit-penalty select clicks",
	    "a question of a quiz" },
	{ "hint", DIRECTIVE_INSIDE | PARTS, "question", "penalty clear-wrong show-count", "help after a failed try" },
	{ "feedback", DIRECTIVE_INSIDE | PARTS, "question", "for", "text by result" },
	{ "explanation", DIRECTIVE_INSIDE | PARTS, "question", "", "why the right answer is right" },
	{ "samples", DIRECTIVE_INSIDE | PARTS, "question", "", "answers that the build tries out; never published" },
	{ "worksheet", DIRECTIVE_COURSE_ID | DIRECTIVE_NEEDS_ID | DIRECTIVE_OWN_IDS | PARTS | DIRECTIVE_LATER, NULL, "",
	    "a form to fill in and print" },
	{ "field", DIRECTIVE_LEAF | DIRECTIVE_NEEDS_ID | DIRECTIVE_INSIDE, "worksheet", "type lines",
	    "a field of a worksheet" },
	{ "collect", DIRECTIVE_LEAF | DIRECTIVE_LATER, NULL, "of", "gathers parts of the whole course" },
	{ "actions", PARTS, NULL, "", "action points, a list" },
	{ "practice", PARTS, NULL, "country", "a good-practice box; headings with part= are its parts" },
	{ "keyfacts", PARTS, NULL, "", "a list of figures with year and source" },
	{ "table", PARTS, NULL, "", "one table with caption, id and source" },
	{ "grid", PARTS, NULL, "by", "a table whose cells hold blocks" },
	{ "flow", PARTS | DIRECTIVE_LATER, NULL, "", "a process as a diagram and a list" },
	{ "note", PARTS, NULL, "", "a call-out" },
	{ "tip", PARTS, NULL, "", "a call-out with good advice" },
	{ "caution", PARTS, NULL, "", "a call-out to take care" },
	{ "important", PARTS, NULL, "", "a call-out not to be missed" },
	{ "objectives", PARTS, NULL, "", "what one will be able to do" },
	{ "keypoints", PARTS, NULL, "", "what to remember" },
	{ "prerequisites", PARTS, NULL, "", "what to know before" },
	{ "reflect", PARTS, NULL, "", "something to think about, not scored" },
	{ "facilitator", PARTS, NULL, "", "for the trainer only" },
	{ "only", DIRECTIVE_ROLE, NULL, "edition country language audience output", "shown where its conditions hold" },
	{ "contact", DIRECTIVE_LEAF | DIRECTIVE_ROLE, NULL, "role", "a contact from contacts.yaml" },
	{ "slot", DIRECTIVE_ROLE | DIRECTIVE_LATER, NULL, "name", "a word of the edition" },
	{ "date", DIRECTIVE_ROLE, NULL, "on", "a date in the long form of the language" },
	{ "image", DIRECTIVE_LEAF | DIRECTIVE_LATER, NULL, "src alt width", "an image" },
	{ "video", DIRECTIVE_LEAF | DIRECTIVE_LATER, NULL, "src width", "a film" },
	{ "audio", DIRECTIVE_LEAF | DIRECTIVE_LATER, NULL, "src", "a recording" },
	{ "include", DIRECTIVE_LEAF | DIRECTIVE_LATER, NULL, "src", "the same text in many places" },
	{ "tabs", PARTS | DIRECTIVE_LATER, NULL, "", "alternatives, a heading each" },
	{ "details", PARTS, NULL, "open", "folded text" },
};

const size_t directive_count = sizeof directives / sizeof directives[0];

const struct directive *
directive_find(struct str name)
{
	for (size_t i = 0; i < directive_count; i++)
		if (str_is(name, directives[i].name))
			return &directives[i];
	return NULL;
}

bool
directive_allows(const struct directive *d, struct str key)
{
	return words_has(str_of(d->attributes), key) || words_has(str_of(directive_common), key);
}

struct str
directive_near(struct str name)
{
	struct near near;

	near_begin(&near, name);
	for (size_t i = 0; i < directive_count; i++)
		near_try(&near, str_of(directives[i].name));
	return near_best(&near);
}
