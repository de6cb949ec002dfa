/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "author/export.h"
#include "repair/fmt.h"
#include "import/import.h"
#include "author/new.h"
#include "base/fs.h"
#include "base/near.h"
#include "base/whole.h"
#include "build/build.h"
#include "cli/building.h"
#include "cli/explain.h"
#include "cli/job.h"
#include "cli/localising.h"
#include "cli/scoring.h"
#include "cli/serving.h"
#include "cli/slips.h"
#include "cli/translating.h"
#include "publish/stage.h"

/* -- the commands -- */

/* public/ is the learners'. */
static bool
lacks_folder(const struct options *o)
{
	return o->audience != NULL && strcmp(o->audience, "facilitator") == 0 && o->out == NULL;
}

static const char folder_needed[] = "--audience facilitator needs a folder of its own: -o DIR";

static enum report_status
run_build(const struct command *c, const struct options *o)
{
	if (lacks_folder(o))
		return report_usage(c->usage, folder_needed);
	return building_run(o);
}

static enum report_status
run_check(const struct command *c, const struct options *o)
{
	(void)c;
	return building_check(o);
}

static enum report_status
run_verify(const struct command *c, const struct options *o)
{
	if (lacks_folder(o))
		return report_usage(c->usage, folder_needed);
	return building_verify(o);
}

static enum report_status
run_rollback(const struct command *c, const struct options *o)
{
	struct job j = { 0 };
	struct commit_result r = { 0 };
	struct stage *stage = NULL;

	(void)c;
	if (job_open(&j, o) == 0)
		stage = stage_open(j.config.root, j.config.out, &j.diags);
	if (stage != NULL && stage_rollback(stage, &r, &j.diags) == 0)
		report_rollback(&r, j.config.out.p);
	return job_close(&j, false);
}

static enum report_status
run_new(const struct command *c, const struct options *o)
{
	struct job j = { 0 };
	struct new_result made = NEW_RESULT_INIT;
	struct new_request r = {
		.name = str_of(o->args[1]), .title = str_of(o->title), .languages = str_of(o->languages)
	};
	int kind = new_kind_of(str_of(o->args[0])), rc;

	if (kind < 0)
		return report_usage(c->usage, "what is to be made: a site, course, module or lesson?");
	r.kind = (enum new_kind)kind;
	if (o->languages != NULL && r.kind != NEW_SITE && r.kind != NEW_COURSE)
		return report_usage(
		    c->usage, "--languages goes with a site or course: a page is written in the course's own");
	rc = r.kind == NEW_SITE ? 0 : job_open(&j, o);
	r.root = j.config.root.n > 0 ? j.config.root : STR(".");
	if (rc == 0)
		rc = new_make(&r, &made, &j.diags);
	for (size_t i = 0; i < made.files.n; i++)
		printf("%s%.*s\n", i == 0 ? "Made:\n  " : "  ", STR_ARG(made.files.v[i]));
	if (rc == 0)
		printf("Next:\n  %.*s\n", STR_ARG(made.next));
	new_free(&made);
	return job_close(&j, false);
}

static enum report_status
run_dump(const struct command *c, const struct options *o)
{
	struct job j = { 0 };

	if (o->nargs > 0 && access(o->args[0], F_OK) < 0)
		return report_usage(c->usage, "there is no such file");
	if (job_open(&j, o) == 0)
		(void)build_dump(
		    &j.config, job_path(&j.arena, j.config.root, o->nargs > 0 ? o->args[0] : NULL), stdout, &j.diags);
	return job_close(&j, false);
}

/* The build's key files of this site, where it is one. */
static enum report_status
run_results(const struct command *c, const struct options *o)
{
	struct arena a = ARENA_INIT;
	struct str root = o->key == NULL ? job_root(&a) : STR_EMPTY, keys = STR_EMPTY;
	enum report_status s;

	if (root.n > 0)
		keys = arena_fmt(&a, "%s/.pensum/keys", root.p);
	s = slips_run(c->usage, keys, o);
	arena_free(&a);
	return s;
}

