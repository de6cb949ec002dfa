/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DUMP_H
#define MODEL_DUMP_H

#include <stdio.h>

#include "model/body.h"
#include "model/site.h"

/* The model as stable text, one thing a line, indented: for looking at, and for golden tests. */

/* dump_site(f, s): languages, courses, modules, documents, outputs. */
void dump_site(FILE *f, const struct site *s);

/* dump_body(f, b): the node tree with places, attributes and outline. */
void dump_body(FILE *f, const struct body *b);

#endif
