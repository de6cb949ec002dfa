/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/status.h"

#include <errno.h>
#include <string.h>

#include "base/whole.h"
#include "i18n/statushtml.h"
#include "i18n/statusjson.h"
#include "i18n/statustext.h"

static const struct {
	const char *name;
	void (*write)(struct buf *b, const struct statuspage *page);
} formats[STATUS_FORMATS] = {
	[STATUS_TEXT] = { "text", statustext_write },
	[STATUS_HTML] = { "html", statushtml_write },
	[STATUS_JSON] = { "json", statusjson_write },
};

int
status_format(struct str name)
{
	for (int i = 0; i < STATUS_FORMATS; i++)
		if (str_is(name, formats[i].name))
			return i;
	return -1;
}

static int
put_file(struct str file, const struct buf *report, struct buf *out, struct diags *d)
{
	if (whole_write(file.p, buf_view(report)) < 0) {
		diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%s: %s", file.p, strerror(errno));
		return -1;
	}
	buf_fmt(out, "%s: written\n", file.p);
	return 0;
}

/* Said beside every report but the text, which says it itself: whoever reads JSON from standard output gets nothing else there. */
static int
compare(const struct statuspage *page, bool tell, struct buf *out)
{
	int below = 0;

	for (size_t i = 0; i < page->progress.n; i++) {
		if (minimum_met(page->min, &page->progress.v[i]))
			continue;
		below = 1;
		if (tell)
			statuspage_below(out, page, &page->progress.v[i]);
	}
	return below;
}

static int
write_report(
    struct workshop *w, const struct workorder *o, const struct status_order *s, struct buf *out, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct buf report = BUF_INIT;
	struct statuspage page = { .site = &w->site, .order = o, .min = &s->min, .a = &a, .file = s->file };
	int rc = 0;

	page.progress = progress_of(w, o, &a, d);
	if (minimum_check(&s->min, &page.progress, d) > 0) {
		rc = -1;
	} else {
		formats[s->format].write(&report, &page);
		if (s->file.n == 0)
			buf_str(out, buf_view(&report));
		else
			rc = put_file(s->file, &report, out, d);
		if (rc == 0)
			rc = compare(&page, s->file.n > 0, out);
	}
	buf_free(&report);
	arena_free(&a);
	return rc;
}

int
status_run(const struct workorder *o, const struct status_order *s, struct buf *out, struct diags *d)
{
	struct workshop w;
	int rc = workshop_open(&w, o->config, d);

	if (rc == 0 && workshop_check(&w, o, d) > 0)
		rc = -1;
	if (rc == 0)
		rc = write_report(&w, o, s, out, d);
	workshop_close(&w);
	return rc;
}
