/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_SCALAR_H
#define READ_SCALAR_H

#include "model/value.h"

/*
 * scalar_type(v): sets kind and value of the plain scalar whose text is in ${v}, by the YAML 1.2
 * core schema (10.3.2). `no`, `on`, dates stay text; `012` is 12. A whole number that does not fit is VALUE_FLOAT.
 */
void scalar_type(struct value *v);

#endif
