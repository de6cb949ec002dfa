/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands in catalogues of others: any bytes as `Plural-Forms`, which is read or not, the same twice, and never has a form for a number that
 * the comparison takes for one of the language's without there being one; and as two texts, up to the first NUL and from there on, whose word diff
 * is both of them. `tests/fuzz/hunt catalogue` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "localise/pluralcheck.h"
#include "i18n/worddiff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static void
try_field(struct str field)
{
	struct pluralforms f, again;
	const char *why;
	struct pluralcheck c;

	demand(pluralforms_read(&f, field, &why) == (why == NULL));
	demand(pluralforms_read(&again, field, &why) == (why == NULL));
	if (why)
		return;
	demand(f.count >= 1 && f.count <= PLURALFORMS_MOST && f.root < f.used && f.used <= PLURALFORMS_NODES);
	c = pluralcheck_of(&f, STR("lv"));
	for (unsigned i = 0; i < (c.agrees ? PLURALCHECK_NUMBERS : c.n); i++) {
		uint64_t index, twice;

		demand(pluralforms_of(&f, i, &index) && pluralforms_of(&again, i, &twice));
		demand(index == twice && index < f.count);
	}
}

static void
try_texts(struct str before, struct str after)
{
	static const struct worddiff_words words = { STR_INIT("not|apart from"), STR_INIT("must") };
	struct arena a = ARENA_INIT;
	struct worddiff w = worddiff_of(&a, before, after, &words);
	struct buf old = BUF_INIT, new = BUF_INIT, text = BUF_INIT;

	for (size_t i = 0; i < w.n; i++) {
		demand(w.v[i].text.n > 0 && (w.v[i].kind != WORDDIFF_SAME || w.v[i].marks == 0));
		demand(i == 0 || w.v[i].kind != w.v[i - 1].kind);
		if (w.v[i].kind != WORDDIFF_IN)
			buf_str(&old, w.v[i].text);
		if (w.v[i].kind != WORDDIFF_OUT)
			buf_str(&new, w.v[i].text);
	}
	demand(str_eq(buf_view(&old), before) && str_eq(buf_view(&new), after));
	worddiff_text(&text, &w);
	demand(text.n >= after.n);
	buf_free(&old);
	buf_free(&new);
	buf_free(&text);
	arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str all = { n ? (const char *)data : "", n }, after = all, before = str_cut(&after, '\0');

	try_field(all);
	try_texts(before, after);
	return 0;
}
