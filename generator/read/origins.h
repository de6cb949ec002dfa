/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_ORIGINS_H
#define READ_ORIGINS_H

#include "model/site.h"
#include "read/scan.h"

/*
 * origins_look(s, files): fills s->origins with the files found: what they are known again by, and which of them are as the earlier build had them
 * (s->before). The workers of s->pool look.
 */
void origins_look(struct site *s, const struct scan_files *files);

#endif
