/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_ASSETS_H
#define PUBLISH_ASSETS_H

#include "base/diag.h"
#include "model/site.h"
#include "publish/stage.h"

/*
 * Media: published under a name that holds the hash of their bytes, so that browsers may keep them for ever and two
 * equal files are one.
 *
 *	assets_prepare(site, d);        (after the outline, before the first page is rendered)
 *	... pages are rendered: asset->used
 *	assets_publish(site, stage, d); (after the last page)
 */

/*
 * assets_prepare(site, d): sets out, size, width and height of every asset, in parallel over site->pool. One
 * that can't be read is diagnosed and gets a name all the same.
 */
void assets_prepare(struct site *site, struct diags *d);

/* assets_publish(site, stage, d): copies those that a page shows. -1: diagnosed. */
int assets_publish(const struct site *site, struct stage *stage, struct diags *d);

#endif
