/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_WAVES_H
#define BUILD_WAVES_H

#include "build/making.h"

/*
 * waves_run(m, d): all pages are made that are out of date. First each document is read, typed, rendered in
 * all its languages and dropped; then what shows parts of others, and what has no document, once all have left their harvest. What
 * stays as it was is counted and told as if it had been made. Fills m->records and m->lone.
 */
void waves_run(struct making *m, struct diags *d);

/* waves_more(m): afterwards, pages that were not wanted then and are now. */
void waves_more(struct making *m);

/* waves_search(m, search): all pages are read and taken into the search, and nothing else happens to them. */
void waves_search(struct making *m, struct searching *search);

#endif
