/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/binding.h"

#include <string.h>

#include "base/normal.h"
#include "base/sixteen.h"
#include "base/unicode.h"
#include "base/words.h"

#define NBSP STR("\xc2\xa0")
#define LONGEST 24 /* bytes of a word that is looked up */
#define SHORT 3    /* of one in front of a blank in a short form or a name: two letters and a full stop */

const struct binding *
binding_of(struct str lang)
{
	struct str first = str_sub(lang, 0, str_find(lang, '-'));

	for (size_t i = 0; first.n > 0 && i < bindings_count; i++)
		if (words_has(str_of(bindings_rows[i].langs), first))
			return &bindings_rows[i];
	return &bindings_all;
}

/* -- words beside a blank -- */

static bool
begins_word(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == '[' || c == '"' || c == '\'' || c == '/';
}

/* Whether a word ends or begins at a byte: blanks, those that are bound, brackets and opening marks. */
static bool
is_edge(struct str text, size_t at)
{
	static const char *const marks[] = { "\xc2\xa0", "«", "“", "„", "‚", "‘", "‹", "–", "—" };

	if (at == 0 || (text.p[at - 1] & 0x80) == 0)
		return at == 0 || begins_word(text.p[at - 1]);
	if ((at < 2 || text.p[at - 2] != '\xc2') && (at < 3 || text.p[at - 3] != '\xe2'))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);

		if (at >= n && memcmp(text.p + at - n, marks[i], n) == 0)
			return true;
	}
	return false;
}

/* The word that ends at ${at}; empty where it is longer than any that is looked for. */
static struct str
word_before(struct str text, size_t at, size_t longest)
{
	size_t from = at;

	while (!is_edge(text, from))
		if (at - --from > longest)
			return STR_EMPTY;
	return str_sub(text, from, at);
}

static bool
ends_word(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == ')' || c == ']' || c == '"';
}

/* The word that begins at ${at}, at most what can be looked up. */
static struct str
word_behind(struct str text, size_t at)
{
	size_t to = at;

	while (to < text.n && to - at < LONGEST && !ends_word(text.p[to]) &&
	    !(to + 1 < text.n && text.p[to] == '\xc2' && text.p[to + 1] == '\xa0'))
		to++;
	return str_sub(text, at, to);
}

static bool
is_digit_at(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.p[at];

	return c < 0x80 ? c >= '0' && c <= '9' : normal_digit(unicode_next(text, &at)) >= 0;
}

static bool
begins_with_digit(struct str text, size_t at)
{
	return at < text.n && is_digit_at(text, at);
}

/* Whether a number ends at ${at}, perhaps with a full stop behind it: `3.` is a day. */
static bool
ends_with_digit(struct str text, size_t at)
{
	if (at > 1 && text.p[at - 1] == '.')
		at--;
	return at > 0 && is_digit_at(text, unicode_start(text, at - 1));
}

static bool
in_list(const char *own, const char *all, struct str word)
{
	return word.n > 0 && (words_has(str_of(own), word) || words_has(str_of(all), word));
}

/* -- what binds -- */

/* Without one mark of punctuation behind it, or itself. */
static struct str
without_mark(struct str word)
{
	size_t last = unicode_start(word, word.n - 1);
	bool mark = word.n - last == 3 && memcmp(word.p + last, "\xe2\x80", 2) == 0;

	return mark || strchr(".,;:!?'", word.p[last]) != NULL || str_ends(word, "»") ? str_sub(word, 0, last) : word;
}

/* `руб.` is one, also in `100 руб.,`. */
static bool
is_unit(const struct binding *b, struct str word)
{
	for (size_t n = 0; word.n > 0 && word.n != n; word = without_mark(word)) {
		n = word.n;
		if (in_list(b->after, bindings_all.after, word))
			return true;
	}
	return false;
}

static bool
is_month(const struct binding *b, struct str word)
{
	for (struct str rest = str_of(b->months); rest.n > 0;) {
		struct str stem = str_cut(&rest, ' ');

		if (stem.n <= word.n && memcmp(stem.p, word.p, stem.n) == 0)
			return true;
	}
	return false;
}

/* A day has at most two digits. */
static bool
is_day(struct str word)
{
	size_t n = 0;

	for (size_t at = 0; at < word.n;) {
		size_t from = at;

		unicode_next(word, &at);
		if (is_digit_at(word, from))
			n++;
		else if (at < word.n || word.p[from] != '.')
			return false;
	}
	return n == 1 || n == 2;
}

/* `A.`, `Å.`, `Ж.` */
static bool
is_initial(struct str word)
{
	size_t at = 0;
	uint32_t c = word.n > 1 ? unicode_next(word, &at) : 0;

	return at > 0 && at + 1 == word.n && word.p[at] == '.' && normal_case(c) != c;
}

static bool
same_form(struct str text, size_t from, struct str form)
{
	return from + form.n <= text.n && str_lower(text.p[from]) == str_lower(form.p[0]) &&
	    memcmp(text.p + from + 1, form.p + 1, form.n - 1) == 0 && is_edge(text, from);
}

