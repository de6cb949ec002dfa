/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CHANCE_H
#define BASE_CHANCE_H

#include <stdint.h>

#include "base/str.h"

/*
 * What looks like chance and is decided by the text of a seed: orders, draws, covers of keys. The browser's twin is
 * score/js/engine/shuffle.js. Not for secrets.
 */

/* chance_seed(s): FNV-1a with 32 bits over the bytes of ${s}. */
uint32_t chance_seed(struct str s);

/* chance_next(a): the next 32 bits (mulberry32) of the state *a, which begins as a seed. */
uint32_t chance_next(uint32_t *a);

/* chance_below(a, m): from 0 to ${m} - 1, all as often; ${m} is above 0. */
uint32_t chance_below(uint32_t *a, uint32_t m);

#endif
