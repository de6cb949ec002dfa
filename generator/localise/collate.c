/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/collate.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

#include "base/vec.h"
#include "base/wide.h"
#include "localise/tag.h"

/*
 * Letters are found as ICU's AlphabeticIndex finds them, which its C interface lacks: the
 * index letters of the language in its order, without those that only differ by an accent;
 * a word stands under the last one that is not behind it.
 */
struct letter {
	struct str key, label; /* key: at primary strength */
	struct str order;      /* at full strength: E comes before Ё */
};

struct collate {
	struct arena arena;
	UCollator *full, *primary;
	struct collate_letters VEC_OF(struct letter) letters;
	unsigned char scripts[USCRIPT_CODE_LIMIT / 8 + 1]; /* those of the letters */
	bool lettered;                                     /* the letters have been read */
	struct tag tag;
};

static struct str
key_of(const UCollator *c, struct arena *a, const UChar *s, int32_t n)
{
	int32_t size = ucol_getSortKey(c, s, n, 0, 0);
	unsigned char *key = arena_alloc(a, (size_t)size + 1);

	size = ucol_getSortKey(c, s, n, key, size);
	return (struct str){ (const char *)key, size > 0 ? (size_t)size - 1 : 0 };
}

/* The script of the first letter, USCRIPT_COMMON where there is none. */
static UScriptCode
script_of(const UChar *s, int32_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UScriptCode script;
	UChar32 c;

	for (int32_t i = 0; i < n;) {
		U16_NEXT(s, i, n, c);
		script = uscript_getScript(c, &e);
		if (u_isalpha(c) && script > USCRIPT_INHERITED && script < USCRIPT_CODE_LIMIT)
			return script;
	}
	return USCRIPT_COMMON;
}

static void
add_letter(struct collate *c, const UChar *s, int32_t n)
{
	UScriptCode script = script_of(s, n);
	struct letter letter = { key_of(c->primary, &c->arena, s, n), wide_text(&c->arena, s, n),
		key_of(c->full, &c->arena, s, n) };

	if (!letter.key.n)
		return;
	c->scripts[script / 8] |= (unsigned char)(1 << script % 8);
	VEC_PUSH(&c->letters, letter);
}

static int
by_key(const void *a, const void *b)
{
	const struct letter *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : str_cmp(x->order, y->order);
}

static void
add_item(struct collate *c, const USet *set, int32_t item)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar32 from, to;
	UChar s[16];
	int32_t n = uset_getItem(set, item, &from, &to, s, 16, &e);

	if (U_FAILURE(e))
		return;
	if (n) {
		add_letter(c, s, n);
		return;
	}
	for (UChar32 ch = from; ch <= to; ch++) {
		n = 0;
		U16_APPEND_UNSAFE(s, n, ch);
		add_letter(c, s, n);
	}
}

static void
read_letters(struct collate *c)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(c->tag.icu, &e);
	USet *set = ulocdata_getExemplarSet(data, 0, 0, ULOCDATA_ES_INDEX, &e);
	size_t kept = 0;

	for (int32_t i = 0; U_SUCCESS(e) && i < uset_getItemCount(set); i++)
		add_item(c, set, i);
	uset_close(set);
	ulocdata_close(data);
	if (c->letters.n)
		qsort(c->letters.v, c->letters.n, sizeof *c->letters.v, by_key);
	for (size_t i = 0; i < c->letters.n; i++)
		if (!kept || !str_eq(c->letters.v[i].key, c->letters.v[kept - 1].key))
			c->letters.v[kept++] = c->letters.v[i];
	c->letters.n = kept;
	c->lettered = true;
}

struct collate *
collate_open(struct str lang, enum collate_digits digits)
{
	struct collate *c = mem_alloc(sizeof *c);
	UErrorCode e = U_ZERO_ERROR;

	c->tag = tag_of(lang);
	c->full = ucol_open(c->tag.icu, &e);
	c->primary = ucol_open(c->tag.icu, &e);
	if (U_FAILURE(e)) /* ICU without its data: what cannot be sorted cannot be built */
		mem_die(sizeof *c);
	if (digits == COLLATE_NUMBERS)
		ucol_setAttribute(c->full, UCOL_NUMERIC_COLLATION, UCOL_ON, &e);
	ucol_setStrength(c->primary, UCOL_PRIMARY);
	return c;
}

struct str
collate_key(struct collate *c, struct arena *a, struct str text)
{
	struct wide w = wide_of(text);
	struct str key = key_of(c->full, a, w.p, w.n);

	free(w.p);
	return key;
}

struct sorted {
	struct str key, text;
	size_t place;
};

/* What the language does not tell apart stays as it stands. */
static int
by_full_key(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : x->place < y->place ? -1 : x->place > y->place;
}

void
collate_sort(struct collate *c, struct str *texts, size_t n)
{
	struct arena keys = ARENA_INIT;
	struct sorted *all = ARENA_ARRAY(&keys, struct sorted, n);

	for (size_t i = 0; i < n; i++)
		all[i] = (struct sorted){ collate_key(c, &keys, texts[i]), texts[i], i };
	if (n > 0)
		qsort(all, n, sizeof *all, by_full_key);
	for (size_t i = 0; i < n; i++)
		texts[i] = all[i].text;
	arena_free(&keys);
}

struct str
collate_letter(struct collate *c, struct arena *a, struct str text)
{
	struct wide w = wide_of(text);
	struct str key = key_of(c->primary, a, w.p, w.n), label = STR("#");
	UScriptCode script = script_of(w.p, w.n);

	free(w.p);
	if (!c->lettered)
		read_letters(c);
	if (script != USCRIPT_COMMON && !(c->scripts[script / 8] & (1 << script % 8)))
		return STR("…");
	for (size_t i = 0; i < c->letters.n && str_cmp(c->letters.v[i].key, key) <= 0; i++)
		label = c->letters.v[i].label;
	return arena_str(a, label);
}

void
collate_close(struct collate *c)
{
	if (!c)
		return;
	ucol_close(c->full);
	ucol_close(c->primary);
	VEC_FREE(&c->letters);
	arena_free(&c->arena);
	free(c);
}
