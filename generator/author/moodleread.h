/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_MOODLEREAD_H
#define AUTHOR_MOODLEREAD_H

#include "author/taking.h"

/* moodleread_all(t): the questions of an XML file of Moodle's, t->src, as items. -1 where it cannot be read (told). */
int moodleread_all(struct taking *t);

#endif
