/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/trial.h"

#include "read/front.h"
#include "read/markdown.h"

/* One by one each costs a reading: a file with more to do that cannot be done at once is left alone. */
enum { MOST_TRIALS = 500 };

/* For CommonMark a CR alone ends a line, for editors and for places in messages it does not. */
static bool
countable(struct str bytes)
{
	for (size_t i = 0; i < bytes.n; i++)
		if (bytes.p[i] == '\r' && (i + 1 == bytes.n || bytes.p[i + 1] != '\n'))
			return false;
	return true;
}

struct trial
trial_open(struct arena *a, struct str path, struct str bytes)
{
	struct trial t = { .src = { path, bytes }, .places = places_of(a, bytes) };
	struct front front;

	if (!countable(bytes) || !front_split(&t.src, &front, &t.told))
		return t;
	t.body_line = front.body_line;
	t.root = markdown_read(a, &t.src, front.body, front.body_line, &t.told);
	return t;
}

void
trial_close(struct trial *t)
{
	diags_free(&t->told);
}

static struct str
applied(struct arena *a, const struct trial *t, const struct changes *c)
{
	struct edits edits = { 0 };
	struct str bytes;

	edits_of(c, &edits);
	bytes = edits_apply(a, t->src.bytes, &edits);
	VEC_FREE(&edits);
	return bytes;
}

static bool
holds(const struct trial *t, const struct changes *c, trial_rule *rule)
{
	struct arena a = ARENA_INIT;
	struct trial after = trial_open(&a, t->src.path, applied(&a, t, c));
	bool fine = after.root && rule(t, &after, c);

	trial_close(&after);
	arena_free(&a);
	return fine;
}

static void
one_by_one(const struct trial *t, struct changes *c, trial_rule *rule)
{
	struct changes kept = { 0 };

	for (size_t i = 0; i < c->n && c->n <= MOST_TRIALS; i++) {
		VEC_PUSH(&kept, c->v[i]);
		if (!holds(t, &kept, rule))
			kept.n--;
	}
	VEC_FREE(c);
	*c = kept;
}

void
trial_make(struct arena *a, struct trial *t, struct changes *c, trial_rule *rule)
{
	struct trial after;

	if (c->n > 0 && !holds(t, c, rule))
		one_by_one(t, c, rule);
	if (c->n == 0)
		return;
	after = trial_open(a, t->src.path, applied(a, t, c));
	trial_close(t);
	*t = after;
}
