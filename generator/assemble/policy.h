/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_POLICY_H
#define ASSEMBLE_POLICY_H

#include "assemble/asking.h"

/* How typed answers are compared: the attributes of a question, or of one gap. */

extern const char policy_text_keys[];   /* blank between */
extern const char policy_number_keys[]; /* without `unit-penalty`, which is the question's */

/* policy_text(as, attrs, p): sets in ${p} what ${attrs} say. What cannot be is diagnosed. */
void policy_text(struct asking *as, const struct attrs *attrs, struct text_policy *p);

/* policy_number(as, attrs, p): the same; ${p} has its defaults from policy_number_default(). */
void policy_number(struct asking *as, const struct attrs *attrs, struct number_policy *p);

struct number_policy policy_number_default(void);

#endif
