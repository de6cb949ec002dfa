/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/didactics.h"

#include <string.h>

#include "assemble/alike.h"
#include "model/phrases.h"
#include "assemble/stem.h"
#include "base/unicode.h"

enum {
	LONG_TEXT = 20,  /* letters: below that no option looks longer than others */
	MANY = 4,        /* questions that show a habit */
	MORE_WORDS = 3,  /* around "all of the above", beyond which it is a sentence of its own */
	MOST_LETTERS = 8 /* options are called a to h */
};

struct check {
	struct arena *a;
	const struct body *body;
	const struct site *site;
	struct diags *d;
};

static struct diag *__attribute__((format(printf, 4, 5)))
tell(struct check *c, enum diag_code code, struct span at, const char *fmt, ...)
{
	va_list ap;
	struct str detail;

	va_start(ap, fmt);
	detail = arena_vfmt(c->a, fmt, ap);
	va_end(ap);
	return diag_add(c->d, code, &c->body->src, at, "%.*s", STR_ARG(detail));
}

static struct span
place(const struct question *q, const struct option *o)
{
	return o->item ? o->item->at : q->node->at;
}

static bool
is_choice(const struct question *q)
{
	return (q->type == QUESTION_SINGLE || q->type == QUESTION_MULTIPLE || q->type == QUESTION_TRUEFALSE) &&
	    q->answers != NULL;
}

static struct str
words(struct check *c, const char *key)
{
	return phrases_list(c->site, c->body->text->lang, key);
}

/* -- the right one is longer -- */

/* Letters of the longest wrong option and of the right one, of a `single` that has just one; false for any other question. */
static bool
measure(struct check *c, const struct question *q, size_t *right, size_t *wrong)
{
	size_t rights = 0;

	*right = *wrong = 0;
	for (size_t i = 0; q->type == QUESTION_SINGLE && i < q->noptions; i++) {
		size_t n = unicode_count(alike_words(c->a, q->options[i].item, true));
		size_t *most = q->options[i].right ? right : wrong;

		rights += q->options[i].right;
		*most = n > *most ? n : *most;
	}
	return rights == 1 && *wrong > 0;
}

static const struct option *
right_option(const struct question *q)
{
	for (size_t i = 0; i < q->noptions; i++)
		if (q->options[i].right)
			return &q->options[i];
	return q->options;
}

/* One is told where it stands; a habit once, at the first question. */
static void
check_lengths(struct check *c)
{
	const struct question *first = NULL;
	size_t asked = 0, longest = 0, right, wrong;

	for (size_t i = 0; i < c->body->nquestions; i++) {
		const struct question *q = c->body->questions[i];

		if (!measure(c, q, &right, &wrong))
			continue;
		first = first ? first : q;
		asked++;
		longest += right > wrong;
		if (right >= LONG_TEXT && right > 2 * wrong)
			diag_note(c->d,
			    tell(c, DIAG_QUESTION_LONGEST, place(q, right_option(q)),
				"it has %zu letters, the longest wrong one %zu", right, wrong),
			    "shorten it, put what explains it into its feedback, or write wrong ones as carefully");
	}
	if (asked >= MANY && longest == asked)
		diag_note(c->d,
		    tell(c, DIAG_QUESTION_LONGEST, first->node->at,
			"in each of the %zu questions of this page with one right option, it is the longest", asked),
		    "make a wrong option the longest in some of them");
}

/* -- the right one stands always in the same place -- */

static void
check_places(struct check *c)
{
	const struct question *first = NULL;
	size_t asked = 0, same = 0, where = 0;

	for (size_t i = 0; i < c->body->nquestions; i++) {
		const struct question *q = c->body->questions[i];
		size_t place_of;

		if (q->type != QUESTION_SINGLE || q->shuffle)
			continue;
		place_of = (size_t)(right_option(q) - q->options);
		where = first ? where : place_of;
		first = first ? first : q;
		asked++;
		same += place_of == where;
	}
	if (asked >= MANY && same == asked)
		diag_note(c->d,
		    tell(c, DIAG_QUESTION_PLACE, first->node->at,
			"in each of the %zu questions of this page with one right option, it is number %zu", asked,
			where + 1),
		    "move it in some of them, or write `shuffle: yes` in the front matter");
}

/* -- a wrong one says nothing -- */

static bool
has_feedback(const struct question *q)
{
	for (size_t i = 0; i < q->noptions; i++)
		if (q->options[i].feedback)
			return true;
	return false;
}

static void
check_feedback(struct check *c, const struct question *q, bool usual)
{
	const struct option *first = NULL;
	bool own = has_feedback(q);
	size_t without = 0;

	if (!is_choice(q) || !(own || usual) || q->explanation || q->incorrect)
		return;
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		if (o->right || o->feedback)
			continue;
		first = first ? first : o;
		without++;
	}
	if (first)
		diag_note(c->d,
		    tell(c, DIAG_QUESTION_FEEDBACK, place(q, first),
			own ? "others here have some, but who ticks this one learns nothing"
			    : "other questions of this page have some; here who is wrong learns nothing"),
		    "write why it is wrong: `> …` below the option, `:::feedback{for=incorrect}`, or `:::explanation`");
}

