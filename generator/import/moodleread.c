/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/moodleread.h"

#include <string.h>

#include "base/xmlin.h"
#include "import/moodlekinds.h"
#include "package/decimal.h"
#include "package/grades.h"

static void
tags(struct taking *t, struct item *it, const xmlNode *n)
{
	const xmlNode *all = moodledom_child(n, "tags");

	for (const xmlNode *tag = moodledom_child(all, "tag"); tag; tag = moodledom_next(tag->next, "tag"))
		item_tag(t->arena, it, moodledom_content(t, tag));
}

static void
hints(struct taking *t, struct item *it, const xmlNode *n)
{
	for (const xmlNode *h = moodledom_child(n, "hint"); h; h = moodledom_next(h->next, "hint")) {
		struct item_text text = moodledom_text(t, it, h);

		if (moodledom_child(h, "clearwrong"))
			taking_loss(t, xmlin_line(h), "that wrong answers are taken away with this hint");
		if (moodledom_child(h, "shownumcorrect"))
			taking_loss(t, xmlin_line(h), "that the number of right answers is told with this hint");
		if (text.s.n > 0)
			item_hint(t->arena, it)->text = text;
	}
}

/* What costs a failed try is one of the credits, too. */
static void
numbers(struct taking *t, struct item *it, const xmlNode *n)
{
	struct str points = moodledom_value(t, n, "defaultgrade"), penalty = moodledom_value(t, n, "penalty");

	if (points.n > 0 && (!decimal_read(points, &it->points) || it->points.num < 0)) {
		taking_loss(t, xmlin_line(n), "the points `%.*s`: it has one", STR_ARG(points));
		it->points = RATIO_ONE;
	}
	it->has_penalty = penalty.n > 0 && decimal_read(penalty, &it->penalty);
	if (it->has_penalty)
		grades_snap(it->penalty, &it->penalty);
}

static void
question(struct taking *t, const xmlNode *n, struct str category)
{
	struct item *it = item_new(t->arena, &t->items, ITEM_OTHER);
	struct str type = moodledom_attribute(t, n, "type");

	it->at.line = xmlin_line(n);
	it->category = category;
	it->name = moodledom_value(t, n, "name");
	it->id = moodledom_value(t, n, "idnumber");
	it->text = moodledom_text(t, it, moodledom_child(n, "questiontext"));
	it->general = moodledom_text(t, it, moodledom_child(n, "generalfeedback"));
	it->correct = moodledom_text(t, it, moodledom_child(n, "correctfeedback"));
	it->partial = moodledom_text(t, it, moodledom_child(n, "partiallycorrectfeedback"));
	it->incorrect = moodledom_text(t, it, moodledom_child(n, "incorrectfeedback"));
	it->shuffle = moodledom_flag(t, n, "shuffleanswers", false);
	numbers(t, it, n);
	hints(t, it, n);
	tags(t, it, n);
	moodlekinds_read(t, it, n, type);
	it->raw = moodledom_source(t, n);
}

int
moodleread_all(struct taking *t)
{
	xmlDocPtr doc = moodledom_open(t);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	struct str category = STR_EMPTY;
	int rc = 0;

	if (!doc)
		return -1;
	if (!root || strcmp((const char *)root->name, "quiz") != 0)
		rc = taking_fault(t, root ? xmlin_line(root) : 1,
		    "it is XML, but not Moodle's: its questions stand in an element `<quiz>`, not `<%s>`",
		    root ? (const char *)root->name : "");
	for (const xmlNode *n = rc == 0 ? moodledom_child(root, "question") : NULL; n;
	     n = moodledom_next(n->next, "question")) {
		if (str_is(moodledom_attribute(t, n, "type"), "category")) {
			category = moodledom_value(t, n, "category");
			if (moodledom_value(t, n, "info").n > 0)
				taking_loss(t, xmlin_line(n), "what is said of a category: %.*s",
				    STR_ARG(str_sub(moodledom_value(t, n, "info"), 0, 200)));
		} else
			question(t, n, category);
	}
	if (rc == 0 && t->items.n == 0)
		rc = taking_fault(t, xmlin_line(root), "there is no question in it");
	xmlFreeDoc(doc);
	return rc;
}
