/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_IDS_H
#define ASSEMBLE_IDS_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/harvest.h"

/*
 * ids_assign(a, body, source, keep, d): gives headings their ids (their own, else the slug of the words in the source
 * language), checks that ids are unique where they must be, and lists them in body->harvest, which lives in ${keep}.
 * ${source} is the body in the source language, or NULL where ${body} is that.
 */
void ids_assign(struct arena *a, struct body *body, const struct body *source, struct arena *keep, struct diags *d);

#endif
