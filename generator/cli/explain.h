/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include <stdio.h>

#include "base/diag.h"

/* explain_code(f, code): name, level, sentence and explanation of a diagnostic, wrapped at 80 columns. */
void explain_code(FILE *f, enum diag_code code);

/* explain_all(f): every name with its sentence, in the order of the catalogue. */
void explain_all(FILE *f);

/* explain_near(name): the name that is meant by a misspelt one; empty where none is near. */
struct str explain_near(struct str name);

#endif
