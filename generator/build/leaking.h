/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_LEAKING_H
#define BUILD_LEAKING_H

#include "build/pipeline.h"

/*
 * leaking_look(p, d): behind pipeline_make(), in a build for learners: whether a page or a script that was made shares words with what only trainers may
 * see (assemble/withheld.h), told as errors. Looks at files that were made now; where the notes are others than at the last build, at all. A site without notes
 * costs nothing. Sets p->withheld, which the store keeps.
 */
void leaking_look(struct pipeline *p, struct diags *d);

#endif
