/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_PLURALCHECK_H
#define LOCALISE_PLURALCHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "localise/pluralforms.h"
#include "model/catalogue.h"
#include "model/po.h"

/*
 * Whether a catalogue counts as its language does. CLDR's categories are named, gettext's forms are numbered, and the order of the numbers is each
 * tool's own: so the two agree where each number from 0 to 1000 that has one form has one category, and the other way round (localisation.md 4.1, L-2).
 */
enum { PLURALCHECK_NUMBERS = 1001 };

struct pluralcheck {
	bool agrees;
	unsigned n;      /* else: the first number that has another form than it should have */
	bool zero;       /* there it divides by zero */
	uint64_t index;  /* its form */
	enum plural has; /* its category */
	bool outside;    /* there are not so many forms */
	/* A smaller number that has the same form but another category, or (not shared) the same category but another form. */
	bool shared;
	unsigned other;
	uint64_t other_index;
	enum plural other_has;
};

/* pluralcheck_of(f, lang): compares. */
struct pluralcheck pluralcheck_of(const struct pluralforms *f, struct str lang);

/*
 * pluralcheck_tell(po, d): tells what is wrong with the plural forms of ${po}, po-plural: the header's field cannot be read, does not count as the
 * language po->lang does, or messages have more or fewer forms than it says. A catalogue without that field and without such messages is fine.
 */
void pluralcheck_tell(const struct po *po, struct diags *d);

#endif
