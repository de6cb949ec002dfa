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
void fault_compile(struct lua *l, const struct template_file *t);

/* fault_keep(l, t): keeps the fault as that of ${t}; fault_again(l, t): notes it once more, for another page. */
void fault_keep(struct lua *l, struct template_file *t);
void fault_again(struct lua *l, const struct template_file *t);

/* fault_missing(l, t): notes that ${t} does not exist or cannot be read. */
void fault_missing(struct lua *l, const struct template_file *t);

/* fault_bytes(l, t): whether ${t} is text: UTF-8 without NUL; else notes where it is not. */
bool fault_bytes(struct lua *l, const struct template_file *t);

/* fault_report(l, name, status, d): the diagnostic for a run of ${name} that ended in ${status}. */
void fault_report(struct lua *l, const char *name, int status, struct diags *d);

#endif
