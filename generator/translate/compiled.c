/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/compiled.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/path.h"
#include "base/vec.h"
#include "base/version.h"
#include "base/whole.h"
#include "read/gettext.h"
#include "translate/frozen.h"
#include "translate/parity.h"
#include "translate/rereading.h"

/*
 * The kept form: MAGIC, the hash of the catalogue's bytes, the hash of what follows, then numbers of 32 bits (little-endian) and texts, each
 * behind its length. Only what pages are made of, and what is told of plural forms: the less there is, the less has to be read.
 */
static const char magic[] = "pensum catalogue 6, " PENSUM_VERSION "\n"; /* another version may read words otherwise */

struct note_list VEC_OF(struct str);

enum { HEAD = sizeof magic - 1 + 16 };

/* -- writing -- */

static void
put_number(struct buf *b, uint64_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_chr(b, (char)(n >> (8 * i) & 0xff));
}

static void
put_text(struct buf *b, struct str s)
{
	put_number(b, s.n, 4);
	buf_str(b, s);
}

static void
put_texts(struct buf *b, const struct str *v, size_t n)
{
	put_number(b, n, 4);
	for (size_t i = 0; i < n; i++)
		put_text(b, v[i]);
}

static void
put_entry(struct buf *b, const struct po_entry *e)
{
	put_number(b, e->line, 4);
	put_text(b, e->context);
	put_text(b, e->source);
	put_text(b, e->plural);
	put_text(b, e->text);
	put_texts(b, e->forms, e->nforms);
	put_texts(b, e->files, e->nfiles);
	put_text(b, e->frozen);
}

/* That it cannot be kept is no fault of the site. */
static void
keep(struct str path, const struct po *po)
{
	struct buf all = BUF_INIT, body = BUF_INIT;
	struct arena a = ARENA_INIT;
	struct str dir = arena_str(&a, path_dir(path));

	put_text(&body, po->header);
	put_number(&body, po->nentries, 4);
	for (size_t i = 0; i < po->nentries; i++)
		put_entry(&body, &po->entries[i]);
	buf_cstr(&all, magic);
	put_number(&all, hash_bytes(po->src.bytes), 8);
	put_number(&all, hash_bytes(buf_view(&body)), 8);
	buf_str(&all, buf_view(&body));
	if (fs_mkdirs(dir.p) == 0)
		whole_write(path.p, buf_view(&all));
	buf_free(&all);
	buf_free(&body);
	arena_free(&a);
}

/* -- what each message is -- */

/* Labels of footnotes that a message has marks of. */
static void
list_notes(struct arena *a, struct str s, struct note_list *notes)
{
	for (size_t i = 0; i + 2 < s.n; i++) {
		size_t end = i + 2;

		if (s.p[i] != '[' || s.p[i + 1] != '^')
			continue;
		while (end < s.n && !strchr("[] \n", s.p[end]))
			end++;
		if (end < s.n && s.p[end] == ']')
			VEC_PUSH(notes, arena_str(a, str_sub(s, i + 2, end)));
	}
}

static bool
told_in(const struct diags *d, uint32_t line)
{
	for (size_t i = 0; i < d->all.n; i++)
		if (d->all.v[i].at.line == line)
			return true;
	return false;
}

/* Words alone are read faster than they are thawed. */
static bool
worth_it(const struct node *n)
{
	return n && !(n->first && n->first->kind == NODE_TEXT && n->first->next == NULL);
}

static void
freeze(struct arena *a, struct po_entry *e, const struct node *source, const struct node *words, struct str lang,
    struct arena *scratch)
{
	struct parity parity = parity_check(scratch, source, words, lang, false);
	struct buf b = BUF_INIT;

	if (parity.equal && parity.emphasis) {
		frozen_write(&b, words);
		e->frozen = arena_str(a, buf_view(&b));
	}
	buf_free(&b);
}

static bool
may_be_shown(const struct po_entry *e)
{
	return !e->fuzzy && !e->obsolete && e->text.n > 0 && e->plural.n == 0;
}

/* What is not sound is left to be read, and told, where it is used. The trees are many times as large as what is frozen of them. */
static void
freeze_all(struct arena *a, struct po *po, struct str lang)
{
	struct arena scratch = ARENA_INIT;
	struct rereading *words = ARENA_ARRAY(&scratch, struct rereading, po->nentries),
			 *sources = ARENA_ARRAY(&scratch, struct rereading, po->nentries);
	struct diags told = DIAGS_INIT;
	struct note_list notes = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < po->nentries; i++) {
		struct po_entry *e = &po->entries[i];

		e->frozen = STR_EMPTY;
		if (!may_be_shown(e))
			continue;
		list_notes(&scratch, e->source, &notes);
		words[n] = (struct rereading){ .text = e->text, .line = e->line };
		sources[n++] = (struct rereading){ .text = e->source, .line = e->line };
	}
	rereading_all(&scratch, &po->src, words, n, notes.v, notes.n, &told);
	rereading_all(&scratch, &po->src, sources, n, notes.v, notes.n, &told);
	for (size_t i = 0, k = 0; i < po->nentries && k < n; i++) {
		struct po_entry *e = &po->entries[i];

		if (!may_be_shown(e))
			continue;
		if (worth_it(words[k].node) && sources[k].node && !told_in(&told, e->line))
			freeze(a, e, sources[k].node, words[k].node, lang, &scratch);
		k++;
	}
	diags_free(&told);
	VEC_FREE(&notes);
	arena_free(&scratch);
}

