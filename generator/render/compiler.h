/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_COMPILER_H
#define RENDER_COMPILER_H

#include "render/state.h"

/*
 * Template text in, Lua text and (where it needs no Lua) a recipe out: by lua/template.lua, or, for what is as it was when this
 * program was made, from what tools/precompile kept of the same compiler then.
 */

/* compiler_open(l): before all others. A site's own compiler is loaded at once, the program's only when it is needed. */
void compiler_open(struct lua *l);

/*
 * compiler_kept(l, t, text, recipe): what the program holds of ${t}: what Lua made of its Lua text, or that text; and its
 * recipe, or nothing. False where there is none, or where the compiler, this template or one that was asked about differs from the program's own, so that compiling may give another result.
 */
bool compiler_kept(struct lua *l, const struct template_file *t, struct str *text, struct str *recipe);

/* compiler_run(l, t): pushes the Lua text of ${t}, freshly made; false: what is wrong is noted as the fault, nothing is pushed. */
bool compiler_run(struct lua *l, struct template_file *t);

/* compiler_recipe(l, t): the recipe of what was run through the compiler; empty where it has none. */
struct str compiler_recipe(struct lua *l, const struct template_file *t);

/* compiler_blame(l, t): Lua refused the text as a whole, its message is on top: the fault says where. */
void compiler_blame(struct lua *l, struct template_file *t);

/* compiler_recover(l): forgets that templates were being compiled when a run was left by an error. */
void compiler_recover(struct lua *l);

#endif
