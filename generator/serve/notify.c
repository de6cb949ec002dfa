/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/notify.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fs.h"
#include "base/path.h"
#include "serve/scratch.h"

enum {
	DEPTH = 64, /* of folders; also the end of a loop of links */
	OF_FOLDER = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
	    IN_DELETE_SELF | IN_MOVE_SELF | IN_EXCL_UNLINK,
	OF_FILE = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF,
};

/* What is watched: a folder, or a file that a link leads to. */
struct watched {
	int wd; /* the kernel counts them up and never gives one a second time */
	bool file;
	unsigned walk; /* the last one that came by */
	char *path;    /* seen from the site's folder, on the heap */
};

struct notify {
	int fd;
	struct str root;
	struct notify_all VEC_OF(struct watched) all; /* sorted by wd */
	unsigned walk;                                /* counts walks through folders */
	bool short_of_watches;
	struct arena arena; /* of one walk, or of one reading */
};

/* -- the list -- */

/* The place of ${wd} in the list, or where it would be. */
static size_t
place_of(const struct notify *n, int wd)
{
	size_t low = 0, high = n->all.n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (n->all.v[mid].wd < wd)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct watched *
find(const struct notify *n, int wd)
{
	size_t at = place_of(n, wd);

	return at < n->all.n && n->all.v[at].wd == wd ? &n->all.v[at] : NULL;
}

static char *
heap_copy(struct str s)
{
	char *p = mem_alloc(s.n + 1);

	memcpy(p, s.p, s.n);
	return p;
}

static void
keep(struct notify *n, int wd, struct str path, bool file)
{
	size_t at = place_of(n, wd);
	struct watched w = { wd, file, n->walk, heap_copy(path) };

	if (at < n->all.n && n->all.v[at].wd == wd) {
		free(n->all.v[at].path);
		n->all.v[at] = w;
		return;
	}
	VEC_PUSH(&n->all, w);
	memmove(&n->all.v[at + 1], &n->all.v[at], (n->all.n - 1 - at) * sizeof w);
	n->all.v[at] = w;
}

static void
drop(struct notify *n, size_t at)
{
	free(n->all.v[at].path);
	memmove(&n->all.v[at], &n->all.v[at + 1], (n->all.n - at - 1) * sizeof *n->all.v);
	n->all.n--;
}

/* A folder went away with all that is in it; it may be watched again under another name. */
static void
drop_below(struct notify *n, struct str path)
{
	for (size_t i = n->all.n; i-- > 0;) {
		struct str p = str_of(n->all.v[i].path);

		if (!str_eq(p, path) && !(str_starts(p, path.p) && p.p[path.n] == '/'))
			continue;
		inotify_rm_watch(n->fd, n->all.v[i].wd);
		drop(n, i);
	}
}

/* -- walking through folders -- */

/* Watches ${path}; false where it is not there, cannot be watched or was come by already in this walk. */
static bool
add(struct notify *n, struct str path, bool file)
{
	int wd =
	    inotify_add_watch(n->fd, sources_at(&n->arena, n->root, path).p, file ? OF_FILE : OF_FOLDER | IN_ONLYDIR);
	struct watched *w;

	if (wd < 0) {
		n->short_of_watches |= errno == ENOSPC;
		return false;
	}
	w = find(n, wd);
	if (w != NULL && w->walk == n->walk)
		return false;
	keep(n, wd, path, file);
	return true;
}

static void
add_folder(struct notify *n, struct str path, int depth)
{
	struct fs_entries es = { 0 };

	if (depth > DEPTH || !add(n, path, false) ||
	    fs_list(&n->arena, sources_at(&n->arena, n->root, path).p, &es) < 0)
		return;
	for (size_t i = 0; i < es.n; i++) {
		struct str below = path_join(&n->arena, path, es.v[i].name);

		if (scratch_is(es.v[i].name))
			continue;
		if (es.v[i].kind == FS_DIR)
			add_folder(n, below, depth + 1);
		else if (es.v[i].kind == FS_FILE && es.v[i].link)
			add(n, below, true);
	}
	VEC_FREE(&es);
}

static bool
is_link(const char *path)
{
	char first;

	return readlink(path, &first, 1) >= 0;
}

/* What has come to be at ${path}. A file that is no link is seen with its folder. */
static void
add_any(struct notify *n, struct str path)
{
	struct str real = sources_at(&n->arena, n->root, path);

	if (fs_kind(real.p) == FS_DIR)
		add_folder(n, path, 0);
	else if (is_link(real.p))
		add(n, path, true);
}

static void
add_all(struct notify *n)
{
	n->walk++;
	add(n, STR_EMPTY, false);
	for (size_t i = 0; sources_names[i] != NULL; i++)
		add_any(n, str_of(sources_names[i]));
	arena_reset(&n->arena);
}

struct notify *
notify_open(struct str root)
{
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), e;
	struct notify *n;

	if (fd < 0)
		return NULL;
	n = mem_alloc(sizeof *n);
	*n = (struct notify){ .fd = fd, .root = root };
	add_all(n);
	if (!n->short_of_watches)
		return n;
	e = ENOSPC;
	notify_close(n);
	errno = e;
	return NULL;
}

