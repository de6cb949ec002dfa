/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "testing.h"

static enum report_status
status(const char *file, enum diag_code a, enum diag_code b)
{
	struct diags d = DIAGS_INIT;
	struct source src = { .path = str_of(file), .bytes = STR_EMPTY };
	enum report_status s;

	diag_add(&d, a, *file != '\0' ? &src : NULL, (struct span){ 0 }, "x");
	diag_add(&d, b, NULL, (struct span){ 0 }, "x");
	s = report_status(&d);
	diags_free(&d);
	return s;
}

static void
exit_codes(void **state)
{
	struct diags none = DIAGS_INIT;

	(void)state;
	assert_int_equal(report_status(&none), 0);
	assert_int_equal(status("", DIAG_ID_MISSING, DIAG_ID_MISSING), 0);
	assert_int_equal(status("site.yaml", DIAG_ID_MISSING, DIAG_ID_MISSING), 0);
	assert_int_equal(status("content/a.md", DIAG_LINK_BROKEN, DIAG_ID_MISSING), 1);
	assert_int_equal(status("content/a/course.yaml", DIAG_SETTING_UNKNOWN, DIAG_ID_MISSING), 1);
	assert_int_equal(status("", DIAG_OUTPUT_FOREIGN, DIAG_ID_MISSING), 1);
	assert_int_equal(status("site.yaml", DIAG_SETTING_UNKNOWN, DIAG_LINK_BROKEN), 2);
	assert_int_equal(status("", DIAG_SITE_MISSING, DIAG_LINK_BROKEN), 2);
	assert_int_equal(status("", DIAG_OUTPUT_UNSAFE, DIAG_LINK_BROKEN), 2);
	assert_int_equal(status("", DIAG_NEW_EXISTS, DIAG_ID_MISSING), 2);
	assert_int_equal(status("", DIAG_OUTPUT_BUSY, DIAG_LINK_BROKEN), 74);
	assert_int_equal(status("", DIAG_IO, DIAG_SITE_MISSING), 74);
}

static void
strict_counts(void **state)
{
	struct diags d = { .strict = true }, worker = DIAGS_INIT;

	(void)state;
	diag_add(&d, DIAG_ID_MISSING, NULL, (struct span){ 0 }, "x");
	assert_int_equal(report_status(&d), 1);
	diags_free(&d);
	diag_add(&worker, DIAG_ID_MISSING, NULL, (struct span){ 0 }, "x");
	assert_int_equal(report_status(&worker), 0);
	d.strict = true;
	diags_merge(&d, &worker);
	assert_int_equal(report_status(&d), 1);
	diags_free(&worker);
	diags_free(&d);
}

struct said {
	char out[4096], err[4096];
	int status;
};

static void
slurp(int fd, char *to, size_t room)
{
	ssize_t n;

	while (room > 1 && (n = read(fd, to, room - 1)) > 0) {
		to += n;
		room -= (size_t)n;
	}
	*to = '\0';
	close(fd);
}

/* What a child says that runs ${body}; it ends with what body returns. */
static void
listen_to(struct said *s, int (*body)(void))
{
	int out[2], err[2], st;
	pid_t child;

	assert_return_code(pipe(out), errno);
	assert_return_code(pipe(err), errno);
	fflush(NULL);
	child = fork();
	assert_return_code(child, errno);
	if (child == 0) {
		dup2(out[1], 1);
		dup2(err[1], 2);
		st = body();
		fflush(NULL);
		_exit(st);
	}
	close(out[1]);
	close(err[1]);
	slurp(out[0], s->out, sizeof s->out);
	slurp(err[0], s->err, sizeof s->err);
	assert_return_code(waitpid(child, &st, 0), errno);
	assert_true(WIFEXITED(st));
	s->status = WEXITSTATUS(st);
}

