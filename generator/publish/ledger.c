/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/vec.h"

/* Chains of three at 100,000 files; untouched pages of the table cost nothing. */
enum { SLOTS = 1 << 15 };

void
ledger_open(struct ledger *l)
{
	l->slots = mem_alloc(SLOTS * sizeof *l->slots);
}

static _Atomic(struct ledger_file *) *
slot_of(const struct ledger *l, struct str path)
{
	return &l->slots[hash_bytes(path) % SLOTS];
}

static struct ledger_file *
search(struct ledger_file *from, const struct ledger_file *to, struct str path)
{
	for (; from != to; from = from->next)
		if (str_eq((struct str){ from->path, from->npath }, path))
			return from;
	return NULL;
}

static struct ledger_file *
again(struct ledger_file *f, uint64_t hash, uint64_t size)
{
	if (f->hash != hash || f->size != size)
		atomic_store(&f->torn, true);
	return f;
}

static struct ledger_file *
make(struct str path, uint64_t hash, uint64_t size, char *bytes)
{
	struct ledger_file *f = mem_alloc(sizeof *f + path.n + 1);

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
	_Atomic(struct ledger_file *) *slot = slot_of(l, path);
	struct ledger_file *head = atomic_load(slot), *seen = NULL, *f = NULL, *old;

	do { /* another worker may be faster: only what it put in front is new */
		old = search(head, seen, path);
		if (old != NULL) {
			free(f);
			free(bytes);
			*first = false;
			return again(old, hash, size);
		}
		if (f == NULL)
			f = make(path, hash, size, bytes);
		f->next = seen = head;
	} while (!atomic_compare_exchange_weak(slot, &head, f));
	*first = true;
	return f;
}

const struct ledger_file *
ledger_find(const struct ledger *l, struct str path)
{
	return search(atomic_load(slot_of(l, path)), NULL, path);
}

static int
by_path(const void *a, const void *b)
{
	const struct ledger_file *x = *(struct ledger_file *const *)a, *y = *(struct ledger_file *const *)b;

	return str_cmp((struct str){ x->path, x->npath }, (struct str){ y->path, y->npath });
}

struct ledger_file **
ledger_sorted(const struct ledger *l, size_t *n)
{
	struct {
		struct ledger_file **v;
		size_t n, cap;
	} all = { 0 };

	for (size_t i = 0; i < SLOTS; i++)
		for (struct ledger_file *f = atomic_load(&l->slots[i]); f != NULL; f = f->next)
			VEC_PUSH(&all, f);
	if (all.n > 0)
		qsort(all.v, all.n, sizeof *all.v, by_path);
	*n = all.n;
	return all.v;
}

void
ledger_close(struct ledger *l)
{
	struct ledger_file *f, *next;

	for (size_t i = 0; i < SLOTS && l->slots != NULL; i++)
		for (f = atomic_load(&l->slots[i]); f != NULL; f = next) {
			next = f->next;
			free(f->bytes);
			free(f);
		}
	free(l->slots);
	l->slots = NULL;
}
