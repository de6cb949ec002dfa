/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/keptpages.h"

#include "translate/keeping.h"
#include "translate/staleness.h"

static bool
has_changed(const struct body *body, const struct blocks *blocks, struct str key)
{
	for (size_t i = 0; i < blocks->n; i++)
		if (str_eq(blocks->v[i].key, key)) {
			enum staleness s = staleness_of(body->text, &blocks->v[i]);

			return s == STALENESS_CHANGED || s == STALENESS_NEW;
		}
	return false;
}

/* Whether the block of ${s} has it in the translation; where it has no such block, whether anything has. *line is that of the block. */
static bool
is_kept(const struct segments *ours, const struct segment *s, struct str word, uint32_t *line)
{
	bool here = false, anywhere = false, known = false;

	*line = 0;
	for (size_t i = 0; i < ours->n; i++) {
		const struct segment *t = &ours->v[i];
		bool same = str_eq(t->block, s->block), found = keeping_has(t->text, word, false);

		if (same && !known)
			*line = t->at.line;
		known = known || same;
		here = here || (same && found);
		anywhere = anywhere || found;
	}
	return known ? here : anywhere;
}

/* The first message of its block that has the word stands for them all. */
static bool
told_before(const struct segments *segs, size_t i, struct str word)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(segs->v[k].block, segs->v[i].block) && keeping_has(segs->v[k].text, word, true))
			return true;
	return false;
}

void
keptpages_check(struct arena *a, const struct text_list *kept, const struct body *body, const struct segments *segs,
    const struct blocks *blocks, struct diags *d)
{
	struct diags told = DIAGS_INIT;
	struct segments ours = { 0 };
	uint32_t line;

	if (kept->n > 0)
		ours = segments_of(a, body->text, body->root, &body->src, &told);
	diags_free(&told);
	for (size_t w = 0; w < kept->n; w++)
		for (size_t i = 0; i < segs->n; i++) {
			const struct segment *s = &segs->v[i];

			if (s->typed || !keeping_has(s->text, kept->v[w], true) ||
			    has_changed(body, blocks, s->block) || is_kept(&ours, s, kept->v[w], &line) ||
			    told_before(segs, i, kept->v[w]))
				continue;
			keeping_tell(&body->src, line, kept->v[w], s->text, d);
		}
}
