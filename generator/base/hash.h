/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

/* XXH3, 64 bits: equal on every machine. Not for secrets. */
uint64_t hash_bytes(struct str s);

/* hash_hex(h, out): 16 lower-case hexadecimal digits and a NUL. */
void hash_hex(uint64_t h, char out[17]);

/* hash_letters(hash, n, out): ${n} letters and digits, 0-9 and a-z, that ${hash} has at its end, and a NUL. */
void hash_letters(uint64_t hash, size_t n, char *out);

#endif
