/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/script.h"

#include <assert.h>

#include "base/json.h"
#include "base/stock.h"
#include "base/words.h"
#include "localise/ui.h"
#include "score/asked.h"
#include "score/branched.h"
#include "score/fingerprint.h"
#include "score/members.h"
#include "score/slipdata.h"

/* A file of score/js/, and the UI strings that it says. */
struct piece {
	const char *name, *messages;
	enum {
		ALWAYS,
		ASKED,
		BY_TYPE,
		SHUFFLED,
		ON_QUIZ,
		SLIPPED,
		TICKED,
		STORY,
		STORY_SCORED,
		COUNTED
	} when; /* BY_TYPE: where a question's row in question_kinds names it; SHUFFLED: where something changes its place; COUNTED: ASKED or STORY_SCORED */
};

/* In the order in which they are put together. */
static const struct piece pieces[] = {
	{ "page/ready", "", ALWAYS },
	{ "engine/numbers", "", COUNTED },
	{ "engine/branching", "", STORY_SCORED },
	{ "engine/choice", "", BY_TYPE },
	{ "engine/pairs", "", BY_TYPE },
	{ "engine/order", "", BY_TYPE },
	{ "engine/answers", "", BY_TYPE },
	{ "engine/text", "", BY_TYPE },
	{ "engine/number", "", BY_TYPE },
	{ "engine/gap", "", BY_TYPE },
	{ "engine/unscored", "", BY_TYPE },
	{ "engine/shuffle", "", SHUFFLED },
	{ "page/core",
	    "right partly-right wrong not-answered verdict verdict-points points-of tries-left no-tries-left answer-noted",
	    ASKED },
	{ "page/parts", "", ASKED },
	{ "page/choice", "right-option wrong-option choose-max", BY_TYPE },
	{ "page/pairs", "used-once", BY_TYPE },
	{ "page/order", "order-first order-kept moved-to", BY_TYPE },
	{ "page/typed", "not-a-number spelling", BY_TYPE },
	{ "page/free", "", BY_TYPE },
	{ "page/picture", "", BY_TYPE },
	{ "page/hints", "right-so-far", ASKED },
	{ "page/store", "", ASKED },
	{ "page/state", "", ASKED },
	{ "page/compact", "", ASKED },
	{ "page/form",
	    "check-answer try-again finish-answer change-answer same-answer answer-first write-first answer-shown",
	    ASKED },
	{ "page/arrange", "", SHUFFLED },
	{ "engine/grade", "", ASKED },
	{ "page/session", "changed-since continue kept-here not-kept forgotten question-number", ASKED },
	{ "page/carry", "", ASKED },
	{ "page/total",
	    "total all-answered passed-sentence not-passed-sentence failed-sentence grade-best grade-last grade-first grade-average",
	    ON_QUIZ },
	{ "page/openslip", "slip-again", SLIPPED },
	{ "page/quiz", "answered-of unanswered", ON_QUIZ },
	{ "page/start", "", ASKED },
	{ "page/ticks", "", TICKED },
	{ "page/startticks", "", TICKED },
	{ "page/points", "", STORY_SCORED },
	{ "page/scenario", "", STORY },
	{ "page/startscenario", "", STORY },
};
enum { PIECES = sizeof pieces / sizeof *pieces };

static bool
needed(const struct piece *p, const struct body *body)
{
	if (p->when == ALWAYS)
		return true;
	if (p->when == TICKED)
		return body->has_indicators;
	if (p->when == STORY)
		return body->nscenarios > 0;
	if (p->when == STORY_SCORED || (p->when == COUNTED && branched_scored(body)))
		return branched_scored(body);
	if (!body_asked(body, 0))
		return false;
	if (p->when == ON_QUIZ)
		return body->quiz->page;
	if (p->when == SLIPPED)
		return slipdata_wanted(body);
	if (p->when == ASKED || p->when == COUNTED)
		return true;
	for (size_t i = 0; p->when == SHUFFLED && body_asked(body, i); i++)
		if (body_asked(body, i)->shuffle)
			return true;
	for (size_t i = 0; p->when == BY_TYPE && body_asked(body, i); i++)
		if (words_has(str_of(question_kinds[body_asked(body, i)->type].pieces), str_of(p->name)))
			return true;
	return false;
}

/* -- questions -- */

/* What hints cost; nothing where they are free. */
static void
hints(struct buf *b, const struct question *q)
{
	bool paid = false;

	for (size_t i = 0; i < q->nhints; i++)
		paid |= q->hints[i].penalty.num != 0;
	if (!paid)
		return;
	members_key(b, "hints");
	for (size_t i = 0; i < q->nhints; i++) {
		buf_cstr(b, i ? ",\"" : "[\"");
		ratio_write(b, q->hints[i].penalty);
		buf_chr(b, '"');
	}
	buf_chr(b, ']');
}

static bool
tells_accents(const struct question *q)
{
	for (size_t i = 0; i < q->ngaps; i++)
		if (q->gaps[i].text.tell_accents)
			return true;
	return false;
}

static void
question(struct buf *b, const struct question *q, int draw)
{
	char hash[FINGERPRINT_QUESTION + 1];

	fingerprint_question(q, hash);
	buf_chr(b, '{');
	members_text(b, "id", q->id);
	members_text(b, "hash", str_of(hash));
	buf_chr(b, ',');
	asked_write(b, q);
	members_exact(b, "points", q->points);
	if (q->max > 0 || q->clicks > 1)
		members_number(b, "max", q->max > 0 ? q->max : q->clicks);
	if (tells_accents(q))
		members_flag(b, "tell", true);
	members_number(b, "tries", q->tries);
	members_exact(b, "penalty", q->penalty);
	members_text(b, "keep", q->keep_last ? STR("last") : STR("best"));
	members_text(b, "solution", str_of(quiz_solution_names[q->solution]));
	hints(b, q);
	if (draw >= 0)
		members_number(b, "draw", draw);
	buf_chr(b, '}');
}

