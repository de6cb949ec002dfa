/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <getopt.h>
#include <string.h>

#include "base/near.h"

enum { JOBS_MAX = 256, PORT_MAX = 65535 };

/* What getopt returns for options without a letter: above all letters. */
enum {
	STRICT = 256,
	DRAFTS,
	AUDIENCE,
	JSON,
	TITLE,
	LANGUAGES,
	KEY,
	FORMAT,
	ONLY,
	VECTORS,
	ENGINE,
	IDS,
	CHECK,
	LANG,
	MIN,
	FROM,
	REVIEWED,
	ALL,
	EVEN_SO,
	ADDRESS,
	WHY,
	PORT,
	POLL,
	NO_FOLLOW
};

/* One row an option: what getopt needs, and the help. `id` is what getopt returns. */
static const struct row {
	int id; /* the letter, or one of the numbers above */
	const char *name;
	unsigned flag;     /* 0: goes with every command */
	const char *value; /* NULL: takes none */
	const char *help;
} rows[] = {
	{ 'C', NULL, 0, "DIR", "work as if started in the folder DIR" },
	{ 'o', "output", OPTIONS_OUT, "DIR", "write the site into DIR (public/ beside site.yaml)" },
	{ 'o', "output", OPTIONS_EXCHANGE, "FILE", "write into FILE (standard output)" },
	{ 'o', "output", OPTIONS_I18N, "FILE", "write into FILE" },
	{ 'k', "keep-going", OPTIONS_KEEP_GOING, NULL, "publish what is right in spite of errors" },
	{ STRICT, "strict", OPTIONS_STRICT, NULL, "take warnings for errors" },
	{ DRAFTS, "drafts", OPTIONS_DRAFTS, NULL, "also pages that say `draft: yes`" },
	{ AUDIENCE, "audience", OPTIONS_AUDIENCE, "WHO", "learner, or facilitator: with the trainer's notes" },
	{ 'j', "jobs", OPTIONS_JOBS, "N", "work on N pages at once (as many as there are processors)" },
	{ JSON, "json", OPTIONS_JSON, NULL, "one JSON object a line on standard output, for programs" },
	{ TITLE, "title", OPTIONS_TITLE, "TEXT", "title of what is made (made from its name)" },
	{ LANGUAGES, "languages", OPTIONS_LANGUAGES, "LIST", "languages, the first one's own: nb,en" },
	{ KEY, "key", OPTIONS_KEY, "FILE", "key file, or a folder of them (.pensum/keys/)" },
	{ FORMAT, "format", OPTIONS_FORMAT, "FORM", "table, csv or json (table)" },
	{ FORMAT, "format", OPTIONS_EXCHANGE, "FORM", "gift or moodle: Moodle's XML" },
	{ LANG, "lang", OPTIONS_EXCHANGE, "TAG", "language of the questions: nb" },
	{ FORMAT, "format", OPTIONS_I18N, "FORM", "text, html or json (text)" },
	{ LANG, "lang", OPTIONS_I18N, "TAG", "that language only (all but the source language)" },
	{ MIN, "min", OPTIONS_I18N, "LIST", "least per cent of words that are up to date: lv=90,ru=80" },
	{ FROM, "from", OPTIONS_I18N, "DIR", "translations to be paired lie in DIR, at the paths of their sources" },
	{ REVIEWED, "reviewed", OPTIONS_I18N, NULL, "a person has read them: they need not be confirmed" },
	{ ALL, "all", OPTIONS_I18N, NULL, "touch all of the site, or of what is named" },
	{ EVEN_SO, "even-so", OPTIONS_I18N, NULL, "touch also where a number or a negation was changed" },
	{ CHECK, "check", OPTIONS_I18N, NULL, "touch: write nothing, tell what would be done" },
	{ ONLY, "only", OPTIONS_ONLY, "PART", "people, questions or gain (all)" },
	{ VECTORS, "vectors", OPTIONS_VECTORS, "FILE", "the vectors, a list in JSON (`-`: standard input)" },
	{ ENGINE, "engine", OPTIONS_ENGINE, "WHICH",
	    "c: the reference scorer, or js: the pages' script, under Node.js (c)" },
	{ IDS, "ids", OPTIONS_FMT, NULL, "also give ids to what has none" },
	{ CHECK, "check", OPTIONS_FMT, NULL, "change nothing, tell what would be changed" },
	{ WHY, "why", OPTIONS_WHY, "PATH", "tell why that page was made again, or what it rests on" },
	{ ADDRESS, "address", OPTIONS_SERVE, "ADDRESS",
	    "answer at this address of the machine (127.0.0.1: to itself only)" },
	{ PORT, "port", OPTIONS_SERVE, "N",
	    "answer at this port; 0: any that is free (8000, or the next that is free)" },
	{ POLL, "poll", OPTIONS_SERVE, NULL,
	    "look for changes again and again, where the system does not tell of them" },
	{ NO_FOLLOW, "no-follow", OPTIONS_SERVE, NULL, "do not lead the browser to the page that is edited" },
	{ 'V', "version", OPTIONS_GLOBAL, NULL, "print the version" },
	{ 'h', "help", 0, NULL, "print this help" },
};

