/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/objectives.h"

#include "base/fs.h"
#include "base/near.h"
#include "model/harvest.h"

/* One course: ids of objectives, those that pages set and those that questions name. */
struct goals {
	const struct site *site;
	const struct course *course;
	struct map set, named; /* id → struct text *: the first that has it */
	struct diags *d;
};

static const struct text *
source_text(const struct goals *g, size_t i)
{
	const struct document *doc = g->site->docs[i];

	return doc->course == g->course && !doc->excluded ? doc->texts[0] : NULL;
}

static const struct value *
map_of(const struct text *t)
{
	return t->meta.objectives && t->meta.objectives->kind == VALUE_MAP ? t->meta.objectives : NULL;
}

static void
collect(struct goals *g)
{
	for (size_t i = g->course->first; i < g->course->end; i++) {
		const struct text *t = source_text(g, i);
		const struct value *set = t ? map_of(t) : NULL;

		for (size_t k = 0; set && k < set->n; k++)
			map_add(&g->set, set->as.entries[k].key, g);
		for (size_t k = 0; t && t->harvest && k < t->harvest->nobjectives; k++)
			map_add(&g->named, t->harvest->objectives[k].id, g);
	}
}

/* A place in the file of ${t}, whose bytes are read for it. */
static struct diag *
tell(struct goals *g, enum diag_code code, const struct text *t, struct span at, struct str id)
{
	struct source src = t->src;
	struct arena arena = ARENA_INIT;
	struct diag *told;

	if (fs_read(&arena, t->file.p, &src.bytes) < 0)
		src.bytes = STR_EMPTY;
	told = diag_add(g->d, code, &src, at, "`%.*s`", STR_ARG(id));
	arena_free(&arena);
	return told;
}

static void
check_set(struct goals *g, const struct text *t)
{
	const struct value *set = map_of(t);

	for (size_t i = 0; set && i < set->n; i++) {
		const struct value_entry *e = &set->as.entries[i];

		if (map_get(&g->named, e->key) == NULL)
			diag_note(g->d, tell(g, DIAG_OBJECTIVE_UNASKED, t, e->key_at, e->key),
			    "a question asks for it by `objective=%.*s`", STR_ARG(e->key));
	}
}

static void
check_named(struct goals *g, const struct text *t)
{
	for (size_t i = 0; t->harvest && i < t->harvest->nobjectives; i++) {
		const struct objective_use *use = &t->harvest->objectives[i];
		struct near near;
		struct diag *told;

		if (map_get(&g->set, use->id))
			continue;
		near_begin(&near, use->id);
		for (size_t k = 0; k < g->set.n; k++)
			near_try(&near, g->set.v[k].key);
		told = tell(g, DIAG_OBJECTIVE_UNKNOWN, t, use->at, use->id);
		if (near_best(&near).n > 0)
			diag_note(g->d, told, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	}
}

static void
check_course(struct goals *g)
{
	collect(g);
	for (size_t i = g->course->first; g->named.n > 0 && i < g->course->end; i++) {
		const struct text *t = source_text(g, i);

		if (t) {
			check_set(g, t);
			check_named(g, t);
		}
	}
	map_free(&g->set);
	map_free(&g->named);
}

void
objectives_check(const struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->ncourses; i++) {
		struct goals g = { .site = site, .course = site->courses[i], .d = d };

		check_course(&g);
	}
}
