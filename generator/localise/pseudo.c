/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/pseudo.h"

#include <string.h>

#include "localise/plural.h"

/* Right-to-left override, and its end; the mark outside keeps numbers beside it in their place. */
#define OVERRIDE "\xe2\x80\x8f\xe2\x80\xae"
#define OVERRIDDEN "\xe2\x80\xac\xe2\x80\x8f"

enum pseudo
pseudo_of(struct str tag)
{
	return str_is(tag, "en-XA") ? PSEUDO_ACCENTS : str_is(tag, "ar-XB") ? PSEUDO_MIRRORED : PSEUDO_NONE;
}

/* Vowels are written twice: about four letters of ten, in long words more. */
static void
put_accents(struct buf *b, struct str text)
{
	static const char *const small[] = { "å", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ", "ķ", "ļ", "ɱ", "ñ", "ö",
		"þ", "ǫ", "ŕ", "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž" };
	static const char *const large[] = { "Å", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ö",
		"Þ", "Ǫ", "Ŕ", "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž" };

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i], low = str_lower(c);

		if (low < 'a' || low > 'z') {
			buf_chr(b, c);
			continue;
		}
		buf_cstr(b, c == low ? small[low - 'a'] : large[low - 'a']);
		if (strchr("aeiou", low) != NULL)
			buf_cstr(b, small[low - 'a']);
	}
}

void
pseudo_put(struct buf *b, enum pseudo kind, struct str text)
{
	if (kind == PSEUDO_NONE || text.n == 0) {
		buf_str(b, text);
	} else if (kind == PSEUDO_ACCENTS) {
		put_accents(b, text);
	} else {
		BUF_LIT(b, OVERRIDE);
		buf_str(b, text);
		BUF_LIT(b, OVERRIDDEN);
	}
}

struct str
pseudo_text(struct arena *a, enum pseudo kind, struct str text)
{
	struct buf b = BUF_INIT;
	struct str done;

	if (kind == PSEUDO_NONE || text.n == 0)
		return text;
	if (kind == PSEUDO_ACCENTS)
		buf_chr(&b, '[');
	while (text.n > 0) {
		size_t at = str_find(text, '%'), end = at;

		if (at + 1 < text.n && text.p[at + 1] == '{')
			end = at + str_find(str_sub(text, at, text.n), '}') + 1;
		else if (at < text.n)
			at = end = at + 1;
		pseudo_put(&b, kind, str_sub(text, 0, at));
		buf_str(&b, str_sub(text, at, end));
		text = str_sub(text, end, text.n);
	}
	if (kind == PSEUDO_ACCENTS)
		buf_chr(&b, ']');
	done = arena_str(a, buf_view(&b));
	buf_free(&b);
	return done;
}

/* English has fewer plural forms than Arabic: others are its last. */
static struct str
form_of(const struct message *m, int k, unsigned wanted)
{
	if (m->plural && (wanted & (1u << k)) == 0)
		return STR_EMPTY;
	return m->plural && m->forms[k].n == 0 ? m->forms[PLURAL_OTHER] : m->forms[k];
}

/* What it is made from may be shared with other languages. */
void
pseudo_catalogue(struct arena *a, struct catalogue *c, enum pseudo kind)
{
	unsigned wanted = plural_forms(c->lang);

	for (size_t i = 0; i < c->messages.n; i++) {
		const struct message *from = c->messages.v[i].value;
		struct message *to = ARENA_NEW(a, struct message);

		*to = *from;
		for (int k = 0; k < PLURALS; k++)
			to->forms[k] = pseudo_text(a, kind, form_of(from, k, wanted));
		c->messages.v[i].value = to;
	}
}
