/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/indexing.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/pool.h"
#include "build/waves.h"
#include "publish/digest.h"
#include "publish/stage.h"
#include "search/searching.h"

static int
write_index(void *ctx, size_t worker, struct str path, struct str bytes)
{
	struct indexing *x = ctx;

	pack_text(&x->written[worker], path);
	pack_fixed(&x->written[worker], digest_bytes(bytes));
	return stage_write(x->stage, path, bytes, &x->making->workers[worker].diags);
}

static int
write_script(void *ctx, size_t worker, struct str path, struct str bytes)
{
	struct indexing *x = ctx;

	return stage_write(x->stage, path, bytes, &x->making->workers[worker].diags);
}

/* Of all that is found on all pages: the index is made of nothing else. */
static uint64_t
all_that_is_found(const struct indexing *x)
{
	const struct site *s = x->making->site;
	struct buf all = BUF_INIT;
	uint64_t hash;

	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; k < x->making->records[i].npages; k++) {
			const struct record_page *page = &x->making->records[i].pages[k];

			if (page->path.n == 0 || page->searched == 0)
				continue;
			pack_text(&all, page->path);
			pack_text(&all, site_title(s->docs[i]->pages[k]->text));
			pack_fixed(&all, page->searched);
		}
	hash = hash_bytes(buf_view(&all));
	buf_free(&all);
	return hash ? hash : 1;
}

static bool
keep_index(struct indexing *x, struct str files)
{
	struct pack_reader r = pack_reader(files);

	while (r.p < r.end) {
		struct str path = pack_take_text(&r);

		if (!stage_keep(x->stage, path, pack_take_fixed(&r)) || r.wrong)
			return false;
	}
	x->search_files = files;
	return true;
}

static void
list_index(struct indexing *x)
{
	struct buf all = BUF_INIT;

	for (size_t i = 0; i < pool_size(x->making->site->pool); i++)
		buf_str(&all, buf_view(&x->written[i]));
	x->search_files = arena_str(&x->making->site->arena, buf_view(&all));
	buf_free(&all);
}

int
indexing_make(struct indexing *x, struct searching *search, bool taken)
{
	bool again = x->search_files.n > 0; /* in this build already */
	uint64_t had = again ? x->searched : x->old->searched;
	int r;

	x->searched = all_that_is_found(x);
	if (!taken && x->searched == had && keep_index(x, again ? x->search_files : x->old->search_files))
		return 0;
	for (size_t i = 0; i < pool_size(x->making->site->pool); i++)
		buf_reset(&x->written[i]);
	if (!taken)
		waves_search(x->making, search);
	r = searching_stage(search, write_index, x);
	list_index(x);
	return r;
}

int
indexing_scripts(struct indexing *x)
{
	return searching_scripts(x->making->site, write_script, x);
}

void
indexing_open(struct indexing *x)
{
	x->written = mem_alloc(pool_size(x->making->site->pool) * sizeof *x->written);
	x->search_files = STR_EMPTY;
}

void
indexing_close(struct indexing *x)
{
	for (size_t i = 0; i < pool_size(x->making->site->pool); i++)
		buf_free(&x->written[i]);
	free(x->written);
}
