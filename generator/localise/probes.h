/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_PROBES_H
#define LOCALISE_PROBES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/jsonread.h"
#include "base/str.h"

/*
 * A probe asks one thing of a language: `{"op": "plural", "locale": "lv", "n": "21"}`. By it the room's answers can be seen and
 * compared without a page around them. docs/vectors.md tells what may be asked.
 */
struct probe {
	struct arena *arena;
	const struct jvalue *vector;
	struct str lang; /* its `locale` */
	struct buf *result;
	struct str error; /* "`n` is no number: …"; empty while all is well */
};

/* probes_ask(p): appends the answer to p->result as JSON. False where there is none: p->error says what is wrong. */
bool probes_ask(struct probe *p);

#endif
