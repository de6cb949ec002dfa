/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_MOODLEKINDS_H
#define IMPORT_MOODLEKINDS_H

#include "import/moodledom.h"

/*
 * moodlekinds_read(t, it, n, type): the answers of the question ${n}, and the kind that goes with them; its text has been read. What
 * Pensum has no such question for becomes ITEM_OTHER.
 */
void moodlekinds_read(struct taking *t, struct item *it, const xmlNode *n, struct str type);

#endif