static struct diags
some(size_t errors, size_t warnings)
{
	struct diags d = DIAGS_INIT;

	while (errors-- > 0)
		diag_add(&d, DIAG_LINK_BROKEN, NULL, (struct span){ 0 }, "number %zu", errors);
	while (warnings-- > 0)
		diag_add(&d, DIAG_ID_MISSING, NULL, (struct span){ 0 }, "number %zu", warnings);
	return d;
}

static int
fine(void)
{
	struct diags d = some(0, 0);

	report_diags(&d, false);
	report_built(&(struct build_result){ .pages = 42, .languages = 2, .published = true }, &d, "public/", false);
	return report_end(report_status(&d));
}

static int
warned(void)
{
	struct diags d = some(0, 2);
	int s;

	report_diags(&d, false);
	report_built(&(struct build_result){ .pages = 1, .languages = 1, .published = true }, &d, "out/", false);
	s = report_end(report_status(&d));
	diags_free(&d);
	return s;
}

static int
failed(void)
{
	struct diags d = some(3, 1);
	int s;

	report_diags(&d, false);
	report_built(&(struct build_result){ 0 }, &d, "public/", false);
	s = report_end(report_status(&d));
	diags_free(&d);
	return s;
}

static int
as_json(void)
{
	struct diags d = some(1, 1);
	int s;

	report_diags(&d, true);
	report_built(&(struct build_result){ .pages = 3, .languages = 2, .published = true }, &d, "a\"b\n/", true);
	s = report_end(report_status(&d));
	diags_free(&d);
	return s;
}

static int
full_disk(void)
{
	int full = open("/dev/full", O_WRONLY);

	dup2(full, 1);
	printf("x");
	return report_end(REPORT_FINE);
}

static int
usage(void)
{
	return report_end(report_usage("pensum build [OPTION]...", "too many arguments"));
}

static void
closing_lines(void **state)
{
	struct said s;

	(void)state;
	listen_to(&s, fine);
	assert_string_equal(s.out, "Built 42 pages in 2 languages: public/\n");
	assert_string_equal(s.err, "");
	assert_int_equal(s.status, 0);
	listen_to(&s, warned);
	assert_string_equal(s.out, "Built 1 page in 1 language: out/\n");
	assert_non_null(strstr(s.err, "\n2 warnings\n"));
	assert_int_equal(s.status, 0);
	listen_to(&s, failed);
	assert_string_equal(s.out, "");
	assert_non_null(strstr(s.err, "\n3 errors, 1 warning; nothing was published\n"));
	assert_null(strchr(s.err, '\033'));
	assert_int_equal(s.status, 1);
	listen_to(&s, usage);
	assert_string_equal(s.err, "pensum: too many arguments\nusage: pensum build [OPTION]...\n");
	assert_int_equal(s.status, 2);
}

static void
json(void **state)
{
	struct said s;
	size_t lines = 0;

	(void)state;
	listen_to(&s, as_json);
	assert_string_equal(s.err, "");
	assert_int_equal(s.status, 1);
	for (const char *p = s.out; *p != '\0'; p++)
		lines += *p == '\n';
	assert_int_equal(lines, 3);
	assert_non_null(strstr(s.out,
	    "\n{\"published\":true,\"output\":\"a\\\"b\\u000a/\",\"pages\":3,\"languages\":2,"
	    "\"courses\":0,\"questions\":0,\"letters\":0,\"errors\":1,\"warnings\":1,\"written\":0,"
	    "\"kept\":0,\"removed\":0,\"way\":\"nothing\",\"icu\":"));
}

static void
output_that_fails(void **state)
{
	struct said s;

	(void)state;
	listen_to(&s, full_disk);
	assert_int_equal(s.status, 74);
	assert_string_equal(s.err, "pensum: standard output: No space left on device\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exit_codes),
		cmocka_unit_test(strict_counts),
		cmocka_unit_test(closing_lines),
		cmocka_unit_test(json),
		cmocka_unit_test(output_that_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
