/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a list of vectors: scored and settled, there are as many lines and as many errors, and each line is JSON
 * again, with the same ids. `tests/fuzz/hunt vectors` runs it.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/jsonread.h"
#include "score/vectors.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

struct output {
	char *p;
	size_t n, errors;
};

static struct output
run(size_t (*vectors)(struct str, FILE *), struct str json)
{
	struct output o = { 0 };
	FILE *f = open_memstream(&o.p, &o.n);

	o.errors = vectors(json, f);
	fclose(f);
	return o;
}

/* Both outputs line by line. */
static void
compare(struct str scored, struct str settled)
{
	struct arena a = ARENA_INIT;

	while (scored.n > 0) {
		struct str one = str_cut(&scored, '\n'), other = str_cut(&settled, '\n');
		bool error = str_starts(other, "=");
		struct json_fault fault;
		const struct jvalue *v = jsonread_parse(&a, one, &fault);

		demand(v && v->kind == JSON_MAP && (jsonread_get(v, "error") != NULL) == error);
		demand(error ? str_eq(one, str_sub(other, 1, other.n)) : jsonread_parse(&a, other, &fault) != NULL);
		arena_reset(&a);
	}
	demand(settled.n == 0);
	arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str json = { n ? (const char *)data : "", n };
	struct output scored = run(vectors_score, json), settled = run(vectors_settle, json);

	demand(scored.errors == settled.errors);
	compare(
	    (struct str){ scored.n ? scored.p : "", scored.n }, (struct str){ settled.n ? settled.p : "", settled.n });
	free(scored.p);
	free(settled.p);
	return 0;
}
