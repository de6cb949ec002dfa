/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_MINIMUM_H
#define I18N_MINIMUM_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "i18n/progress.h"

/* How much of each course must be up to date, by language: "lv=90,ru=80", per cent of the words. */
struct minimum {
	struct minimum_of {
		struct str lang;
		unsigned percent;
	} * v;
	size_t n;
};

/* minimum_read(m, a, list, why): false with a sentence in ${why}, without a full stop, where ${list} is no such list. */
bool minimum_read(struct minimum *m, struct arena *a, struct str list, struct buf *why);

/* minimum_for(m, lang): that of ${lang}; NULL: none. */
const struct minimum_of *minimum_for(const struct minimum *m, struct str lang);

/* minimum_met(m, c): whether ${c} is as far as is asked. */
bool minimum_met(const struct minimum *m, const struct progress_course *c);

/*
 * minimum_check(m, p, d): tells, i18n-what, of each language that nothing of ${p} is in: a minimum that is compared with nothing would always
 * be met. Returns how many.
 */
size_t minimum_check(const struct minimum *m, const struct progress *p, struct diags *d);

#endif
