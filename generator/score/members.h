/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_MEMBERS_H
#define SCORE_MEMBERS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "model/ratio.h"

/* Members of a JSON object that is being written: each with a comma in front where something stands before it. */

void members_key(struct buf *b, const char *name); /* `"name":`; the value follows */
void members_name(struct buf *b, struct str name); /* the same, of any text */
void members_text(struct buf *b, const char *name, struct str value);
void members_exact(struct buf *b, const char *name, struct ratio r); /* "-1/4", a string */
void members_ratio(struct buf *b, struct ratio r);                   /* "-1/4", the string alone */
void members_null(struct buf *b, const char *name);
void members_flag(struct buf *b, const char *name, bool value);
void members_number(struct buf *b, const char *name, int value);

/* members_next(b): a comma, unless ${b} ends where an object or list begins, or in a comma. */
void members_next(struct buf *b);

#endif
