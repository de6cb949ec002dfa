/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"
#include "base/str.h"

/* Strings of JSON (RFC 8259) that may also stand in a script inside of HTML. Wrong bytes become U+FFFD. */

/* json_string(b, s): with its quotation marks. */
void json_string(struct buf *b, struct str s);

/* json_text(b, s): the inside of one, for strings that are put together. */
void json_text(struct buf *b, struct str s);

#endif
