/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_KEYFILE_H
#define SCORE_KEYFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/jsonread.h"
#include "base/vec.h"
#include "model/question.h"
#include "model/quiz.h"
#include "score/exact.h"

/*
 * Key files: what is needed to score a version of a course again (docs/results.md). A file holds *papers*: a quiz page in one
 * language, with its settings and questions. A paper is known by its mark, a hash of all that its score depends on:
 * as long as that stays, so does the mark, whatever changes elsewhere in the course.
 *
 * The build writes them, outside of what is published:
 *
 *	for each page of type quiz:  keyfile_paper(a, &sheet) -> paper; keep paper.json; paper.mark goes into the page's data
 *	at the end, by course:       keyfile_write(&b, course, papers, n, version); file name: <course>-<version>.json
 */

/* A quiz page in one language, as the build has it. */
struct keyfile_sheet {
	struct str course, quiz; /* names that stay: "trafficking", "01-a/90-quiz" */
	struct str language;     /* "nb" */
	struct str title;
	const struct quiz *settings;
	const struct question *const
	    *questions;    /* all that it may ask, those of draws included; ids are unique among them */
	size_t nquestions; /* their points are those that an attempt gives */
};

struct keyfile_paper_text {
	char mark[9];    /* eight digits of base 16: data.slip.paper of the page's script */
	struct str json; /* one line; in the arena */
};

/* keyfile_seal(a, title, json): the paper of a key, an object of course, quiz, language, questions, … as docs/results.md has it. */
struct keyfile_paper_text keyfile_seal(struct arena *a, struct str title, struct str json);

/* keyfile_paper(a, sheet): the same of what the build has. */
struct keyfile_paper_text keyfile_paper(struct arena *a, const struct keyfile_sheet *sheet);

/*
 * keyfile_write(b, course, papers, n, version): the whole file; ${papers} is put in order. ${version} becomes sixteen digits of
 * base 16 and a NUL, the same for the same papers, which may be there more than once.
 */
void keyfile_write(struct buf *b, struct str course, struct keyfile_paper_text *papers, size_t n, char version[17]);

/* -- reading -- */

struct keyfile_question {
	struct str id, type;
	const struct jvalue *question, *scoring; /* in the settled notation */
	struct str points, penalty;              /* exact, as exact_parse() reads them */
	int tries;                               /* 0: any number */
	struct str *hints;                       /* what each costs */
	size_t nhints;
};

struct keyfile_paper {
	uint32_t mark;
	struct str course, quiz, language, title;
	struct str version;                 /* of the file it stands in */
	struct str pass;                    /* exact; empty: no pass mark */
	bool pass_in_points;                /* else of full marks */
	int attempts;                       /* 0: any number */
	bool draws;                         /* not every question is asked in every attempt */
	size_t place;                       /* among all papers read, 0-based */
	struct keyfile_question *questions; /* sorted by id */
	size_t nquestions;
};

/* Papers of any number of files. Everything lives in the arena. Zero but for the arena to begin with; keyfile_free(). */
struct keyfiles {
	struct arena *arena;
	struct keyfiles_vec VEC_OF(struct keyfile_paper) papers;
};

/*
 * keyfile_read(k, bytes, why): adds the papers of a file, each mark once. -1 with a sentence in ${why}, without a full stop, where it
 * is none; papers that were read stay. ${bytes} are not needed afterwards.
 */
int keyfile_read(struct keyfiles *k, struct str bytes, struct buf *why);

const struct keyfile_paper *keyfile_find(const struct keyfiles *k, uint32_t mark); /* NULL where there is none */

void keyfile_free(struct keyfiles *k); /* not the arena */

#endif