/* Whether the blank at ${at} is one inside a short form. */
static bool
in_form(const struct binding *b, struct str text, size_t at)
{
	for (struct str rest = str_of(b->short_forms); rest.n > 0;) {
		struct str form = str_cut(&rest, '|');

		for (size_t i = 0; i < form.n && i <= at; i++)
			if (form.p[i] == ' ' && same_form(text, at - i, form))
				return true;
	}
	return false;
}

/* `10 000 kr`: the groups of the number that ends at ${at}. */
static void
bind_groups(struct str text, size_t at, struct touches *t)
{
	while (at >= 5 && text.p[at - 4] == ' ' && is_digit_at(text, at - 5)) {
		for (size_t i = at - 3; i < at; i++)
			if (!is_digit_at(text, i))
				return;
		VEC_PUSH(t, ((struct touch){ at - 4, 1, NBSP }));
		at -= 4;
	}
}

static bool
binds_number(const struct binding *b, struct str left, struct str right)
{
	return in_list(b->before, bindings_all.before, left) || words_has(str_of(b->letters), left) ||
	    (is_day(right) && is_month(b, left));
}

static bool
binds_short(const struct binding *b, struct str text, size_t at, struct str left)
{
	return in_form(b, text, at) || (is_initial(left) && is_initial(word_behind(text, at + 1)));
}

static bool
binds(const struct binding *b, struct str text, size_t at, struct touches *t)
{
	bool number = begins_with_digit(text, at + 1), figure = !number && ends_with_digit(text, at);
	bool stop = !number && !figure && text.p[at - 1] == '.'; /* mostly that of a sentence, behind a longer word */
	struct str left = word_before(text, at, stop ? SHORT : LONGEST), right;

	if (left.n == 0)
		return false;
	if (number)
		return binds_number(b, left, word_behind(text, at + 1));
	if (figure) {
		right = word_behind(text, at + 1);
		if (!is_unit(b, right))
			return is_day(left) && is_month(b, right);
		bind_groups(text, at, t);
		return true;
	}
	if (stop)
		return binds_short(b, text, at, left);
	return words_has(str_of(b->letters), left);
}

/* -- the text -- */

static bool
is_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The first byte of the digits of Arabic and of Persian. */
static bool
is_arabic(char c)
{
	return c == '\xd9' || c == '\xdb';
}

/* A word of one letter may end at ${at}: a byte or two, and then a blank or a mark. */
static bool
may_be_letter(struct str text, size_t at)
{
	size_t n = (text.p[at - 1] & 0x80) == 0 ? 1 : 2;
	char c = at > n ? text.p[at - n - 1] : ' ';

	return at >= n && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_ascii_digit(c)) &&
	    (c != '\xd0' && c != '\xd1');
}

/* Most blanks stand between two words: those are told apart by a byte on each side. */
static bool
may_bind(const struct binding *b, struct str text, size_t at)
{
	char l = text.p[at - 1], r = text.p[at + 1];

	return l == '.' || is_ascii_digit(l) || is_ascii_digit(r) || is_arabic(r) ||
	    (at > 1 && is_arabic(text.p[at - 2])) || (b->letters[0] != '\0' && may_be_letter(text, at));
}

/* The next byte at ${at} or behind that may_bind() asks for, words of one letter aside; one or two more do no harm. */
static size_t
next_hint(struct str text, size_t at)
{
	for (; text.n - at >= sizeof(sixteen); at += sizeof(sixteen)) {
		sixteen v = sixteen_at(text.p + at),
			found = (sixteen)(v - '.' <= '9' - '.') | (sixteen)(v - 0xd9 <= 0xdb - 0xd9);

		if (sixteen_any(found))
			return at + sixteen_first(found);
	}
	while (at < text.n && text.p[at] != '.' && !is_ascii_digit(text.p[at]) && !is_arabic(text.p[at]))
		at++;
	return at;
}

/* The place at ${at} or behind where a blank may next be bound: ${hint} is the byte beside it that says so. */
static size_t
next_place(struct str text, size_t at, size_t *hint)
{
	while (*hint + 2 < at)
		*hint = next_hint(text, *hint + 1);
	return at + 1 < *hint ? *hint - 1 : at;
}

static void
mark_place(struct str text, size_t at, const struct binding *rules, struct touches *t)
{
	if (text.p[at] == ' ' && may_bind(rules, text, at) && binds(rules, text, at, t))
		VEC_PUSH(t, ((struct touch){ at, 1, NBSP }));
}

void
binding_mark(struct str text, const struct binding *rules, struct touches *t)
{
	size_t hint = next_hint(text, 0);

	if (rules->letters[0] != '\0')
		for (size_t at = 1; at + 1 < text.n; at++)
			mark_place(text, at, rules, t);
	else
		for (size_t at = next_place(text, 1, &hint); at + 1 < text.n; at = next_place(text, at + 1, &hint))
			mark_place(text, at, rules, t);
}
