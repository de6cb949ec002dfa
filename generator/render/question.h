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
 * For the script: form[data-question], [data-part=ID] where a part of the answer is given (an option, an entry, a gap) with its
 * .part-mark, [data-shuffle] whose children may change places but for [data-fixed], [data-once], [data-area=ID] over a picture, [data-move],
 * [data-unit], option[data-place]; [data-hint] ([data-clear], [data-count]), [data-answers], in it [data-answer=ID] with
 * [data-feedback] (ticked, unticked; all, right, wrong; numbers of accepted answers) and [data-right], [data-stay] on a list whose items stay
 * together, [data-result=correct|partial|incorrect], [data-explanation]; [data-action=reveal|keep], [data-quiz], [data-band=N], [role=status].
 * For the theme: .question (and .type-single, …), .question-title, .question-number, .question-text,
 * .question-instruction, .options, .option, .option-text, .option-more, .option-hint, .entries, .entry, .entry-words, .targets,
 * .moves, .move, .rows, .row, .row-choices, .typed, .unit, .gap, .gap-place, .hotspot, .part-mark (.is-right, .is-partly, .is-wrong),
 * .on-paper, .feedback, .right-answer, .right-label, .question-hint, .question-actions, .question-status, .question-answers,
 * .answer (.is-right, .is-wrong), .gap-notes, .gap-label, .explanation, .band, .quiz-result, .quiz-progress; after an answer
 * form[data-verdict=right|partly-right|wrong] and button[aria-disabled=true].
 */

void question_render(struct render *r, struct buf *b, const struct question *q);

#endif
