/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "render/render.h"

/*
 * page_render(r, out): the whole HTML file of r->out: prose by html.c, the rest by the
 * theme's template (page.html; root.html, home.html, course.html, module.html, glossary.html, notfound.html for the others).
 * -1 where the template failed (diagnosed).
 */
int page_render(struct render *r, struct buf *out);

/* page_forget(k): frees what a worker kept from page to page. */
void page_forget(struct render_kept *k);

#endif
