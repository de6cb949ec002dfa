/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_TIDY_H
#define REPAIR_TIDY_H

#include "repair/edits.h"
#include "repair/trial.h"
#include "base/arena.h"

/*
 * The repairs of `pensum fmt` but for ids. What was done to ${t} is appended to ${made}, with lines of the file before:
 * only the last step adds some.
 */

/* tidy_faults(a, t, made): what is an error: curly marks around values of attributes, feedback beside its option. */
void tidy_faults(struct arena *a, struct trial *t, struct changes *made);

/* tidy_manners(a, t, made): what changes nothing of the document: the Cyrillic х of a mark, blank lines around fences. */
void tidy_manners(struct arena *a, struct trial *t, struct changes *made);

#endif
