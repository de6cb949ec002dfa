/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SEAL_H
#define BASE_SEAL_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * Answer keys of tests are not in clear in a page: whoever looks at its source should not read them by accident. That is a
 * deterrent and no protection, since the page itself can open them. The browser's twin is score/js/page/seal.js.
 */

/*
 * seal_mark(salt, id, right): whether something is right, as a salted hash: eight digits of base 16. The two that
 * an id can have differ.
 */
enum { SEAL_MARK = 8 };
void seal_mark(struct str salt, struct str id, bool right, char out[SEAL_MARK + 1]);

/* seal_cover(b, salt, id, s): appends the bytes of ${s} under a stream of chance that ${salt} and ${id} begin, in base64. */
void seal_cover(struct buf *b, struct str salt, struct str id, struct str s);

#endif
