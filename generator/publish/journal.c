/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/journal.h"

#include "publish/notes.h"

void
journal_open(struct journal *j, uint64_t folder, uint64_t twin)
{
	*j = (struct journal){ .m = { .folder = folder, .twin = twin, .known = true } };
}

static struct str
key_of(struct arena *a, enum journal_kind kind, struct str path)
{
	return arena_fmt(a, "%c%.*s", (char)kind, STR_ARG(path));
}

void
journal_add(struct journal *j, enum journal_kind kind, struct str path, uint64_t ino)
{
	VEC_PUSH(&j->m.entries, ((struct manifest_entry){ .path = key_of(&j->m.arena, kind, path), .ino = ino }));
}

int
journal_write(struct journal *j, const char *file)
{
	manifest_sort(&j->m);
	return notes_prepare(file, &j->m) < 0 ? -1 : notes_adopt(file);
}

void
journal_read(struct journal *j, const char *file)
{
	*j = (struct journal){ 0 };
	notes_read(&j->m, file);
}

bool
journal_holds(const struct journal *j, uint64_t a, uint64_t b)
{
	return j->m.known && a != b && ((j->m.folder == a && j->m.twin == b) || (j->m.folder == b && j->m.twin == a));
}

bool
journal_has(const struct journal *j, enum journal_kind kind, struct str path, uint64_t ino)
{
	struct arena a = ARENA_INIT;
	const struct manifest_entry *e = manifest_find(&j->m, key_of(&a, kind, path));

	arena_free(&a);
	return e != NULL && e->ino == ino;
}

bool
journal_next(const struct journal *j, size_t *i, struct journal_row *row)
{
	const struct manifest_entry *e;

	if (*i == j->m.entries.n)
		return false;
	e = &j->m.entries.v[(*i)++];
	row->kind = (enum journal_kind)e->path.p[0];
	row->path = str_sub(e->path, 1, e->path.n);
	row->ino = e->ino;
	return true;
}

size_t
journal_count(const struct journal *j, enum journal_kind kind)
{
	struct journal_row row;
	size_t n = 0;

	for (size_t i = 0; journal_next(j, &i, &row);)
		n += row.kind == kind;
	return n;
}

void
journal_close(struct journal *j)
{
	manifest_free(&j->m);
}
