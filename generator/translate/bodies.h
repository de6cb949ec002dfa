/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_BODIES_H
#define TRANSLATE_BODIES_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/site.h"

/*
 * bodies_read(a, site, doc, keep, d): the bodies of a document, one for each of its texts, source language first, read and translated, and not yet assembled; one
 * whose root is NULL could not be read (diagnosed). The source is parsed once: what is translated by messages is a twin of its tree with other
 * words, and a file of its own gets from it what it lacks. What lives as long as the site is in ${keep}, all else in ${a}.
 */
struct body *bodies_read(
    struct arena *a, const struct site *site, const struct document *doc, struct arena *keep, struct diags *d);

#endif
