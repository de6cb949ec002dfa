/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_SCENE_H
#define RENDER_SCENE_H

#include "render/render.h"

/*
 * A scenario as a page of anchors: what leads to it, then each step with its choices, behind it what follows from each of them, then what is
 * told afterwards. Every way on is a link to one of these scenes; score/js/page/scenario.js shows one at a time, and on
 * paper the scenes have the numbers that one goes on to.
 */

/* scene_story(r, b, n): the inside of the directive ${n}, a `scenario` that is sound. */
void scene_story(struct render *r, struct buf *b, const struct node *n);

/* scene_sound(n): whether ${n} is a `scenario`, or stands straight in one, that can be played. */
bool scene_sound(const struct node *n);

/* scene_place(r, b, n): the `step` or `ending` ${n} of a sound scenario, with what follows from its choices. */
void scene_place(struct render *r, struct buf *b, const struct node *n);

/* scene_part(r, b, n): its `summary` or `debrief`. */
void scene_part(struct render *r, struct buf *b, const struct node *n);

#endif
