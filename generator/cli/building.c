/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/building.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/checking.h"
#include "build/verify.h"
#include "cli/job.h"

/* -- build -- */

/* A file below the output folder is a page, any other one a source; what is no file may be the path of a page. */
static struct str
asked_for(struct job *j, const char *file)
{
	char out[PATH_MAX], real[PATH_MAX];
	size_t n;

	if (realpath(j->config.out.p, out) != NULL && realpath(file, real) != NULL) {
		n = strlen(out);
		if (strncmp(real, out, n) == 0 && real[n] == '/')
			return arena_str(&j->arena, str_of(real + n + 1));
	}
	return job_path(&j->arena, j->config.root, file);
}

static struct str
out_folder(struct job *j)
{
	return arena_fmt(&j->arena, "%s%s", j->config.out.p, str_ends(j->config.out, "/") ? "" : "/");
}

static void
explain(const struct options *o, const struct build_result *r)
{
	if (r->explained)
		fwrite(r->why.p, 1, r->why.n, stdout);
	else
		fprintf(
		    stderr, "pensum: --why: the site has no page `%s`, and no page is made of such a source\n", o->why);
}

/* Opens the job of ${o}; what is told goes on in ${watch}. */
static int
begin(struct job *j, const struct options *o, struct report_watch *watch)
{
	if (job_open(j, o) < 0)
		return -1;
	j->config.progress = report_progress;
	j->config.progress_ctx = watch;
	return 0;
}

static void
end(struct job *j)
{
	diags_free(&j->diags);
	arena_free(&j->arena);
}

enum report_status
building_run(const struct options *o)
{
	struct job j = { 0 };
	struct build_result result = { 0 };
	struct report_watch watch = report_watch_start();
	enum report_status s;

	if (begin(&j, o, &watch) < 0)
		return job_close(&j, o->json);
	if (o->why != NULL)
		j.config.why = asked_for(&j, o->why);
	if (build_run(&j.config, &result, &j.diags) < 0)
		result.published = false;
	report_watch_end(&watch);
	s = report_status(&j.diags);
	report_diags(&j.diags, o->json);
	report_built(&result, &j.diags, out_folder(&j).p, o->json);
	if (o->why != NULL && result.published)
		explain(o, &result);
	buf_free(&result.why);
	end(&j);
	/* Nothing published and nothing said would be our bug. */
	return s == REPORT_FINE && !result.published ? REPORT_BUG : s;
}

/* -- verify -- */

static void
report_difference(const struct verify_result *r, const char *out)
{
	switch (r->difference) {
	case VERIFY_SAME: printf("%zu files in %s are what a build from nothing makes\n", r->files, out); return;
	case VERIFY_MISSING:
		fprintf(stderr, "%s%.*s: a build from nothing makes it, and it is not there\n", out, STR_ARG(r->path));
		break;
	case VERIFY_STALE:
		fprintf(
		    stderr, "%s%.*s: it is there, and a build from nothing does not make it\n", out, STR_ARG(r->path));
		break;
	case VERIFY_OTHER:
		fprintf(stderr, "%s%.*s: byte %zu is not what a build from nothing makes\n", out, STR_ARG(r->path),
		    r->at + 1);
	}
	fputs("This is a mistake of Pensum. Remove the folder .pensum/ and build again; and please tell us.\n", stderr);
}

enum report_status
building_verify(const struct options *o)
{
	struct job j = { 0 };
	struct verify_result result = { 0 };
	struct report_watch watch = report_watch_start();
	enum report_status s;
	int rc;

	if (begin(&j, o, &watch) < 0)
		return job_close(&j, false);
	rc = verify_run(&j.config, &result, &j.diags);
	report_watch_end(&watch);
	s = report_status(&j.diags);
	report_diags(&j.diags, false);
	report_built(&result.build, &j.diags, out_folder(&j).p, false);
	if (rc == 0)
		report_difference(&result, out_folder(&j).p);
	end(&j);
	if (rc == 0 && result.difference != VERIFY_SAME)
		return REPORT_CONTENT;
	return s == REPORT_FINE && rc < 0 ? REPORT_BUG : s;
}

/* -- check -- */

enum report_status
building_check(const struct options *o)
{
	struct job j = { 0 };
	struct checking_result result = { 0 };
	struct report_watch watch = report_watch_start();
	enum report_status s;

	if (begin(&j, o, &watch) < 0)
		return job_close(&j, o->json);
	checking_run(&j.config, &result, &j.diags);
	report_watch_end(&watch);
	s = report_status(&j.diags);
	report_diags(&j.diags, o->json);
	report_checked(&result, &j.diags, o->json);
	end(&j);
	return s;
}
