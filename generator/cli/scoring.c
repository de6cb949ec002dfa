/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/scoring.h"

#include <errno.h>
#include <string.h>

#include "cli/vectorfile.h"
#include "score/nodejs.h"
#include "score/vectors.h"

/* What engine/vectors.js ends with where it could not score a vector; no other end but 0 is its own. */
enum { NODE_TOLD = 10 };

/* -- engines -- */

static enum report_status
score_here(struct str json)
{
	return vectors_score(json, stdout) > 0 ? REPORT_CONTENT : REPORT_FINE;
}

static enum report_status
score_in_node(struct str json)
{
	struct buf script = BUF_INIT;
	struct nodejs node;
	size_t errors;
	int rc;

	vectors_script(&script);
	buf_chr(&script, '\0');
	rc = nodejs_start(&node, script.p);
	buf_free(&script);
	if (rc < 0) {
		if (errno == ENOENT)
			fputs("pensum: --engine js needs Node.js: there is no command `node`\n", stderr);
		else
			fprintf(stderr, "pensum: node cannot be started: %s\n", strerror(errno));
		return REPORT_USAGE;
	}
	errors = vectors_settle(json, node.to);
	rc = nodejs_end(&node);
	if (rc != 0 && rc != NODE_TOLD) {
		fputs("pensum: node ended before all vectors were scored\n", stderr);
		return REPORT_IO;
	}
	return errors > 0 || rc == NODE_TOLD ? REPORT_CONTENT : REPORT_FINE;
}

/* -- the command -- */

enum report_status
scoring_run(const char *usage, const struct options *o)
{
	struct buf json = BUF_INIT;
	enum report_status s;

	if (o->vectors == NULL)
		return report_usage(usage, "which vectors? Name their file: --vectors FILE");
	if (vectorfile_read(o->vectors, &json) < 0) {
		struct buf what = BUF_INIT;

		buf_fmt(&what, "%s cannot be read: %s", o->vectors, strerror(errno));
		vectors_fault(stdout, buf_view(&what));
		buf_free(&what);
		s = REPORT_CONTENT;
	} else if (o->engine != NULL && strcmp(o->engine, "js") == 0) {
		s = score_in_node(buf_view(&json));
	} else {
		s = score_here(buf_view(&json));
	}
	buf_free(&json);
	return s;
}
