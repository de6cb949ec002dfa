/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_DATED_H
#define RENDER_DATED_H

#include "render/render.h"

/* dated_long(r, lang, iso): the day "2026-02-03" as ${lang} writes it in a text; empty where it is none. */
struct str dated_long(struct render *r, struct str lang, struct str iso);

#endif
