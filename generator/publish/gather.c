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
		f = (struct ledger_file *)(uintptr_t)ledger_find(l, last->v[i].path);
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

/* Whether ${path} is a folder for others, or lies in what is a file. */
static bool
is_torn(const struct manifest *made, struct str path)
{
	if (manifest_below(made, path))
		return true;
	while ((path = path_dir(path)).n > 0)
		if (manifest_find(made, path) != NULL)
			return true;
	return false;
}

/* A file where another one needs a folder. The file system tells that only of files that are both in the stage. */
static bool
has_room(const struct manifest *made, struct diags *d)
{
	bool fine = true;

	for (size_t i = 0; i < made->entries.n; i++)
		if (!made->entries.v[i].kept && is_torn(made, made->entries.v[i].path)) {
			complain_collision(made->entries.v[i].path, d);
			fine = false;
		}
	return fine;
}

bool
gather_made(const struct ledger *l, const struct published *was, struct manifest *made, struct diags *d)
{
	bool fine;

	take_kept(l, was, made);
	fine = take_made(l, made, d);
	manifest_sort(made);
	return has_room(made, d) && fine;
}
