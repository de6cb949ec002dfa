/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/gather.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/path.h"

static void
complain_collision(struct str path, struct diags *d)
{
	diag_add(d, DIAG_OUTPUT_COLLISION, NULL, (struct span){ 0 }, "%.*s", STR_ARG(path));
}

/* Adds the files that the last build left and that stay. One that was made all the same has been compared already, or is compared now. */
static void
take_kept(const struct ledger *l, const struct published *was, struct manifest *made)
{
	const struct manifest_entries *last = &was->last.entries;

	for (size_t i = 0; i < last->n; i++) {
		struct ledger_file *f;

		if (!atomic_load_explicit(&was->stays[i], memory_order_relaxed))
			continue;
		f = ledger_find(l, last->v[i].path);
		if (f == NULL) {
			VEC_PUSH(&made->entries, last->v[i]);
			made->entries.v[made->entries.n - 1].kept = true;
			made->entries.v[made->entries.n - 1].intact = true;
		} else if (f->hash != last->v[i].hash || f->size != last->v[i].size) {
			atomic_store(&f->torn, true);
		}
	}
}

static bool
take_made(const struct ledger *l, struct manifest *made, struct diags *d)
{
	size_t n;
	struct ledger_file **all = ledger_sorted(l, &n);
	bool fine = true;

	for (size_t i = 0; i < n; i++) {
		const struct ledger_file *f = all[i];
		struct str path = { f->path, f->npath };

		if (atomic_load(&f->torn)) {
			complain_collision(path, d);
			fine = false;
		}
		VEC_PUSH(&made->entries,
		    ((struct manifest_entry){ path, f->hash, f->size, f->mtime, f->ino, f->kept, f->intact }));
	}
	free(all);
	return fine;
}

/* How much of ${path} are folders that ${before}, too, lies in: those have been looked at. */
static size_t
shared(struct str path, struct str before)
{
	size_t n = 0;

	for (size_t i = 0; i < path.n && i < before.n && path.p[i] == before.p[i]; i++)
		if (path.p[i] == '/')
			n = i;
	return n;
}

/* A file where another one needs a folder. */
static bool
has_room(const struct manifest *made, struct diags *d)
{
	struct str before = STR_EMPTY;
	bool fine = true;

	for (size_t i = 0; i < made->entries.n; i++) {
		struct str path = made->entries.v[i].path, dir = path_dir(path);

		for (size_t known = shared(path, before); dir.n > known; dir = path_dir(dir))
			if (manifest_find(made, dir) != NULL) {
				complain_collision(dir, d);
				fine = false;
			}
		before = path;
	}
	return fine;
}

/* Whether a path is new: what the last build left had room beside each other. */
static bool
has_news(const struct manifest *made, const struct manifest *last)
{
	for (size_t i = 0; i < made->entries.n; i++)
		if (!made->entries.v[i].intact && manifest_find(last, made->entries.v[i].path) == NULL)
			return true;
	return false;
}

bool
gather_made(const struct ledger *l, const struct published *was, struct manifest *made, struct diags *d)
{
	bool fine;

	take_kept(l, was, made);
	fine = take_made(l, made, d);
	manifest_sort(made);
	return (!has_news(made, &was->last) || has_room(made, d)) && fine;
}
