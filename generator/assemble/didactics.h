/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_DIDACTICS_H
#define ASSEMBLE_DIDACTICS_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/site.h"

/*
 * didactics_check(a, body, site, d): warnings about questions that can be guessed without knowing the answer, that mislead, or
 * leave a learner alone with a wrong one (docs/quizzes.md, "What a good question avoids"). ${body} is in the source
 * language, its questions are read.
 */
void didactics_check(struct arena *a, const struct body *body, const struct site *site, struct diags *d);

#endif