static void
questions(struct buf *b, const struct body *body)
{
	members_key(b, "questions");
	for (size_t i = 0; body_asked(body, i); i++) {
		buf_cstr(b, i ? ",\n" : "[\n");
		question(b, body_asked(body, i), body_draw(body, body_asked(body, i)));
	}
	buf_cstr(b, "]");
}

static void
quiz(struct buf *b, const struct quiz *q)
{
	members_key(b, "quiz");
	buf_chr(b, '{');
	members_flag(b, "page", q->page);
	members_flag(b, "scored", q->set.scored);
	members_flag(b, "atEnd", q->set.at_end);
	if (q->has_pass) {
		members_exact(b, "pass", q->pass);
		members_flag(b, "inPoints", q->pass_in_points);
	}
	if (q->attempts > 0)
		members_number(b, "attempts", q->attempts);
	if (q->grade != GRADE_BEST)
		members_text(b, "grade", str_of(quiz_grade_names[q->grade]));
	for (size_t i = 0; i < q->ndraws; i++) {
		if (i == 0)
			members_key(b, "draws");
		buf_cstr(b, i ? ",{" : "[{");
		members_text(b, "tag", q->draws[i].tag);
		members_number(b, "take", q->draws[i].take);
		buf_cstr(b, i + 1 < q->ndraws ? "}" : "}]");
	}
	for (size_t i = 0; i < q->nbands; i++) {
		if (i == 0)
			members_key(b, "bands");
		buf_cstr(b, i ? ",\"" : "[\"");
		ratio_write(b, q->bands[i].from);
		buf_cstr(b, i + 1 < q->nbands ? "\"" : "\"]");
	}
	buf_chr(b, '}');
}

/* -- messages -- */

static void
message(struct buf *b, const struct language *lang, struct str name)
{
	const struct message *m = ui_find(lang, name);

	assert(m && "a string that the browser says and no locale has");
	if (b->p[b->n - 1] != '{')
		buf_cstr(b, ",\n");
	json_string(b, name);
	buf_chr(b, ':');
	if (!m->plural) {
		json_string(b, m->forms[PLURAL_OTHER]);
		return;
	}
	buf_chr(b, '{');
	for (int i = 0; i < PLURALS; i++)
		if (m->forms[i].n > 0)
			members_text(b, catalogue_plurals[i], m->forms[i]);
	buf_chr(b, '}');
}

static void
messages(struct buf *b, const struct body *body, const struct language *lang)
{
	members_key(b, "text");
	buf_chr(b, '{');
	for (size_t i = 0; i < PIECES; i++) {
		struct str rest = str_of(pieces[i].messages);

		while (needed(&pieces[i], body) && rest.n > 0)
			message(b, lang, str_cut(&rest, ' '));
	}
	buf_chr(b, '}');
}

/* -- the script -- */

/*
 * Without what only its writers need: comments that begin a line, blanks in front of one, empty lines. Line ends stay, so
 * nothing changes for the language; the pieces have no text that runs over lines (tests/js/test_pieces.mjs sees to it).
 */
static void
lean(struct buf *b, struct str bytes)
{
	bool comment = false;

	while (bytes.n > 0) {
		struct str line = str_trim(str_cut(&bytes, '\n'));

		comment = comment || str_starts(line, "/*");
		if (!comment && line.n > 0) {
			buf_str(b, line);
			buf_chr(b, '\n');
		}
		comment = comment && !str_ends(line, "*/");
	}
}

static void
code(struct buf *b, const struct piece *p)
{
	struct buf path = BUF_INIT;
	const struct stock_file *file;

	buf_fmt(&path, "generator/score/js/%s.js", p->name);
	file = stock_builtin(buf_view(&path));
	assert(file && "a piece of the browser runtime that is not embedded");
	lean(b, file->bytes);
	buf_free(&path);
}

/* Where answers are kept; for people at risk, nowhere. */
static void
place(struct buf *b, const struct site *site, const struct document *doc)
{
	struct arena a = ARENA_INIT;
	char name[FINGERPRINT_SITE + 1];

	fingerprint_site(site, name);
	members_text(b, "site", str_of(name));
	members_text(b, "key", fingerprint_page(&a, doc));
	if (doc->texts[0]->meta.at_risk)
		members_flag(b, "keep", false);
	arena_free(&a);
}

static void
data(struct buf *b, const struct site *site, const struct body *body, const struct language *lang)
{
	BUF_LIT(b, "const data = {");
	members_text(b, "lang", lang->tag);
	if (!str_is(ui_text(lang, "decimal-mark"), "."))
		members_text(b, "decimal", ui_text(lang, "decimal-mark"));
	place(b, site, body->text->doc);
	quiz(b, body->quiz);
	if (slipdata_wanted(body))
		slipdata_write(b, site, body, lang);
	questions(b, body);
	messages(b, body, lang);
	BUF_LIT(b, "};\n\n");
}

void
script_emit(struct buf *b, const struct site *site, const struct body *body, const struct language *lang)
{
	if (!body_asked(body, 0) && !body->has_indicators && body->nscenarios == 0)
		return;
	BUF_LIT(b, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\n");
	if (body_asked(body, 0))
		data(b, site, body, lang);
	if (branched_scored(body)) {
		BUF_LIT(b, "const stories = ");
		branched_write(b, body);
		BUF_LIT(b, ";\n\n");
	}
	for (size_t i = 0; i < PIECES; i++)
		if (needed(&pieces[i], body))
			code(b, &pieces[i]);
	BUF_LIT(b, "})();\n");
}
