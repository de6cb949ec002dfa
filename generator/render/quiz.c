/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/quiz.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/html.h"
#include "render/lua.h"
#include "render/navigate.h"
#include "render/question.h"
#include "render/wording.h"

void
quiz_band(struct render *r, struct buf *b, const struct node *n)
{
	const struct quiz *quiz = r->body ? r->body->quiz : NULL;

	for (size_t i = 0; quiz && i < quiz->nbands; i++) {
		if (quiz->bands[i].node != n)
			continue;
		buf_fmt(b, "<div class=\"band\" data-band=\"%zu\"", i);
		/* The script moves it among words of the interface. */
		html_text(r, b);
		BUF_LIT(b, " hidden>\n");
		html_blocks(r, b, n);
		BUF_LIT(b, "</div>\n");
	}
}

void
quiz_pool(struct render *r, struct buf *b)
{
	const struct text *own = r->text;
	struct render_notes *notes = r->notes;

	r->notes = NULL;
	for (size_t i = 0; r->body && i < r->body->npool; i++) {
		const struct pooled *p = &r->body->pool[i];

		if (p->from == r->body)
			continue;
		r->text = p->from->text;
		BUF_LIT(b, "<div class=\"pooled\"");
		if (!str_eq(r->text->lang, own->lang))
			html_lang(r, b, r->text->lang);
		BUF_LIT(b, ">\n");
		question_render(r, b, p->q);
		BUF_LIT(b, "</div>\n");
	}
	r->text = own;
	r->notes = notes;
}

void
quiz_result(struct render *r, struct buf *b)
{
	const struct quiz *quiz = r->body ? r->body->quiz : NULL;

	if (!quiz || !quiz->page || !body_asked(r->body, 0))
		return;
	BUF_LIT(b, "<section class=\"quiz-result\" data-quiz");
	wording_lang(r, b);
	BUF_LIT(b, " aria-labelledby=\"quiz-result\" hidden>\n<h2 id=\"quiz-result\">");
	escape_html(b, wording_text(r, "result"));
	BUF_LIT(b, "</h2>\n<p class=\"quiz-progress\"></p>\n");
	if (quiz->set.at_end) {
		BUF_LIT(b, "<p class=\"question-actions\"><button type=\"button\" data-action=\"hand-in\" hidden>");
		escape_html(b, wording_text(r, "hand-in"));
		BUF_LIT(b, "</button></p>\n");
	}
	BUF_LIT(b, "<div class=\"question-status\" role=\"status\"></div>\n");
	if (!quiz->set.at_end) {
		BUF_LIT(b, "<p class=\"question-actions\"><button type=\"button\" data-action=\"retry\" hidden>");
		escape_html(b, wording_text(r, "wrong-again"));
		BUF_LIT(b, "</button></p>\n");
	}
	BUF_LIT(b, "<p class=\"question-actions\"><button type=\"button\" data-action=\"another\" hidden>");
	escape_html(b, wording_text(r, "another-attempt"));
	BUF_LIT(b, "</button></p>\n</section>\n");
}

void
quiz_kept(struct render *r, struct buf *b)
{
	static const struct lua_global none[] = { { NULL, NULL, NULL } };
	struct lua_call call = {
		.lang = r->out->lang,
		.root = navigate_root(r),
		.globals = none,
		.current = r->out->path,
		.arena = r->arena,
		.facts = r->facts,
	};

	if (!r->body || !body_asked(r->body, 0) || r->body->text->doc->texts[0]->meta.at_risk || r->lua == NULL)
		return;
	call.content = r->body->text->src.path;
	BUF_LIT(b, "<div class=\"kept\" data-kept");
	wording_lang(r, b);
	BUF_LIT(b, " hidden>\n");
	lua_run(r->lua, &call, "partials/kept.html", b, r->diags); /* a failure is diagnosed: nothing is published */
	BUF_LIT(b, "</div>\n");
}

/* -- the rules in words -- */

struct rules {
	struct arena *a;
	const struct language *lang;
	struct buf out;
};

static void
sentence(struct rules *s, struct str words)
{
	if (s->out.n > 0)
		buf_chr(&s->out, ' ');
	buf_str(&s->out, words);
}

