/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_MIME_H
#define SERVE_MIME_H

#include <stdbool.h>

#include "base/str.h"

/*
 * What a file is, by the end of its name. A table of our own: that of the machine (/etc/mime.types) may be absent or other, and a page
 * must look the same wherever it is tried out.
 */

/* mime_of(path): "text/html; charset=utf-8"; "application/octet-stream" where nothing is known. Static text. */
struct str mime_of(struct str path);

/* mime_is_page(type): whether a browser shows it as a document that can hold a script. */
bool mime_is_page(struct str type);

#endif
