/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/assets.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/pack.h"
#include "base/path.h"
#include "base/slug.h"
#include "model/origin.h"
#include "publish/digest.h"
#include "publish/image.h"

/* The hash in an asset's name. Names are made afterwards: the site's arena is for one thread only. */
struct finding {
	char hex[17];
};

struct prepare {
	struct site *site;
	struct finding *found;  /* by place in site->assets */
	struct digest *digests; /* one a worker */
	struct diags *diags;    /* one a worker */
};

static struct asset *
asset_at(const struct site *site, size_t i)
{
	return site->assets.v[i].value;
}

/* Name and size of a file that has not changed. */
static bool
recall(struct asset *a)
{
	struct pack_reader r = pack_reader(a->origin && a->origin->known ? a->origin->kept : STR_EMPTY);

	a->out = pack_take_text(&r);
	a->width = (int)pack_take_number(&r);
	a->height = (int)pack_take_number(&r);
	a->hash = pack_take_fixed(&r);
	return !r.wrong && r.p == r.end;
}

static void
remember(struct arena *arena, struct asset *a)
{
	struct buf b = BUF_INIT;

	if (a->origin == NULL || a->broken)
		return;
	pack_text(&b, a->out);
	pack_number(&b, (uint64_t)a->width);
	pack_number(&b, (uint64_t)a->height);
	pack_fixed(&b, a->hash);
	a->origin->kept = arena_str(arena, buf_view(&b));
	buf_free(&b);
}

/* A step of the parallel loop. */
static void
examine(void *ctx, size_t worker, size_t i)
{
	struct prepare *p = ctx;
	struct asset *a = asset_at(p->site, i);
	struct finding *f = &p->found[i];

	if (recall(a))
		return;
	a->width = a->height = 0;
	if (digest_file(&p->digests[worker], a->file.p) == 0) {
		memcpy(f->hex, p->digests[worker].hex, sizeof f->hex);
		a->hash = p->digests[worker].hash;
		image_size(digest_head(&p->digests[worker]), &a->width, &a->height);
		return;
	}
	diag_add(&p->diags[worker], DIAG_FILE_UNREADABLE, &(struct source){ a->path, STR_EMPTY }, (struct span){ 0 },
	    "%s", strerror(errno));
	hash_hex(hash_bytes(a->path), f->hex);
	a->broken = true;
}

/* ".jpg" of "Photo.JPG"; nothing where what stands behind the dot is no usual extension. */
static struct str
extension(struct arena *a, struct str base)
{
	struct str ext = path_ext(base), low = arena_str(a, ext);
	char *p = ARENA_ARRAY(a, char, ext.n + 1);

	if (ext.n < 2 || ext.n > 10)
		return STR_EMPTY;
	for (size_t i = 0; i < low.n; i++) {
		char c = low.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + ('a' - 'A'));
		else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '.' && i == 0)))
			return STR_EMPTY;
		p[i] = c;
	}
	return (struct str){ p, ext.n };
}

static struct str
published_name(struct site *site, const struct asset *a, const char *hex)
{
	struct str base = path_base(a->path), ext = extension(&site->arena, base);
	struct str lang = site->nlanguages > 0 ? site->languages[0].tag : STR_EMPTY;
	struct str slug = slug_of(&site->arena, str_sub(base, 0, base.n - ext.n), lang);

	if (slug.n > 80) /* with hash and extension below what file systems allow */
		slug.n = 80;
	return arena_fmt(
	    &site->arena, "assets/%.*s-%s%.*s", STR_ARG(slug.n > 0 ? slug : STR("file")), hex, STR_ARG(ext));
}

void
assets_prepare(struct site *site, struct diags *d)
{
	size_t workers = pool_size(site->pool), n = site->assets.n;
	struct prepare p = { .site = site };

	if (n == 0)
		return;
	p.found = mem_alloc(n * sizeof *p.found);
	p.digests = mem_alloc(workers * sizeof *p.digests);
	p.diags = mem_alloc(workers * sizeof *p.diags);
	pool_each(site->pool, n, examine, &p);
	for (size_t i = 0; i < n; i++) {
		struct asset *a = asset_at(site, i);

		if (p.found[i].hex[0] == '\0')
			continue;
		a->out = published_name(site, a, p.found[i].hex);
		remember(&site->arena, a);
	}
	for (size_t w = 0; w < workers; w++) {
		digest_free(&p.digests[w]);
		diags_merge(d, &p.diags[w]);
		diags_free(&p.diags[w]);
	}
	free(p.found);
	free(p.digests);
	free(p.diags);
}

static int
by_out(const void *x, const void *y)
{
	const struct asset *a = *(struct asset *const *)x, *b = *(struct asset *const *)y;
	int order = str_cmp(a->out, b->out);

	return order != 0 ? order : str_cmp(a->path, b->path);
}

int
assets_publish(const struct site *site, struct stage *stage, struct diags *d)
{
	size_t n = 0;
	struct asset **used = mem_alloc((site->assets.n + 1) * sizeof *used);
	struct stage_source from;
	int rc = 0;

	for (size_t i = 0; i < site->assets.n; i++)
		if (atomic_load(&asset_at(site, i)->used) && !asset_at(site, i)->broken)
			used[n++] = asset_at(site, i);
	qsort(used, n, sizeof *used, by_out);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && str_eq(used[i]->out, used[i - 1]->out))
			continue;                       /* the same bytes under the same name */
		if (stage_keep(stage, used[i]->out, 0)) /* its name says what is in it */
			continue;
		from = (struct stage_source){ used[i]->file, used[i]->path, used[i]->hash };
		if (stage_copy(stage, used[i]->out, &from, d) < 0)
			rc = -1;
	}
	free(used);
	return rc;
}
