/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_HELPER_H
#define RENDER_HELPER_H

#include "render/state.h"

/*
 * Pensum's own functions for templates: t, asset, current, html, escape, query. They read the
 * run's struct lua_call; outside of a run they raise an error.
 */

/* helper_open(l): adds them to l->base. */
void helper_open(struct lua *l);

#endif
