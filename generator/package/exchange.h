/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_EXCHANGE_H
#define PACKAGE_EXCHANGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/question.h"
#include "model/site.h"
#include "package/item.h"

/* What is at hand while a question is made an item of. */
struct exchange {
	struct arena *arena; /* items live here */
	struct diags *d;
	const struct site *site;
	const struct text *text; /* the page */
	struct source src;       /* its file, for places */
	const char *format;      /* as messages call it: "GIFT" */
	bool embeds;             /* pictures can go with a text */
	const struct question *q;
	struct item *it;
};

/* exchange_loss(x, at, fmt, ...): tells what is lost, one line without a full stop. A zero ${at} is the question. */
void exchange_loss(struct exchange *x, struct span at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* exchange_keep(x, b): the bytes of ${b}, which is freed, in the arena. */
struct str exchange_keep(struct exchange *x, struct buf *b);

#endif
