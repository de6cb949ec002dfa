/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_CRITICAL_H
#define CHECK_CRITICAL_H

#include "base/diag.h"
#include "model/body.h"

/*
 * critical_check(site, doc, source, d): a page that is not translated at all tells its readers so; where it has a block that must not go untranslated
 * (`.critical`), it is told here, for each language of the course. ${source} is the body in the source language. Of pages in part translated, translate/ tells.
 */
void critical_check(const struct site *site, const struct document *doc, const struct body *source, struct diags *d);

#endif