/* -- options that speak of others -- */

/* "both a and c": nothing but letters of options and the words that the locale has for them. */
static bool
names_letters(struct check *c, struct str text)
{
	struct str list = words(c, "lint-letter-words"), rest = str_trim(text);
	size_t letters = 0, others = 0;

	while (rest.n > 0) {
		struct str word = str_cut(&rest, ' ');

		if (word.n == 1 && word.p[0] >= 'a' && word.p[0] < 'a' + MOST_LETTERS && others > 0)
			letters++;
		else if (phrases_find(c->a, arena_fmt(c->a, " %.*s ", STR_ARG(word)), list).n > 0)
			others++;
		else if (word.n == 1 && word.p[0] >= 'a' && word.p[0] < 'a' + MOST_LETTERS)
			letters++;
		else
			return false;
	}
	return letters > 0 && others > 0;
}

static bool
speaks_of_others(struct check *c, const struct option *o)
{
	struct str text = phrases_text(c->a, alike_words(c->a, o->item, true));
	struct str found = phrases_find(c->a, text, words(c, "lint-all-options"));

	return (found.n > 0 && phrases_words(text) <= phrases_words(found) + MORE_WORDS) || names_letters(c, text);
}

static void
check_references(struct check *c, const struct question *q)
{
	for (size_t i = 0; q->shuffle && is_choice(q) && i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		if (o->item && !o->fixed && speaks_of_others(c, o))
			diag_note(c->d,
			    tell(c, DIAG_QUESTION_REFERENCE, place(q, o), "the options of this question are shuffled"),
			    "name what is meant, or let it keep its place: `{.fixed}`");
	}
}

/* -- a stem that negates -- */

static void
check_negation(struct check *c, const struct question *q)
{
	struct span at = q->node->at;
	struct str found = is_choice(q) || q->type == QUESTION_TRUEFALSE
	    ? phrases_find(c->a, stem_asks(c->a, q, &at), words(c, "lint-negations"))
	    : STR_EMPTY;

	if (found.n == 0)
		return;
	found = str_trim(found);
	diag_note(c->d, tell(c, DIAG_QUESTION_NEGATIVE, at, "`%.*s` is easily overlooked", STR_ARG(found)),
	    "emphasise it, `**%.*s**`, or ask without it", STR_ARG(found));
}

/* -- numbers -- */

/* "1.500": three digits behind the point, up to three in front of it. */
static bool
grouped(struct str s)
{
	size_t point;

	if (s.n > 0 && s.p[0] == '-')
		s = str_sub(s, 1, s.n);
	point = str_find(s, '.');
	if (point < 1 || point > 3 || s.n != point + 4 || s.p[0] == '0')
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (i != point && (s.p[i] < '0' || s.p[i] > '9'))
			return false;
	return true;
}

static void
check_number(struct check *c, struct str written, struct span at)
{
	struct str whole;

	if (!grouped(written))
		return;
	whole = arena_fmt(c->a, "%.*s%.*s", (int)str_find(written, '.'), written.p, 3, written.p + written.n - 3);
	diag_note(c->d, tell(c, DIAG_QUESTION_SEPARATOR, at, "`%.*s` is less than a thousand here", STR_ARG(written)),
	    "the point is the decimal mark, whatever the language of the page: write `%.*s`, or one digit more or fewer",
	    STR_ARG(whole));
}

static void
check_numbers(struct check *c, const struct question *q)
{
	const struct attr *answer = attrs_get(q->node->attrs, "answer");

	if (q->type != QUESTION_NUMBER || !str_is(words(c, "decimal-mark"), ","))
		return;
	if (answer)
		check_number(c, answer->value, answer->at);
	for (const struct node *item = q->answers ? q->answers->first : NULL; item; item = item->next)
		check_number(c, alike_words(c->a, item, false), item->at);
}

/* -- points -- */

static void
check_points(struct check *c)
{
	const struct body *b = c->body;

	if (!b->quiz->page || !b->quiz->set.scored || b->nquestions == 0 || b->quiz->ndraws > 0)
		return;
	for (size_t i = 0; i < b->nquestions; i++)
		if (b->questions[i]->points.num > 0)
			return;
	tell(c, DIAG_QUIZ_LINT, b->questions[0]->node->at, "no question of this page has points: every result is 0");
}

void
didactics_check(struct arena *a, const struct body *body, const struct site *site, struct diags *d)
{
	struct check c = { a, body, site, d };
	bool usual = false;

	for (size_t i = 0; i < body->nquestions; i++)
		usual |= has_feedback(body->questions[i]);
	check_lengths(&c);
	check_places(&c);
	check_points(&c);
	for (size_t i = 0; i < body->nquestions; i++) {
		check_feedback(&c, body->questions[i], usual);
		check_references(&c, body->questions[i]);
		check_negation(&c, body->questions[i]);
		check_numbers(&c, body->questions[i]);
	}
}
