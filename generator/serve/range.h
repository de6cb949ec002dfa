/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_RANGE_H
#define SERVE_RANGE_H

#include "base/str.h"

/* The Range header of HTTP (RFC 9110, 14.2): a video asks for the part that is looked at. */

enum range_kind {
	RANGE_ALL, /* nothing asked, or something that is to be ignored: another unit, several ranges, no range at all */
	RANGE_PART,    /* these bytes */
	RANGE_OUTSIDE, /* none of the bytes that there are */
};

/* range_parse(header, size, from, to): which bytes of ${size}: [${*from}, ${*to}), set for RANGE_PART only. */
enum range_kind range_parse(struct str header, size_t size, size_t *from, size_t *to);

#endif
