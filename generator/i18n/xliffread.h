/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_XLIFFREAD_H
#define I18N_XLIFFREAD_H

#include "base/arena.h"
#include "base/diag.h"

/* What came back from a translator as XLIFF: messages again. */

struct xliffunit {
	struct str id;
	struct str source, target; /* Markdown, its codes put in; an empty target: not translated */
	struct str sent;           /* how the translation stood when it was sent; empty: not said */
	struct str note;           /* the translator's, lines ending in \n */
	struct str previous;       /* what the source was when it was translated; empty: not said */
	struct str trouble;        /* why it cannot be put together; empty: it can */
	bool done;                 /* its state is beyond `initial` */
	uint32_t line;
};

struct xlifffile {
	struct str original; /* path of the catalogue */
	uint32_t line;
	struct xliffunit *v;
	size_t n;
};

struct xliffdoc {
	struct str source_lang, target_lang;
	uint32_t line;
	struct xlifffile *v;
	size_t n;
};

/* xliffread_all(a, src, out, d): -1 where it is no file of XLIFF 2, or has something twice (diagnosed). */
int xliffread_all(struct arena *a, const struct source *src, struct xliffdoc *out, struct diags *d);

#endif
