/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_MOODLEREAD_H
#define IMPORT_MOODLEREAD_H

#include "import/taking.h"

/* moodleread_all(t): the questions of an XML file of Moodle's, t->src, as items. -1 where it cannot be read (told). */
int moodleread_all(struct taking *t);

#endif
