/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_STATUSPAGE_H
#define I18N_STATUSPAGE_H

#include "base/buf.h"
#include "i18n/minimum.h"
#include "i18n/progress.h"
#include "i18n/worddiff.h"

/* What every form of the report of `pensum i18n status` is written from. */
struct statuspage {
	const struct site *site;
	const struct workorder *order;
	const struct minimum *min;
	struct progress progress;
	struct arena *a;
	struct str file; /* where the report will stand; empty: standard output */
};

/* Names of the states, in every form the same: "translated", "outdated", "machine", "missing". */
extern const char *const statuspage_states[PROGRESS_STATES];

/* statuspage_diff(p, c, s): what was changed in the source of ${s}; without pieces where the old source is not known. */
struct worddiff statuspage_diff(
    const struct statuspage *p, const struct progress_course *c, const struct progress_stale *s);

/* statuspage_next(b, p, c): appends what is to be done next for ${c}, a line for each step; nothing where nothing is. */
void statuspage_next(struct buf *b, const struct statuspage *p, const struct progress_course *c);

/* statuspage_below(b, p, c): appends that ${c} is not as far as it must be: "trafficking, lv: 71 % of the words are up to date, --min asks for 90 %". */
void statuspage_below(struct buf *b, const struct statuspage *p, const struct progress_course *c);

#endif
