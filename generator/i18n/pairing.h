/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_PAIRING_H
#define I18N_PAIRING_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "translate/segments.h"

/*
 * A page and a translation of it that is a whole file, message by message. They are paired by their place: settings by their keys, notes by their
 * labels, all else one behind the other, as long as both have the same in the same places (localisation.md T-25).
 */
struct pair {
	const struct segment *source;
	struct str text; /* the translation, from inlinetext_write() */
	struct span at;  /* of it */
	bool sound;      /* its markup is that of the source */
};

struct pairs {
	struct pair *v;
	size_t n;
	size_t left; /* messages of the source that have no translation */
};

/*
 * pairing_of(a, source, translation, segs, d): the pairs of the two bodies, which are read and not assembled; ${segs} are the messages of the source. The first
 * difference in structure is told, i18n-pairs, with both places, and ends the list; so is markup that does not agree. Comments to the tool are taken out of both trees.
 */
struct pairs pairing_of(struct arena *a, const struct body *source, const struct body *translation,
    const struct segments *segs, struct diags *d);

#endif
