/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_READERS_H
#define PUBLISH_READERS_H

#include "base/diag.h"
#include "model/config.h"

/*
 * readers_check(cfg, d): whether the output folder may get a site for this audience. -1 (diagnosed): it holds one for the other, as its
 * robots.txt says (publish/indexes.h). A folder that says nothing may.
 */
int readers_check(const struct config *cfg, struct diags *d);

#endif
