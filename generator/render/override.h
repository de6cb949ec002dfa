/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_OVERRIDE_H
#define RENDER_OVERRIDE_H

#include "render/render.h"

/* A theme may have a template of its own for a kind of block: `blocks/case.html`, which sees a struct block_view as `block`. */

/* override_template(r, n): the name of the template for the directive ${n}; NULL where the theme has none. */
const char *override_template(struct render *r, const struct node *n);

/* override_render(r, b, n, template): what it prints. Nothing where it fails, which is diagnosed. */
void override_render(struct render *r, struct buf *b, const struct node *n, const char *template);

#endif
