/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/localising.h"

#include <errno.h>
#include <string.h>

#include "cli/vectorfile.h"
#include "localise/probing.h"

enum report_status
localising_run(const char *usage, const struct options *o)
{
	struct buf json = BUF_INIT;
	size_t errors = 1;

	if (o->vectors == NULL)
		return report_usage(usage, "which vectors? Name their file: --vectors FILE");
	if (vectorfile_read(o->vectors, &json) < 0) {
		buf_reset(&json);
		buf_fmt(&json, "%s cannot be read: %s", o->vectors, strerror(errno));
		probing_fault(stdout, buf_view(&json));
	} else {
		errors = probing_run(buf_view(&json), stdout);
	}
	buf_free(&json);
	return errors > 0 ? REPORT_CONTENT : REPORT_FINE;
}
