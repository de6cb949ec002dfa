/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/translating.h"

#include "i18n/extract.h"
#include "i18n/fromxliff.h"
#include "i18n/gettextize.h"
#include "i18n/merge.h"
#include "i18n/normalize.h"
#include "i18n/status.h"
#include "i18n/touch.h"
#include "i18n/xliff.h"

static int
run_extract(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	(void)o;
	return extract_run(order, out, d);
}

static int
run_merge(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	(void)o;
	return merge_run(order, out, d);
}

static int
run_normalize(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	(void)o;
	return normalize_run(order, out, d);
}

static int
run_touch(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	struct touch_request r = { order, o->all, o->even_so, o->check };

	return touch_run(&r, out, d);
}

/* Of two pages the second is the translation of the first, even where it is a page of the site. */
static int
run_gettextize(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	struct workorder one = *order;
	struct gettextize_request r = { order, STR_EMPTY, STR_EMPTY, str_of(o->from), o->reviewed };

	if (o->from == NULL && order->nwhat == 2 && str_ends(order->what[0], ".md") &&
	    str_ends(order->what[1], ".md")) {
		one.nwhat = 1;
		r.order = &one;
		r.file = str_of(o->args[2]);
		r.shown = order->what[1];
	}
	return gettextize_run(&r, out, d);
}

static int
run_status(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	struct arena a = ARENA_INIT;
	int format = o->format ? status_format(str_of(o->format)) : STATUS_TEXT, rc;
	struct status_order s = { .format = (enum status_format)format, .file = str_of(o->out) };

	if (format < 0) {
		buf_fmt(out, "--format takes text, html or json, not `%s`", o->format);
		rc = TRANSLATING_USAGE;
	} else if (o->min && !minimum_read(&s.min, &a, str_of(o->min), out)) {
		rc = TRANSLATING_USAGE;
	} else {
		rc = status_run(order, &s, out, d);
	}
	arena_free(&a);
	return rc;
}

static int
run_xliff(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	return xliff_run(order, str_of(o->out), out, d);
}

/* The file is no part of the site. */
static int
run_fromxliff(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	struct workorder one = *order;

	if (order->nwhat != 1) {
		BUF_LIT(out, "from-xliff takes one file");
		return TRANSLATING_USAGE;
	}
	one.nwhat = 0;
	return fromxliff_run(&one, str_of(o->args[1]), str_of(o->args[1]), out, d);
}

static const struct {
	const char *name, *help;
	int (*run)(const struct options *o, const struct workorder *order, struct buf *out, struct diags *d);
} table[] = {
	{ "extract", "write the messages of each module as a template, po/MODULE.pot", run_extract },
	{ "merge", "make the catalogues po/LANGUAGE/MODULE.po, or bring them up to date", run_merge },
	{ "gettextize", "make messages of translations that are whole files", run_gettextize },
	{ "normalize", "bring catalogues of other tools to today's messages", run_normalize },
	{ "touch", "say that changes of the source mean nothing to its translation", run_touch },
	{ "xliff", "write catalogues of a language as XLIFF 2.1, for translators", run_xliff },
	{ "from-xliff", "take a translator's XLIFF back into the catalogues", run_fromxliff },
	{ "status", "tell what is translated, out of date and missing", run_status },
};

enum { ROWS = sizeof table / sizeof *table };

int
translating_run(
    struct str name, const struct options *o, const struct workorder *order, struct buf *out, struct diags *d)
{
	for (size_t i = 0; i < ROWS; i++)
		if (str_is(name, table[i].name))
			return table[i].run(o, order, out, d);
	return TRANSLATING_UNKNOWN;
}

void
translating_help(struct buf *b)
{
	for (size_t i = 0; i < ROWS; i++)
		buf_fmt(b, "  %-12s %s\n", table[i].name, table[i].help);
}
