/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_BLOCK_H
#define RENDER_BLOCK_H

#include "render/render.h"

/*
 * block_writers: a block directive, or a leaf, where its conditions (`only`, `facilitator`) let it into the page. A theme's template
 * blocks/<name>.html writes it in our stead where there is one (and sees a struct block_view); else the row of the table in block.c
 * does; an unknown directive is a plain container. Inline directives and bare tables, too.
 */
extern const struct render_writers block_writers;

#endif
