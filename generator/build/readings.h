/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_READINGS_H
#define BUILD_READINGS_H

#include "build/worker.h"

/* A document's texts, read by a worker into its own arena. */

/* readings_of(w, doc, keep, d): the bodies by text, source language first, typed and as readers see them; one whose root is NULL could not be read. Harvests live in ${keep}. */
struct body *readings_of(struct worker *w, const struct document *doc, struct arena *keep, struct diags *d);

/* readings_note(w, doc, bodies): notes the facts that the texts rest on. */
void readings_note(struct worker *w, const struct document *doc, const struct body *bodies);

#endif
