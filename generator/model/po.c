/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/po.h"

#include <string.h>

#include "base/buf.h"

/* gettext's own separator of context and message (libintl's GETTEXT_CONTEXT_GLUE). */
#define GLUE "\004"

static void
write_key(struct buf *b, struct str context, struct str source)
{
	if (context.n > 0) {
		buf_str(b, context);
		BUF_LIT(b, GLUE);
	}
	buf_str(b, source);
}

struct str
po_key(struct arena *a, struct str context, struct str source)
{
	struct buf b = BUF_INIT;
	struct str key;

	if (context.n == 0)
		return source;
	write_key(&b, context, source);
	key = arena_str(a, buf_view(&b));
	buf_free(&b);
	return key;
}

void
po_index(struct arena *a, struct po *po)
{
	struct str last = STR_EMPTY;

	for (size_t i = 0; i < po->nentries; i++) {
		struct po_entry *e = &po->entries[i];

		if (e->obsolete || e->fuzzy || e->text.n == 0 || e->plural.n > 0)
			continue;
		map_add(&po->current, po_key(a, e->context, e->source), e);
		for (size_t k = 0; k < e->nfiles; k++)
			if (k > 0 || !str_eq(e->files[k], last)) /* neighbours have the same page */
				map_add(&po->mentioned, last = e->files[k], e);
	}
}

void
po_index_all(struct arena *a, struct po *po)
{
	po_index(a, po);
	for (size_t i = 0; i < po->nentries; i++)
		if (!po->entries[i].obsolete)
			map_add(&po->every, po_key(a, po->entries[i].context, po->entries[i].source), &po->entries[i]);
}

static const struct po_entry *
find_in(const struct map *map, struct str context, struct str source)
{
	char small[512];
	struct buf b = BUF_INIT;
	const struct po_entry *e;
	size_t n = context.n + sizeof GLUE - 1 + source.n;

	if (n <= sizeof small) {
		memcpy(small, context.p, context.n);
		memcpy(small + context.n, GLUE, sizeof GLUE - 1);
		memcpy(small + context.n + sizeof GLUE - 1, source.p, source.n);
		return map_get(map, (struct str){ small, n });
	}
	write_key(&b, context, source);
	e = map_get(map, buf_view(&b));
	buf_free(&b);
	return e;
}

static const struct po_entry *
look(const struct map *map, struct str context, const char *role, struct str source)
{
	const struct po_entry *e;

	if (context.n > 0)
		return find_in(map, context, source);
	e = find_in(map, str_of(role), source);
	return e ? e : map_get(map, source);
}

const struct po_entry *
po_find(const struct po *po, struct str context, const char *role, struct str source)
{
	return look(&po->current, context, role, source);
}

const struct po_entry *
po_find_any(const struct po *po, struct str context, const char *role, struct str source)
{
	return look(&po->every, context, role, source);
}

bool
po_machine(const struct po_entry *e)
{
	struct str rest = e->extracted;

	if (!e->fuzzy || e->text.n == 0)
		return false;
	for (int pass = 0; pass < 2; pass++, rest = e->comment)
		while (rest.n > 0)
			if (str_starts(str_trim(str_cut(&rest, '\n')), "mt:"))
				return true;
	return false;
}

struct str
po_field(struct str header, const char *name)
{
	size_t n = strlen(name);

	while (header.n > 0) {
		struct str line = str_cut(&header, '\n');

		if (line.n > n && line.p[n] == ':' && str_eq(str_sub(line, 0, n), str_of(name)))
			return str_trim(str_sub(line, n + 1, line.n));
	}
	return STR_EMPTY;
}

void
po_free(struct po *po)
{
	if (po == NULL)
		return;
	map_free(&po->current);
	map_free(&po->mentioned);
	map_free(&po->every);
}
