/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/numbering.h"

#include "base/path.h"

enum { LAST = 90, END = 100 };

struct str
numbering_split(struct str name, int *number)
{
	struct str rest = path_unnumbered(name);

	*number = -1;
	if (rest.n == name.n)
		return name;
	*number = 0;
	for (size_t i = 0; i < 6 && i + rest.n + 1 < name.n; i++)
		*number = 10 * *number + (name.p[i] - '0');
	return rest;
}

int
numbering_next(const struct fs_entries *entries)
{
	int max = -1, end = LAST - 1;
	bool ones = false;

	for (size_t i = 0; i < entries->n; i++) {
		int n;

		numbering_split(entries->v[i].name, &n);
		if (n >= END || n < 0)
			continue;
		end = n > end ? n : end;
		if (n < LAST) {
			max = n > max ? n : max;
			ones |= n > 0 && n < 10;
		}
	}
	if (max < 0)
		return 10;
	if (!ones && max / 10 * 10 + 10 < LAST)
		return max / 10 * 10 + 10;
	if (max + 1 < LAST)
		return max + 1;
	return end + 1 < END ? end + 1 : -1;
}

const struct fs_entry *
numbering_find(const struct fs_entries *entries, struct str name)
{
	for (size_t i = 0; i < entries->n; i++) {
		struct str e = entries->v[i].name;
		int n;

		if (str_ends(e, ".md"))
			e.n -= 3;
		if (str_eq(e, name) || str_eq(numbering_split(e, &n), name))
			return &entries->v[i];
	}
	return NULL;
}
