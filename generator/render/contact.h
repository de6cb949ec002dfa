/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_CONTACT_H
#define RENDER_CONTACT_H

#include "render/render.h"
#include "render/views.h"

/* Whom to call: what content/data/contacts.yaml says under a role, in the reader's language. */

/* contact_help(r): the first contact of the file that has a phone number, for the foot of each page; NULL: none. Lives in r->arena. */
struct contact_view *contact_help(struct render *r);

/* contact_render(r, b, n): the leaf `::contact{role=…}`: a card, or a place to be filled in locally. */
void contact_render(struct render *r, struct buf *b, const struct node *n);

/* contact_role(r, b, n): `:contact{role=…}` in a sentence: its words or the name, and how to reach it. */
void contact_role(struct render *r, struct buf *b, const struct node *n);

#endif
