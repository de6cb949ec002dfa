/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/report.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/elapsed.h"
#include "base/json.h"
#include "base/message.h"
#include "localise/tag.h"

static bool
colored(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return (no == NULL || *no == '\0') && term != NULL && strcmp(term, "dumb") != 0 && isatty(STDERR_FILENO);
}

static enum report_status
status_of(const struct diag *g)
{
	if (g->level < DIAG_ERROR)
		return REPORT_FINE;
	if (g->code == DIAG_IO || g->code == DIAG_OUTPUT_BUSY)
		return REPORT_IO;
	if (g->level == DIAG_FATAL || str_is(g->file, "site.yaml"))
		return REPORT_USAGE;
	return REPORT_CONTENT;
}

enum report_status
report_status(const struct diags *d)
{
	enum report_status worst = REPORT_FINE;

	for (size_t i = 0; i < d->all.n; i++) {
		enum report_status s = status_of(&d->all.v[i]);

		worst = s > worst ? s : worst;
	}
	return worst;
}

void
report_diags(struct diags *d, bool json)
{
	diags_sort(d);
	if (json) {
		message_json(d, stdout);
		return;
	}
	fflush(stdout); /* what was said before comes before, also where both are one file */
	message_print(d, stderr, colored());
}

static const char *
plural(size_t n, const char *one, const char *more)
{
	return n == 1 ? one : more;
}

/* "3 errors, 1 warning"; nothing where there are none. */
static void
count(struct buf *b, const struct diags *d)
{
	size_t errors = diags_count(d, DIAG_ERROR) + diags_count(d, DIAG_FATAL),
	       warnings = diags_count(d, DIAG_WARNING);

	if (errors > 0)
		buf_fmt(b, "%zu %s", errors, plural(errors, "error", "errors"));
	if (warnings > 0)
		buf_fmt(b, "%s%zu %s", errors > 0 ? ", " : "", warnings, plural(warnings, "warning", "warnings"));
}

static const char *const way_names[] = {
	[COMMIT_NOTHING] = "nothing",
	[COMMIT_ONE] = "one",
	[COMMIT_TWIN] = "twin",
	[COMMIT_WHOLE] = "whole",
	[COMMIT_IN_PLACE] = "in-place",
};

static void
built_json(const struct build_result *r, const struct diags *d, const char *out)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;

	buf_fmt(&b, "{\"published\":%s,\"output\":", r->published ? "true" : "false");
	json_string(&b, str_of(out));
	buf_fmt(&b,
	    ",\"pages\":%zu,\"languages\":%zu,\"courses\":%zu,\"questions\":%zu,\"letters\":%zu,\"errors\":%zu,\"warnings\":%zu",
	    r->pages, r->languages, r->courses, r->questions, r->letters,
	    diags_count(d, DIAG_ERROR) + diags_count(d, DIAG_FATAL), diags_count(d, DIAG_WARNING));
	if (r->published)
		buf_fmt(&b, ",\"written\":%zu,\"kept\":%zu,\"removed\":%zu,\"way\":\"%s\"", r->commit.written,
		    r->commit.kept, r->commit.removed, way_names[r->commit.way]);
	buf_fmt(&b, ",\"icu\":\"%s\",\"cldr\":\"%s\"}\n", tag_icu_version(&a).p, tag_cldr_version(&a).p);
	fwrite(b.p, 1, b.n, stdout);
	buf_free(&b);
	arena_free(&a);
}

void
report_built(const struct build_result *r, const struct diags *d, const char *out, bool json)
{
	struct buf counts = BUF_INIT;

	if (json) {
		built_json(r, d, out);
		return;
	}
	count(&counts, d);
	if (!r->published)
		fprintf(stderr, "%.*s%snothing was published\n", STR_ARG(buf_view(&counts)), counts.n > 0 ? "; " : "");
	else if (counts.n > 0)
		fprintf(stderr, "%.*s\n", STR_ARG(buf_view(&counts)));
	if (r->published)
		printf("Built %zu %s in %zu %s: %s\n", r->pages, plural(r->pages, "page", "pages"), r->languages,
		    plural(r->languages, "language", "languages"), out);
	if (r->published && r->commit.why != NULL)
		printf("It was replaced file by file, not in one step: %s\n", r->commit.why);
	if (r->published && r->letters > 0)
		printf("What a reader's answers to a course take at most: %zu letters\n", r->letters);
	buf_free(&counts);
}

void
report_checked(const struct checking_result *r, const struct diags *d, bool json)
{
	struct buf counts = BUF_INIT;

	if (json) {
		printf("{\"pages\":%zu,\"languages\":%zu,\"heaviest\":%zu}\n", r->pages, r->languages, r->heaviest);
		return;
	}
	count(&counts, d);
	if (counts.n > 0)
		fprintf(stderr, "%.*s\n", STR_ARG(buf_view(&counts)));
	if (r->pages > 0) {
		printf("Looked at %zu %s in %zu %s\n", r->pages, plural(r->pages, "page", "pages"), r->languages,
		    plural(r->languages, "language", "languages"));
		printf("The heaviest page loads %zu bytes, compressed, without pictures: %.*s\n", r->heaviest,
		    STR_ARG(r->heaviest_page));
	}
	buf_free(&counts);
}

void
report_rollback(const struct commit_result *r, const char *out)
{
	size_t n = r->written + r->removed;

	printf("Put back what the last build had replaced: %zu %s: %s\n", n,
	    plural(n, "file is another one now", "files are others now"), out);
	printf("Next:\n  pensum rollback    goes forward again; so does pensum build\n");
}

struct report_watch
report_watch_start(void)
{
	return (struct report_watch){ .start = elapsed_milliseconds(), .terminal = isatty(STDERR_FILENO) == 1 };
}

void
report_progress(void *watch, size_t done, size_t all)
{
	struct report_watch *w = watch;
	int64_t now;

	if (!w->terminal)
		return;
	now = elapsed_milliseconds();
	if (now - w->start < 1000 || now - w->last < 100)
		return;
	w->last = now;
	fprintf(stderr, "\r%zu of %zu", done, all);
}

void
report_watch_end(struct report_watch *w)
{
	if (w->last != 0)
		fputs("\r\033[K", stderr);
	w->last = 0;
}

enum report_status
report_usage(const char *usage, const char *why)
{
	fprintf(stderr, "pensum: %s\nusage: %s\n", why, usage);
	return REPORT_USAGE;
}

/* The write that failed may lie far back, and its reason with it. */
static bool
has_reader_left(void)
{
	struct pollfd out = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

int
report_end(enum report_status status)
{
	/* Closing it here tells of a disk that is full only now. A reader who went away (`| head`) needs no message. */
	int bad = ferror(stdout), why;

	errno = 0;
	bad |= fflush(stdout) != 0;
	why = errno == 0 && bad && has_reader_left() ? EPIPE : errno;
	bad |= close(STDOUT_FILENO) != 0;
	why = why != 0 ? why : errno;
	if (!bad)
		return status;
	if (why != EPIPE)
		fprintf(stderr, "pensum: standard output: %s\n", why != 0 ? strerror(why) : "cannot be written");
	return REPORT_IO;
}
