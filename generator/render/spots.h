/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_SPOTS_H
#define RENDER_SPOTS_H

#include "model/question.h"
#include "render/render.h"

/*
 * The areas of a picture, `hotspot`: drawn over it for who points, while the list of options below is what is answered, by
 * whatever hand. Where labels are placed (markers), the areas have numbers and each label a list of them.
 */

/* spots_areas(r, b, asset): behind the picture of r->asked, in the same box. */
void spots_areas(struct render *r, struct buf *b, const struct asset *asset);

void spots_answers(struct render *r, struct buf *b, const struct question *q);
void spots_key(struct render *r, struct buf *b, const struct question *q);

#endif
