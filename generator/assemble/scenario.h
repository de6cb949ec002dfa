/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_SCENARIO_H
#define ASSEMBLE_SCENARIO_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"

/*
 * scenario_read_all(a, body, source, d): body->scenarios, one for each `scenario` of ${body} that is closed; as.directive.block of its
 * directive is it. Those that cannot be played (diagnosed) are not sound. Links to steps, anywhere in their scenario, become links to where
 * these stand on the page. ${source} is the body in the source language, or NULL where ${body} is that.
 */
void scenario_read_all(struct arena *a, struct body *body, const struct body *source, struct diags *d);

#endif
