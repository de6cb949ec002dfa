/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/new.h"

#include <errno.h>
#include <string.h>

#include "author/naming.h"
#include "author/numbering.h"
#include "base/fs.h"
#include "base/near.h"
#include "base/path.h"
#include "base/stock.h"
#include "base/slug.h"
#include "model/value.h"
#include "read/yaml.h"

static const char *const kinds[] = { "site", "course", "module", "lesson" };

enum { LANGUAGES_MAX = 64, NAME_MAX_BYTES = 100 };

/* One request on its way. Texts are in the result's arena. */
struct making {
	const struct new_request *r;
	struct new_result *out;
	struct arena *a;
	struct diags *d;
	struct str root; /* "" for the current folder: as paths are shown */
	struct str langs[LANGUAGES_MAX];
	size_t nlangs;
};

int
new_kind_of(struct str word)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(word, kinds[i]))
			return (int)i;
	return -1;
}

static int
refuse(struct making *m, const char *fmt, struct str what)
{
	struct str detail = arena_fmt(m->a, "%.*s", STR_ARG(what));

	diag_add(m->d, DIAG_NEW_NAME, NULL, (struct span){ 0 }, "`%s` %s", detail.p, fmt);
	return -1;
}

/* -- languages -- */

static int
add_language(struct making *m, struct str tag)
{
	if (!naming_tag(tag) || m->nlangs == LANGUAGES_MAX)
		return refuse(m, "is no language tag like `nb` or `en`", tag);
	for (size_t i = 0; i < m->nlangs; i++)
		if (str_eq(m->langs[i], tag))
			return refuse(m, "is there twice", tag);
	m->langs[m->nlangs++] = tag;
	return 0;
}

static int
add_languages(struct making *m, struct str list)
{
	while (list.n > 0)
		if (add_language(m, str_trim(str_cut(&list, ','))) < 0)
			return -1;
	return 0;
}

/* A new site has the built-in locales only: another language would not build. */
static int
check_locales(struct making *m)
{
	for (size_t i = 0; i < m->nlangs; i++) {
		struct diag *g;

		if (stock_builtin(arena_fmt(m->a, "locales/%.*s.yaml", STR_ARG(m->langs[i]))) != NULL)
			continue;
		g = diag_add(m->d, DIAG_NEW_NAME, NULL, (struct span){ 0 }, "the interface has no texts in `%.*s` yet",
		    STR_ARG(m->langs[i]));
		diag_note(m->d, g,
		    "begin with a language it has, write locales/%.*s.yaml, then add `%.*s` to site.yaml",
		    STR_ARG(m->langs[i]), STR_ARG(m->langs[i]));
		return -1;
	}
	return 0;
}

/* The map in ${file} of the site, or NULL (diagnosed). */
static const struct value *
settings(struct making *m, const char *file)
{
	struct source src = { .path = str_of(file) };
	struct str path = path_join(m->a, m->root, src.path);
	const struct value *v;

	if (fs_read(m->a, path.p, &src.bytes) < 0) {
		diag_add(m->d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(path), strerror(errno));
		return NULL;
	}
	v = yaml_read(m->a, &src, src.bytes, 1, m->d);
	return v;
}

/* Takes over `language` and `languages` of ${map}, in this order; wrong ones are for the build to tell. */
static void
take_languages(struct making *m, const struct value *map)
{
	const struct value *one = value_get(map, "language"), *all = value_get(map, "languages");

	if (one != NULL && one->kind == VALUE_TEXT && naming_tag(one->text))
		m->langs[m->nlangs++] = one->text;
	if (all == NULL || all->kind != VALUE_LIST)
		return;
	for (size_t i = 0; i < all->n && m->nlangs < LANGUAGES_MAX; i++) {
		struct str tag = all->as.items[i].text;

		if (naming_tag(tag) && (one == NULL || !str_eq(tag, one->text)))
			m->langs[m->nlangs++] = tag;
	}
}

/* Those of the request, each one of the site's; else those of the site. */
static int
course_languages(struct making *m)
{
	const struct value *v = settings(m, "site.yaml");
	struct making asked = { .a = m->a, .d = m->d };

	if (v == NULL)
		return -1;
	take_languages(m, v);
	if (m->nlangs == 0 && add_language(m, STR("en")) < 0)
		return -1;
	if (m->r->languages.n == 0)
		return 0;
	if (add_languages(&asked, m->r->languages) < 0)
		return -1;
	for (size_t i = 0; i < asked.nlangs; i++) {
		size_t k = 0;

		while (k < m->nlangs && !str_eq(m->langs[k], asked.langs[i]))
			k++;
		if (k == m->nlangs)
			return refuse(m, "is not among the languages in site.yaml", asked.langs[i]);
	}
	memcpy(m->langs, asked.langs, sizeof m->langs);
	m->nlangs = asked.nlangs;
	return 0;
}

