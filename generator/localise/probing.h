/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_PROBING_H
#define LOCALISE_PROBING_H

#include <stddef.h>
#include <stdio.h>

#include "base/str.h"

/*
 * probing_run(json, f): a line for each probe (probes.h) of a list, in its order: `{"id": "x", "result": "one"}` or `{"id": "x",
 * "error": "…"}`; one line alone, with the id null, where ${json} is no JSON or no list. Returns how many lines tell an error. A
 * write that fails is seen at ${f}.
 */
size_t probing_run(struct str json, FILE *f);

/* probing_fault(f, what): the line for a list that cannot be read. */
void probing_fault(FILE *f, struct str what);

#endif
