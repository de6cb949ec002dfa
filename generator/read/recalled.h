/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_RECALLED_H
#define READ_RECALLED_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"

/* The settings of a page, kept from build to build: a file that has not changed is not opened for them. */

/* recalled_pack(a, t, front, d, from): what document_front() made of ${t}, whose front matter is ${front}, and what it told: the diags of ${d} from number ${from} on. In ${a}. */
struct str recalled_pack(
    struct arena *a, const struct text *t, const struct value *front, const struct diags *d, size_t from);

/* recalled_front(a, t, kept, d): as document_front() would: texts are slices of ${kept}. False where that is something else: read the file. */
bool recalled_front(struct arena *a, struct text *t, struct str kept, struct diags *d);

#endif
