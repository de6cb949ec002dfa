/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_BLOCKS_H
#define ASSEMBLE_BLOCKS_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"

/*
 * blocks_inherit(a, body, source): what a translated directive does not say again (attributes, classes) is that of the directive of
 * the same name and id, or the same place, in the source language.
 */
void blocks_inherit(struct arena *a, struct body *body, const struct body *source);

/*
 * blocks_check(body, site, d): each directive has attributes that it knows, stands where it may, and holds what it is for; sources and
 * contacts exist. Problems are diagnosed.
 */
void blocks_check(const struct body *body, const struct site *site, struct diags *d);

#endif
