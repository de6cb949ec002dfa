/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_QUESTION_H
#define RENDER_QUESTION_H

#include "model/question.h"
#include "render/render.h"

/*
 * Questions as HTML that is complete without script: a form whose button is off and hidden, and a `details` with the
 * key, the feedback and the explanation. The script of score/script.c turns the button on and moves what is in
 * the `details` to where an answer brings it up.
 *
 * For the script: form[data-question], [data-option=ID], [data-hint], [data-answers], [data-answer=ID],
 * [data-feedback=ticked|unticked], [data-result=correct|partial|incorrect], [data-explanation], [data-action=reveal],
 * [data-quiz], [data-band=N], [role=status].
 * For the theme: .question (and .question-single, …), .question-title, .question-number, .question-text,
 * .question-instruction, .options, .option, .option-text, .option-more, .option-hint, .option-mark (.is-right, .is-wrong),
 * .feedback, .question-hint, .question-actions, .question-status, .question-answers, .answer (.is-right, .is-wrong),
 * .explanation, .band, .quiz-result, .quiz-progress; after an answer form[data-verdict=right|partly-right|wrong] and
 * button[aria-disabled=true].
 */

void question_render(struct render *r, struct buf *b, const struct question *q);

#endif
