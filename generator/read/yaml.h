/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_YAML_H
#define READ_YAML_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/value.h"

/*
 * yaml_read(a, src, part, first_line, d): ${part} of the file ${src} (the whole of it, or its
 * front matter, whose first line is line ${first_line} of the file) as a value with the places of
 * everything. The door to libyaml. YAML 1.2 core schema; duplicate keys, tabs for
 * indentation, more than one document, unknown tags, keys that are no plain scalars, more than
 * YAML_MAX_NODES nodes after expanding aliases and deeper than YAML_MAX_DEPTH are errors.
 * Returns NULL after an error, which is in ${d}; an empty part is VALUE_NULL.
 */
#define YAML_MAX_NODES 100000
#define YAML_MAX_DEPTH 64

const struct value *yaml_read(
    struct arena *a, const struct source *src, struct str part, uint32_t first_line, struct diags *d);

#endif
