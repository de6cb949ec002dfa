/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

/* XXH3, 64 bits: equal on every machine. Not for secrets. */
uint64_t hash_bytes(struct str s);

/* hash_hex(h, out): 16 lower-case hexadecimal digits and a NUL. */
void hash_hex(uint64_t h, char out[17]);

#endif
