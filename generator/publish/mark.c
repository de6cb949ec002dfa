/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/mark.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "publish/digest.h"

static const char generator[] = "<meta name=\"generator\" content=\"Pensum";

/* The first bytes of ${file} into ${head}; how many, 0 where there are none. A pipe does not keep us waiting. */
static size_t
read_head(const char *file, char *head, size_t room)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	ssize_t n;

	if (fd < 0)
		return 0;
	n = read(fd, head, room);
	close(fd);
	return n < 0 ? 0 : (size_t)n;
}

static bool
is_page(const char *file, const char *head, size_t n)
{
	return str_ends(str_of(file), ".html") && memmem(head, n, generator, sizeof generator - 1) != NULL;
}

bool
mark_page(const char *file)
{
	char head[4096];

	return is_page(file, head, read_head(file, head, sizeof head));
}

bool
mark_any(const char *file)
{
	char head[4096];
	size_t n = read_head(file, head, sizeof head);
	struct str line = { head, n };

	line.n = str_find(line, '\n');
	return is_page(file, head, n) || memmem(line.p, line.n, "Pensum", strlen("Pensum")) != NULL;
}

bool
mark_asset(const char *file, struct str path)
{
	struct str base = path_base(path), stem = str_sub(base, 0, base.n - path_ext(base).n);
	struct digest g = DIGEST_INIT;
	bool same;

	if (!str_starts(path, "assets/") || stem.n < 18 || stem.p[stem.n - 17] != '-')
		return false;
	same = digest_file(&g, file) == 0 && memcmp(g.hex, stem.p + stem.n - 16, 16) == 0;
	digest_free(&g);
	return same;
}
