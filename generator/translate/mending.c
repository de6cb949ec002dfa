/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/mending.h"

#include "base/buf.h"
#include "translate/inlinetext.h"
#include "translate/mendingtext.h"
#include "translate/rereading.h"

static struct node *
read_text(struct arena *a, const struct mending_case *c, struct str text)
{
	struct rereading r = { .text = text, .line = c->line };
	struct diags told = DIAGS_INIT;
	bool fine;

	rereading_all(a, c->src, &r, 1, c->notes, c->nnotes, &told);
	fine = told.all.n == 0;
	diags_free(&told);
	return fine ? r.node : NULL;
}

static struct parity
compare(struct arena *a, const struct mending_case *c, const struct node *words)
{
	return parity_check(a, c->source->holder, words, c->lang, c->source->typed);
}

static bool
fine(const struct mending_case *c, const struct parity *p)
{
	return p->equal && (p->emphasis || !c->before.equal);
}

/* The only link in it; NULL where there is none, or several. */
static struct node *
only_link(const struct node *words)
{
	struct node *found = NULL;

	for (struct node *n = words->first; n; n = node_next(n, words))
		if (n->kind == NODE_LINK) {
			if (found)
				return NULL;
			found = n;
		}
	return found;
}

/* Addresses that were translated: where there is one link on both sides it is known which is which. */
static bool
lead_back(const struct mending_case *c, struct node *words, struct buf *what)
{
	const struct node *theirs = only_link(c->source->holder);
	struct node *ours = only_link(words);

	if (!theirs || !ours || str_eq(theirs->as.link.url, ours->as.link.url))
		return false;
	buf_fmt(what, "%sthe link to `%.*s`, which is `%.*s` in the source", what->n > 0 ? ", " : "",
	    STR_ARG(ours->as.link.url), STR_ARG(theirs->as.link.url));
	ours->as.link.url = theirs->as.link.url;
	return true;
}

static struct str
written(struct arena *a, const struct node *words)
{
	struct buf b = BUF_INIT;
	struct str out;

	inlinetext_write(&b, words);
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

bool
mending_of(struct arena *a, const struct mending_case *c, struct mending *out)
{
	struct buf what = BUF_INIT;
	struct parity p;
	bool done = false;

	out->text = mendingtext_repair(a, c->text, c->source->text, c->source->holder, &what);
	out->words = read_text(a, c, out->text);
	if (out->words) {
		p = compare(a, c, out->words);
		done = what.n > 0 && fine(c, &p);
		if (!done && !p.equal && lead_back(c, out->words, &what)) {
			p = compare(a, c, out->words);
			done = fine(c, &p);
			out->text = written(a, out->words);
		}
	}
	out->what = arena_str(a, buf_view(&what));
	buf_free(&what);
	return done;
}
