/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/buf.h"
#include "base/str.h"

/* escape_html(b, s): `&<>"'` for text and quoted attributes; NUL becomes U+FFFD. */
void escape_html(struct buf *b, struct str s);

/* escape_json(b, s): as the inside of a JSON string that may also stand in a script (`<`, U+2028 and U+2029 escaped). */
void escape_json(struct buf *b, struct str s);

#endif
