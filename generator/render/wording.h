/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_WORDING_H
#define RENDER_WORDING_H

#include "model/question.h"
#include "render/render.h"

/* Words of the interface inside the prose, and attributes that questions have. */

/* wording_text(r, key): in the reader's language. */
struct str wording_text(const struct render *r, const char *key);

/* wording_lang(r, b): ` lang="…" dir="…"` where the interface speaks another language than the text around it. */
void wording_lang(const struct render *r, struct buf *b);

/* wording_element(r, b, tag, class, text): an element that says ${text}, not yet escaped, of the interface. */
void wording_element(const struct render *r, struct buf *b, const char *tag, const char *class, struct str text);

/* wording_summary(r, b, key): the `summary` of a `details`. */
void wording_summary(const struct render *r, struct buf *b, const char *key);

/* wording_id(b, name, q, suffix): ` name="ID--suffix"`: what belongs to a question is called after it. */
void wording_id(struct buf *b, const char *name, const struct question *q, const char *suffix);

/* wording_data(b, name, value): ` data-name="value"` */
void wording_data(struct buf *b, const char *name, struct str value);

#endif
