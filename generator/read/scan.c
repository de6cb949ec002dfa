/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/scan.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/path.h"
#include "base/unicode.h"

/*
 * Folders form a tree, links may make it a thicket. A link is followed unless it leads
 * to a folder it stands in; inside a folder that was reached by a link, links to folders
 * already seen are left out, too, which keeps the number of ways finite and small.
 */
struct folder {
	const struct folder *parent;
	struct str path, file;
	uint64_t dev, ino;
	bool linked; /* a link leads to it, or to a folder around it */
};

struct scan {
	struct arena *a;
	struct scan_files *out;
	struct diags *d;
	struct map seen; /* "dev:ino" of each folder entered */
};

static void __attribute__((format(printf, 4, 5)))
complain(struct scan *s, enum diag_code code, struct str path, const char *fmt, ...)
{
	struct source src = { path, STR_EMPTY };
	va_list ap;

	va_start(ap, fmt);
	diag_add(s->d, code, &src, (struct span){ 0 }, "%s", arena_vfmt(s->a, fmt, ap).p);
	va_end(ap);
}

/* -- names -- */

static bool
is_left_out(struct str name)
{
	return str_starts(name, ".") || str_ends(name, "~");
}

static bool
is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Whether the name can stand in a page's address and in a message. */
static bool
is_usable(struct str name)
{
	size_t at = 0;

	if (!unicode_valid(name, &at))
		return false;
	for (at = 0; at < name.n;)
		if (is_control(unicode_next(name, &at)))
			return false;
	return true;
}

/* A name as it may be printed: what is no character is written `\x1B`. */
static struct str
printable(struct arena *a, struct str name)
{
	struct buf b = BUF_INIT;
	struct str shown;

	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] > 0x1f && name.p[i] < 0x7f)
			buf_chr(&b, name.p[i]);
		else
			buf_fmt(&b, "\\x%02X", (unsigned char)name.p[i]);
	shown = arena_str(a, buf_view(&b));
	buf_free(&b);
	return shown;
}

/* -- folders -- */

/* Whether the folder can be entered from ${from}; stores what tells it from others. */
static bool
may_enter(struct scan *s, const struct folder *from, struct folder *f, bool link)
{
	struct str key;
	bool again;

	if (fs_identity(f->file.p, &f->dev, &f->ino) < 0) {
		complain(s, DIAG_FILE_UNREADABLE, f->path, "%s", strerrordesc_np(errno));
		return false;
	}
	for (const struct folder *up = from; up; up = up->parent)
		if (up->dev == f->dev && up->ino == f->ino) {
			complain(s, DIAG_FILE_LOOP, f->path, "the link leads back to %.*s", STR_ARG(up->path));
			return false;
		}
	key = arena_fmt(s->a, "%llu:%llu", (unsigned long long)f->dev, (unsigned long long)f->ino);
	again = map_put(&s->seen, key, s) != 0;
	if (again && link && from && from->linked) {
		complain(s, DIAG_FILE_LOOP, f->path, "links lead to this folder more than once");
		return false;
	}
	f->linked = link || (from && from->linked);
	return true;
}

static int scan_folder(struct scan *s, const struct folder *f);

static void
scan_entry(struct scan *s, const struct folder *in, const struct fs_entry *e)
{
	struct folder below = { .parent = in };

	if (is_left_out(e->name))
		return;
	if (!is_usable(e->name)) {
		complain(s, DIAG_FILE_NAME, in->path, "`%s`", printable(s->a, e->name).p);
		return;
	}
	below.path = path_join(s->a, in->path, e->name);
	below.file = path_join(s->a, in->file, e->name);
	switch (e->kind) {
	case FS_FILE: VEC_PUSH(s->out, ((struct scan_file){ below.path, below.file })); break;
	case FS_DIR:
		if (may_enter(s, in, &below, e->link))
			scan_folder(s, &below);
		break;
	case FS_NONE: complain(s, DIAG_FILE_UNREADABLE, below.path, "the link leads nowhere, or in a circle"); break;
	case FS_OTHER: complain(s, DIAG_FILE_UNREADABLE, below.path, "neither a file nor a folder"); break;
	}
}

static int
scan_folder(struct scan *s, const struct folder *f)
{
	struct fs_entries entries = { 0 };

	if (fs_list(s->a, f->file.p, &entries) < 0) {
		complain(s, f->parent ? DIAG_FILE_UNREADABLE : DIAG_IO, f->path, "%s", strerrordesc_np(errno));
		return -1;
	}
	for (size_t i = 0; i < entries.n; i++)
		scan_entry(s, f, &entries.v[i]);
	VEC_FREE(&entries);
	return 0;
}

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct scan_file *)a)->path, ((const struct scan_file *)b)->path);
}

static bool
is_sorted(const struct scan_files *files)
{
	for (size_t i = 1; i < files->n; i++)
		if (by_path(&files->v[i - 1], &files->v[i]) > 0)
			return false;
	return true;
}

int
scan_tree(struct arena *a, struct str root, const char *dir, struct scan_files *out, struct diags *d)
{
	struct scan s = { .a = a, .out = out, .d = d };
	struct folder top = { .path = arena_str(a, str_of(dir)) };
	int result = -1;

	top.file = arena_str(a, path_join(a, root, top.path));
	if (fs_identity(top.file.p, &top.dev, &top.ino) < 0)
		complain(&s, DIAG_IO, top.path, "%s", strerrordesc_np(errno));
	else if (may_enter(&s, 0, &top, false))
		result = scan_folder(&s, &top);
	map_free(&s.seen);
	if (!is_sorted(out)) /* by folders it nearly is */
		qsort(out->v, out->n, sizeof *out->v, by_path);
	return result;
}
