/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_PATCHING_H
#define TRANSLATE_PATCHING_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "translate/blocks.h"

/*
 * patching_apply(a, body, source, blocks, d): what a translation ${body} that is a file of its own lacks stands there in the source's language, marked so: a
 * directive or a part under a heading, with an id, that is not there, and a question whose source has changed: prose may be out of date
 * with a notice, a question may not. What was written after the translation (staleness.h) is no mistake of the translation; all else
 * that is missing is told, and links, images and placeholders that only one of both has. ${source} and ${body} are read and not yet assembled; ${blocks} are those of ${source}.
 */
void patching_apply(
    struct arena *a, struct body *body, const struct body *source, const struct blocks *blocks, struct diags *d);

#endif
