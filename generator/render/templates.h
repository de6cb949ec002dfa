/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_TEMPLATES_H
#define RENDER_TEMPLATES_H

#include "render/state.h"

/* The templates of a state: found, compiled, and in each other. */

/* templates_open(l): the compiler is on top of the stack, and is popped. */
void templates_open(struct lua *l);

/* templates_find(l, name): what is known of the template; read, but not compiled. Never NULL. */
struct template_file *templates_find(struct lua *l, struct str name);

/* templates_push(l, name, room): pushes its function, function(it, blocks); raises an error where there is none. */
void templates_push(struct lua *l, struct str name, enum room room);

/* templates_recover(l): forgets that templates were being compiled when a run was left by an error. */
void templates_recover(struct lua *l);

#endif
