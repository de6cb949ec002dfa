/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DEFLATED_H
#define BASE_DEFLATED_H

#include <stddef.h>

#include "base/str.h"

/* deflated_size(s): how many bytes ${s} is as gzip -9 makes it, as careful servers send it. */
size_t deflated_size(struct str s);

#endif
