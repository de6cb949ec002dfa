/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/buf.h"
#include "base/normal.h"
#include "base/unicode.h"
#include "score/regagree.h"
#include "score/regread.h"

/*
 * How much a match may take: some tenths of a second. What PCRE2 does to see early that nothing can match is switched
 * off, because a browser does not see it, and what keeps a browser busy for hours is to be refused here.
 */
enum { MATCH_STEPS = 20000000, MATCH_KIBIBYTES = 200000 };

#define COMPILE_OPTIONS                                                                                                \
	(PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C |                        \
	    PCRE2_NO_AUTO_POSSESS | PCRE2_NO_START_OPTIMIZE | PCRE2_NO_DOTSTAR_ANCHOR)

/* -- the pattern for PCRE2 -- */

static void put(struct buf *b, const struct regnode *n);

static void
put_all(struct buf *b, const struct regnode *n, const char *between)
{
	for (const struct regnode *c = n->first; c; c = c->next) {
		put(b, c);
		if (c->next)
			buf_cstr(b, between);
	}
}

static void
put_counts(struct buf *b, const struct regnode *n)
{
	if (n->max == REG_ENDLESS)
		buf_fmt(b, "{%u,}", n->min);
	else
		buf_fmt(b, "{%u,%u}", n->min, n->max);
	if (n->lazy)
		buf_chr(b, '?');
}

static void
put(struct buf *b, const struct regnode *n)
{
	switch (n->kind) {
	case REG_EMPTY: break;
	case REG_SET:
		if (n->set.n > 0)
			buf_str(b, n->set);
		else
			BUF_LIT(b, "[^\\x{0}-\\x{10ffff}]"); /* as long as a character, for lookbehinds */
		break;
	case REG_START: BUF_LIT(b, "\\A"); break;
	case REG_STOP: BUF_LIT(b, "\\z"); break;
	case REG_EDGE: BUF_LIT(b, "\\b"); break;
	case REG_INSIDE: BUF_LIT(b, "\\B"); break;
	case REG_REFERENCE:
		/* Within its own group nothing is captured yet. */
		if (!regagree_is_within(n, n->number))
			buf_fmt(b, "\\g{%u}", n->number);
		break;
	case REG_GROUP:
		buf_cstr(b, n->number > 0 ? "(" : "(?:");
		put(b, n->first);
		buf_chr(b, ')');
		break;
	case REG_LOOK:
		buf_fmt(b, "(?%s%c", n->behind ? "<" : "", n->negative ? '!' : '=');
		put(b, n->first);
		buf_chr(b, ')');
		break;
	case REG_REPEAT:
		BUF_LIT(b, "(?:");
		put(b, n->first);
		buf_chr(b, ')');
		put_counts(b, n);
		break;
	case REG_SEQUENCE: put_all(b, n, ""); break;
	case REG_CHOICE: put_all(b, n, "|"); break;
	}
}

/* -- compiling -- */

static pcre2_code *
compiled(struct regscan *r, const struct regnode *all)
{
	struct buf b = BUF_INIT;
	pcre2_code *code;
	PCRE2_SIZE place;
	int error;

	BUF_LIT(&b, "\\A(?:");
	put(&b, all);
	BUF_LIT(&b, ")\\z");
	code = pcre2_compile((PCRE2_SPTR)b.p, b.n, COMPILE_OPTIONS, &error, &place, NULL);
	buf_free(&b);
	if (!code) {
		PCRE2_UCHAR message[256];

		pcre2_get_error_message(error, message, sizeof message);
		regscan_fail(
		    r, 0, "it cannot be checked beforehand (%s); write it in a simpler way", (const char *)message);
	}
	return code;
}

static pcre2_code *
code_of(struct arena *a, struct str pattern, bool ignore_case, struct str *why)
{
	struct regscan r = { .arena = a, .text = pattern, .ignore_case = ignore_case };
	struct regnode *all = regread_parse(&r);
	pcre2_code *code = NULL;

	if (all)
		regagree_check(&r, all);
	if (r.error.n == 0)
		code = compiled(&r, all);
	*why = r.error;
	return code;
}

bool
regex_check(struct arena *a, struct str pattern, bool ignore_case, struct str *why)
{
	pcre2_code *code = code_of(a, pattern, ignore_case, why);
	bool good = code != NULL;

	pcre2_code_free(code);
	return good;
}

/* -- matching -- */

/* Flag `i` compares folded characters; so the text is folded as the pattern was. */
static struct str
folded(struct arena *a, struct str text)
{
	struct buf b = BUF_INIT;
	struct str out;

	for (size_t at = 0; at < text.n;)
		unicode_put(&b, normal_case(unicode_next(text, &at)));
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

enum regex_result
regex_match(struct arena *a, struct str pattern, struct str text, bool ignore_case, struct str *why)
{
	pcre2_code *code = code_of(a, pattern, ignore_case, why);
	pcre2_match_context *limits;
	pcre2_match_data *data;
	int found;

	if (!code)
		return REGEX_REFUSED;
	if (ignore_case)
		text = folded(a, text);
	limits = pcre2_match_context_create(NULL);
	data = pcre2_match_data_create(1, NULL);
	pcre2_set_match_limit(limits, MATCH_STEPS);
	pcre2_set_heap_limit(limits, MATCH_KIBIBYTES);
	found = pcre2_match(code, (PCRE2_SPTR)text.p, text.n, 0, 0, data, limits);
	pcre2_match_data_free(data);
	pcre2_match_context_free(limits);
	pcre2_code_free(code);
	if (found >= 0)
		return REGEX_YES;
	if (found == PCRE2_ERROR_NOMATCH)
		return REGEX_NO;
	*why = arena_fmt(a,
	    "pattern \"%.*s\" takes too long for some answers; write it without repetitions within each other",
	    STR_ARG(pattern));
	return REGEX_REFUSED;
}
