/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_AREAS_H
#define ASSEMBLE_AREAS_H

#include "assemble/asking.h"

/*
 * areas_read(as): a `hotspot`: its image, and the areas of it from the list as->q->answers, which are its options. Pointing at an
 * area and choosing it from the list are the same answer. False where they cannot be scored (diagnosed).
 */
bool areas_read(struct asking *as);

#endif
