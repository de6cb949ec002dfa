/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/nodejs.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

static int
spawn(pid_t *pid, const char *script, int input)
{
	static char name[] = "node", option[] = "-e";
	union {
		const char *given;
		char *wanted; /* posix_spawn() changes nothing */
	} text = { script };
	char *argv[] = { name, option, text.wanted, NULL };
	posix_spawn_file_actions_t actions;
	int why = posix_spawn_file_actions_init(&actions);

	if (why != 0)
		return why;
	why = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	if (why == 0)
		why = posix_spawnp(pid, name, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	return why;
}

int
nodejs_start(struct nodejs *n, const char *script)
{
	int ends[2], why;

	fflush(stdout);
	if (pipe2(ends, O_CLOEXEC) < 0)
		return -1;
	why = spawn(&n->pid, script, ends[0]);
	close(ends[0]);
	if (why != 0) {
		close(ends[1]);
		errno = why;
		return -1;
	}
	n->to = fdopen(ends[1], "w");
	if (n->to == NULL) {
		why = errno;
		close(ends[1]);
		waitpid(n->pid, NULL, 0);
		errno = why;
		return -1;
	}
	return 0;
}

int
nodejs_end(struct nodejs *n)
{
	int status;

	fclose(n->to);
	while (waitpid(n->pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
