/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_PROGRAM_H
#define BUILD_PROGRAM_H

#include <stdint.h>

/* program_mark(): what tells this program, with the libraries that it runs with, from another one; 0: not known. */
uint64_t program_mark(void);

#endif
