/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/vec.h"

/*
 * A tree without a lock: where nothing is yet, who comes first hangs in its note, and it never moves. Hashes keep it flat: six
 * steps at 100,000 files. A site of five pages pays for five; of a table for 100,000 it would touch each part once.
 */

void
ledger_open(struct ledger *l)
{
	atomic_init(&l->root, NULL);
}

/* find(at, rest, path, key): the note of ${path} at ${at} or below; or NULL, and *at is where it would hang. ${rest} goes with *at. */
static struct ledger_file *
find(_Atomic(struct ledger_file *) **at, uint64_t *rest, struct str path, uint64_t key)
{
	struct ledger_file *f;

	while ((f = atomic_load(*at)) != NULL) {
		if (f->key == key && str_eq((struct str){ f->path, f->npath }, path))
			return f;
		*at = &f->below[*rest & 7];
		*rest >>= 3;
	}
	return NULL;
}

/* One thread a path. */
static struct ledger_file *
renew(struct ledger_file *f, uint64_t hash, uint64_t size, char *bytes)
{
	free(f->bytes);
	f->hash = hash;
	f->size = size;
	f->bytes = bytes;
	f->outdated = false;
	return f;
}

static struct ledger_file *
again(struct ledger_file *f, uint64_t hash, uint64_t size)
{
	if (f->hash != hash || f->size != size)
		atomic_store(&f->torn, true);
	return f;
}

static struct ledger_file *
make(struct str path, uint64_t key, uint64_t hash, uint64_t size, char *bytes)
{
	struct ledger_file *f = mem_alloc(sizeof *f + path.n + 1);

	f->key = key;
	f->hash = hash;
	f->size = size;
	f->bytes = bytes;
	f->npath = path.n;
	memcpy(f->path, path.p, path.n);
	return f;
}

struct ledger_file *
ledger_note(struct ledger *l, struct str path, uint64_t hash, uint64_t size, char *bytes, bool *first)
{
	uint64_t key = hash_bytes(path), rest = key;
	_Atomic(struct ledger_file *) *at = &l->root;
	struct ledger_file *f = NULL, *there;

	for (;;) {
		there = find(&at, &rest, path, key);
		if (there != NULL) {
			free(f);
			*first = false;
			if (there->outdated)
				return renew(there, hash, size, bytes);
			free(bytes);
			return again(there, hash, size);
		}
		if (f == NULL)
			f = make(path, key, hash, size, bytes);
		if (atomic_compare_exchange_strong(at, &there, f))
			break; /* else another worker was faster: on from there */
	}
	*first = true;
	return f;
}

struct ledger_file *
ledger_find(const struct ledger *l, struct str path)
{
	_Atomic(struct ledger_file *) *at = (_Atomic(struct ledger_file *) *)(uintptr_t)&l->root;
	uint64_t key = hash_bytes(path), rest = key;

	return find(&at, &rest, path, key);
}

/* -- files in memory -- */

bool
ledger_bytes(const struct ledger *l, struct str path, struct str *bytes)
{
	const struct ledger_file *f = ledger_find(l, path);

	if (f == NULL || f->bytes == NULL || f->outdated)
		return false;
	*bytes = (struct str){ f->bytes, f->size };
	return true;
}

void
ledger_outdate(struct ledger *l, struct str path, bool outdated)
{
	struct ledger_file *f = ledger_find(l, path);

	if (f != NULL)
		f->outdated = outdated;
}

/* Whoever comes first moves the bytes. */
bool
ledger_keep(struct ledger *l, struct ledger *last, struct str path, uint64_t hash)
{
	struct ledger_file *was = ledger_find(last ? last : l, path);
	bool first;

	if (was == NULL || (hash != 0 && hash != was->hash))
		return false;
	if (last == NULL) {
		was->outdated = was->outdated && hash == 0;
		return !was->outdated;
	}
	if (atomic_exchange(&was->taken, true))
		return true;
	ledger_note(l, path, was->hash, was->size, was->bytes, &first);
	was->bytes = NULL; /* moved, or freed for what was written to the same path */
	return true;
}

/* -- all of them -- */

static int
by_path(const void *a, const void *b)
{
	const struct ledger_file *x = *(struct ledger_file *const *)a, *y = *(struct ledger_file *const *)b;

	return str_cmp((struct str){ x->path, x->npath }, (struct str){ y->path, y->npath });
}

struct files VEC_OF(struct ledger_file *);

/* all(l): breadth first, which needs no depth. */
static struct files
all(const struct ledger *l)
{
	struct files v = { 0 };
	struct ledger_file *f = atomic_load(&l->root);

	if (f != NULL)
		VEC_PUSH(&v, f);
	for (size_t i = 0; i < v.n; i++)
		for (size_t k = 0; k < sizeof f->below / sizeof *f->below; k++)
			if ((f = atomic_load(&v.v[i]->below[k])) != NULL)
				VEC_PUSH(&v, f);
	return v;
}

struct ledger_file **
ledger_sorted(const struct ledger *l, size_t *n)
{
	struct files v = all(l);

	if (v.n > 0)
		qsort(v.v, v.n, sizeof *v.v, by_path);
	*n = v.n;
	return v.v;
}

void
ledger_restore(struct ledger *l)
{
	struct files v = all(l);

	for (size_t i = 0; i < v.n; i++)
		v.v[i]->outdated = false;
	VEC_FREE(&v);
}

struct str *
ledger_paths(const struct ledger *l, struct arena *a, size_t *n)
{
	struct ledger_file **files = ledger_sorted(l, n);
	struct str *paths = ARENA_ARRAY(a, struct str, *n);

	for (size_t i = 0; i < *n; i++)
		paths[i] = (struct str){ files[i]->path, files[i]->npath };
	free(files);
	return paths;
}

void
ledger_close(struct ledger *l)
{
	struct files v = all(l);

	for (size_t i = 0; i < v.n; i++) {
		free(v.v[i]->bytes);
		free(v.v[i]);
	}
	VEC_FREE(&v);
	atomic_init(&l->root, NULL);
}
