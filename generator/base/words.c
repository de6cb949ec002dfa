/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"

bool
words_has(struct str list, struct str word)
{
	while (list.n > 0)
		if (str_eq(str_cut(&list, ' '), word))
			return true;
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
