/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_INDENT_H
#define REPAIR_INDENT_H

#include "repair/edits.h"
#include "repair/trial.h"
#include "base/arena.h"

/*
 * Feedback is a quote inside its option. One that is not indented ends the list of options; one that is indented too far
 * becomes text of its option.
 */

/* indent_find(a, t, out): the indentation that puts such quotes of questions into their options. */
void indent_find(struct arena *a, const struct trial *t, struct changes *out);

/* indent_rule: more options have a quote, no word was lost or won, and reading complains of nothing that was fine before. */
trial_rule indent_rule;

#endif
