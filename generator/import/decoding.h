/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_DECODING_H
#define IMPORT_DECODING_H

#include "import/taking.h"

/*
 * decoding_text(t): t->src.bytes, a text file, becomes UTF-8: without a byte order mark; what is no UTF-8 is read as windows-1252,
 * which is told. -1 (told) where it is no text at all.
 */
int decoding_text(struct taking *t);

#endif
