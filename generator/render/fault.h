/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_FAULT_H
#define RENDER_FAULT_H

#include "render/state.h"

/* fault_handler(L): the message handler of a run: notes place, message and include chain in l->fault. */
int fault_handler(lua_State *L);

/*
 * fault_compile(l, t): notes what the compiler said of ${t}: its table of error is on top of the stack, and is popped.
 * The caller raises an error afterwards.
 */
void fault_compile(struct lua *l, const struct template *t);

/* fault_missing(l, name, e): notes that there is no such template, for the reason ${e} (an errno). */
void fault_missing(struct lua *l, struct str name, int e);

/* fault_report(l, name, status, d): the diagnostic for a run of ${name} that ended in ${status}. */
void fault_report(struct lua *l, const char *name, int status, struct diags *d);

#endif
