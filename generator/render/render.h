/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/link.h"
#include "model/site.h"

struct lua;

/*
 * What a renderer has in hand: one page, its prose, and the worker's tools. Made by
 * page.c for each page; html.c, block.c and question.c write by it.
 */
struct render {
	const struct site *site;
	const struct output *out;
	const struct body *body; /* NULL: a collection */
	const struct text *text; /* whose links and language the nodes have; changes for borrowed nodes (glossary) */
	struct arena *arena;     /* until the page is staged */
	struct lua *lua;
	struct diags *diags;
	int level;               /* heading level of the part that is being written: headings inside directives go below it */
	unsigned uses;           /* enum render_use, what scripts the page needs */
};

enum render_use { RENDER_USES_QUIZ = 1 };

#endif