static enum report_status
run_score(const struct command *c, const struct options *o)
{
	return scoring_run(c->usage, o);
}

static enum report_status
run_serve(const struct command *c, const struct options *o)
{
	return serving_run(c->usage, o);
}

static enum report_status
run_l10n(const struct command *c, const struct options *o)
{
	return localising_run(c->usage, o);
}

static enum report_status
run_fmt(const struct command *c, const struct options *o)
{
	struct job j = { 0 };
	struct fmt_result out = { 0 };
	struct str *files;
	struct fmt_request r = { .nfiles = (size_t)o->nargs, .ids = o->ids, .check = o->check };
	enum report_status s;

	for (int i = 0; i < o->nargs; i++)
		if (access(o->args[i], F_OK) < 0)
			return report_usage(c->usage, "one of the files does not exist");
	if (job_open(&j, o) < 0)
		return job_close(&j, false);
	j.config.drafts = true;
	files = ARENA_ARRAY(&j.arena, struct str, r.nfiles);
	for (int i = 0; i < o->nargs; i++)
		files[i] = job_path(&j.arena, j.config.root, o->args[i]);
	r.files = files;
	if (fmt_run(&j.config, &r, &out, &j.diags) == 0)
		fmt_print(stdout, &r, &out);
	s = o->check && out.changes.n > 0 ? REPORT_CONTENT : REPORT_FINE;
	fmt_free(&out);
	return s == REPORT_FINE ? job_close(&j, false) : (job_close(&j, false), s);
}

