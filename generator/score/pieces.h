/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_PIECES_H
#define SCORE_PIECES_H

#include "model/body.h"

/* A part of a page's script. */
struct piece {
	const char *file;  /* of score/js/: "page/core"; NULL: only words */
	const char *words; /* UI strings that it says, blank between */
	/* Who needs it: the page, a question of it, or one that has such an accepted answer; all NULL: each whose row in question_kinds names it. */
	bool (*page)(const struct body *body);
	bool (*question)(const struct question *q);
	bool (*answer)(const struct question *q, const struct gap *g, const struct accepted *a);
};

/*
 * pieces_next(body, at): the next piece that the page needs, in the order in which they are put together; NULL behind the
 * last. ${*at} is 0 at first, and is moved on. A phone loads what its page can use: a rule that no question of the page
 * has is a file of its own and stays away, as do strings that cannot be said there.
 */
const struct piece *pieces_next(const struct body *body, size_t *at);

#endif
