/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_COURSES_H
#define ASSEMBLE_COURSES_H

#include "base/diag.h"
#include "model/site.h"

/*
 * courses_assemble(site): the outline becomes courses: modules with their pages in order, types of pages, what is
 * left out (drafts, another audience), previous and next.
 */
void courses_assemble(struct site *site);

#endif
