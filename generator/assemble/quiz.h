/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_QUIZ_H
#define ASSEMBLE_QUIZ_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/quiz.h"
#include "model/site.h"

/*
 * quiz_read(a, text, src, root, source, d): how the questions of a page are asked, by the front matter of its source
 * language, and the bands of a quiz page below ${root}. Called before its questions are read. ${src} is the file of
 * ${text}, with its bytes; ${source} is the quiz of the source language where ${text} is a translation, else NULL.
 * Problems of the settings are diagnosed only in the source language. Never NULL; lives in ${a}.
 */
struct quiz *quiz_read(struct arena *a, const struct text *text, const struct source *src, struct node *root,
    const struct quiz *source, struct diags *d);

/*
 * quiz_check(a, body, d): what can be said only when all questions are read: a pass mark that nobody can
 * reach, or that lies a hair above a result. For the source language.
 */
void quiz_check(struct arena *a, const struct body *body, struct diags *d);

#endif
