/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/outdir.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/path.h"

/* Folders of a site that no build may write into. */
static const char *const guarded[] = { "content", "themes", "lua", "locales", "editions", ".pensum", ".git" };

static struct str
refuse(struct diags *d, struct str out, const char *why)
{
	diag_add(d, DIAG_OUTPUT_UNSAFE, NULL, (struct span){ 0 }, "%.*s %s", STR_ARG(out), why);
	return STR_EMPTY;
}

static struct str
refuse_errno(struct diags *d, struct str out)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(out), strerror(errno));
	return STR_EMPTY;
}

/* The real path of what exists, or the empty slice with errno. */
static struct str
real(struct arena *a, const char *path)
{
	char where[PATH_MAX];

	if (realpath(path, where) == NULL)
		return STR_EMPTY;
	return arena_str(a, str_of(where));
}

/* Without slashes at the end; "/" stays. */
static struct str
plain(struct str path)
{
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	return path;
}

/* The folder that ${path}, without slashes at its end, lies in; empty for the current one. */
static struct str
parent(struct str path)
{
	struct str dir = plain(path_dir(path));

	return dir.n == 0 && str_starts(path, "/") ? STR("/") : dir;
}

/*
 * The real path of ${path} whose last parts need not exist: those are taken as they are written, which is right
 * because a folder that does not exist is no link. Empty with errno where it cannot be known.
 */
static struct str
real_so_far(struct arena *a, struct str path)
{
	struct str head = arena_str(a, plain(path)), rest = STR_EMPTY, found;
	struct stat st;

	while ((found = real(a, head.n > 0 ? head.p : ".")).n == 0) {
		struct str last = path_base(head);

		if (errno != ENOENT || head.n == 0)
			return STR_EMPTY;
		if (lstat(head.p, &st) == 0 || str_is(last, "..")) {
			errno = ENOENT; /* a link into nowhere, or out of a folder that is not there */
			return STR_EMPTY;
		}
		if (!str_is(last, "."))
			rest = rest.n > 0 ? path_join(a, last, rest) : last;
		head = arena_str(a, parent(head));
	}
	if (rest.n == 0)
		return found;
	return arena_fmt(a, "%s/%.*s", found.n > 1 ? found.p : "", STR_ARG(rest));
}

/* Whether ${inner} is the folder ${outer} or lies in it; both absolute and real. */
static bool
within(struct str inner, struct str outer)
{
	if (outer.n == 1)
		return true;
	return inner.n >= outer.n && memcmp(inner.p, outer.p, outer.n) == 0 &&
	    (inner.n == outer.n || inner.p[outer.n] == '/');
}

static const char *
unsafe(struct arena *a, struct str root, struct str out)
{
	const char *home = getenv("HOME");
	struct str home_real = home != NULL && *home != '\0' ? real(a, home) : STR_EMPTY;

	if (out.n == 1)
		return "is the root of the file system";
	if (within(root, out))
		return root.n == out.n ? "is the site's own folder" : "contains the site";
	if (home_real.n > 0 && within(home_real, out))
		return home_real.n == out.n ? "is your home folder" : "contains your home folder";
	if (!within(root, out) && fs_kind(arena_fmt(a, "%.*s/site.yaml", STR_ARG(out)).p) != FS_NONE)
		return "is a site itself: it holds a site.yaml";
	for (size_t i = 0; i < sizeof guarded / sizeof *guarded; i++) {
		struct str dir = arena_fmt(a, "%.*s/%s", STR_ARG(root), guarded[i]);
		struct str behind = real(a, dir.p); /* where a link leads, if it is one */

		if (within(out, dir) || (behind.n > 0 && (within(out, behind) || within(behind, out))))
			return arena_fmt(a, "belongs to the site's sources (%s/)", guarded[i]).p;
	}
	return NULL;
}

struct str
outdir_resolve(struct arena *a, struct str root, struct str out, struct diags *d)
{
	struct str site, found;
	const char *why;
	enum fs_kind kind;

	if (out.n == 0 || memchr(out.p, '\0', out.n) != NULL)
		return refuse(d, STR("the empty name"), "is no folder");
	site = real(a, root.n > 0 ? arena_str(a, root).p : ".");
	if (site.n == 0)
		return refuse_errno(d, root);
	found = real_so_far(a, out);
	if (found.n == 0)
		return refuse_errno(d, out);
	why = unsafe(a, site, found);
	if (why != NULL)
		return refuse(d, out, why);
	kind = fs_kind(found.p);
	if (kind != FS_NONE && kind != FS_DIR)
		return refuse(d, out, "is a file, not a folder");
	return found;
}
