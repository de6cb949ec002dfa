/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/near.h"
#include "base/str.h"

/* A list of words in one text, one blank between: how static tables hold what may stand somewhere. */

/* words_has(list, word): whether ${word}, which is not empty, is one of them. */
bool words_has(struct str list, struct str word);

/* words_try(n, list): near_try() for each. */
void words_try(struct near *n, struct str list);

/* words_say(b, list): appends "one, two or three". */
void words_say(struct buf *b, struct str list);

#endif
