/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_STEM_H
#define ASSEMBLE_STEM_H

#include "base/arena.h"
#include "base/str.h"
#include "model/question.h"

/*
 * stem_asks(a, q): the last sentence in front of the answers of ${q}, which is what it asks, without the words that are
 * emphasised: by stars or by capitals. In the form of phrases_text(). *at: the paragraph, or the question where its label asks.
 */
struct str stem_asks(struct arena *a, const struct question *q, struct span *at);

#endif
