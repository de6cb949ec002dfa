/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_BODY_H
#define ASSEMBLE_BODY_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"

/*
 * body_assemble(a, body, source, site, keep, d): the node tree becomes typed: attributes and places checked, questions read, ids given, the
 * page's outline made, and body->harvest taken, which lives in ${keep}. ${source} is the body of the same
 * document in the source language, assembled before; NULL where ${body} is that. What lives only with the body is in ${a}.
 */
void body_assemble(struct arena *a, struct body *body, const struct body *source, const struct site *site,
    struct arena *keep, struct diags *d);

#endif
