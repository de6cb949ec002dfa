/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/exchange.h"

#include <stdarg.h>

void
exchange_loss(struct exchange *x, struct span at, const char *fmt, ...)
{
	va_list ap;
	struct str detail;

	va_start(ap, fmt);
	detail = arena_vfmt(x->arena, fmt, ap);
	va_end(ap);
	diag_add(x->d, DIAG_EXPORT_LOSS, &x->src, at.line ? at : x->q->node->at, "question `%.*s`: %.*s",
	    STR_ARG(x->q->id), STR_ARG(detail));
}

struct str
exchange_keep(struct exchange *x, struct buf *b)
{
	struct str s = arena_str(x->arena, buf_view(b));

	buf_free(b);
	return s;
}
