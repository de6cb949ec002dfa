/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"

/* What becomes of diagnostics that were sorted. */

/*
 * message_print(d, f, color): for people: "file:line:column: error: sentence: detail [name]",
 * the source line, a caret run, the notes. Columns are counted in characters.
 */
void message_print(const struct diags *d, FILE *f, bool color);

/* message_json(d, f): one JSON object a line: level, code, file, line, column, length (characters), message, notes. */
void message_json(const struct diags *d, FILE *f);

/* message_level(level): "warning", "fatal error": as people read it. */
const char *message_level(enum diag_level level);

#endif
