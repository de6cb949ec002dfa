/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_TEMPLATES_H
#define RENDER_TEMPLATES_H

#include "render/state.h"

/* The templates of a state: found, compiled, and in each other. */

/* templates_push(l, name, room): pushes its function, function(it, blocks); raises an error where there is none. */
void templates_push(struct lua *l, struct str name, enum room room);

#endif
