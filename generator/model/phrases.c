/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/phrases.h"

#include <string.h>

#include "base/buf.h"
#include "base/unicode.h"
#include "model/catalogue.h"

/* -- words -- */

static bool
apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* Punctuation of ASCII, Latin 1, of other scripts is none. */
bool
phrases_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'';
	return c >= 0xc0 && c != 0xd7 && c != 0xf7 && (c < 0x2000 || c > 0x206f || apostrophe(c)) && c != 0x60c &&
	    c != 0x61b && c != 0x61f && (c < 0x3000 || c > 0x303f);
}

/* Two letters or more, none of them a small one. */
static bool
capitals(struct str word, struct str folded)
{
	size_t i = 0, k = 0, letters = 0;

	while (i < word.n && k < folded.n) {
		uint32_t c = unicode_next(word, &i);
		bool same = c == unicode_next(folded, &k);

		if (same && !apostrophe(c))
			return false;
		letters += !same;
	}
	return letters > 1 && i == word.n && k == folded.n;
}

static void
put_word(struct arena *a, struct buf *out, struct str word, bool quiet)
{
	struct str folded = unicode_fold(a, word);

	if (quiet && capitals(word, folded))
		return;
	for (size_t i = 0; i < folded.n;) {
		uint32_t c = unicode_next(folded, &i);

		unicode_put(out, apostrophe(c) ? '\'' : c);
	}
	buf_chr(out, ' ');
}

static struct str
words_of(struct arena *a, struct str s, bool quiet)
{
	struct buf out = BUF_INIT;
	size_t from = 0, at = 0;
	struct str text;

	buf_chr(&out, ' ');
	while (from < s.n) {
		size_t next = at;

		if (at < s.n && phrases_letter(unicode_next(s, &next))) {
			at = next;
			continue;
		}
		if (at > from)
			put_word(a, &out, str_sub(s, from, at), quiet);
		from = at = next > at ? next : s.n;
	}
	text = arena_str(a, buf_view(&out));
	buf_free(&out);
	return text;
}

struct str
phrases_text(struct arena *a, struct str s)
{
	return words_of(a, s, false);
}

struct str
phrases_quiet(struct arena *a, struct str s)
{
	return words_of(a, s, true);
}

size_t
phrases_words(struct str text)
{
	size_t blanks = 0;

	for (size_t i = 0; i < text.n; i++)
		blanks += text.p[i] == ' ';
	return blanks > 0 ? blanks - 1 : 0;
}

/* -- lists -- */

struct str
phrases_list(const struct site *site, struct str lang, const char *key)
{
	const struct language *l = site_language(site, lang);
	const struct message *m = l && l->ui ? map_get(&l->ui->messages, str_of(key)) : NULL;

	return m ? m->forms[PLURAL_OTHER] : STR_EMPTY;
}

struct str
phrases_find(struct arena *a, struct str text, struct str list)
{
	while (list.n > 0) {
		struct str phrase = phrases_text(a, str_cut(&list, '|'));

		if (phrase.n > 1 && memmem(text.p, text.n, phrase.p, phrase.n) != NULL)
			return phrase;
	}
	return STR_EMPTY;
}
