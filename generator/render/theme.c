/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/near.h"
#include "base/path.h"
#include "base/stock.h"
#include "render/theme.h"

/* Names of files below ${dir}, collected once: first found, first kept. */
struct names {
	struct arena *a;
	struct map seen;
	struct names_vec VEC_OF(struct str) all;
};

enum { DEPTH = 8 }; /* of folders in a theme; also the end of a loop of links */

static void
name_add(struct names *n, struct str name)
{
	map_add(&n->seen, name, n);
	if (n->seen.n > n->all.n)
		VEC_PUSH(&n->all, name);
}

static void
walk(struct names *n, struct str dir, struct str below, int depth)
{
	struct fs_entries es = { 0 };

	if (depth > DEPTH || fs_list(n->a, path_join(n->a, dir, below).p, &es) < 0)
		return;
	for (size_t i = 0; i < es.n; i++) {
		struct str name = path_join(n->a, below, es.v[i].name);

		if (es.v[i].name.n && es.v[i].name.p[0] == '.')
			continue;
		if (es.v[i].kind == FS_DIR)
			walk(n, dir, name, depth + 1);
		if (es.v[i].kind == FS_FILE)
			name_add(n, name);
	}
	VEC_FREE(&es);
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* names_of(site, a, sub, n): all files of the theme below its folder ${sub} ("assets/", ""), sorted. */
static void
names_of(const struct site *site, struct arena *a, const char *sub, struct names *n)
{
	struct str own = arena_fmt(a, "%.*s/themes/%.*s/%s", STR_ARG(site->config->root), STR_ARG(site->theme), sub);
	struct str over = arena_fmt(a, "%.*s/themes/default/%s", STR_ARG(site->config->root), sub);
	struct str stock = arena_fmt(a, "themes/default/%s", sub);

	n->a = a;
	walk(n, own, STR_EMPTY, 0);
	walk(n, over, STR_EMPTY, 0);
	for (size_t i = 0; i < stock_count; i++)
		if (str_starts(stock_files[i].path, stock.p))
			name_add(n, str_sub(stock_files[i].path, stock.n, stock_files[i].path.n));
	if (n->all.n)
		qsort(n->all.v, n->all.n, sizeof *n->all.v, by_bytes);
}

static void
names_free(struct names *n)
{
	map_free(&n->seen);
	VEC_FREE(&n->all);
}

/* file_read(site, a, name, path, out): from the site's theme, else from the default one. */
static int
file_read(const struct site *site, struct arena *a, struct str name, struct str *path, struct str *out)
{
	*path = arena_fmt(a, "themes/%.*s/%.*s", STR_ARG(site->theme), STR_ARG(name));
	if (stock_read(a, site->config->root, *path, out) == 0)
		return 0;
	if ((errno != ENOENT && errno != ENOTDIR) || str_is(site->theme, "default"))
		return -1;
	*path = arena_fmt(a, "themes/default/%.*s", STR_ARG(name));
	return stock_read(a, site->config->root, *path, out);
}

/* hashed(a, name, bytes): "assets/theme-0123456789abcdef.css". */
static struct str
hashed(struct arena *a, struct str name, struct str bytes)
{
	struct str ext = path_ext(name), stem = str_sub(name, 0, name.n - ext.n);
	char hex[17];

	hash_hex(hash_bytes(bytes), hex);
	return arena_fmt(a, "assets/%.*s-%s%.*s", STR_ARG(stem), hex, STR_ARG(ext));
}

/* A style sheet of the built-in theme, or a copy of it, is taken as small as it was made with the program; a site's own as it is. */
static struct str
small_sheet(struct arena *a, struct str path, struct str bytes)
{
	const struct stock_file *own = stock_builtin(path), *small;

	if (own == NULL || !str_eq(own->bytes, bytes))
		return bytes;
	small = stock_builtin(arena_fmt(a, "minified/%.*s", STR_ARG(path)));
	return small ? small->bytes : bytes;
}

/* All sheets of style/, by name one behind the other: the bytes of `theme.css`. -1: one cannot be read (diagnosed). */
static int
join_sheets(const struct site *site, struct arena *a, struct str *out, struct diags *d)
{
	struct names n = { 0 };
	struct buf all = BUF_INIT;
	int r = 0;

	names_of(site, a, "style/", &n);
	for (size_t i = 0; i < n.all.n; i++) {
		struct str path, bytes;

		if (!str_ends(n.all.v[i], ".css"))
			continue;
		if (file_read(site, a, arena_fmt(a, "style/%.*s", STR_ARG(n.all.v[i])), &path, &bytes) < 0) {
			diag_add(
			    d, DIAG_IO, &(struct source){ path, STR_EMPTY }, (struct span){ 0 }, "%s", strerror(errno));
			r = -1;
			continue;
		}
		buf_str(&all, small_sheet(a, path, bytes));
		if (all.n > 0 && all.p[all.n - 1] != '\n')
			buf_chr(&all, '\n');
	}
	*out = arena_str(a, buf_view(&all));
	buf_free(&all);
	names_free(&n);
	return r;
}

static bool
theme_exists(const struct site *site, struct arena *a)
{
	struct str dir = arena_fmt(a, "%.*s/themes/%.*s", STR_ARG(site->config->root), STR_ARG(site->theme));

	if (str_is(site->theme, "default"))
		return true;
	if (str_find(site->theme, '/') < site->theme.n || str_starts(site->theme, "."))
		return false;
	return fs_kind(dir.p) == FS_DIR;
}

static void
refuse_theme(const struct site *site, struct arena *a, struct diags *d)
{
	const struct value *v = value_get(site->settings, "theme");
	struct diag *g = diag_add(d, DIAG_THEME_MISSING, &site->src, v ? v->at : (struct span){ 0 },
	    "there is no folder `themes/%.*s/`", STR_ARG(site->theme));
	struct fs_entries there = { 0 };
	struct near near;

	near_begin(&near, site->theme);
	near_try(&near, STR("default"));
	if (fs_list(a, arena_fmt(a, "%.*s/themes", STR_ARG(site->config->root)).p, &there) == 0)
		for (size_t i = 0; i < there.n; i++)
			near_try(&near, there.v[i].kind == FS_DIR ? there.v[i].name : STR_EMPTY);
	if (near_best(&near).n > 0)
		diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(d, g, "make that folder, or leave the line out: then the site has the theme `default`");
	VEC_FREE(&there);
}

static int
by_name(const void *key, const void *item)
{
	return str_cmp(*(const struct str *)key, ((const struct theme_asset *)item)->name);
}

const struct theme_asset *
theme_find(const struct theme *t, struct str name)
{
	return t->n ? bsearch(&name, t->v, t->n, sizeof *t->v, by_name) : NULL;
}

static int
by_names(const void *a, const void *b)
{
	return str_cmp(((const struct theme_asset *)a)->name, ((const struct theme_asset *)b)->name);
}

/* ${t} has room for one more. */
static int
add_sheets(const struct site *site, struct arena *a, struct theme *t, struct diags *d)
{
	struct theme_asset *x = &t->v[t->n];

	if (join_sheets(site, a, &x->bytes, d) < 0)
		return -1;
	x->name = STR("theme.css");
	x->out = hashed(a, x->name, x->bytes);
	t->n++;
	qsort(t->v, t->n, sizeof *t->v, by_names);
	return 0;
}

int
theme_load(const struct site *site, struct arena *a, struct theme *t, struct diags *d)
{
	struct names n = { 0 };
	int r = 0;

	t->v = NULL;
	t->n = 0;
	if (!theme_exists(site, a)) {
		refuse_theme(site, a, d);
		return -1;
	}
	names_of(site, a, "assets/", &n);
	t->v = ARENA_ARRAY(a, struct theme_asset, n.all.n + 1);
	for (size_t i = 0; i < n.all.n; i++) {
		struct theme_asset *x = &t->v[t->n];
		struct str path;

		x->name = arena_str(a, n.all.v[i]);
		if (file_read(site, a, arena_fmt(a, "assets/%.*s", STR_ARG(x->name)), &path, &x->bytes) < 0) {
			diag_add(
			    d, DIAG_IO, &(struct source){ path, STR_EMPTY }, (struct span){ 0 }, "%s", strerror(errno));
			r = -1;
			continue;
		}
		x->bytes = small_sheet(a, path, x->bytes);
		x->out = hashed(a, x->name, x->bytes);
		t->n++;
	}
	names_free(&n);
	if (theme_find(t, STR("theme.css")) == NULL && add_sheets(site, a, t, d) < 0)
		r = -1;
	return r;
}

/* A name stays in the theme's folder. */
static bool
is_name(struct str name)
{
	if (!name.n || name.p[0] == '/' || str_ends(name, "/") || memchr(name.p, 0, name.n) ||
	    memchr(name.p, '\\', name.n))
		return false;
	while (name.n) {
		struct str part = str_cut(&name, '/');

		if (!part.n || part.p[0] == '.')
			return false;
	}
	return true;
}

int
theme_template(const struct site *site, struct arena *a, struct str name, struct str *path, struct str *bytes)
{
	if (!is_name(name)) {
		errno = EINVAL;
		return -1;
	}
	if (file_read(site, a, name, path, bytes) == 0)
		return 0;
	if (errno == ENOTDIR || errno == EISDIR)
		errno = ENOENT;
	return -1;
}

struct str *
theme_names(const struct site *site, struct arena *a, size_t *n)
{
	struct names all = { 0 };
	struct str *v;

	names_of(site, a, "", &all);
	v = ARENA_ARRAY(a, struct str, all.all.n);
	*n = all.all.n;
	for (size_t i = 0; i < all.all.n; i++)
		v[i] = all.all.v[i];
	names_free(&all);
	return v;
}

struct str
theme_near(const struct site *site, struct arena *a, struct str name)
{
	struct names n = { 0 };
	struct near near;

	names_of(site, a, "", &n);
	near_begin(&near, name);
	for (size_t i = 0; i < n.all.n; i++)
		if (str_ends(n.all.v[i], ".html"))
			near_try(&near, n.all.v[i]);
	names_free(&n);
	return arena_str(a, near_best(&near));
}
