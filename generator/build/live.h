/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_LIVE_H
#define BUILD_LIVE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/config.h"

/*
 * A site kept in memory, as `pensum serve` shows it: byte for byte what a build would publish, but nothing is published.
 *
 *	struct live *l = live_open(cfg);
 *	live_refresh(l, NULL, 0, &news);   the sources are looked at: at first all is news
 *	live_get(l, STR("nb/index.html"), &bytes);
 *	while (live_work(l)) …             what nobody asked for yet, a little at a time
 *	live_close(l);
 *
 * One thread at a time: whoever shares it has a lock of his own.
 */
struct live;

/* What a look at the sources has brought. Slices are valid until the next live_refresh(). */
struct live_news {
	bool changed;     /* something that is served may differ */
	bool only_styles; /* and that is nothing but style sheets */
	/* which pages of the site may differ; empty where that is all of them */
	struct live_paths VEC_OF(struct str) paths;
	struct str edited; /* the page whose source was edited, where it was one; else empty */
};

struct live *live_open(const struct config *cfg);

/*
 * live_refresh(l, names, n, news): looks at the sources and decides which pages are out of date; those are made when they are asked for. The ${n} ${names} are those of all files that
 * have changed since the last time, seen from the site's folder; 0: they are not known. A site that
 * cannot be read at all (site.yaml is broken) stays as it was, and live_diags() says why.
 */
void live_refresh(struct live *l, const struct str *names, size_t n, struct live_news *news);

/*
 * live_get(l, path, bytes): the file at ${path} below the output folder ("nb/index.html"), made now where it is out of date. The bytes are valid
 * until the next call with ${l}. False where the site has no such file. A page that cannot be made is there as it was last made, if ever.
 */
bool live_get(struct live *l, struct str path, struct str *bytes);

/* live_work(l): makes some of what is out of date, for a few milliseconds. False: everything is as it should be, and live_diags() is complete. */
bool live_work(struct live *l);

/* live_diags(l): what is wrong with the site, as far as it is known, sorted: the same list that a build prints. Valid until the next call with ${l}. */
const struct diags *live_diags(struct live *l);

void live_close(struct live *l);

#endif