int
notify_fd(const struct notify *n)
{
	return n->fd;
}

/* -- what has happened -- */

static struct str
event_path(struct notify *n, const struct watched *w, const struct inotify_event *e)
{
	struct str name = str_of(e->len > 0 ? e->name : "");

	return name.n > 0 ? path_join(&n->arena, str_of(w->path), name) : arena_str(&n->arena, str_of(w->path));
}

/* Whether it is about a source: not about what an editor puts beside one, nor about what else is in the site's folder. */
static bool
concerns(const struct watched *w, const struct inotify_event *e)
{
	struct str name = str_of(e->len > 0 ? e->name : "");

	if (*w->path == '\0')
		return name.n > 0 ? sources_is(name) : (e->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
	return name.n == 0 || !scratch_is(name);
}

/* Names lead to other files and folders than before. */
static void
follow(struct notify *n, struct str path, bool file, const struct inotify_event *e)
{
	bool lost = (e->mask & (IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;

	n->walk++;
	if ((e->mask & (IN_MOVED_FROM | IN_DELETE)) != 0)
		drop_below(n, path);
	if ((e->mask & (IN_MOVED_TO | IN_CREATE)) != 0)
		add_any(n, path);
	if (file && lost)
		add(n, path, true);
}

static void
take(struct notify *n, const struct inotify_event *e, struct sources_changed *names, struct notify_news *news)
{
	const struct watched *w = find(n, e->wd);
	struct str path;
	bool file;

	if ((e->mask & IN_Q_OVERFLOW) != 0) {
		add_all(n);
		names->nameless = true;
		news->any = true;
		news->whole = false;
		return;
	}
	if (w == NULL)
		return; /* of a folder that was moved away, which was told in its parent */
	if ((e->mask & IN_IGNORED) != 0) {
		drop(n, place_of(n, e->wd));
		return;
	}
	if (!concerns(w, e))
		return;
	path = event_path(n, w, e);
	file = w->file;
	follow(n, path, file, e); /* ${w} may move */
	news->any = true;
	news->whole = (e->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0;
	if ((e->mask & IN_ISDIR) == 0 && path.n > 0)
		sources_note(names, path);
	else
		names->nameless = true;
}

void
notify_read(struct notify *n, struct sources_changed *names, struct notify_news *news)
{
	_Alignas(struct inotify_event) char room[64 * 1024];
	ssize_t got;

	while ((got = read(n->fd, room, sizeof room)) > 0 || (got < 0 && errno == EINTR))
		for (char *p = room; p < room + got;) {
			const struct inotify_event *e = (const void *)p;

			take(n, e, names, news);
			p += sizeof *e + e->len;
		}
	news->short_of_watches = n->short_of_watches;
	arena_reset(&n->arena);
}

void
notify_close(struct notify *n)
{
	if (n == NULL)
		return;
	close(n->fd);
	for (size_t i = 0; i < n->all.n; i++)
		free(n->all.v[i].path);
	VEC_FREE(&n->all);
	arena_free(&n->arena);
	free(n);
}