/* Of a page: only the language the course is written in. The translations come when the text is there. */
static int
page_language(struct making *m, struct str course)
{
	const struct value *v = settings(m, arena_fmt(m->a, "content/%.*s/course.yaml", STR_ARG(course)).p);

	if (v == NULL)
		return -1;
	take_languages(m, v);
	if (m->nlangs == 0 && course_languages(m) < 0)
		return -1;
	m->nlangs = 1;
	return 0;
}

/* -- names and titles -- */

/* The title asked for, else what the author typed as the name if that was no file name yet. */
static struct str
title_for(struct making *m, struct str typed, struct str slug)
{
	if (m->r->title.n > 0)
		return m->r->title;
	return str_eq(typed, slug) ? naming_title(m->a, slug) : typed;
}

/* A file name: ASCII, lower case; an own leading number stays. Empty (diagnosed) where nothing is left. */
static struct str
file_name(struct making *m, struct str typed)
{
	struct str slug = slug_of(m->a, typed, m->nlangs > 0 ? m->langs[0] : STR_EMPTY);

	if (slug.n > NAME_MAX_BYTES)
		slug.n = NAME_MAX_BYTES;
	if (slug.n == 0)
		refuse(m, "leaves nothing for a file name", typed);
	return slug;
}

/* Cuts "content/course/module/lesson" into exactly ${n} parts; "content/" may be missing. */
static int
parts(struct making *m, struct str *part, size_t n)
{
	static const char *const wanted[] = { "", "NAME", "COURSE/NAME", "COURSE/MODULE/NAME" };
	struct str rest = m->r->name;
	size_t i = 0;

	if (str_starts(rest, "./"))
		rest = str_sub(rest, 2, rest.n);
	if (str_starts(rest, "content/"))
		rest = str_sub(rest, 8, rest.n);
	while (rest.n > 0 && rest.p[rest.n - 1] == '/')
		rest.n--;
	for (; rest.n > 0 && i < n; i++)
		part[i] = str_cut(&rest, '/');
	if (i == n && rest.n == 0 && part[n - 1].n > 0 && part[0].n > 0 && naming_printable(m->r->name))
		return 0;
	return refuse(m, arena_fmt(m->a, "is not %s", wanted[n]).p, m->r->name);
}

/*
 * The folder called ${name} (its number may be left out) in ${dir}, as it is called on disk; ${with} must be in it, if
 * not empty. Empty (diagnosed, with a suggestion) where there is none.
 */
