/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/keeping.h"

/* -- words in texts -- */

static bool
wordlike(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How many bytes of blank begin at ${i}; typography puts ones at which no line ends. */
static size_t
blank_at(struct str s, size_t i)
{
	struct str rest = str_sub(s, i, s.n);

	if (rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '\n'))
		return 1;
	return str_starts(rest, "\xc2\xa0") ? 2 : str_starts(rest, "\xe2\x80\xaf") ? 3 : 0;
}

/* Where ${word} ends, if ${s} has it at ${i}; 0: it has not. */
static size_t
behind(struct str s, size_t i, struct str word)
{
	for (size_t k = 0; k < word.n;) {
		size_t blank = blank_at(word, k);

		if (blank > 0 && blank_at(s, i) == 0)
			return 0;
		if (blank == 0 && (i == s.n || s.p[i] != word.p[k]))
			return 0;
		i += blank > 0 ? blank_at(s, i) : 1;
		k += blank > 0 ? blank : 1;
	}
	return i;
}

/* A mark of a blank that ends in a byte of a character is none of a word. */
static bool
begins_word(struct str s, size_t i)
{
	for (size_t n = 1; n <= 3 && n <= i; n++)
		if (blank_at(s, i - n) == n)
			return true;
	return i == 0 || !wordlike(s.p[i - 1]);
}

bool
keeping_has(struct str s, struct str word, bool whole)
{
	bool number = word.n > 0 && digit(word.p[word.n - 1]);

	for (size_t i = 0; i < s.n && word.n > 0; i++) {
		size_t end = s.p[i] == word.p[0] ? behind(s, i, word) : 0;

		if (end == 0 || (wordlike(word.p[0]) && !begins_word(s, i)))
			continue;
		if (end == s.n || blank_at(s, end) > 0 || !(whole ? wordlike(s.p[end]) : number && digit(s.p[end])))
			return true;
	}
	return false;
}

/* -- messages -- */

void
keeping_tell(const struct source *src, uint32_t line, struct str word, struct str source, struct diags *d)
{
	diag_note(d, diag_add(d, DIAG_TRANSLATION_KEPT, src, (struct span){ line, 0, 0 }, "`%.*s`", STR_ARG(word)),
	    "the source is: %.*s", STR_ARG(source));
}

void
keeping_message(const struct text_list *kept, struct str source, struct str translation, const struct source *src,
    uint32_t line, struct diags *d)
{
	for (size_t i = 0; i < kept->n; i++)
		if (keeping_has(source, kept->v[i], true) && !keeping_has(translation, kept->v[i], false))
			keeping_tell(src, line, kept->v[i], source, d);
}
