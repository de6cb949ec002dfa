/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* escape_html(b, s): `&<>"'` for text and quoted attributes; NUL becomes U+FFFD. */
void escape_html(struct buf *b, struct str s);

/* escape_json(b, s): as the inside of a JSON string that may also stand in a script (`<`, U+2028 and U+2029 escaped). */
void escape_json(struct buf *b, struct str s);

/*
 * escape_url(b, s, colon): for a URL in a quoted attribute: what cannot stand in a URL is percent-encoded,
 * `&` and `'` are escaped for HTML; an existing %41 stays. ${colon}: `:` is encoded too, where it could end a scheme.
 */
void escape_url(struct buf *b, struct str s, bool colon);

/* escape_url_from(b, at): what was appended to ${b} from byte ${at} on, as escape_url() would have written it. */
void escape_url_from(struct buf *b, size_t at);

/* escape_component(b, s): percent-encodes all but letters, digits and `-._~`: a value inside a query. */
void escape_component(struct buf *b, struct str s);

/* escape_scheme_ok(url): whether ${url} is relative or of a scheme that a page may lead to: http, https, mailto, tel, sms. */
bool escape_scheme_ok(struct str url);

#endif
