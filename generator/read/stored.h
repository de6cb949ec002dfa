/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_STORED_H
#define READ_STORED_H

#include "base/buf.h"
#include "model/value.h"

/*
 * A value with the places of everything as bytes that are read thirty times as fast as YAML: tools/freeze makes them of the files of
 * the interface when the program is made. They are for programs of the same build alone and are not checked.
 */

/* stored_write(b, v): appends the bytes of ${v}. */
void stored_write(struct buf *b, const struct value *v);

/* stored_read(a, bytes): the value, in ${a}; its texts stay in ${bytes}, each with a NUL behind it. */
const struct value *stored_read(struct arena *a, struct str bytes);

#endif
