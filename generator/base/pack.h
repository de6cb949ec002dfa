/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Numbers and texts as bytes, for what the program keeps for itself from run to run. A number is of seven bits a byte, the lowest first;
 * a text stands behind its length. What is read back may be anything: a reader that has run off the end, or over a number that is
 * none, says so and gives zeros from there on.
 */
void pack_number(struct buf *b, uint64_t n);
void pack_text(struct buf *b, struct str s);
void pack_fixed(struct buf *b, uint64_t n); /* eight bytes, for hashes: any value is as likely as any other */

struct pack_reader {
	const char *p, *end;
	bool wrong;
};

struct pack_reader pack_reader(struct str bytes);

uint64_t pack_take_number(struct pack_reader *r);
struct str pack_take_text(struct pack_reader *r); /* a slice of the bytes */
uint64_t pack_take_fixed(struct pack_reader *r);

/* pack_take_count(r): a number of things to come, of which each takes at least a byte: never more than what is left. */
size_t pack_take_count(struct pack_reader *r);

#endif
