/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_TRIAL_H
#define REPAIR_TRIAL_H

#include <stdbool.h>

#include "repair/edits.h"
#include "repair/places.h"
#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"

/* The text of a file as it is read. Lives in the arena it was made with, but for the diagnostics: trial_close(). */
struct trial {
	struct source src;
	struct places places;
	struct node *root;  /* NULL: it cannot be read, or has lines that end in CR alone */
	uint32_t body_line; /* the first behind the front matter */
	struct diags told;  /* what reading it says; nobody is told */
};

/* trial_open(a, path, bytes): ${bytes} must stay as long as ${a}. */
struct trial trial_open(struct arena *a, struct str path, struct str bytes);
void trial_close(struct trial *t);

/* What must hold between a file and the same with ${made} done to it. */
typedef bool trial_rule(const struct trial *before, const struct trial *after, const struct changes *made);

/*
 * trial_make(a, t, c, rule): does to ${t} what is in ${c} and reads it again: nothing is believed that was not tried. Where
 * ${rule} does not hold, the changes are tried one by one and those that break it are taken out of ${c}. ${t} becomes the
 * text as it is then; the tree before stays in ${a}.
 */
void trial_make(struct arena *a, struct trial *t, struct changes *c, trial_rule *rule);

#endif
