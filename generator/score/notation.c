/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/notation.h"

#include "score/vectorchecks.h"
#include "score/vectortypes.h"

/* The member ${key} of the object ${in}; a new one of that kind where there is none. */
static struct jvalue *
member(struct shape_run *run, struct jvalue *in, const char *key, enum jvalue_kind kind)
{
	struct jvalue *v = in->first;

	while (v != NULL && !str_is(v->key, key))
		v = v->next;
	if (v == NULL && in->slots == NULL) {
		v = jsonread_add(run->arena, in, kind, STR("null"));
		v->key = str_of(key);
	} else if (v == NULL) {
		v = ARENA_NEW(run->arena, struct jvalue);
		*v = (struct jvalue){ .kind = kind, .text = STR("null"), .key = str_of(key) };
	}
	return v;
}

/* The word for which rows of the tables hold: the mode; where there are none, what takes its place. */
static struct str
choice_of(const struct vectortype *type, const struct jvalue *question, const struct jvalue *rule)
{
	struct str modes = str_of(type->modes);
	const struct jvalue *mode = jsonread_get(rule, "mode");

	if (type->flag != NULL && (jsonread_true(question, type->flag) || jsonread_true(rule, type->flag)))
		return str_of(type->flag);
	return mode != NULL && mode->kind == JSON_STRING ? mode->text : str_cut(&modes, ' ');
}

/* Settles type, question and scoring of ${holder}, a vector or the field `of`; NULL with run->error where it cannot. */
static const struct vectortype *
settle_question(
    struct shape_run *run, const struct shape_place *at, struct jvalue *holder, struct vectorchecks_about *about)
{
	struct str name = jsonread_get(holder, "type")->text;
	struct shape_place question_at = { .in = at, .name = STR("question") },
			   rule_at = { .in = at, .name = STR("scoring") };
	struct jvalue *question = member(run, holder, "question", JSON_MAP),
		      *rule = member(run, holder, "scoring", JSON_MAP);
	const struct vectortype *type = vectortypes_find(name);

	if (type == NULL || (at != NULL && !type->tried)) {
		run->error = arena_fmt(
		    run->arena, "unknown type \"%.*s\"%s", STR_ARG(name), at != NULL ? " in question.of" : "");
		return NULL;
	}
	*about = (struct vectorchecks_about){ question, rule };
	run->about = about;
	run->choice = choice_of(type, question, rule);
	if (!shape_settle(run, type->rule, &rule_at, rule) ||
	    !shape_settle(run, type->question, &question_at, question))
		return NULL;
	return type;
}

static bool
settle_response(
    struct shape_run *run, const struct vectortype *type, const struct shape_place *at, struct jvalue *response)
{
	bool other = type->other != NULL && str_is(run->choice, type->other);

	return shape_settle(run, other ? type->other_response : type->response, at, response);
}

/* The question that is tried, and the responses to it. */
static bool
settle_tries(struct shape_run *run, struct jvalue *question, struct jvalue *response)
{
	struct shape_place in = { .name = STR("question") }, at = { .in = &in, .name = STR("of") };
	struct shape_place list = { .name = STR("response") }, place = { .in = &list, .name = STR_EMPTY };
	struct vectorchecks_about about;
	const struct vectortype *type = settle_question(run, &at, member(run, question, "of", JSON_MAP), &about);

	for (struct jvalue *v = response->first; v != NULL && type != NULL; v = v->next, place.index++)
		if (!settle_response(run, type, &place, v))
			return false;
	return type != NULL;
}

static bool
settle_vector(struct shape_run *run, struct jvalue *vector, struct scoring *s)
{
	struct shape_place at = { .name = STR("response") };
	struct vectorchecks_about about;
	const struct vectortype *type = settle_question(run, NULL, vector, &about);
	struct jvalue *question = member(run, vector, "question", JSON_MAP);
	struct jvalue *response = member(run, vector, "response", JSON_NULL);

	s->type = jsonread_get(vector, "type")->text;
	if (type == NULL || !settle_response(run, type, &at, response))
		return false;
	s->question = about.question;
	s->rule = about.rule;
	s->response = response;
	return !str_is(s->type, "tries") || settle_tries(run, question, response);
}

bool
notation_read(struct jvalue *vector, struct scoring *s)
{
	struct shape_run run = { .arena = s->arena, .numbers = s->numbers, .choice = STR_EMPTY, .error = STR_EMPTY };
	struct shape_place whole = { .name = STR("vector") };
	bool fine;

	if (vector->kind != JSON_MAP)
		fine = shape_fail(&run, &whole, "is %s, but must be an object", jsonread_kind(vector->kind));
	else
		fine = shape_settle(&run, &vectortypes_vector, NULL, vector) && settle_vector(&run, vector, s);
	s->error = run.error;
	return fine;
}
