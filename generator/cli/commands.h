/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stdio.h>

#include "base/str.h"
#include "cli/options.h"
#include "cli/report.h"

/* One row a command: a new one is a function and a row. */
struct command {
	const char *name;
	const char *usage;   /* "pensum build [OPTION]..." */
	const char *summary; /* one line for the list */
	const char *help;    /* paragraphs for `pensum help NAME` */
	unsigned options;    /* enum options_flag */
	int min, max;        /* how many arguments */
	enum report_status (*run)(const struct command *c, const struct options *o);
};

const struct command *commands_find(struct str name); /* NULL where there is none */
struct str commands_near(struct str name);            /* the one that is meant; empty where none is near */

/* commands_overview(f): how to call the program, its commands and global options. */
void commands_overview(FILE *f);

/* commands_run(c, o, argc, argv): reads the command's own options and arguments, argv[0] being its name, and runs it. */
enum report_status commands_run(const struct command *c, struct options *o, int argc, char **argv);

#endif
