/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ORIGIN_H
#define MODEL_ORIGIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/stamp.h"
#include "base/str.h"

/* A source file below content/, as a build found it, and as the build before did. */
struct origin {
	struct str path; /* "content/trafficking/01-a/10-b.md" */
	struct str file; /* path to open */
	struct stamp stamp;
	bool settled; /* of an earlier build: its stamp can be trusted (stamp_settled()) */
	bool known; /* it has the bytes that it had in the earlier build: it need not be read for what was kept of it */
	uint64_t hash; /* of its bytes; 0: not read, or media, whose hash is in their name */
	struct str
	    kept; /* what is needed of it if it does not change: read/recalled.h, publish/assets.h; empty: nothing */
};

#endif
