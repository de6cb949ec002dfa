/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stock.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "base/path.h"

const struct stock_file *
stock_builtin(struct str path)
{
	size_t low = 0, high = stock_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = str_cmp(path, stock_files[mid].path);

		if (order == 0)
			return &stock_files[mid];
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

/* Templates name files: nothing but what lies in the site's folder may be reached so. */
static bool
is_inside(struct str path)
{
	if (path.n == 0 || path.p[0] == '/' || memchr(path.p, '\0', path.n))
		return false;
	while (path.n) {
		if (str_is(str_cut(&path, '/'), ".."))
			return false;
	}
	return true;
}

int
stock_read(struct arena *a, struct str root, struct str path, struct str *out)
{
	const struct stock_file *builtin;

	*out = STR_EMPTY;
	if (!is_inside(path)) {
		errno = ENOENT;
		return -1;
	}
	if (fs_read(a, path_join(a, root, path).p, out) == 0)
		return 0;
	if (errno != ENOENT && errno != ENOTDIR)
		return -1;
	builtin = stock_builtin(path);
	if (!builtin) {
		errno = ENOENT;
		return -1;
	}
	*out = builtin->bytes;
	return 0;
}
