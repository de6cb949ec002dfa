/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_OBJECTIVES_H
#define CHECK_OBJECTIVES_H

#include "base/diag.h"
#include "model/site.h"

/*
 * objectives_check(site, d): in a course whose questions name objectives, each objective with an id has a question, and each
 * that is named exists: a warning where not.
 */
void objectives_check(const struct site *site, struct diags *d);

#endif
