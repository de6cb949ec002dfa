/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"

static const char head[] = "pensum manifest 1\n";

void
manifest_add(struct manifest *m, struct str path)
{
	VEC_PUSH(&m->paths, arena_str(&m->arena, path));
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

void
manifest_sort(struct manifest *m)
{
	struct manifest_paths *p = &m->paths;
	size_t kept = 0;

	if (p->n == 0)
		return;
	qsort(p->v, p->n, sizeof *p->v, by_bytes);
	for (size_t i = 1; i < p->n; i++)
		if (!str_eq(p->v[kept], p->v[i]))
			p->v[++kept] = p->v[i];
	p->n = kept + 1;
}

/* The place of the first path that does not sort before ${path}. */
static size_t
lower_bound(const struct manifest *m, struct str path)
{
	size_t lo = 0, hi = m->paths.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (str_cmp(m->paths.v[mid], path) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool
manifest_has(const struct manifest *m, struct str path)
{
	size_t i = lower_bound(m, path);

	return i < m->paths.n && str_eq(m->paths.v[i], path);
}

bool
manifest_below(const struct manifest *m, struct str dir)
{
	struct buf b = BUF_INIT;
	size_t i;
	bool below;

	buf_str(&b, dir);
	buf_chr(&b, '/');
	i = lower_bound(m, buf_view(&b));
	below = i < m->paths.n && str_starts(m->paths.v[i], (buf_chr(&b, '\0'), b.p));
	buf_free(&b);
	return below;
}

/* Takes the lines of ${text} between head and count; false where they do not add up. */
static bool
parse(struct manifest *m, struct str text)
{
	char last[40];
	struct str rest;

	if (!str_starts(text, head) || !str_ends(text, "\n"))
		return false;
	rest = str_sub(text, sizeof head - 1, text.n);
	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');

		if (rest.n > 0) {
			manifest_add(m, line);
			continue;
		}
		snprintf(last, sizeof last, "end %zu", m->paths.n);
		return str_is(line, last);
	}
	return false;
}

void
manifest_read(struct manifest *m, const char *file)
{
	struct arena a = ARENA_INIT;
	struct str text;

	m->known = fs_read(&a, file, &text) == 0 && parse(m, text);
	if (!m->known)
		manifest_free(m);
	manifest_sort(m);
	arena_free(&a);
}

/* Appends both lists, merged. Returns how many paths that made. */
static size_t
put_paths(struct buf *b, const struct manifest *m, const struct manifest *also)
{
	size_t i = 0, k = 0, n = 0, nalso = also != NULL ? also->paths.n : 0;

	while (i < m->paths.n || k < nalso) {
		int order = i == m->paths.n ? 1 : k == nalso ? -1 : str_cmp(m->paths.v[i], also->paths.v[k]);
		struct str path = order <= 0 ? m->paths.v[i] : also->paths.v[k];

		i += order <= 0;
		k += order >= 0;
		/* A line break would end the line: such a path is not remembered, and so counts as foreign. */
		if (str_find(path, '\n') < path.n)
			continue;
		buf_str(b, path);
		buf_chr(b, '\n');
		n++;
	}
	return n;
}

int
manifest_write(const char *file, const struct manifest *m, const struct manifest *also)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	struct str temp = arena_fmt(&a, "%s.new", file);
	int rc;

	BUF_LIT(&b, head);
	buf_fmt(&b, "end %zu\n", put_paths(&b, m, also));
	rc = fs_write(temp.p, buf_view(&b));
	if (rc == 0)
		rc = rename(temp.p, file);
	if (rc < 0) {
		int why = errno;

		unlink(temp.p);
		errno = why;
	}
	buf_free(&b);
	arena_free(&a);
	return rc;
}

void
manifest_free(struct manifest *m)
{
	VEC_FREE(&m->paths);
	arena_free(&m->arena);
}