/* The place of ${name} in ${names}; -1: it is none of them. */
static int
format_of(const char *name, const char *const *names, int n)
{
	for (int i = 0; name != NULL && i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return i;
	return -1;
}

/* The result into -o FILE or to standard output. */
static void
put_result(struct job *j, const char *file, struct str bytes)
{
	if (file == NULL)
		fwrite(bytes.p, 1, bytes.n, stdout);
	else if (whole_write(file, bytes) < 0)
		diag_add(&j->diags, DIAG_IO, NULL, (struct span){ 0 }, "%s: %s", file, strerror(errno));
}

static enum report_status
run_export(const struct command *c, const struct options *o)
{
	struct job j = { 0 };
	struct buf out = BUF_INIT;
	struct str *what;
	int format = format_of(o->format, formats_names, FORMATS);
	struct export_request r = { .nwhat = (size_t)o->nargs, .lang = str_of(o->lang) };

	if (format < 0)
		return report_usage(c->usage, "--format takes gift or moodle");
	r.format = (enum format)format;
	if (job_open(&j, o) < 0)
		return job_close(&j, false);
	what = ARENA_ARRAY(&j.arena, struct str, r.nwhat);
	for (int i = 0; i < o->nargs; i++)
		what[i] = job_path(&j.arena, j.config.root, o->args[i]);
	r.what = what;
	if (export_run(&j.config, &r, &out, &j.diags) == 0 && diags_worst(&j.diags) < DIAG_ERROR)
		put_result(&j, o->out, buf_view(&out));
	buf_free(&out);
	return job_close(&j, false);
}

/* Needs no site: the page may be looked at before it gets a place in one. */
static enum report_status
run_import(const struct command *c, const struct options *o)
{
	struct job j = { .diags = { .strict = o->strict } };
	struct import_result out = { 0 };
	struct import_request r = { .format = format_of(o->format, formats_names, FORMATS),
		.file = str_of(o->args[0]),
		.lang = str_of(o->lang),
		.keeps_files = o->out != NULL };

	if (o->format != NULL && r.format < 0)
		return report_usage(c->usage, "--format takes gift or moodle");
	if (fs_read(&j.arena, o->args[0], &r.bytes) < 0)
		diag_add(&j.diags, errno == EFBIG ? DIAG_FILE_TOO_LARGE : DIAG_IO, NULL, (struct span){ 0 }, "%s: %s",
		    o->args[0], strerror(errno));
	else if (import_run(&r, &out, &j.diags) == 0 && diags_worst(&j.diags) < DIAG_ERROR) {
		if (o->out == NULL)
			fwrite(out.page.p, 1, out.page.n, stdout);
		else if (import_write(&out, o->out, &j.diags) == 0)
			printf("Written: %s, %zu question%s, %zu left as comments\n", o->out, out.questions,
			    out.questions == 1 ? "" : "s", out.left);
	}
	import_free(&out);
	return job_close(&j, false);
}

static enum report_status
run_i18n(const struct command *c, const struct options *o)
{
	struct job j = { 0 };
	struct buf out = BUF_INIT;
	struct str *what;
	struct workorder order = { .lang = str_of(o->lang), .nwhat = (size_t)o->nargs - 1 };
	enum report_status s;
	int rc;

	if (job_open(&j, o) < 0)
		return job_close(&j, false);
	what = ARENA_ARRAY(&j.arena, struct str, order.nwhat);
	for (size_t i = 0; i < order.nwhat; i++)
		what[i] = job_path(&j.arena, j.config.root, o->args[i + 1]);
	j.config.drafts = true; /* are translated before they are published */
	order.config = &j.config;
	order.what = what;
	rc = translating_run(str_of(o->args[0]), o, &order, &out, &j.diags);
	if (rc != TRANSLATING_USAGE) {
		fwrite(out.p ? out.p : "", 1, out.n, stdout);
		buf_reset(&out);
	}
	if (rc == TRANSLATING_UNKNOWN) {
		BUF_LIT(&out, "there is no such subcommand; there are:\n");
		translating_help(&out);
	}
	buf_chr(&out, '\0');
	s = job_close(&j, false);
	if (rc == TRANSLATING_UNKNOWN || rc == TRANSLATING_USAGE)
		s = report_usage(c->usage, out.p);
	buf_free(&out);
	return s == REPORT_FINE && rc > 0 ? REPORT_CONTENT : s;
}

static enum report_status
run_explain(const struct command *c, const struct options *o)
{
	struct buf why = BUF_INIT;
	struct str name, near;
	int code;

	if (o->nargs == 0) {
		explain_all(stdout);
		return REPORT_FINE;
	}
	name = str_of(o->args[0]);
	code = diag_find(name);
	if (code >= 0) {
		explain_code(stdout, (enum diag_code)code);
		return REPORT_FINE;
	}
	near = explain_near(name);
	buf_fmt(&why, "there is no message called `%s`", o->args[0]);
	if (near.n > 0)
		buf_fmt(&why, "; did you mean `%.*s`?", STR_ARG(near));
	buf_chr(&why, '\0');
	report_usage(c->usage, why.p);
	buf_free(&why);
	return REPORT_USAGE;
}

static void
print_help(const struct command *c)
{
	printf("usage: %s\n\n%s\n\n", c->usage, c->help);
	options_help(stdout, c->options);
}

static enum report_status
run_help(const struct command *c, const struct options *o)
{
	const struct command *about = o->nargs > 0 ? commands_find(str_of(o->args[0])) : NULL;

	if (o->nargs == 0)
		commands_overview(stdout);
	else if (about != NULL)
		print_help(about);
	else
		return report_usage(c->usage, "there is no such command");
	return REPORT_FINE;
}

/* -- the table -- */

static const struct command table[] = {
	{ "build", "pensum build [OPTION]...", "make the site",
	    "Makes the site of this folder, or of the nearest one above that has a site.yaml, and puts it\n"
	    "into public/. Where there are errors, public/ stays as it was.",
	    OPTIONS_OUT | OPTIONS_KEEP_GOING | OPTIONS_STRICT | OPTIONS_DRAFTS | OPTIONS_AUDIENCE | OPTIONS_JOBS |
		OPTIONS_JSON | OPTIONS_WHY,
	    0, 0, run_build },
	{ "check", "pensum check [OPTION]...", "look for all that could be better, without publishing",
	    "Makes the site in memory and tells all that `build` tells, and what takes too long for each build: levels of headings\n"
	    "that are left out, texts that are hard to read, files that no page uses, pages that load too much.",
	    OPTIONS_STRICT | OPTIONS_DRAFTS | OPTIONS_AUDIENCE | OPTIONS_JOBS | OPTIONS_JSON, 0, 0, run_check },
	{ "verify", "pensum verify [OPTION]...", "prove that what was kept is what would be made",
	    "Builds the site, then makes everything once more from the sources alone, and compares each file, byte for byte,\n"
	    "with the one that is published. Where one differs, it names the first and exits with 1.",
	    OPTIONS_OUT | OPTIONS_KEEP_GOING | OPTIONS_STRICT | OPTIONS_DRAFTS | OPTIONS_AUDIENCE | OPTIONS_JOBS, 0, 0,
	    run_verify },
	{ "serve", "pensum serve [OPTION]...", "show the site in a browser while it is written",
	    "Makes the site in memory and shows it at an address of this machine. What is saved is seen at once: open pages\n"
	    "are loaded again, and problems are told here and in the page. public/ stays as it is. Ctrl-C ends it.",
	    OPTIONS_SERVE | OPTIONS_STRICT | OPTIONS_DRAFTS | OPTIONS_AUDIENCE | OPTIONS_JOBS, 0, 0, run_serve },
	{ "rollback", "pensum rollback [-o DIR]", "put back what the last build replaced",
	    "Makes public/ what it was before the last build that changed several files, in one step. Said again, it goes\n"
	    "forward again; so does the next build.",
	    OPTIONS_OUT, 0, 0, run_rollback },
	{ "new", "pensum new site DIR | course NAME | module COURSE/NAME | lesson COURSE/MODULE/NAME",
	    "begin a site, course, module or lesson",
	    "Makes files to begin with; they build at once. Never writes over a file. A name gets the next\n"
	    "number in its folder, and the numbers of folders need not be typed.",
	    OPTIONS_TITLE | OPTIONS_LANGUAGES, 2, 2, run_new },
	{ "dump", "pensum dump [FILE]", "print what was read, as text",
	    "Prints the site as Pensum understands it; with FILE, a page below content/, also that page's parts.",
	    OPTIONS_DRAFTS | OPTIONS_AUDIENCE, 0, 1, run_dump },
	{ "results", "pensum results [--key FILE] [--format FORM] [--only PART] FILE...",
	    "score the codes of result slips again",
	    "Finds the codes of result slips in files (`-`: standard input), with a name in front or not: one a line,\n"
	    "a column of a CSV file, text around them. Scores them with the key files that the build left beside\n"
	    "site.yaml, flags those that do not fit, and prints a list, how each question did, and what was gained.",
	    OPTIONS_KEY | OPTIONS_FORMAT | OPTIONS_ONLY, 1, INT_MAX, run_results },
	{ "score", "pensum score --vectors FILE [--engine WHICH]", "score questions and answers out of a file",
	    "Scores each vector of a file, one question with one answer, and prints a line of JSON for each with its\n"
	    "exact result. docs/vectors.md tells how vectors are written.",
	    OPTIONS_VECTORS | OPTIONS_ENGINE, 0, 0, run_score },
	{ "l10n", "pensum l10n --vectors FILE", "ask what a language does: plurals, dates, order",
	    "Answers each vector of a file, one thing asked of a language, and prints a line of JSON for each: the\n"
	    "plural form of a number, a date, an order of words. docs/vectors.md tells how vectors are written.",
	    OPTIONS_VECTORS, 0, 0, run_l10n },
	{ "fmt", "pensum fmt [--ids] [--check] [FILE]...", "repair pages in place",
	    "Repairs pages, or all of the site: marks, quotation marks in attributes, feedback beside its option,\n"
	    "blank lines around fences; with --ids, ids for what has none. All else stays as it is. With\n"
	    "--check, ends with status 1 where something would be changed.",
	    OPTIONS_FMT, 0, INT_MAX, run_fmt },
	{ "export", "pensum export --format FORM [-o FILE] [--lang TAG] [PAGE|COURSE]...",
	    "write questions for other systems",
	    "Writes the questions of pages, of whole courses, or of all of them as GIFT or as Moodle XML. Tells what\n"
	    "the format cannot hold; with --strict, nothing is written then. docs/exchange.md says what each keeps.",
	    OPTIONS_EXCHANGE | OPTIONS_STRICT | OPTIONS_DRAFTS, 0, INT_MAX, run_export },
	{ "import", "pensum import [--format FORM] [--lang TAG] [-o PAGE.md] FILE",
	    "make a quiz page of another system's questions",
	    "Reads a file of GIFT or of Moodle's XML and writes its questions as a quiz page in Markdown, pictures into\n"
	    "media/ beside it. Tells what could not be taken over as it is; what could not become a question stands in\n"
	    "the page as a comment. Never writes over a file. docs/exchange.md says more.",
	    OPTIONS_EXCHANGE | OPTIONS_STRICT, 1, 1, run_import },
	{ "i18n", "pensum i18n SUBCOMMAND [OPTION]... [COURSE|MODULE|PAGE]...", "work on translations",
	    "Makes and keeps the files that translators work with: `extract` writes templates, `merge` makes and updates\n"
	    "catalogues, `status` tells what is translated. docs/translating.md tells of each, with examples.",
	    OPTIONS_I18N | OPTIONS_STRICT, 1, INT_MAX, run_i18n },
	{ "explain", "pensum explain [NAME]", "tell more about a message",
	    "Tells what the message called NAME means and how to put it right. The name stands in brackets at\n"
	    "the end of each message. Without NAME, lists them all.",
	    0, 0, 1, run_explain },
	{ "help", "pensum help [COMMAND]", "tell how to use a command",
	    "Tells how to use a command; without one, lists them.", 0, 0, 1, run_help },
};

enum { COMMANDS = sizeof table / sizeof *table };

const struct command *
commands_find(struct str name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (str_is(name, table[i].name))
			return &table[i];
	return NULL;
}

struct str
commands_near(struct str name)
{
	struct near near;

	near_begin(&near, name);
	for (size_t i = 0; i < COMMANDS; i++)
		near_try(&near, str_of(table[i].name));
	return near_best(&near);
}

void
commands_overview(FILE *f)
{
	fputs("usage: pensum [-C DIR] COMMAND [OPTION]... [ARGUMENT]...\n\n"
	      "Pensum makes a training site in many languages out of Markdown.\n\n",
	    f);
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(f, "  %-10s %s\n", table[i].name, table[i].summary);
	fputs("\n`pensum help COMMAND` tells more. Options for all:\n\n", f);
	options_help(f, OPTIONS_GLOBAL);
}

/* -C, as make and git have it: everything after it is seen from there. */
static int
change_dir(const char *dir, struct buf *why)
{
	if (dir == NULL || chdir(dir) == 0)
		return 0;
	buf_fmt(why, "-C %s: %s", dir, strerror(errno));
	return -1;
}

enum report_status
commands_run(const struct command *c, struct options *o, int argc, char **argv)
{
	struct buf why = BUF_INIT;
	enum report_status s;
	int rc = options_read(o, argc, argv, c->options, &why);

	if (rc == 0 && !o->help && (o->nargs < c->min || o->nargs > c->max)) {
		buf_cstr(&why, o->nargs > c->max ? "too many arguments" : "something is missing");
		rc = -1;
	}
	if (rc == 0 && !o->help)
		rc = change_dir(o->dir, &why);
	buf_chr(&why, '\0');
	if (rc < 0)
		s = report_usage(c->usage, why.p);
	else if (o->help)
		print_help(c), s = REPORT_FINE;
	else
		s = c->run(c, o);
	buf_free(&why);
	return s;
}
