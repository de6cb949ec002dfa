/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/recording.h"

#include <string.h>

#include "read/front.h"
#include "read/yaml.h"

static const char name[] = "translates";

/* -- keys and values -- */

/* Whether YAML takes it for a text as it stands. Others read front matter, too: `no` is not a text to all of them. */
static bool
plain_key(struct str s)
{
	static const char *const words[] = { "null", "true", "false", "yes", "no", "on", "off", "y", "n" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(s, words[i]))
			return false;
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-_", str_lower(s.p[i])))
			return false;
	return s.n > 0 && strchr("abcdefghijklmnopqrstuvwxyz", str_lower(s.p[0])) != NULL;
}

/* A hash of digits alone, or with one `e`, is a number. */
static bool
plain_hash(const char *hash)
{
	return strspn(hash, "0123456789e") < strlen(hash);
}

static void
put_quoted(struct buf *b, struct str s)
{
	buf_chr(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_chr(b, '\\');
		buf_chr(b, s.p[i]);
	}
	buf_chr(b, '"');
}

static void
put_block(struct buf *b, const struct block *block, const char *end)
{
	BUF_LIT(b, "  ");
	if (plain_key(block->key))
		buf_str(b, block->key);
	else
		put_quoted(b, block->key);
	buf_fmt(b, plain_hash(block->hash) ? ": %s%s" : ": \"%s\"%s", block->hash, end);
}

/* -- the front matter -- */

static size_t
line_end(struct str s, size_t at)
{
	size_t n = str_find(str_sub(s, at, s.n), '\n');

	return at + n < s.n ? at + n + 1 : s.n;
}

/* A line of a value: set in, or empty. */
static bool
goes_on(struct str s, size_t at)
{
	return strchr(" \t\r\n", s.p[at]) != NULL;
}

/* Where what stands there of it begins, and ends: behind the last line that is not empty. */
static bool
find_old(struct str yaml, size_t *from, size_t *to)
{
	for (size_t at = 0; at < yaml.n; at = line_end(yaml, at)) {
		struct str line = str_sub(yaml, at, yaml.n);

		if (!str_starts(line, name) || line.n == strlen(name) || line.p[strlen(name)] != ':')
			continue;
		*from = at;
		*to = at = line_end(yaml, at);
		while (at < yaml.n && goes_on(yaml, at)) {
			size_t end = line_end(yaml, at);

			if (str_trim(str_sub(yaml, at, end)).n > 0)
				*to = end;
			at = end;
		}
		return true;
	}
	return false;
}

static bool
agrees(const struct value *map, const struct blocks *blocks)
{
	if (map == NULL || map->kind != VALUE_MAP || map->n != blocks->n)
		return false;
	for (size_t i = 0; i < map->n; i++)
		if (!str_eq(map->as.entries[i].key, blocks->v[i].key) ||
		    !str_is(map->as.entries[i].value.text, blocks->v[i].hash))
			return false;
	return true;
}

/* Front matter may be written in ways that no line fits behind: then it is left to a person. */
static int
check(const struct source *src, struct str yaml, const struct blocks *blocks, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct diags told = DIAGS_INIT;
	struct source now = { src->path, yaml };
	const struct value *front = yaml_read(&a, &now, yaml, 1, &told);
	bool fine = front && agrees(value_get(front, name), blocks);

	diags_free(&told);
	arena_free(&a);
	if (fine)
		return 0;
	diag_note(d,
	    diag_add(d, DIAG_I18N_TOUCH, src, (struct span){ 1, 0, 0 }, "no `translates:` fits behind its settings"),
	    "write the settings one a line, `title: …`, without braces around them");
	return -1;
}

int
recording_write(struct buf *b, const struct source *src, const struct blocks *blocks, struct diags *d)
{
	struct front front;
	struct buf yaml = BUF_INIT;
	size_t from = 0, to = 0;
	const char *end;
	int rc = -1;

	if (!front_split(src, &front, d))
		return -1;
	if (!front.present) {
		diag_add(d, DIAG_FRONT_MISSING, src, (struct span){ 1, 0, 0 }, "at least a title is needed");
		return -1;
	}
	end = front.yaml.p[-2] == '\r' ? "\r\n" : "\n"; /* as behind the dashes in front of it */
	if (!find_old(front.yaml, &from, &to))
		from = to = front.yaml.n;
	buf_str(&yaml, str_sub(front.yaml, 0, from));
	buf_str(&yaml, str_sub(front.yaml, to, front.yaml.n));
	if (yaml.n > 0 && yaml.p[yaml.n - 1] != '\n')
		buf_cstr(&yaml, end);
	buf_fmt(&yaml, "%s:%s", name, end);
	for (size_t i = 0; i < blocks->n; i++)
		put_block(&yaml, &blocks->v[i], end);
	rc = check(src, buf_view(&yaml), blocks, d);
	if (rc == 0) {
		buf_put(b, src->bytes.p, (size_t)(front.yaml.p - src->bytes.p));
		buf_str(b, buf_view(&yaml));
		buf_str(b, str_sub(src->bytes, (size_t)(front.yaml.p - src->bytes.p) + front.yaml.n, src->bytes.n));
	}
	buf_free(&yaml);
	return rc;
}
