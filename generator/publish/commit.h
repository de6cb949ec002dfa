/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_COMMIT_H
#define PUBLISH_COMMIT_H

#include "base/diag.h"
#include "base/str.h"
#include "publish/manifest.h"
#include "publish/published.h"

/* How the output folder became what it is to be. */
enum commit_way {
	COMMIT_NOTHING, /* it was that already */
	COMMIT_ONE,     /* one file was renamed into its place */
	COMMIT_TWIN,    /* exchanged with its twin, in which the changes had been made */
	COMMIT_WHOLE,   /* exchanged with a whole new tree */
	COMMIT_IN_PLACE /* file by file: not in one step */
};

struct commit_result {
	size_t written, kept, removed; /* files */
	enum commit_way way;
	const char *why; /* why it was done in place though nobody asked for that; NULL else */
};

/* What is to be published. The caller has the locks. */
struct commit {
	struct str out, stage, twin;  /* folders */
	struct str manifest, journal; /* files */
	int fd;                       /* of ${stage} */
	bool in_place;                /* file by file is what the site wants */
	const char *why;              /* the output folder cannot be exchanged, and why; NULL: it is tried */
	const struct published *was;
	struct manifest made; /* what will be there, sorted; the files that are not ${kept} are in ${stage} */
};

/* commit_publish(c, r, d): publishes. -1 (diagnosed): the output folder is as it was, or, in place, will be finished by the next run. */
int commit_publish(struct commit *c, struct commit_result *r, struct diags *d);

/*
 * commit_rollback(c, r, d): the output folder and its twin change places; ${c} needs no stage and no manifest. In ${r} are the files
 * that are other ones now. -1 (diagnosed): the output folder is as it was.
 */
int commit_rollback(struct commit *c, struct commit_result *r, struct diags *d);

/*
 * commit_recover(out, stage, manifest): what a run left that was killed: adopts the manifest that it prepared where the
 * folder that it tells of was published, and finishes a publication in place. -1 (diagnosed) where that fails.
 */
int commit_recover(const char *out, const char *stage, const char *manifest, struct diags *d);

#endif
