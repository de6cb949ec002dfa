/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_DOCUMENT_H
#define READ_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/site.h"

/*
 * One Markdown file: its front matter for the outline, its prose for a body. Both diagnose what
 * is wrong with the file and return -1 where it cannot be used.
 */

/* document_front(a, t, d): reads ${t}'s settings into t->meta, which lives in ${a}, as what is kept of it does: t->origin->kept, t->front. */
int document_front(struct arena *a, struct text *t, struct diags *d);

/*
 * document_body(a, t, body, d): reads the prose into ${body}: source and node tree, in ${a}. What the settings have wrong
 * was told by document_front() and is not told again.
 */
int document_body(struct arena *a, struct text *t, struct body *body, struct diags *d);

#endif
