/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"

/* Which options a command takes; -C and --help go with all of them. */
enum options_flag {
	OPTIONS_OUT = 1,
	OPTIONS_KEEP_GOING = 2,
	OPTIONS_STRICT = 4,
	OPTIONS_DRAFTS = 8,
	OPTIONS_AUDIENCE = 16,
	OPTIONS_JOBS = 32,
	OPTIONS_JSON = 64,
	OPTIONS_TITLE = 128,
	OPTIONS_LANGUAGES = 256,
	OPTIONS_KEY = 1024,
	OPTIONS_FORMAT = 2048,
	OPTIONS_ONLY = 4096,
	OPTIONS_VECTORS = 8192,
	OPTIONS_FMT = 16384,      /* --ids, --check */
	OPTIONS_EXCHANGE = 32768, /* --format, -o FILE, --lang */
	OPTIONS_I18N = 65536,     /* what its subcommands take */
	OPTIONS_ENGINE = 131072,
	OPTIONS_SERVE = 262144, /* --address, --port, --poll, --no-follow */
	OPTIONS_WHY = 524288,   /* --why PATH */
	OPTIONS_GLOBAL = 512,   /* --version: only before the command */
};

/* What the command line says. Texts are those of argv and end in NUL; NULL where nothing was said. */
struct options {
	const char *dir;      /* -C */
	const char *out;      /* -o */
	const char *audience; /* "learner" or "facilitator" */
	const char *title, *languages;
	const char *key, *format, *only; /* of `results` */
	const char *lang;                /* of the texts that are exchanged */
	const char *min;                 /* of `i18n status`: "lv=90,ru=80" */
	const char *from;                /* of `i18n gettextize`: a folder */
	const char *vectors;             /* of `score` and `l10n`: a file */
	const char *engine;              /* "c" or "js" */
	const char *why;                 /* of `build`: a page or a source */
	const char *address;             /* of `serve`: "127.0.0.1" */
	int port;                        /* of `serve`, where port_said */
	size_t jobs;                     /* 0: not said */
	bool keep_going, strict, drafts, json, help, version, ids, check, reviewed, all, even_so, port_said, poll,
	    no_follow;
	char **args; /* what is no option */
	int nargs;
};

#define OPTIONS_INIT                                                                                                   \
	{                                                                                                              \
		0                                                                                                      \
	}

/*
 * options_read(o, argc, argv, allowed, why): adds the options after argv[0], in any place among the arguments (only in front
 * of the first one with OPTIONS_GLOBAL in ${allowed}), to what is in ${o}; ${argv} is put in another order. Returns -1
 * with a sentence in ${why}, without a full stop, where they are wrong.
 */
int options_read(struct options *o, int argc, char **argv, unsigned allowed, struct buf *why);

/* options_help(f, allowed): a line for each option. */
void options_help(FILE *f, unsigned allowed);

#endif
