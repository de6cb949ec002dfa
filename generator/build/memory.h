/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_MEMORY_H
#define BUILD_MEMORY_H

#include "base/beside.h"
#include "build/store.h"
#include "build/pipeline.h"
#include "model/config.h"
#include "publish/ahead.h"

/*
 * The store of a build on disk: <root>/.pensum/<hash of the output folder>/facts. Where it cannot be used, everything is made again; where it cannot
 * be written, the next build does that.
 */
struct memory {
	struct arena arena;
	struct str file;  /* empty: the output folder cannot be known */
	struct str bytes; /* mapped */
	uint64_t key;
	struct ahead published; /* for stage_open_after() */
	/* there by memory_await() */
	enum store_state state;
	struct store old;
	struct beside *reading; /* its own, as is ${d} */
	struct diags *d;
};

/* memory_folder(a, cfg): where that is, and the manifest of what was published; empty where the output folder cannot be known. */
struct str memory_folder(struct arena *a, const struct config *cfg);

/* memory_key(a, cfg): a hash of what holds for all pages: site.yaml, the options, the program. ${a} is scratch. */
uint64_t memory_key(struct arena *a, const struct config *cfg);

/*
 * memory_open(m, cfg, d): reads it, and what of the published files is as it was; where that is much, beside what the caller does, until memory_await(m), which is harmless more than once, and
 * stage_open_after(). That the store is damaged or of another version is told as a note by then. ${m} stays where it is.
 */
void memory_open(struct memory *m, const struct config *cfg, struct diags *d);
void memory_await(struct memory *m);

/* memory_write(m, p, d): what ${p} has made becomes the store. Cannot fail: what goes wrong is told as a note. */
void memory_write(struct memory *m, const struct pipeline *p, struct diags *d);

void memory_close(struct memory *m);

#endif