/* -- reading -- */

struct kept {
	struct arena *a;
	struct str rest;
	bool damaged;
};

static uint64_t
get_number(struct kept *k, size_t bytes)
{
	uint64_t n = 0;

	if (k->rest.n < bytes) {
		k->damaged = true;
		return 0;
	}
	for (size_t i = 0; i < bytes; i++)
		n |= (uint64_t)(unsigned char)k->rest.p[i] << (8 * i);
	k->rest = str_sub(k->rest, bytes, k->rest.n);
	return n;
}

static struct str
get_text(struct kept *k)
{
	size_t n = (size_t)get_number(k, 4);
	struct str s = str_sub(k->rest, 0, n);

	k->damaged |= s.n < n;
	k->rest = str_sub(k->rest, n, k->rest.n);
	return s;
}

/* How many things follow, each of at least four bytes. */
static size_t
get_count(struct kept *k)
{
	size_t n = (size_t)get_number(k, 4);

	k->damaged |= n > k->rest.n / 4;
	return k->damaged ? 0 : n;
}

static struct str *
get_texts(struct kept *k, size_t *n)
{
	struct str *v;

	*n = get_count(k);
	v = ARENA_ARRAY(k->a, struct str, *n);
	for (size_t i = 0; i < *n; i++)
		v[i] = get_text(k);
	return v;
}

static void
get_entry(struct kept *k, struct po_entry *e)
{
	e->line = (uint32_t)get_number(k, 4);
	e->context = get_text(k);
	e->source = get_text(k);
	e->plural = get_text(k);
	e->text = get_text(k);
	e->forms = get_texts(k, &e->nforms);
	e->previous_context = e->previous = e->comment = e->extracted = STR_EMPTY;
	e->files = get_texts(k, &e->nfiles);
	e->frozen = get_text(k);
}

static struct po *
take_kept(struct arena *a, struct str path, const struct source *src)
{
	struct kept k = { .a = a };
	struct po *po;

	if (fs_read(a, path.p, &k.rest) < 0 || k.rest.n < HEAD || !str_starts(k.rest, magic))
		return NULL;
	k.rest = str_sub(k.rest, sizeof magic - 1, k.rest.n);
	if (get_number(&k, 8) != hash_bytes(src->bytes) || get_number(&k, 8) != hash_bytes(k.rest))
		return NULL;
	po = ARENA_NEW(a, struct po);
	po->src = *src;
	po->header = get_text(&k);
	po->nentries = get_count(&k);
	po->entries = ARENA_ARRAY(a, struct po_entry, po->nentries);
	for (size_t i = 0; i < po->nentries && !k.damaged; i++)
		get_entry(&k, &po->entries[i]);
	if (k.damaged)
		return NULL;
	po_index(a, po);
	return po;
}

/* Whether a page may be made of it, or its forms are counted. */
static bool
is_kept(const struct po_entry *e)
{
	return !e->obsolete && ((!e->fuzzy && e->text.n > 0) || e->plural.n > 0);
}

/* Only what would be kept, so that it is the same whether it was. */
static void
drop_others(struct arena *a, struct po *po)
{
	size_t n = 0;

	for (size_t i = 0; i < po->nentries; i++) {
		struct po_entry *e = &po->entries[i];

		if (!is_kept(e))
			continue;
		e->previous_context = e->previous = e->comment = e->extracted = STR_EMPTY;
		e->fuzzy = false;
		po->entries[n++] = *e;
	}
	po->nentries = n;
	po_free(po);
	po_index(a, po);
}

/* gettext's library opens the file by itself: whether that was what was read before. */
static bool
is_still(struct str file, const struct source *src)
{
	struct arena a = ARENA_INIT;
	struct str bytes;
	bool same = fs_read(&a, file.p, &bytes) == 0 && str_eq(bytes, src->bytes);

	arena_free(&a);
	return same;
}

struct po *
compiled_read(struct arena *a, struct str root, struct str path, struct str file, struct str lang, struct diags *d)
{
	struct source src = { path, STR_EMPTY };
	char hex[17];
	struct str kept;
	struct po *po;

	if (fs_read(a, file.p, &src.bytes) < 0) {
		src.bytes = STR_EMPTY;
		diag_add(d, DIAG_FILE_UNREADABLE, &src, (struct span){ 0 }, "%s", strerror(errno));
		return NULL;
	}
	hash_hex(hash_bytes(path), hex);
	kept = path_join(a, root, arena_fmt(a, ".pensum/catalogues/%s", hex));
	po = take_kept(a, kept, &src);
	if (po)
		return po;
	po = gettext_read(a, file.p, &src, d);
	if (po == NULL)
		return NULL;
	if (!is_still(file, &src)) {
		diag_add(d, DIAG_FILE_UNREADABLE, &src, (struct span){ 0 }, "it changed while it was read");
		po_free(po);
		return NULL;
	}
	freeze_all(a, po, lang);
	drop_others(a, po);
	keep(kept, po);
	return po;
}
