/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/readers.h"

#include "base/fs.h"
#include "base/path.h"

int
readers_check(const struct config *cfg, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct str said = STR_EMPTY;
	bool trainers = str_is(cfg->audience, "facilitator"), ours, theirs;
	struct diag *g;

	ours = cfg->out.n > 0 && fs_read(&a, path_join(&a, cfg->out, STR("robots.txt")).p, &said) == 0 &&
	    str_starts(said, "# Made by Pensum\n");
	theirs = ours && str_has(said, "\nDisallow: /\n");
	if (ours && theirs != trainers) {
		g = diag_add(d, DIAG_OUTPUT_READERS, NULL, (struct span){ 0 }, "%.*s is %s", STR_ARG(cfg->out),
		    theirs ? "the trainers'" : "the learners'");
		diag_note(d, g, "choose another folder with -o, or remove this one");
	}
	arena_free(&a);
	return ours && theirs != trainers ? -1 : 0;
}
