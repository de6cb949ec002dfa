/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_VALUES_H
#define ASSEMBLE_VALUES_H

#include "base/diag.h"
#include "model/body.h"

/*
 * values_check(body, site, n, d): the attributes of ${n}, a directive, role or heading, have values that they take;
 * those of questions and quizzes are read, and checked, elsewhere.
 */
void values_check(const struct body *body, const struct site *site, const struct node *n, struct diags *d);

#endif
