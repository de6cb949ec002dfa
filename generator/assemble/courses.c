/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/courses.h"

#include <limits.h>
#include <stdlib.h>

#include "base/path.h"

/* The leading number of a name, which orders; names without one come last. */
static uint64_t
number_of(struct str name)
{
	uint64_t n = 0;
	size_t i = 0;

	for (; i < name.n && i < 18 && name.p[i] >= '0' && name.p[i] <= '9'; i++)
		n = 10 * n + (uint64_t)(name.p[i] - '0');
	return i > 0 ? n : UINT64_MAX;
}

static int
compare_names(struct str a, struct str b)
{
	uint64_t x = number_of(a), y = number_of(b);

	return x != y ? (x < y ? -1 : 1) : str_cmp(a, b);
}

/* Of documents that lie in one folder. */
static int
by_name(const void *a, const void *b)
{
	const struct document *const *x = a, *const *y = b;

	return compare_names(path_base((*x)->path), path_base((*y)->path));
}

/* They are sorted by path: with numbers of the same width, or none, that is their order. */
static void
order_documents(struct document **v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (by_name(&v[i - 1], &v[i]) > 0) {
			qsort(v, n, sizeof *v, by_name);
			return;
		}
}

static int
by_folder(const void *a, const void *b)
{
	const struct module *const *x = a, *const *y = b;

	return compare_names(path_base((*x)->path), path_base((*y)->path));
}

/* A draft, or for trainers only, in a build that is not for these. */
static bool
withheld(const struct site *s, const struct document *doc)
{
	const struct meta *m = &doc->texts[0]->meta;

	return (m->draft && !s->config->drafts) ||
	    (str_is(m->audience, "facilitator") && !str_is(s->config->audience, "facilitator"));
}

static void
type_document(struct site *s, struct document *doc)
{
	doc->type = meta_type(&doc->texts[0]->meta, doc->path);
	doc->excluded = doc->texts[0]->broken || withheld(s, doc);
	for (size_t i = 0; i < doc->ntexts; i++)
		doc->course->mentions_definitions |= doc->texts[i]->mentions_definitions;
}

/* ${last}: the module found last. Documents are sorted by path: most are of the same. */
static struct module *
module_for(struct site *s, struct course *c, struct map *modules, struct str path, struct module *last)
{
	struct module *m = last && str_eq(last->path, path) ? last : map_get(modules, path);

	if (m)
		return m;
	m = ARENA_NEW(&s->arena, struct module);
	m->path = path;
	m->name = path_unnumbered(path_base(path));
	m->course = c;
	map_put(modules, path, m);
	c->nmodules++;
	return m;
}

static bool
is_index(const struct document *doc)
{
	return str_is(doc->name, "index");
}

/* What is said of a module's own page holds for the module. */
static void
withhold_modules(struct site *s)
{
	struct map closed = MAP_INIT;

	for (size_t i = 0; i < s->ndocs; i++)
		if (is_index(s->docs[i]) && withheld(s, s->docs[i]))
			map_put(&closed, path_dir(s->docs[i]->path), s->docs[i]);
	for (size_t i = 0; i < s->ndocs && closed.n > 0; i++) {
		struct document *doc = s->docs[i];
		struct str dir = path_dir(doc->path);

		if (!str_eq(dir, doc->course->path) && map_get(&closed, dir))
			doc->excluded = true;
	}
	map_free(&closed);
}

/* First pass: counts, so that the arrays are right at once. */
static void
count(struct site *s, struct map *modules)
{
	struct module *last = NULL;

	for (size_t i = 0; i < s->ndocs; i++) {
		struct course *c = s->docs[i]->course;

		c->first = c->end == 0 ? i : c->first;
		c->end = i + 1;
		type_document(s, s->docs[i]);
	}
	withhold_modules(s);
	for (size_t i = 0; i < s->ndocs; i++) {
		struct document *doc = s->docs[i];
		struct str dir = path_dir(doc->path);

		if (doc->excluded)
			continue;
		if (!str_eq(dir, doc->course->path))
			doc->module = last = module_for(s, doc->course, modules, dir, last);
		if (is_index(doc))
			continue;
		if (doc->module)
			doc->module->ndocs++;
		else
			doc->course->ndocs++;
	}
}

static void
add_document(struct document *doc)
{
	struct course *c = doc->course;
	struct module *m = doc->module;

	if (doc->type == PAGE_GLOSSARY && c->glossary == NULL)
		c->glossary = doc;
	if (is_index(doc)) {
		if (m)
			m->index = doc;
		else
			c->index = doc;
	} else if (m) {
		m->docs[m->ndocs++] = doc;
	} else {
		c->docs[c->ndocs++] = doc;
	}
}

static void
allocate(struct site *s, struct map *modules)
{
	for (size_t i = 0; i < s->ncourses; i++) {
		struct course *c = s->courses[i];

		c->docs = ARENA_ARRAY(&s->arena, struct document *, c->ndocs);
		c->modules = ARENA_ARRAY(&s->arena, struct module *, c->nmodules);
		c->ndocs = c->nmodules = 0;
	}
	for (size_t i = 0; i < modules->n; i++) {
		struct module *m = modules->v[i].value;

		m->docs = ARENA_ARRAY(&s->arena, struct document *, m->ndocs);
		m->ndocs = 0;
		m->course->modules[m->course->nmodules++] = m;
	}
}

static void
chain(struct document **last, struct document *doc)
{
	if (doc == NULL || doc->type == PAGE_GLOSSARY)
		return;
	doc->prev = *last;
	if (*last)
		(*last)->next = doc;
	*last = doc;
}

/* Up to INT_MAX: each page may claim a million. */
static void
add_minutes(int *sum, int minutes)
{
	if (__builtin_add_overflow(*sum, minutes, sum))
		*sum = INT_MAX;
}

static int
minutes_of(struct document *const *docs, size_t n)
{
	int sum = 0;

	for (size_t i = 0; i < n; i++)
		add_minutes(&sum, docs[i]->texts[0]->meta.minutes);
	return sum;
}

static void
order_course(struct course *c)
{
	struct document *last = NULL;

	order_documents(c->docs, c->ndocs);
	if (c->nmodules > 0)
		qsort(c->modules, c->nmodules, sizeof *c->modules, by_folder);
	for (size_t i = 0; i < c->ndocs; i++)
		chain(&last, c->docs[i]);
	c->minutes = minutes_of(c->docs, c->ndocs);
	for (size_t i = 0; i < c->nmodules; i++) {
		struct module *m = c->modules[i];

		m->number = i + 1;
		order_documents(m->docs, m->ndocs);
		chain(&last, m->index);
		for (size_t k = 0; k < m->ndocs; k++)
			chain(&last, m->docs[k]);
		m->minutes = minutes_of(m->docs, m->ndocs);
		add_minutes(&c->minutes, m->minutes);
	}
}

void
courses_assemble(struct site *site)
{
	struct map modules = MAP_INIT;

	count(site, &modules);
	allocate(site, &modules);
	for (size_t i = 0; i < site->ndocs; i++)
		if (!site->docs[i]->excluded)
			add_document(site->docs[i]);
	for (size_t i = 0; i < site->ncourses; i++)
		order_course(site->courses[i]);
	map_free(&modules);
}
