/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_BLOCKS_H
#define ASSEMBLE_BLOCKS_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"

/*
 * blocks_check(body, site, translated, d): each directive has attributes that it knows, stands where it may, and holds what it is for; sources and
 * contacts exist. Of a translation, attributes are not looked at: they are the source's. Problems are diagnosed.
 */
void blocks_check(const struct body *body, const struct site *site, bool translated, struct diags *d);

#endif
