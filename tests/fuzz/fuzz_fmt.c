/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any page: repaired and given ids it is still the same document but for those (repair/trial.c sees to that), and a second
 * time nothing is left to do; its own translation gets the same ids. `tests/fuzz/hunt fmt` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "repair/giving.h"
#include "repair/tidy.h"
#include "base/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static size_t
give(struct arena *a, struct trial *t, const struct trial *source)
{
	struct map page = MAP_INIT, course = MAP_INIT;
	struct changes c = { 0 };
	struct lefts lefts = { 0 };
	size_t made;

	giving_taken(t->root, &page);
	if (source)
		giving_copied(a, t, source, &c, &lefts);
	else
		giving_new(a, a, t, STR("en"), &page, &course, &c, &lefts);
	trial_make(a, t, &c, giving_rule);
	made = c.n;
	VEC_FREE(&c);
	VEC_FREE(&lefts);
	map_free(&page);
	map_free(&course);
	return made;
}

static size_t
tidy(struct arena *a, struct trial *t)
{
	struct changes made = { 0 };
	size_t n;

	tidy_faults(a, t, &made);
	tidy_manners(a, t, &made);
	n = made.n;
	VEC_FREE(&made);
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = ARENA_INIT;
	struct str bytes = { n ? (const char *)data : "", n };
	struct trial t, translation;
	size_t bad;

	if (n > 4096 || !unicode_valid(bytes, &bad) || memchr(bytes.p, 0, n))
		return 0;
	t = trial_open(&a, STR("fuzz.md"), bytes);
	translation = trial_open(&a, STR("fuzz.nb.md"), bytes);
	if (t.root) {
		tidy(&a, &t);
		give(&a, &t, NULL);
		give(&a, &translation, &t);
		demand(tidy(&a, &t) == 0);
		demand(give(&a, &t, NULL) == 0);
		demand(give(&a, &translation, &t) == 0);
	}
	trial_close(&t);
	trial_close(&translation);
	arena_free(&a);
	return 0;
}
