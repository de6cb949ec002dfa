/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/*
 * The heap. These never return NULL: mem_die() is the one place where running
 * out of memory ends the program (exit 70, with one sentence on standard error).
 */
void *mem_alloc(size_t n);         /* zeroed */
void *mem_grow(void *p, size_t n); /* realloc */
/* mem_tune(): for the whole program: large pieces, as those of arenas, are the system's again as soon as they are freed. */
void mem_tune(void);
_Noreturn void mem_die(size_t wanted);

#endif
