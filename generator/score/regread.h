/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGREAD_H
#define SCORE_REGREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "score/regscan.h"

/* A pattern of JavaScript with flag `u` as a tree in the arena. */
enum regkind {
	REG_EMPTY,
	REG_SET,       /* one character: set */
	REG_START,     /* ^ */
	REG_STOP,      /* $ */
	REG_EDGE,      /* \b */
	REG_INSIDE,    /* \B */
	REG_REFERENCE, /* \number */
	REG_GROUP,     /* with one child; number 0: it captures nothing */
	REG_LOOK,      /* with one child */
	REG_REPEAT,    /* with one child, never a REG_LOOK */
	REG_SEQUENCE,  /* two children or more */
	REG_CHOICE     /* two children or more */
};

enum { REG_ENDLESS = UINT32_MAX, REG_MAX_COUNT = 65535, REG_MAX_DEPTH = 100 };

struct regnode {
	enum regkind kind;
	struct regnode *parent, *first, *next;
	struct str set;  /* a class for PCRE2 (regset.h); empty: no character at all */
	uint32_t number; /* of the group, from 1 on */
	uint32_t min, max;
	bool lazy, behind, negative;
	size_t place; /* its first byte in the pattern */
};

/*
 * regread_parse(r): the whole pattern; NULL with r->error for what JavaScript would refuse, too, and for counts
 * and depths beyond the limits above.
 */
struct regnode *regread_parse(struct regscan *r);

#endif