/* A share as it is said: "70 %", or the fraction where that is not a whole number. */
static struct str
share(struct rules *s, struct ratio r)
{
	struct ratio hundred;
	struct buf fraction = BUF_INIT;
	struct ui_arg arg = { "number", STR_EMPTY };

	if (ratio_mul(r, RATIO(100, 1), &hundred) && hundred.den == 1) {
		arg.value = ui_number(s->a, s->lang, hundred.num);
		return ui_format(s->a, s->lang, "percent", &arg, 1);
	}
	ratio_write(&fraction, r);
	arg.value = arena_str(s->a, buf_view(&fraction));
	buf_free(&fraction);
	return arg.value;
}

static void
pass_rule(struct rules *s, const struct quiz *quiz)
{
	struct ui_arg arg = { "pass", STR_EMPTY };

	if (!quiz->has_pass || !quiz->set.scored)
		return;
	arg.value = quiz->pass_in_points && quiz->pass.den == 1 ? ui_count(s->a, s->lang, "points", quiz->pass.num)
								: share(s, quiz->pass);
	sentence(s, ui_format(s->a, s->lang, "rules-pass", &arg, 1));
}

/* Whether a question has one try because there are only two answers (see assemble/question.c). */
static bool
has_short(const struct body *body)
{
	for (size_t i = 0; body_asked(body, i); i++)
		if (body_asked(body, i)->tries == 1 && body->quiz->set.tries > 1)
			return true;
	return false;
}

static void
tries_rule(struct rules *s, const struct body *body)
{
	const struct quiz_settings *set = &body->quiz->set;
	struct ui_arg penalty = { "penalty", STR_EMPTY };

	if (set->tries == 0)
		sentence(s, ui_text(s->lang, "rules-unlimited"));
	else
		sentence(s, ui_count(s->a, s->lang, "rules-tries", set->tries));
	if (has_short(body))
		sentence(s, ui_text(s->lang, "rules-two-answers"));
	if (set->tries == 1 || set->penalty.num == 0)
		return;
	penalty.value = share(s, set->penalty);
	sentence(s, ui_format(s->a, s->lang, "rules-penalty", &penalty, 1));
}

/* How often one may come back, what counts then, and that it is not the same each time. */
static void
attempts_rule(struct rules *s, const struct quiz *quiz)
{
	static const char *const grades[QUIZ_GRADES] = { "rules-best", "rules-last", "rules-first", "rules-average" };
	int drawn = 0;

	for (size_t i = 0; i < quiz->ndraws; i++)
		drawn += quiz->draws[i].take;
	if (quiz->attempts > 0)
		sentence(s, ui_count(s->a, s->lang, "rules-attempts", quiz->attempts));
	if (quiz->set.scored && quiz->attempts != 1 && (quiz->attempts > 0 || quiz->grade != GRADE_BEST))
		sentence(s, ui_text(s->lang, grades[quiz->grade]));
	if (drawn > 0)
		sentence(s, ui_count(s->a, s->lang, "rules-draw", drawn));
}

struct str
quiz_rules(struct arena *a, const struct body *body, const struct language *lang)
{
	const struct quiz *quiz = body ? body->quiz : NULL;
	struct rules s = { a, lang, BUF_INIT };
	struct str all;

	if (!quiz || !quiz->page || !body_asked(body, 0))
		return STR_EMPTY;
	if (!quiz->set.scored && quiz->set.tries == 0) {
		sentence(&s, ui_text(lang, "rules-practice"));
	} else {
		tries_rule(&s, body);
		sentence(&s,
		    ui_text(lang,
			quiz->set.at_end       ? "rules-at-end"
			    : quiz->set.scored ? "rules-at-once"
					       : "rules-no-score"));
	}
	pass_rule(&s, quiz);
	attempts_rule(&s, quiz);
	sentence(&s, ui_text(lang, body->text->doc->texts[0]->meta.at_risk ? "nothing-stored" : "rules-kept"));
	all = arena_str(a, buf_view(&s.out));
	buf_free(&s.out);
	return all;
}