enum { ROWS = sizeof rows / sizeof *rows };

static bool
goes(const struct row *r, unsigned allowed)
{
	return r->flag == 0 || (r->flag & allowed) != 0;
}

static void
fill_tables(unsigned allowed, struct option *longs, char *shorts)
{
	*shorts++ = (allowed & OPTIONS_GLOBAL) ? '+' : '-'; /* '-': arguments come as they stand, value 1 */
	*shorts++ = ':';
	for (size_t i = 0; i < ROWS; i++) {
		if (!goes(&rows[i], allowed))
			continue;
		if (rows[i].name != NULL)
			*longs++ = (struct option){ rows[i].name, rows[i].value != NULL, NULL, rows[i].id };
		if (rows[i].id < 256) {
			*shorts++ = (char)rows[i].id;
			if (rows[i].value != NULL)
				*shorts++ = ':';
		}
	}
	*longs = (struct option){ 0 };
	*shorts = '\0';
}

static int
read_jobs(struct options *o, const char *value, struct buf *why)
{
	size_t n = 0;

	for (const char *p = value; *p != '\0' && n <= JOBS_MAX; p++)
		n = *p >= '0' && *p <= '9' ? 10 * n + (size_t)(*p - '0') : JOBS_MAX + 1;
	if (n < 1 || n > JOBS_MAX) {
		buf_fmt(why, "--jobs takes a number from 1 to %d, not `%s`", JOBS_MAX, value);
		return -1;
	}
	o->jobs = n;
	return 0;
}

static int
read_audience(struct options *o, const char *value, struct buf *why)
{
	if (strcmp(value, "learner") != 0 && strcmp(value, "facilitator") != 0) {
		buf_fmt(why, "--audience takes learner or facilitator, not `%s`", value);
		return -1;
	}
	o->audience = value;
	return 0;
}

static int
read_engine(struct options *o, const char *value, struct buf *why)
{
	if (strcmp(value, "c") != 0 && strcmp(value, "js") != 0) {
		buf_fmt(why, "--engine takes c or js, not `%s`", value);
		return -1;
	}
	o->engine = value;
	return 0;
}

static int
read_port(struct options *o, const char *value, struct buf *why)
{
	int n = *value == '\0' ? PORT_MAX + 1 : 0;

	for (const char *p = value; *p != '\0' && n <= PORT_MAX; p++)
		n = *p >= '0' && *p <= '9' ? 10 * n + (*p - '0') : PORT_MAX + 1;
	if (n > PORT_MAX) {
		buf_fmt(why, "--port takes a number from 0 to %d, not `%s`", PORT_MAX, value);
		return -1;
	}
	o->port = n;
	o->port_said = true;
	return 0;
}

