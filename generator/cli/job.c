/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/job.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"

struct str
job_root(struct arena *a)
{
	struct str up = STR(".");
	uint64_t dev, ino, last_dev = 0, last_ino = 0;

	for (size_t n = 0; n < PATH_MAX / 3 && fs_identity(up.p, &dev, &ino) == 0; n++) {
		if (n > 0 && dev == last_dev && ino == last_ino)
			break; /* the root of the file system is its own parent */
		if (fs_kind(arena_fmt(a, "%s/site.yaml", up.p).p) != FS_NONE)
			return up;
		last_dev = dev;
		last_ino = ino;
		up = n == 0 ? STR("..") : arena_fmt(a, "../%s", up.p);
	}
	return STR_EMPTY;
}

int
job_open(struct job *j, const struct options *o)
{
	char here[PATH_MAX];

	j->diags.strict = o->strict;
	j->config = (struct config){ .root = job_root(&j->arena),
		.strict = o->strict,
		.keep_going = o->keep_going,
		.drafts = o->drafts,
		.audience = str_of(o->audience != NULL ? o->audience : "learner"),
		.jobs = o->jobs };
	if (j->config.root.n == 0) {
		struct diag *g = diag_add(&j->diags, DIAG_SITE_MISSING, NULL, (struct span){ 0 },
		    "%s has no site.yaml, nor has a folder above it", getcwd(here, sizeof here) != NULL ? here : ".");

		diag_note(&j->diags, g, "go into the site's folder, or name it: pensum -C DIR");
		return -1;
	}
	if (o->out != NULL)
		j->config.out = str_of(o->out);
	else if (str_is(j->config.root, "."))
		j->config.out = STR("public");
	else
		j->config.out = path_join(&j->arena, j->config.root, STR("public"));
	return 0;
}

enum report_status
job_close(struct job *j, bool json)
{
	enum report_status s = report_status(&j->diags);

	report_diags(&j->diags, json);
	diags_free(&j->diags);
	arena_free(&j->arena);
	return s;
}

struct str
job_path(struct arena *a, struct str root, const char *file)
{
	char dir[PATH_MAX], real[PATH_MAX];
	size_t n;

	if (file == NULL)
		return STR_EMPTY;
	if (realpath(root.p, dir) == NULL || realpath(file, real) == NULL)
		return str_of(file);
	n = strlen(dir);
	if (strncmp(real, dir, n) != 0 || real[n] != '/')
		return str_of(file);
	return arena_str(a, str_of(real + n + 1));
}