static struct str
existing(struct making *m, struct str dir, struct str name, const char *what, struct str with)
{
	struct str path = path_join(m->a, m->root, dir), found = STR_EMPTY;
	struct fs_entries entries = { 0 };
	const struct fs_entry *e = NULL;
	struct near near;
	struct diag *g;
	int number;

	near_begin(&near, name);
	if (fs_list(m->a, path.p, &entries) == 0)
		e = numbering_find(&entries, name);
	for (size_t i = 0; i < entries.n; i++)
		if (entries.v[i].kind == FS_DIR)
			near_try(&near, numbering_split(entries.v[i].name, &number));
	if (e != NULL && e->kind == FS_DIR &&
	    (with.n == 0 ||
		fs_kind(arena_fmt(m->a, "%s/%.*s/%.*s", path.p, STR_ARG(e->name), STR_ARG(with)).p) == FS_FILE))
		found = e->name;
	VEC_FREE(&entries);
	if (found.n > 0)
		return found;
	g = diag_add(m->d, DIAG_NEW_NAME, NULL, (struct span){ 0 }, "there is no %s `%.*s` in %.*s/", what,
	    STR_ARG(name), STR_ARG(dir));
	if (near_best(&near).n > 0 && !str_eq(near_best(&near), name))
		diag_note(m->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	return STR_EMPTY;
}

/* "20-" in front of ${slug}, unless it has a number. Empty (diagnosed) where the name is taken or no number is left. */
static struct str
numbered(struct making *m, struct str dir, struct str slug)
{
	struct str path = path_join(m->a, m->root, dir), name, result = STR_EMPTY;
	struct fs_entries entries = { 0 };
	const struct fs_entry *e;
	int number, next;

	(void)fs_list(m->a, path.p, &entries);
	name = numbering_split(slug, &number);
	e = numbering_find(&entries, name);
	next = numbering_next(&entries);
	if (e != NULL)
		diag_add(m->d, DIAG_NEW_EXISTS, NULL, (struct span){ 0 }, "%s/%.*s", path.p, STR_ARG(e->name));
	else if (number >= 0)
		result = slug;
	else if (next < 0)
		refuse(m, "finds no free number of two digits; give it one, as in 15-name", slug);
	else
		result = arena_fmt(m->a, "%02d-%.*s", next, STR_ARG(slug));
	VEC_FREE(&entries);
	return result;
}

/* -- the four -- */

static struct str
comma_list(struct making *m)
{
	struct str list = m->nlangs > 0 ? m->langs[0] : STR_EMPTY;

	for (size_t i = 1; i < m->nlangs; i++)
		list = arena_fmt(m->a, "%.*s, %.*s", STR_ARG(list), STR_ARG(m->langs[i]));
	return list;
}

static struct skeleton
skeleton(struct making *m, enum skeleton_set set, struct str dir, struct str title)
{
	return (struct skeleton){ .set = set,
		.dir = path_join(m->a, m->root, dir),
		.title = title,
		.course = STR_EMPTY,
		.languages = comma_list(m),
		.langs = m->langs,
		.nlangs = m->nlangs };
}

/* All or nothing, as far as the disk lets us: the way is looked at first. */
static int
write_both(struct making *m, const struct skeleton *one, const struct skeleton *two)
{
	bool way = skeleton_free_way(m->a, one, m->d);

	if (two != NULL)
		way &= skeleton_free_way(m->a, two, m->d);
	if (!way || skeleton_write(m->a, one, &m->out->files, m->d) < 0)
		return -1;
	return two != NULL ? skeleton_write(m->a, two, &m->out->files, m->d) : 0;
}

static int
make_site(struct making *m)
{
	struct str dir = m->r->name, title;
	struct skeleton site, course;
	bool nb;

	while (dir.n > 1 && dir.p[dir.n - 1] == '/')
		dir.n--;
	dir = arena_str(m->a, dir);
	if (dir.n == 0 || !naming_printable(dir))
		return refuse(m, "is no name for a folder", dir);
	if (add_languages(m, m->r->languages.n > 0 ? m->r->languages : STR("en")) < 0 || check_locales(m) < 0)
		return -1;
	title = m->r->title.n > 0 ? m->r->title : naming_title(m->a, naming_folder(m->a, dir));
	m->root = str_is(dir, ".") ? STR_EMPTY : dir;
	site = skeleton(m, SKELETON_SITE, STR_EMPTY, title);
	nb = str_is(skeleton_speaks(m->langs[0]), "nb");
	course = skeleton(
	    m, SKELETON_COURSE, STR("content/first-course"), nb ? STR("Mitt første kurs") : STR("My first course"));
	course.course = STR("first-course");
	if (m->root.n > 0)
		m->out->next = arena_fmt(m->a, "cd %.*s && pensum build", STR_ARG(naming_shell(m->a, dir)));
	return write_both(m, &site, &course);
}

static int
make_course(struct making *m)
{
	struct str name, slug;
	struct skeleton k;

	if (parts(m, &name, 1) < 0 || course_languages(m) < 0 || (slug = file_name(m, name)).n == 0)
		return -1;
	k = skeleton(m, SKELETON_COURSE, path_join(m->a, STR("content"), slug), title_for(m, name, slug));
	k.course = slug;
	return write_both(m, &k, NULL);
}

static int
make_module(struct making *m)
{
	struct str part[2], course, slug, dir, title;
	struct skeleton module, lesson;
	bool nb;

	if (parts(m, part, 2) < 0 ||
	    (course = existing(m, STR("content"), part[0], "course", STR("course.yaml"))).n == 0 ||
	    page_language(m, course) < 0 || (slug = file_name(m, part[1])).n == 0)
		return -1;
	dir = path_join(m->a, STR("content"), course);
	title = title_for(m, part[1], slug);
	slug = numbered(m, dir, slug);
	if (slug.n == 0)
		return -1;
	dir = path_join(m->a, dir, slug);
	module = skeleton(m, SKELETON_MODULE, dir, title);
	nb = str_is(skeleton_speaks(m->langs[0]), "nb");
	lesson = skeleton(m, SKELETON_LESSON, dir, nb ? STR("Den første leksjonen") : STR("The first lesson"));
	lesson.name = STR("10-first-lesson");
	return write_both(m, &module, &lesson);
}

static int
make_lesson(struct making *m)
{
	struct str part[3], course, module, slug, dir;
	struct skeleton k;

	if (parts(m, part, 3) < 0 ||
	    (course = existing(m, STR("content"), part[0], "course", STR("course.yaml"))).n == 0)
		return -1;
	dir = path_join(m->a, STR("content"), course);
	module = existing(m, dir, part[1], "module", STR_EMPTY);
	if (module.n == 0 || page_language(m, course) < 0 || (slug = file_name(m, part[2])).n == 0)
		return -1;
	dir = path_join(m->a, dir, module);
	k = skeleton(m, SKELETON_LESSON, dir, title_for(m, part[2], slug));
	k.name = numbered(m, dir, slug);
	return k.name.n > 0 ? write_both(m, &k, NULL) : -1;
}

int
new_make(const struct new_request *r, struct new_result *out, struct diags *d)
{
	static int (*const make[])(struct making *) = { make_site, make_course, make_module, make_lesson };
	struct making m = { .r = r, .out = out, .a = &out->arena, .d = d };

	m.root = str_is(r->root, ".") ? STR_EMPTY : arena_str(m.a, r->root);
	out->next = STR("pensum build");
	if (!naming_printable(r->title))
		return refuse(&m, "cannot be a title: it has control characters", r->title);
	return make[r->kind](&m);
}

void
new_free(struct new_result *out)
{
	VEC_FREE(&out->files);
	arena_free(&out->arena);
}
