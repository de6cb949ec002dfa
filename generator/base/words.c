/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"

bool
words_has(struct str list, struct str word)
{
	size_t end;

	/* Words are too short for memchr() to be worth its call. */
	for (size_t at = 0; at < list.n; at = end + 1) {
		for (end = at; end < list.n && list.p[end] != ' ';)
			end++;
		if (str_eq((struct str){ list.p + at, end - at }, word))
			return true;
	}
	return false;
}

void
words_try(struct near *n, struct str list)
{
	while (list.n > 0)
		near_try(n, str_cut(&list, ' '));
}

void
words_say(struct buf *b, struct str list)
{
	for (bool first = true; list.n > 0; first = false) {
		struct str word = str_cut(&list, ' ');

		buf_cstr(b, first ? "" : list.n > 0 ? ", " : " or ");
		buf_str(b, word);
	}
}
