/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_OUTPUTS_H
#define ASSEMBLE_OUTPUTS_H

#include "base/diag.h"
#include "model/site.h"

/*
 * outputs_plan(site, d): every page that will be written, with its path, the text that it shows and its alternates in other
 * languages. Two pages that want one path are diagnosed; the second gets none.
 */
void outputs_plan(struct site *site, struct diags *d);

#endif
