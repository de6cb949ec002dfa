/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/skeleton.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/path.h"
#include "base/stock.h"

/* Where a file comes from and goes to. `%` is the language of its text, `*` the mark of a translation: ".en" or nothing. */
static const struct piece {
	enum skeleton_set set;
	const char *from, *to;
} pieces[] = {
	{ SKELETON_SITE, "site/site.yaml", "site.yaml" }, { SKELETON_SITE, "site/gitignore", ".gitignore" },
	{ SKELETON_COURSE, "course/%/course.yaml", "course.yaml" },
	{ SKELETON_COURSE, "course/%/glossary.md", "glossary*.md" },
	{ SKELETON_COURSE, "course/%/index.md", "10-first-steps/index*.md" },
	{ SKELETON_COURSE, "course/%/lesson.md", "10-first-steps/10-writing-a-lesson*.md" },
	{ SKELETON_COURSE, "course/%/quiz.md", "10-first-steps/90-quiz*.md" },
	{ SKELETON_MODULE, "module/%/index.md", "index*.md" },
	{ SKELETON_LESSON, "lesson/%/lesson.md", "@*.md" }, /* `@`: the name of the lesson */
};

static const char *const spoken[] = { "en", "nb" };

struct str
skeleton_speaks(struct str lang)
{
	for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
		if (str_is(lang, spoken[i]))
			return lang;
	return STR("en");
}

/* ${pattern} with its three signs replaced. */
static struct str
expand(struct arena *a, const char *pattern, struct str text, struct str mark, struct str name)
{
	struct buf b = BUF_INIT;
	struct str s;

	for (; *pattern != '\0'; pattern++)
		switch (*pattern) {
		case '%': buf_str(&b, text); break;
		case '*': buf_str(&b, mark); break;
		case '@': buf_str(&b, name); break;
		default: buf_chr(&b, *pattern);
		}
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

/* Whether YAML takes ${s} as a text without quotation marks, in a block map. */
static bool
plain(struct str s)
{
	static const char *const taken[] = { "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null",
		"NULL" };
	unsigned char first = s.n > 0 ? (unsigned char)s.p[0] : 0;

	if (!((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first >= 0x80))
		return false;
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		if (str_is(s, taken[i]))
			return false;
	return memmem(s.p, s.n, ": ", 2) == NULL && memmem(s.p, s.n, " #", 2) == NULL && s.p[s.n - 1] != ':' &&
	    s.p[s.n - 1] != ' ';
}

/* Control characters were refused before. */
static void
put_yaml(struct buf *b, struct str s)
{
	if (plain(s)) {
		buf_str(b, s);
		return;
	}
	buf_chr(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_chr(b, '\\');
		buf_chr(b, s.p[i]);
	}
	buf_chr(b, '"');
}

/* Writes the value of the word at the beginning of ${rest}, if it is one of ours; how many bytes that word has. */
static size_t
put_value(struct buf *b, const struct skeleton *k, struct str rest)
{
	const struct {
		const char *word;
		struct str value;
		bool yaml;
	} values[] = {
		{ "@title@", k->title, true },
		{ "@course@", k->course, false },
		{ "@languages@", k->languages, false },
		{ "@language@", k->nlangs > 0 ? k->langs[0] : STR_EMPTY, false },
	};

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		if (!str_starts(rest, values[i].word))
			continue;
		if (values[i].yaml)
			put_yaml(b, values[i].value);
		else
			buf_str(b, values[i].value);
		return strlen(values[i].word);
	}
	return 0;
}

static void
fill(struct buf *b, const struct skeleton *k, struct str text)
{
	for (size_t i = 0; i < text.n;) {
		size_t word = text.p[i] == '@' ? put_value(b, k, str_sub(text, i, text.n)) : 0;

		if (word == 0)
			buf_chr(b, text.p[i]);
		i += word > 0 ? word : 1;
	}
}

/* Whether ${p} is written for language ${i} of ${k}: settings and a language without texts only once. */
static bool
wanted(const struct piece *p, const struct skeleton *k, size_t i)
{
	if (p->set != k->set)
		return false;
	if (i == 0)
		return true;
	return strchr(p->to, '*') != NULL && str_eq(skeleton_speaks(k->langs[i]), k->langs[i]);
}

static struct str
target(struct arena *a, const struct piece *p, const struct skeleton *k, size_t i)
{
	struct str mark = i == 0 ? STR_EMPTY : arena_fmt(a, ".%.*s", STR_ARG(k->langs[i]));

	return path_join(a, k->dir, expand(a, p->to, STR_EMPTY, mark, k->name));
}

bool
skeleton_free_way(struct arena *a, const struct skeleton *k, struct diags *d)
{
	bool way = true;

	for (size_t i = 0; i < k->nlangs; i++)
		for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
			struct str to;

			if (!wanted(&pieces[p], k, i))
				continue;
			to = target(a, &pieces[p], k, i);
			if (fs_kind(to.p) == FS_NONE)
				continue;
			diag_add(d, DIAG_NEW_EXISTS, NULL, (struct span){ 0 }, "%.*s", STR_ARG(to));
			way = false;
		}
	return way;
}

static int
write_piece(struct arena *a, const struct piece *p, const struct skeleton *k, size_t i, struct skeleton_files *made,
    struct diags *d)
{
	struct str from = expand(a, p->from, skeleton_speaks(k->langs[i]), STR_EMPTY, STR_EMPTY);
	const struct stock_file *f = stock_builtin(arena_fmt(a, "generator/author/skeleton/%.*s", STR_ARG(from)));
	struct str to = target(a, p, k, i), dir = arena_str(a, path_dir(to));
	struct buf b = BUF_INIT;
	int rc;

	fill(&b, k, f != NULL ? f->bytes : STR_EMPTY);
	rc = dir.n > 0 ? fs_mkdirs(dir.p) : 0;
	if (rc == 0)
		rc = fs_write_new(to.p, buf_view(&b));
	if (rc == 0)
		VEC_PUSH(made, to);
	else if (errno == EEXIST)
		diag_add(d, DIAG_NEW_EXISTS, NULL, (struct span){ 0 }, "%.*s", STR_ARG(to));
	else
		diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(to), strerror(errno));
	buf_free(&b);
	return rc;
}

int
skeleton_write(struct arena *a, const struct skeleton *k, struct skeleton_files *made, struct diags *d)
{
	for (size_t i = 0; i < k->nlangs; i++)
		for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++)
			if (wanted(&pieces[p], k, i) && write_piece(a, &pieces[p], k, i, made, d) < 0)
				return -1;
	return 0;
}
