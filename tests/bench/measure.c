/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * measure COMMAND...: runs it, its output to nowhere, and prints one line: milliseconds of
 * wall clock, milliseconds of processor time, and the largest resident set in kilobytes.
 * Ends with the command's status.
 */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
ms(time_t s, long ns)
{
	return (double)s * 1e3 + (double)ns / 1e6;
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		errx(2, "usage: measure COMMAND...");
	struct timespec a, b;
	clock_gettime(CLOCK_MONOTONIC, &a);
	pid_t pid = fork();
	if (pid < 0)
		err(1, "fork");
	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY);
		if (null < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0)
			_exit(126);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	int status;
	struct rusage ru;
	if (wait4(pid, &status, 0, &ru) < 0)
		err(1, "wait4");
	clock_gettime(CLOCK_MONOTONIC, &b);
	printf("%.2f %.2f %ld\n", ms(b.tv_sec, b.tv_nsec) - ms(a.tv_sec, a.tv_nsec),
	    ms(ru.ru_utime.tv_sec, ru.ru_utime.tv_usec * 1000) + ms(ru.ru_stime.tv_sec, ru.ru_stime.tv_usec * 1000),
	    ru.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
