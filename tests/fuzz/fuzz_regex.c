/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as a pattern of JavaScript, up to the first line feed, and any text behind it to match: what is taken is answered, what
 * is refused says why, and whether it is refused does not hang on the text unless it takes too long. `tests/fuzz/hunt regex` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "score/regex.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static void
check(struct str pattern, struct str text, bool ignore_case)
{
	struct arena a = ARENA_INIT;
	struct str why, later;
	bool taken = regex_check(&a, pattern, ignore_case, &why);
	enum regex_result result = regex_match(&a, pattern, text, ignore_case, &later);

	demand(taken == (why.n == 0));
	demand((result == REGEX_REFUSED) == (later.n > 0));
	demand(taken ? result != REGEX_REFUSED || memmem(later.p, later.n, "too long", 8) : str_eq(why, later));
	demand(unicode_valid(why, NULL));
	arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str all = { n ? (const char *)data : "", n };
	size_t end = str_find(all, '\n');

	if (!unicode_valid(all, NULL))
		return 0;
	check(str_sub(all, 0, end), str_sub(all, end + 1, n), false);
	check(str_sub(all, 0, end), str_sub(all, end + 1, n), true);
	return 0;
}
