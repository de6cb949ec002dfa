/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/script.h"

#include <assert.h>

#include "base/json.h"
#include "base/seal.h"
#include "base/stock.h"
#include "base/words.h"
#include "localise/spoken.h"
#include "localise/tag.h"
#include "localise/ui.h"
#include "model/pagekey.h"
#include "score/asked.h"
#include "score/branched.h"
#include "score/compactscript.h"
#include "score/fingerprint.h"
#include "score/members.h"
#include "score/pieces.h"
#include "score/slipdata.h"

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

/* A key that is not in clear. */
static void
covered(struct buf *b, const struct question *q, struct str salt)
{
	struct buf key = BUF_INIT;

	buf_chr(&key, '{');
	asked_write(&key, q);
	buf_chr(&key, '}');
	members_key(b, "sealed");
	buf_chr(b, '"');
	seal_cover(b, salt, q->id, buf_view(&key));
	buf_chr(b, '"');
	buf_free(&key);
}

/* Where they are not those of the page: data.quiz.each. */
static void
own_settings(struct buf *b, const struct quiz *page, const struct question *q)
{
	if (ratio_cmp(q->points, page->points) != 0)
		members_exact(b, "points", q->points);
	if (q->tries != page->set.tries)
		members_number(b, "tries", q->tries);
	if (ratio_cmp(q->penalty, page->set.penalty) != 0)
		members_exact(b, "penalty", q->penalty);
	if (q->keep_last != page->set.keep_last)
		members_text(b, "keep", q->keep_last ? STR("last") : STR("best"));
	if (q->solution != page->set.solution)
		members_text(b, "solution", str_of(quiz_solution_names[q->solution]));
}

static void
question(struct buf *b, const struct body *body, const struct question *q)
{
	char hash[FINGERPRINT_QUESTION + 1];

	fingerprint_question(q, hash);
	buf_chr(b, '{');
	members_text(b, "id", q->id);
	members_text(b, "hash", str_of(hash));
	if (body->salt.n == 0)
		asked_write(b, q);
	else if (!asked_marked(b, q, body->salt))
		covered(b, q, body->salt);
	if (q->max > 0 || q->clicks > 1)
		members_number(b, "max", q->max > 0 ? q->max : q->clicks);
	if (tells_accents(q))
		members_flag(b, "tell", true);
	own_settings(b, body->quiz, q);
	hints(b, q);
	if (!q->required)
		members_flag(b, "required", false);
	if (body_draw(body, q) >= 0)
		members_number(b, "draw", body_draw(body, q));
	buf_chr(b, '}');
}

static void
questions(struct buf *b, const struct body *body)
{
	members_key(b, "questions");
	for (size_t i = 0; body_asked(body, i); i++) {
		buf_cstr(b, i ? ",\n" : "[\n");
		question(b, body, body_asked(body, i));
	}
	buf_cstr(b, "]");
}

/* As the notation has it: a share, or {"points"}. */
static void
pass_mark(struct buf *b, const struct quiz *q)
{
	members_key(b, "pass");
	if (!q->pass_in_points) {
		members_ratio(b, q->pass);
		return;
	}
	buf_chr(b, '{');
	members_exact(b, "points", q->pass);
	buf_chr(b, '}');
}

/* What holds for each question that says nothing else. */
static void
each_question(struct buf *b, const struct quiz *q)
{
	members_key(b, "each");
	buf_chr(b, '{');
	members_exact(b, "points", q->points);
	members_number(b, "tries", q->set.tries);
	members_exact(b, "penalty", q->set.penalty);
	members_text(b, "keep", q->set.keep_last ? STR("last") : STR("best"));
	members_text(b, "solution", str_of(quiz_solution_names[q->set.solution]));
	buf_chr(b, '}');
}

static void
quiz(struct buf *b, const struct quiz *q)
{
	members_key(b, "quiz");
	buf_chr(b, '{');
	members_flag(b, "page", q->page);
	members_flag(b, "scored", q->set.scored);
	members_flag(b, "atEnd", q->set.at_end);
	each_question(b, q);
	if (q->has_pass)
		pass_mark(b, q);
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
		buf_cstr(b, i ? ",{" : "[{");
		members_exact(b, "from", q->bands[i].from);
		buf_cstr(b, i + 1 < q->nbands ? "}" : "}]");
	}
	buf_chr(b, '}');
}

/* -- messages -- */

static void
messages(struct buf *b, const struct body *body, const struct language *lang)
{
	struct buf said = BUF_INIT;
	const struct piece *p;

	members_key(b, "text");
	buf_chr(b, '{');
	for (size_t at = 0; (p = pieces_next(body, &at)) != NULL;) {
		struct str rest = str_of(p->words);

		while (rest.n > 0) {
			struct str name = str_cut(&rest, ' ');

			if (words_has(buf_view(&said), name))
				continue;
			if (b->p[b->n - 1] != '{')
				buf_cstr(b, ",\n");
			spoken_message(b, lang, name);
			buf_str(&said, name);
			buf_chr(&said, ' ');
		}
	}
	buf_chr(b, '}');
	buf_free(&said);
}

/* -- the script -- */

static void
code(struct buf *b, const char *name)
{
	struct buf path = BUF_INIT;
	const struct stock_file *file;

	buf_fmt(&path, "minified/generator/score/js/%s.js", name);
	file = stock_builtin(buf_view(&path));
	assert(file && "a piece of the browser runtime that is not embedded");
	buf_str(b, file->bytes);
	buf_free(&path);
}

/* Where answers are kept; for people at risk, nowhere. */
static void
place(struct buf *b, const struct site *site, const struct body *body)
{
	const struct document *doc = body->text->doc;
	struct arena a = ARENA_INIT;
	char name[PAGEKEY_SITE + 1];

	pagekey_site(site, name);
	members_text(b, "site", str_of(name));
	members_text(b, "key", pagekey_of(&a, doc));
	if (compactscript_wanted(body))
		members_text(b, "compact", compactscript_name(&a, NULL));
	else
		members_flag(b, "keep", false);
	if (body->salt.n > 0)
		members_text(b, "salt", body->salt);
	arena_free(&a);
}

static void
data(struct buf *b, const struct site *site, const struct body *body, const struct language *lang)
{
	struct arena a = ARENA_INIT;

	BUF_LIT(b, "const data = {");
	members_text(b, "lang", tag_browser(&a, lang->tag));
	if (!str_is(ui_text(lang, "decimal-mark"), "."))
		members_text(b, "decimal", ui_text(lang, "decimal-mark"));
	place(b, site, body);
	quiz(b, body->quiz);
	if (slipdata_wanted(body))
		slipdata_write(b, site, body, lang);
	questions(b, body);
	messages(b, body, lang);
	BUF_LIT(b, "};\n\n");
	arena_free(&a);
}

void
script_emit(struct buf *b, const struct site *site, const struct body *body, const struct language *lang)
{
	const struct piece *p;

	if (!body_asked(body, 0) && !body->has_indicators && body->nscenarios == 0)
		return;
	BUF_LIT(b, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\n");
	if (body_asked(body, 0))
		data(b, site, body, lang);
	if (branched_scored(body)) {
		struct arena a = ARENA_INIT;

		BUF_LIT(b, "const stories = ");
		branched_write(b, body);
		BUF_LIT(b, ", counts = ");
		json_string(b, tag_browser(&a, lang->tag));
		BUF_LIT(b, ";\n\n");
		arena_free(&a);
	}
	for (size_t at = 0; (p = pieces_next(body, &at)) != NULL;)
		if (p->file != NULL)
			code(b, p->file);
	BUF_LIT(b, "})();\n");
}
