/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HALVES_H
#define BASE_HALVES_H

#include "base/buf.h"
#include "base/str.h"

/*
 * halves_mended(s, copy): the JSON text ${s} with half of a surrogate pair, which only an escape can write and no UTF-8 can hold,
 * replaced by the escape of U+FFFD: parsers have ideas of their own about it. Places stay the same. ${s} itself where there is
 * none; else it lies in the empty buffer ${copy}, which the caller frees.
 */
struct str halves_mended(struct str s, struct buf *copy);

#endif
