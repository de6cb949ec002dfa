/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/embedded.h"

#include <string.h>

#include "base/path.h"
#include "base/slug.h"

static const char inside[] = "@@PLUGINFILE@@/";

bool
embedded_leads_out(struct str url)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:", "sms:" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_starts(url, schemes[i]))
			return true;
	return false;
}

static int
digit(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

bool
embedded_decode(struct arena *a, struct str s, struct str *out)
{
	char *p = ARENA_ARRAY(a, char, s.n / 4 * 3 + 4);
	size_t n = 0, taken = 0, at = 0;
	uint32_t bits = 0;

	for (; at < s.n && s.p[at] != '='; at++) {
		int d = digit(s.p[at]);

		if (strchr(" \n\r\t", s.p[at]) && s.p[at] != '\0')
			continue;
		if (d < 0)
			return false;
		bits = bits << 6 | (uint32_t)d;
		if (++taken % 4 != 0) {
			if (taken % 4 > 1)
				p[n++] = (char)(bits >> (taken % 4 == 2 ? 4 : 2));
			continue;
		}
		p[n++] = (char)bits;
	}
	for (; at < s.n; at++)
		if (!strchr("= \n\r\t", s.p[at]) || s.p[at] == '\0')
			return false;
	*out = (struct str){ p, n };
	return taken % 4 != 1;
}

/* -- names -- */

/* ASCII letters, digits, `-`, one dot; never empty. */
static struct str
safe_name(struct taking *t, struct str name)
{
	struct str ext = path_ext(name), base = str_sub(name, 0, name.n - ext.n);

	base = slug_of(t->arena, base, t->lang);
	ext = ext.n > 1 ? slug_of(t->arena, str_sub(ext, 1, ext.n), t->lang) : STR_EMPTY;
	if (base.n == 0)
		base = STR("file");
	return ext.n > 0 ? arena_fmt(t->arena, "%.*s.%.*s", STR_ARG(base), STR_ARG(ext)) : base;
}

static bool
taken(const struct taking *t, struct str name)
{
	for (size_t i = 0; i < t->nfiles; i++)
		if (str_eq(t->files[i].name, name))
			return true;
	return false;
}

static struct str
keep(struct taking *t, struct str name, struct str bytes)
{
	struct str base, ext;

	for (size_t i = 0; i < t->nfiles; i++)
		if (str_eq(t->files[i].bytes, bytes))
			return t->files[i].name;
	name = safe_name(t, name);
	ext = path_ext(name);
	base = str_sub(name, 0, name.n - ext.n);
	for (size_t i = 2; taken(t, name); i++)
		name = arena_fmt(t->arena, "%.*s-%zu%.*s", STR_ARG(base), i, STR_ARG(ext));
	t->files = item_more(t->arena, t->files, t->nfiles, sizeof *t->files);
	t->files[t->nfiles++] = (struct item_file){ name, bytes };
	return name;
}

/* -- what is there -- */

static const struct item_file *
file_of(struct taking *t, const struct item *it, struct str url)
{
	struct str name = path_unescape(t->arena, str_sub(url, 0, str_find(url, '?')));

	for (size_t i = 0; i < it->nfiles; i++)
		if (str_eq(it->files[i].name, name) || str_eq(it->files[i].name, path_base(name)))
			return &it->files[i];
	return NULL;
}

/* `data:image/png;base64,…` as a file that is called after its kind. */
static bool
data_of(struct taking *t, struct str url, struct item_file *out)
{
	struct str head = str_sub(url, 5, str_find(url, ','));
	struct str kind = str_sub(head, 0, str_find(head, ';'));

	if (!str_starts(url, "data:") || !str_ends(head, ";base64") || !str_starts(kind, "image/"))
		return false;
	kind = str_sub(kind, 6, kind.n);
	kind = str_sub(kind, 0, str_find(kind, '+')); /* svg+xml */
	out->name = arena_fmt(t->arena, "image.%.*s", STR_ARG(kind));
	return embedded_decode(t->arena, str_sub(url, str_find(url, ',') + 1, url.n), &out->bytes);
}

enum embedded_kind
embedded_find(struct taking *t, const struct item *it, struct str url, uint32_t line, struct str *out)
{
	struct item_file data = { STR_EMPTY, STR_EMPTY };
	const struct item_file *f = &data;

	*out = url;
	if (embedded_leads_out(url))
		return EMBEDDED_LINK;
	if (str_starts(url, inside))
		f = file_of(t, it, str_sub(url, sizeof inside - 1, url.n));
	else if (!data_of(t, url, &data))
		return EMBEDDED_NONE;
	if (!f) {
		taking_loss(
		    t, line, "the file `%.*s` is not in there", STR_ARG(str_sub(url, sizeof inside - 1, url.n)));
		return EMBEDDED_NONE;
	}
	if (!t->keeps_files) {
		taking_loss(t, line, "the file `%.*s`: with -o it is laid beside the page", STR_ARG(f->name));
		return EMBEDDED_NONE;
	}
	*out = arena_fmt(t->arena, "media/%.*s", STR_ARG(keep(t, f->name, f->bytes)));
	return EMBEDDED_FILE;
}
