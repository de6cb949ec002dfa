/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a list of things asked of languages: each line is JSON with a result or an error, as many errors as are
 * counted, and the same lines when it is asked again. `tests/fuzz/hunt probes` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/jsonread.h"
#include "localise/probing.h"

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
run(struct str json)
{
	struct output o = { 0 };
	FILE *f = open_memstream(&o.p, &o.n);

	o.errors = probing_run(json, f);
	fclose(f);
	return o;
}

static size_t
errors_in(struct str lines)
{
	struct arena a = ARENA_INIT;
	size_t errors = 0;

	while (lines.n > 0) {
		struct str line = str_cut(&lines, '\n');
		struct json_fault fault;
		const struct jvalue *v = jsonread_parse(&a, line, &fault);

		demand(v && v->kind == JSON_MAP && v->n == 2 && jsonread_get(v, "id") != NULL);
		demand((jsonread_get(v, "error") != NULL) != (jsonread_get(v, "result") != NULL));
		errors += jsonread_get(v, "error") != NULL;
		arena_reset(&a);
	}
	arena_free(&a);
	return errors;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str json = { n ? (const char *)data : "", n };
	struct output once = run(json), again = run(json);

	demand(once.n == again.n && memcmp(once.p, again.p, once.n) == 0);
	demand(errors_in((struct str){ once.n ? once.p : "", once.n }) == once.errors);
	free(once.p);
	free(again.p);
	return 0;
}
