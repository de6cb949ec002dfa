/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_KEEPING_H
#define TRANSLATE_KEEPING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "model/fields.h"

/*
 * Words that are the same in every language, `keep:` in site.yaml: names, numbers of hotlines, of laws (localisation.md T-31).
 */

/*
 * keeping_has(s, word, whole): whether ${s} has ${word}: ${whole} as it stands, else with whatever ending, since languages bend names; a number is never part of another.
 * Any blank counts as one.
 */
bool keeping_has(struct str s, struct str word, bool whole);

/* keeping_tell(src, line, word, source, d): that ${word} of the message ${source} is missing in line ${line} of ${src}; 0: in all of it. */
void keeping_tell(const struct source *src, uint32_t line, struct str word, struct str source, struct diags *d);

/* keeping_message(kept, source, translation, src, line, d): tells of those that a message has and its translation, in ${line} of ${src}, has not. */
void keeping_message(const struct text_list *kept, struct str source, struct str translation, const struct source *src,
    uint32_t line, struct diags *d);

#endif
