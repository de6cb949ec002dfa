/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipdata.h"

#include "base/hash.h"
#include "model/pagekey.h"
#include "score/members.h"
#include "score/slipscript.h"

bool
slipdata_wanted(const struct body *body)
{
	const struct quiz *quiz = body->quiz;

	return body_asked(body, 0) && quiz->page && quiz->mode == QUIZ_TEST && quiz->set.at_end && quiz->set.scored &&
	    !body->text->doc->texts[0]->meta.at_risk;
}

static struct str
course_of(const struct body *body)
{
	const struct course *course = body->text->doc->course;

	return course != NULL ? course->name : STR_EMPTY;
}

/* The page within its course: "municipality/quiz". */
static struct str
quiz_of(struct arena *a, const struct body *body)
{
	struct str page = pagekey_of(a, body->text->doc);

	if (body->text->doc->course != NULL)
		(void)str_cut(&page, '/');
	return page;
}

struct keyfile_paper_text
slipdata_paper(struct arena *a, const struct body *body)
{
	struct keyfile_sheet sheet = { .course = course_of(body),
		.quiz = quiz_of(a, body),
		.language = body->text->lang,
		.title = site_title(body->text),
		.settings = body->quiz };
	const struct question **all;

	while (body_asked(body, sheet.nquestions) != NULL)
		sheet.nquestions++;
	all = ARENA_ARRAY(a, const struct question *, sheet.nquestions + 1);
	for (size_t i = 0; i < sheet.nquestions; i++)
		all[i] = body_asked(body, i);
	sheet.questions = all;
	return keyfile_paper(a, &sheet);
}

struct str
slipdata_script(struct arena *a, const struct language *lang, struct str *bytes)
{
	struct buf b = BUF_INIT;
	char hex[17];

	slipscript_emit(&b, lang);
	hash_hex(hash_bytes(buf_view(&b)), hex);
	if (bytes != NULL)
		*bytes = arena_str(a, buf_view(&b));
	buf_free(&b);
	return arena_fmt(a, "slip-%s.js", hex);
}

/* What course.yaml says of the certificate: `yes`, or a map with hours and issuer. */
static void
certificate(struct buf *b, const struct value *v, const struct language *lang)
{
	const struct value *hours = value_get(v, "hours"), *issuer = value_get(v, "issuer");

	if (v == NULL || v->kind == VALUE_NULL || (v->kind == VALUE_BOOL && !v->as.flag) || str_is(v->text, "no"))
		return;
	members_flag(b, "certificate", true);
	if (hours != NULL)
		members_text(b, "hours", hours->text);
	if (issuer != NULL)
		members_text(b, "issuer", site_local(issuer, lang));
}

void
slipdata_write(struct buf *b, const struct site *site, const struct body *body, const struct language *lang)
{
	const struct language *own = site_language(site, body->text->lang);
	const struct course *course = body->text->doc->course;
	struct arena a = ARENA_INIT;

	members_key(b, "slip");
	buf_chr(b, '{');
	members_text(b, "paper", str_of(slipdata_paper(&a, body).mark));
	members_text(b, "script", slipdata_script(&a, lang, NULL));
	members_text(b, "course", course != NULL ? site_local(course->title, lang) : STR_EMPTY);
	members_text(b, "quiz", site_title(body->text));
	members_text(b, "language", own != NULL ? own->autonym : lang->autonym);
	if (course != NULL)
		certificate(b, course->certificate, lang);
	buf_chr(b, '}');
	arena_free(&a);
}
