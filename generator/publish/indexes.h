/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_INDEXES_H
#define PUBLISH_INDEXES_H

#include "base/buf.h"
#include "model/site.h"

/* indexes_sitemap(b, s): sitemap.xml (sitemaps.org 0.9) of the indexable pages with their hreflang alternates; nothing without a base URL. */
void indexes_sitemap(struct buf *b, const struct site *s);

/* indexes_robots(b, s): robots.txt (RFC 9309); names the sitemap where there is one. The trainer's pack is closed to robots. */
void indexes_robots(struct buf *b, const struct site *s);

#endif
