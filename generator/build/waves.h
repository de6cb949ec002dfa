/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_WAVES_H
#define BUILD_WAVES_H

#include "build/worker.h"

/*
 * waves_run(site, workers, d): all pages are made, by the workers, one for each thread of site->pool. First each document is read, typed, rendered in
 * all its languages and dropped; then what shows parts of others, and what has no document, once all have left their harvest.
 */
void waves_run(struct site *site, struct worker *workers, struct diags *d);

#endif
