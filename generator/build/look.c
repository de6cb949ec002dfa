/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/look.h"

#include "base/fs.h"
#include "base/path.h"
#include "build/gathering.h"
#include "build/memory.h"
#include "model/origin.h"

enum { REREAD = 1000 }; /* texts that a look reads again: what they leave takes room until the next look */

struct look *
look_open(const struct config *cfg, struct buf *store, struct diags *why)
{
	struct look *k = mem_alloc(sizeof *k);
	struct arena scratch = ARENA_INIT;

	k->bytes = *store;
	*store = (struct buf){ 0 };
	k->key = memory_key(&scratch, cfg);
	arena_free(&scratch);
	store_read(&k->old, buf_view(&k->bytes), k->key);
	k->site.config = cfg;
	k->p.site = &k->site;
	k->p.old = &k->old;
	k->p.stays = true;
	if (pipeline_prepare(&k->p, cfg, &k->diags) == 0)
		return k;
	diags_merge(why, &k->diags);
	*store = k->bytes;
	k->bytes = (struct buf){ 0 };
	look_close(k);
	return NULL;
}

/* -- going on -- */

/* Whether the file is there under another name, too: changes may be told for one name only. */
static bool
is_linked(const struct site *s, const struct origin *n)
{
	for (size_t i = 0; i < s->origins.n; i++) {
		const struct origin *other = s->origins.v[i].value;

		if (other != n && other->stamp.inode == n->stamp.inode)
			return true;
	}
	return false;
}

/* What came and went between two looks. */
static bool
is_nothing(const struct look *k, struct str name)
{
	struct arena a = ARENA_INIT;
	bool nothing = map_get(&k->site.origins, name) == NULL && str_starts(name, "content/") &&
	    fs_kind(path_join(&a, k->site.config->root, name).p) == FS_NONE;

	arena_free(&a);
	return nothing;
}

/* Whether a problem of the site as a whole is told of this file, or may be told with a place in it. */
static bool
is_told_of(const struct diags *d, struct str file)
{
	for (size_t i = 0; i < d->all.n; i++)
		if (str_eq(d->all.v[i].file, file) || d->all.v[i].code == DIAG_ID_DUPLICATE)
			return true;
	return false;
}

static const struct output *
own_page(const struct site *s, const struct text *t)
{
	for (size_t i = 0; i < s->nlanguages; i++)
		if (t->doc->pages[i] && t->doc->pages[i]->text == t && !t->doc->pages[i]->fallback)
			return t->doc->pages[i];
	return NULL;
}

bool
look_goes_on(struct look *k, struct str name, struct touching_pages *pages, const struct output **edited)
{
	struct text *t = map_get(&k->site.pages, name);
	enum rereading r;

	if (t == NULL)
		return is_nothing(k, name);
	if (t->origin == NULL || is_linked(&k->site, t->origin) || is_told_of(&k->diags, name) || k->reread++ >= REREAD)
		return false;
	r = pipeline_reread(&k->p, t, pages);
	if (r == REREADING_DONE)
		*edited = own_page(&k->site, t);
	return r != REREADING_MORE;
}

/* -- the end -- */

static int
emit(void *ctx, struct str bytes)
{
	buf_str(ctx, bytes);
	return 0;
}

void
look_remember(struct look *k, struct buf *store)
{
	const struct indexing *x = &k->p.index;
	struct store next = { .searched = k->old.searched, .search_files = k->old.search_files };
	struct arena a = ARENA_INIT;

	if (x->search_files.n > 0) {
		next.searched = x->searched;
		next.search_files = x->search_files;
	}
	gathering_of(&a, &k->p.making, &next);
	buf_reset(store);
	store_write(&next, k->key, emit, store);
	arena_free(&a);
}

void
look_close(struct look *k)
{
	if (k == NULL)
		return;
	if (k->p.stage)
		pipeline_close(&k->p);
	diags_free(&k->diags);
	site_free(&k->site);
	store_free(&k->old);
	buf_free(&k->bytes);
	free(k);
}
