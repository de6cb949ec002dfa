/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any page: each scenario in it is refused with a word, or can be played to an ending from wherever one is; and a page that is its own
 * translation agrees with itself. `tests/fuzz/hunt scenario` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "assemble/scenario.h"
#include "base/unicode.h"
#include "read/markdown.h"
#include "score/branched.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

/* Whether an ending can be reached from ${p}. */
static bool
ends(const struct scenario *s, const struct place *p)
{
	bool *seen = calloc(s->nplaces, sizeof *seen);
	const struct place **open = calloc(s->nplaces, sizeof *open);
	size_t n = 0;
	bool found = p->ending;

	open[n++] = p;
	seen[p - s->places] = true;
	while (n > 0 && !found) {
		p = open[--n];
		for (size_t i = 0; i < p->nturns; i++) {
			const struct place *to = p->turns[i].to;

			found |= to->ending;
			if (!seen[to - s->places])
				open[n++] = to;
			seen[to - s->places] = true;
		}
	}
	free(open);
	free(seen);
	return found;
}

static void
check(const struct scenario *s)
{
	demand(s->id.n > 0 && s->start && !s->start->ending && s->nplaces >= 2);
	for (size_t i = 0; i < s->nplaces; i++) {
		const struct place *p = &s->places[i];

		demand(p->id.n > 0 && p->number == i + 1 && p->ending == (p->nturns == 0));
		for (size_t k = 0; k < p->nturns; k++)
			demand(p->turns[k].to && p->turns[k].words && p->turns[k].score.den > 0 &&
			    p->turns[k].link->kind == NODE_SPAN);
	}
	for (size_t i = 0; i < s->nplaces; i++)
		demand(ends(s, &s->places[i]));
}

/* Two of the same id are told elsewhere; nobody can tell which of them is meant. */
static bool
distinct(const struct body *body)
{
	for (size_t i = 0; i < body->nscenarios; i++) {
		const struct scenario *s = body->scenarios[i];

		for (size_t k = 0; k < s->nplaces; k++)
			if (scenario_place(s, s->places[k].id) != &s->places[k])
				return false;
		for (size_t k = 0; k < i; k++)
			if (str_eq(s->id, body->scenarios[k]->id))
				return false;
	}
	return true;
}

static void
read_page(struct arena *a, struct body *body, const struct source *src, const struct body *source, struct diags *d)
{
	*body = (struct body){ .src = *src };
	body->root = markdown_read(a, src, src->bytes, 1, d);
	if (body->root)
		scenario_read_all(a, body, source, d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT, again = DIAGS_INIT;
	struct source src = { STR("fuzz.md"), { n ? (const char *)data : "", n } };
	struct body body, translation;
	struct buf script = BUF_INIT;
	size_t bad;

	if (unicode_valid(src.bytes, &bad) && !memchr(src.bytes.p, 0, n)) {
		read_page(&a, &body, &src, NULL, &d);
		for (size_t i = 0; i < body.nscenarios; i++)
			if (body.scenarios[i]->sound)
				check(body.scenarios[i]);
			else
				demand(d.all.n > 0 || !distinct(&body));
		read_page(&a, &translation, &src, &body, &again);
		for (size_t i = 0; distinct(&body) && i < translation.nscenarios; i++)
			demand(translation.scenarios[i]->sound == body.scenarios[i]->sound);
		branched_write(&script, &body);
	}
	buf_free(&script);
	diags_free(&d);
	diags_free(&again);
	arena_free(&a);
	return 0;
}
