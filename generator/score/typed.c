/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/typed.h"

#include <string.h>

#include "base/buf.h"
#include "base/normal.h"
#include "base/unicode.h"
#include "score/regex.h"
#include "score/settled.h"

/* A response, read once for all answers. */
struct typed {
	const struct spelling *how;
	struct str raw;   /* as typed: what patterns see */
	struct str plain; /* what others are compared with */
};

/* -- literal answers -- */

/* How many typing errors an answer forgives. */
static int
edits(struct str answer)
{
	size_t n = unicode_count(answer);

	return n > 9 ? 2 : n > 3 ? 1 : 0;
}

static bool
matches_literal(struct arena *a, const struct typed *t, struct str text)
{
	struct str answer = spelling_plain(a, t->how, text);

	return str_eq(answer, t->plain) || (t->how->typos && spelling_is_near(answer, t->plain, edits(answer)));
}

/* -- answers with stars -- */

/* Takes the piece before the next star off ${rest}; false where there was no star and it is the last piece. A star behind a backslash is a character. */
static bool
cut_piece(struct arena *a, struct str *rest, struct str *piece)
{
	struct buf b = BUF_INIT;
	size_t at = 0;
	bool star = false;

	while (at < rest->n && !star) {
		char c = rest->p[at++];

		if (c == '\\' && at < rest->n && rest->p[at] == '*')
			buf_chr(&b, rest->p[at++]);
		else if (c == '*')
			star = true;
		else
			buf_chr(&b, c);
	}
	*rest = str_sub(*rest, at, rest->n);
	*piece = arena_str(a, buf_view(&b));
	buf_free(&b);
	return star;
}

static bool
begins(struct str s, struct str piece)
{
	return s.n >= piece.n && memcmp(s.p, piece.p, piece.n) == 0;
}

static bool
ends(struct str s, struct str piece)
{
	return s.n >= piece.n && memcmp(s.p + s.n - piece.n, piece.p, piece.n) == 0;
}

/* The first piece begins the text, the last one ends it, each one between is taken where it comes first. */
static bool
matches_glob(struct arena *a, const struct typed *t, struct str pattern)
{
	struct str rest = spelling_trim(pattern), left = t->plain, piece;
	bool more = cut_piece(a, &rest, &piece);

	piece = spelling_piece(a, t->how, piece);
	if (!more)
		return str_eq(left, piece);
	if (!begins(left, piece))
		return false;
	left = str_sub(left, piece.n, left.n);
	while (more) {
		const char *found;

		more = cut_piece(a, &rest, &piece);
		piece = spelling_piece(a, t->how, piece);
		if (!more)
			return ends(left, piece);
		found = memmem(left.p, left.n, piece.p, piece.n);
		if (!found)
			return false;
		left = str_sub(left, (size_t)(found - left.p) + piece.n, left.n);
	}
	return false;
}

/* -- patterns -- */

static bool
matches_regex(struct scoring *s, const struct typed *t, struct str pattern)
{
	struct str text = spelling_trim(normal_compose(s->arena, t->raw));

	return regex_match(s->arena, pattern, text, !t->how->match_case, &s->error) == REGEX_YES;
}

static bool
is_regex(const struct jvalue *answer)
{
	return jsonread_is(jsonread_get(answer, "match"), "regex");
}

/* -- credit -- */

static bool
matches(struct scoring *s, const struct typed *t, const struct jvalue *answer)
{
	struct str text = jsonread_get(answer, "text")->text;

	if (is_regex(answer))
		return matches_regex(s, t, text);
	if (jsonread_is(jsonread_get(answer, "match"), "glob"))
		return matches_glob(s->arena, t, text);
	return matches_literal(s->arena, t, text);
}

const struct exact *
typed_credit(struct scoring *s, const struct jvalue *accept, const struct spelling *how, struct str response)
{
	struct typed t = { how, response, spelling_plain(s->arena, how, response) };

	if (t.plain.n > 0)
		for (const struct jvalue *answer = accept->first; answer && s->error.n == 0; answer = answer->next)
			if (matches(s, &t, answer))
				return settled_number(s, jsonread_get(answer, "score"), "1");
	return exact_of(s->numbers, 0, 1);
}

const struct exact *
typed_best(struct scoring *s, const struct jvalue *list)
{
	const struct exact *best = NULL;

	for (const struct jvalue *answer = list->first; answer; answer = answer->next) {
		const struct exact *credit = settled_number(s, jsonread_get(answer, "score"), "1");

		best = best ? exact_max(best, credit) : credit;
	}
	return best ? best : exact_of(s->numbers, 0, 1);
}

/* -- the scorer -- */

static enum response_state
state(struct scoring *s, const struct jvalue *response)
{
	(void)s;
	return response->kind == JSON_STRING && spelling_trim(response->text).n > 0 ? RESPONSE_ANSWERED
										    : RESPONSE_UNANSWERED;
}

static void
score(struct scoring *s)
{
	const struct jvalue *accept = jsonread_get(s->question, "accept");
	struct spelling how = spelling_of(s->rule, NULL);

	s->max = typed_best(s, accept);
	s->score = exact_of(s->numbers, 0, 1);
	if (state(s, s->response) == RESPONSE_ANSWERED)
		s->score = typed_credit(s, accept, &how, s->response->text);
}

const struct scorer typed_scorer = { "text", state, NULL, score };
