/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/slips.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "results/listing.h"
#include "results/results.h"
#include "base/fs.h"

enum { STDIN_MOST = 64 << 20 };

/* What was asked for, and what is wrong with it. */
struct asked {
	struct arena arena;
	struct results results;
	struct buf why; /* a sentence; empty: nothing is wrong */
};

/* -- key files -- */

static int
read_key(struct asked *a, const char *path)
{
	struct str bytes;

	if (fs_read(&a->arena, path, &bytes) < 0)
		buf_fmt(&a->why, "%s: %s", path, strerror(errno));
	else {
		buf_fmt(&a->why, "%s: ", path);
		if (results_key(&a->results, bytes, &a->why) == 0)
			buf_reset(&a->why);
	}
	return a->why.n > 0 ? -1 : 0;
}

static int
read_key_folder(struct asked *a, const char *folder)
{
	struct fs_entries list = { 0 };
	int rc = fs_list(&a->arena, folder, &list);
	size_t n = 0;

	if (rc < 0)
		buf_fmt(&a->why, "%s: %s", folder, strerror(errno));
	for (size_t i = 0; i < list.n && rc == 0; i++) {
		if (list.v[i].kind != FS_FILE || !str_ends(list.v[i].name, ".json"))
			continue;
		rc = read_key(a, arena_fmt(&a->arena, "%s/%.*s", folder, STR_ARG(list.v[i].name)).p);
		n++;
	}
	if (rc == 0 && n == 0) {
		buf_fmt(&a->why, "%s holds no key files", folder);
		rc = -1;
	}
	VEC_FREE(&list);
	return rc;
}

static int
read_keys(struct asked *a, struct str keys, const char *key)
{
	if (key == NULL && keys.n == 0) {
		buf_cstr(&a->why,
		    "which key file? Name it with --key; the build writes them into .pensum/keys/ beside site.yaml");
		return -1;
	}
	if (key == NULL)
		key = keys.p;
	return fs_kind(key) == FS_DIR ? read_key_folder(a, key) : read_key(a, key);
}

/* -- files with codes -- */

static int
read_stdin(struct asked *a, struct str *bytes)
{
	struct buf b = BUF_INIT;
	char part[1 << 16];
	ssize_t n;

	while ((n = fs_read_fd(STDIN_FILENO, part, sizeof part)) > 0 && b.n <= STDIN_MOST)
		buf_put(&b, part, (size_t)n);
	if (n > 0)
		errno = EFBIG;
	*bytes = arena_str(&a->arena, buf_view(&b));
	buf_free(&b);
	return n == 0 ? 0 : -1;
}

static int
read_file(struct asked *a, const char *path)
{
	bool input = strcmp(path, "-") == 0;
	struct str bytes;

	if ((input ? read_stdin(a, &bytes) : fs_read(&a->arena, path, &bytes)) < 0) {
		buf_fmt(&a->why, "%s: %s", input ? "standard input" : path, strerror(errno));
		return -1;
	}
	if (results_add(&a->results, str_of(input ? "(standard input)" : path), bytes) == 0)
		buf_fmt(&a->why,
		    "there is no code in %s: codes are text that begins with PENSUM; to make text of a picture, "
		    "read it with a phone",
		    input ? "standard input" : path);
	return a->why.n > 0 ? -1 : 0;
}

/* -- the command -- */

static int
today(void)
{
	time_t now = time(NULL);
	struct tm tm;

	localtime_r(&now, &tm);
	return slip_day(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

static int
format_of(struct asked *a, const char *name)
{
	for (int i = 0; name != NULL && i < LISTING_FORMATS; i++)
		if (strcmp(name, listing_format_names[i]) == 0)
			return i;
	if (name != NULL)
		buf_fmt(&a->why, "--format takes table, csv or json, not `%s`", name);
	return name != NULL ? -1 : LISTING_TABLE;
}

static unsigned
parts_of(struct asked *a, const char *name)
{
	unsigned parts = name != NULL ? listing_part_of(str_of(name)) : LISTING_ALL;

	if (parts == 0)
		buf_fmt(&a->why, "--only takes people, questions or gain, not `%s`", name);
	return parts;
}

static int
work(struct asked *a, struct str keys, const struct options *o)
{
	int format = format_of(a, o->format);
	unsigned parts = parts_of(a, o->only);
	struct buf out = BUF_INIT;

	if (a->why.n > 0 || read_keys(a, keys, o->key) < 0)
		return -1;
	for (int i = 0; i < o->nargs; i++)
		if (read_file(a, o->args[i]) < 0)
			return -1;
	listing_write(&out, &a->results, parts, (enum listing_format)format);
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	return 0;
}

enum report_status
slips_run(const char *usage, struct str keys, const struct options *o)
{
	struct asked a = { 0 };
	enum report_status s = REPORT_FINE;

	results_begin(&a.results, today());
	if (work(&a, keys, o) < 0) {
		buf_chr(&a.why, '\0');
		s = report_usage(usage, a.why.p);
	} else if (results_flagged(&a.results) > 0) {
		s = REPORT_CONTENT;
	}
	results_end(&a.results);
	buf_free(&a.why);
	arena_free(&a.arena);
	return s;
}