static int
take(struct options *o, int id, char *value, struct buf *why)
{
	switch (id) {
	case 'C': o->dir = value; return 0;
	case 'o': o->out = value; return 0;
	case 'k': o->keep_going = true; return 0;
	case STRICT: o->strict = true; return 0;
	case DRAFTS: o->drafts = true; return 0;
	case AUDIENCE: return read_audience(o, value, why);
	case 'j': return read_jobs(o, value, why);
	case JSON: o->json = true; return 0;
	case TITLE: o->title = value; return 0;
	case LANGUAGES: o->languages = value; return 0;
	case KEY: o->key = value; return 0;
	case LANG: o->lang = value; return 0;
	case FORMAT: o->format = value; return 0;
	case ONLY: o->only = value; return 0;
	case MIN: o->min = value; return 0;
	case FROM: o->from = value; return 0;
	case REVIEWED: o->reviewed = true; return 0;
	case ALL: o->all = true; return 0;
	case EVEN_SO: o->even_so = true; return 0;
	case VECTORS: o->vectors = value; return 0;
	case ENGINE: return read_engine(o, value, why);
	case IDS: o->ids = true; return 0;
	case CHECK: o->check = true; return 0;
	case WHY: o->why = value; return 0;
	case ADDRESS: o->address = value; return 0;
	case PORT: return read_port(o, value, why);
	case POLL: o->poll = true; return 0;
	case NO_FOLLOW: o->no_follow = true; return 0;
	case 'V': o->version = true; return 0;
	case 'h': o->help = true; return 0;
	default: return -1;
	}
}

/* An option may mean one thing to one command, another to others: the row that goes, else any. */
static const struct row *
row_of(int id, unsigned allowed)
{
	const struct row *any = NULL;

	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].id == id && (any == NULL || goes(&rows[i], allowed)))
			any = &rows[i];
	return any;
}

/* The long option ${word} is none, or the beginning of several. */
static int
unknown_long(const char *word, unsigned allowed, struct buf *why)
{
	struct near near;
	struct str name = str_of(word + 2);

	name.n = str_find(name, '=');
	buf_fmt(why, "there is no option `--%.*s`", STR_ARG(name));
	near_begin(&near, name);
	for (size_t i = 0; i < ROWS; i++) {
		if (rows[i].name == NULL || !goes(&rows[i], allowed))
			continue;
		near_try(&near, str_of(rows[i].name));
		if (name.n > 0 && strncmp(rows[i].name, name.p, name.n) == 0) {
			near.best = str_of(rows[i].name); /* a beginning is meant, whatever its distance */
			break;
		}
	}
	if (near_best(&near).n > 0)
		buf_fmt(why, "; did you mean `--%.*s`?", STR_ARG(near_best(&near)));
	return -1;
}

/* What getopt calls wrong: ${word} is the argument it stopped at. */
static int
explain_wrong(int got, const char *word, unsigned allowed, struct buf *why)
{
	const struct row *r = row_of(optopt, allowed);
	bool is_long = strncmp(word, "--", 2) == 0;

	if (optopt == 0 && is_long)
		return unknown_long(word, allowed, why);
	if (optopt <= ' ' || (optopt > '~' && r == NULL))
		buf_cstr(why, "there is no such option");
	else if (r == NULL || !goes(r, allowed))
		buf_fmt(why, "there is no option `-%c`", optopt);
	else if (r->name != NULL && is_long)
		buf_fmt(why, got == ':' ? "--%s needs a value" : "--%s takes no value", r->name);
	else
		buf_fmt(why, "-%c needs a value", optopt);
	return -1;
}

int
options_read(struct options *o, int argc, char **argv, unsigned allowed, struct buf *why)
{
	struct option longs[ROWS + 1];
	char shorts[2 * ROWS + 3];
	int got, kept = 0;

	fill_tables(allowed, longs, shorts);
	opterr = 0;
	optind = 0; /* glibc: begin anew */
	while ((got = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (got == 1)
			argv[kept++] = optarg; /* in place: there are never more than were read */
		else if (got == '?' || got == ':')
			return explain_wrong(got, argv[optind - 1], allowed, why);
		else if (take(o, got, optarg, why) < 0)
			return -1;
	}
	while (optind < argc)
		argv[kept++] = argv[optind++];
	o->args = argv;
	o->nargs = kept;
	return 0;
}

void
options_help(FILE *f, unsigned allowed)
{
	for (size_t i = 0; i < ROWS; i++) {
		char left[64];
		const struct row *r = &rows[i];

		if (!goes(r, allowed))
			continue;
		snprintf(left, sizeof left, "%c%c%s%s%s%s%s", r->id < 256 ? '-' : ' ', r->id < 256 ? r->id : ' ',
		    r->name != NULL ? (r->id < 256 ? ", " : "  ") : "", r->name != NULL ? "--" : "",
		    r->name != NULL ? r->name : "", r->value != NULL ? " " : "", r->value != NULL ? r->value : "");
		fprintf(f, "  %-22s %s\n", left, r->help);
	}
}
