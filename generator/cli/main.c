/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/version.h"
#include "cli/commands.h"
#include "localise/tag.h"

/* A file must never be opened as standard output because that was closed when we started. */
static void
hold_standard_files(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
}

static enum report_status
unknown_command(const char *word)
{
	struct buf why = BUF_INIT;
	struct str near = commands_near(str_of(word));

	buf_fmt(&why, "there is no command `%s`", word);
	if (near.n > 0)
		buf_fmt(&why, "; did you mean `%.*s`?", STR_ARG(near));
	buf_chr(&why, '\0');
	report_usage("pensum COMMAND [OPTION]...; `pensum help` lists the commands", why.p);
	buf_free(&why);
	return REPORT_USAGE;
}

/* Which ICU it is decides how words sort: on Debian's one, Latvian sorts otherwise than in a new browser. */
static void
print_version(void)
{
	struct arena a = ARENA_INIT;

	printf("pensum %s\nICU %s, CLDR %s\n", PENSUM_VERSION, tag_icu_version(&a).p, tag_cldr_version(&a).p);
	arena_free(&a);
}

static enum report_status
run(int argc, char **argv)
{
	struct options o = OPTIONS_INIT;
	struct buf why = BUF_INIT;
	const struct command *c;
	int rc = options_read(&o, argc, argv, OPTIONS_GLOBAL, &why);
	enum report_status s = REPORT_FINE;

	buf_chr(&why, '\0');
	c = rc == 0 && o.nargs > 0 ? commands_find(str_of(o.args[0])) : NULL;
	if (rc < 0)
		s = report_usage("pensum [-C DIR] COMMAND [OPTION]...", why.p);
	else if (o.version)
		print_version();
	else if (c != NULL)
		s = commands_run(c, &o, o.nargs, o.args);
	else if (o.nargs > 0 && !o.help)
		s = unknown_command(o.args[0]);
	else {
		commands_overview(o.help ? stdout : stderr);
		s = o.help ? REPORT_FINE : REPORT_USAGE;
	}
	buf_free(&why);
	return s;
}

int
main(int argc, char **argv)
{
	mem_tune();
	hold_standard_files();
	signal(SIGPIPE, SIG_IGN); /* a write that fails is seen where it fails */
	return report_end(run(argc, argv));
}
