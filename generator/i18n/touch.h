/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_TOUCH_H
#define I18N_TOUCH_H

#include "base/buf.h"
#include "i18n/workshop.h"

/* What an editor says of changes in the source: that they mean nothing. */
struct touch_request {
	const struct workorder *order; /* with one language */
	bool all;                      /* not pages only, but all of modules, of courses, of the site */
	bool even_so;                  /* also where a number, a negation or the like was changed */
	bool check;                    /* write nothing */
};

/*
 * touch_run(r, out, d): `pensum i18n touch`: messages that are out of date count as translated again, with a word diff of what was changed in the source into
 * ${out}; refused (diagnosed) where the change is one of meaning. A translation that is a whole file gets the versions of the source's blocks of today
 * recorded (i18n/recording.h). 1 where ${check} found something to do; -1 where something asked for is not there or a file cannot be written.
 */
int touch_run(const struct touch_request *r, struct buf *out, struct diags *d);

#endif
