/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/naming.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "author/numbering.h"
#include "base/buf.h"
#include "base/path.h"
#include "base/unicode.h"

bool
naming_printable(struct str s)
{
	size_t bad, at = 0;

	if (!unicode_valid(s, &bad))
		return false;
	while (at < s.n) {
		uint32_t c = unicode_next(s, &at);

		if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff)
			return false;
	}
	return true;
}

bool
naming_tag(struct str tag)
{
	for (size_t i = 0; i < tag.n; i++) {
		char c = tag.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'))
			return false;
	}
	return tag.n >= 2 && tag.n <= 35;
}

struct str
naming_title(struct arena *a, struct str name)
{
	int number;
	struct str words = numbering_split(name, &number);
	char *p = ARENA_ARRAY(a, char, words.n + 1);

	for (size_t i = 0; i < words.n; i++)
		p[i] = words.p[i] == '-' || words.p[i] == '_' ? ' ' : words.p[i];
	if (words.n > 0 && p[0] >= 'a' && p[0] <= 'z')
		p[0] = (char)(p[0] - ('a' - 'A'));
	return (struct str){ p, words.n };
}

struct str
naming_folder(struct arena *a, struct str dir)
{
	char real[PATH_MAX];

	if (realpath(dir.p, real) != NULL)
		return arena_str(a, path_base(str_of(real)));
	return path_base(dir);
}

struct str
naming_shell(struct arena *a, struct str word)
{
	struct buf b = BUF_INIT;
	struct str s;
	bool plain = word.n > 0 && word.p[0] != '-';

	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];

		plain &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    strchr("._/-+", c) != NULL;
	}
	if (plain)
		return word;
	buf_chr(&b, '\'');
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] == '\'')
			BUF_LIT(&b, "'\\'");
		buf_chr(&b, word.p[i]);
	}
	buf_chr(&b, '\'');
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}
