/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_TEMPLATES_H
#define RENDER_TEMPLATES_H

#include "render/state.h"

/* The templates of a state: found, compiled, and in each other. */

/* templates_push(l, name, room): pushes its function, function(it, blocks); raises an error where there is none. */
void templates_push(struct lua *l, struct str name, enum room room);

/* templates_recipe(l, t): what the compiler made of ${t} without Lua (recipe.h); empty where there is none. Raises an error as templates_push(). */
struct str templates_recipe(struct lua *l, struct template_file *t);

#endif
