/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/serving.h"

#include <stdio.h>

#include "cli/job.h"
#include "serve/serve.h"

/* Whoever reads this through a pipe wants each line when it is said. */
static void
say(void *ctx, struct str line)
{
	(void)ctx;
	printf("%.*s\n", STR_ARG(line));
	fflush(stdout);
}

static void
tell(void *ctx, struct diags *d)
{
	(void)ctx;
	report_diags(d, false);
}

enum report_status
serving_run(const char *usage, const struct options *o)
{
	const struct telling_voice voice = { NULL, say, tell };
	const struct serve_options how = {
		.address = o->address, .port = o->port_said ? o->port : -1, .poll = o->poll, .no_follow = o->no_follow
	};
	struct job j = { 0 };
	struct buf why = BUF_INIT;
	enum report_status s = REPORT_FINE;

	if (job_open(&j, o) == 0 && serve_run(&j.config, &how, &voice, &why) < 0) {
		buf_chr(&why, '\0');
		s = report_usage(usage, why.p);
	}
	buf_free(&why);
	return s == REPORT_FINE ? job_close(&j, false) : (job_close(&j, false), s);
}
