/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/notes.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"

#define VERSION 2u
#define ORDER 0x01020304u
#define GONE UINT64_MAX /* the size of a row that is a path to be deleted */

static const char magic[16] = "pensum-manifest";
static const char old_head[] = "pensum manifest 1\n";

/* All of the file behind ${sum} is what it is the hash of. */
struct head {
	char magic[16];
	uint32_t version, order;
	uint64_t sum;
	uint64_t folder, twin, in_place;
	uint64_t rows, text;
};

/* The path is text[at .. at + len), and a NUL. */
struct row {
	uint64_t hash, size;
	int64_t mtime;
	uint64_t ino;
	uint32_t at, len;
};

#define SUMMED offsetof(struct head, folder)

/* -- reading -- */

static bool
take_row(struct manifest *m, const struct row *r, struct str text)
{
	struct str path = { text.p + r->at, r->len };

	if (r->len == 0 || (uint64_t)r->at + r->len >= text.n || path.p[path.n] != '\0')
		return false;
	if (r->size == GONE) {
		VEC_PUSH(&m->gone, path);
		return true;
	}
	if (m->entries.n > 0 && str_cmp(m->entries.v[m->entries.n - 1].path, path) >= 0)
		return false;
	VEC_PUSH(&m->entries, ((struct manifest_entry){ path, r->hash, r->size, r->mtime, r->ino, false, false }));
	return true;
}

static bool
parse(struct manifest *m, struct str bytes)
{
	struct head h;
	struct row r;
	struct str text;

	if (bytes.n < sizeof h)
		return false;
	memcpy(&h, bytes.p, sizeof h);
	if (memcmp(h.magic, magic, sizeof magic) != 0 || h.version != VERSION || h.order != ORDER ||
	    hash_bytes(str_sub(bytes, SUMMED, bytes.n)) != h.sum)
		return false;
	if (h.rows > bytes.n / sizeof r || sizeof h + h.rows * sizeof r + h.text != bytes.n)
		return false;
	m->folder = h.folder;
	m->twin = h.twin;
	m->in_place = h.in_place != 0;
	text = str_sub(bytes, bytes.n - h.text, bytes.n);
	m->entries.v = mem_grow(m->entries.v, (h.rows + 1) * sizeof *m->entries.v);
	m->entries.cap = h.rows + 1;
	for (size_t i = 0; i < h.rows; i++) {
		memcpy(&r, bytes.p + sizeof h + i * sizeof r, sizeof r);
		if (!take_row(m, &r, text))
			return false;
	}
	return true;
}

/* The lines between head and count; false where they do not add up. */
static bool
parse_old(struct manifest *m, struct str text)
{
	char last[40];
	struct str rest;

	if (!str_starts(text, old_head) || !str_ends(text, "\n"))
		return false;
	rest = str_sub(text, sizeof old_head - 1, text.n);
	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');

		if (rest.n > 0) {
			manifest_add(m, line);
			continue;
		}
		snprintf(last, sizeof last, "end %zu", m->entries.n);
		manifest_sort(m);
		return str_is(line, last);
	}
	return false;
}

static void
read_file(struct manifest *m, const char *file)
{
	struct stat st = { 0 };
	struct str bytes;

	m->known =
	    stat(file, &st) == 0 && fs_read(&m->arena, file, &bytes) == 0 && (parse(m, bytes) || parse_old(m, bytes));
	m->noted = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	if (!m->known) {
		manifest_free(m);
		*m = (struct manifest)MANIFEST_INIT;
	}
}

static struct str
name_new(struct arena *a, const char *file)
{
	return arena_fmt(a, "%s.new", file);
}

void
notes_read(struct manifest *m, const char *file)
{
	read_file(m, file);
}

void
notes_read_new(struct manifest *m, const char *file)
{
	struct arena a = ARENA_INIT;

	read_file(m, name_new(&a, file).p);
	arena_free(&a);
}

/* -- writing -- */

static void
put_row(struct buf *rows, struct buf *text, struct row r, struct str path)
{
	r.at = (uint32_t)text->n;
	r.len = (uint32_t)path.n;
	buf_put(rows, &r, sizeof r);
	buf_str(text, path);
	buf_chr(text, '\0');
}

static void
put_all(struct buf *b, const struct manifest *m)
{
	struct buf text = BUF_INIT;
	struct head h = {
		.version = VERSION, .order = ORDER, .folder = m->folder, .twin = m->twin, .in_place = m->in_place
	};

	memcpy(h.magic, magic, sizeof magic);
	buf_put(b, &h, sizeof h);
	for (size_t i = 0; i < m->entries.n; i++) {
		const struct manifest_entry *e = &m->entries.v[i];

		put_row(b, &text, (struct row){ e->hash, e->size, e->mtime, e->ino, 0, 0 }, e->path);
	}
	for (size_t i = 0; i < m->gone.n; i++)
		put_row(b, &text, (struct row){ .size = GONE }, m->gone.v[i]);
	h.rows = m->entries.n + m->gone.n;
	h.text = text.n;
	buf_str(b, buf_view(&text));
	memcpy(b->p, &h, sizeof h);
	h.sum = hash_bytes(str_sub(buf_view(b), SUMMED, b->n));
	memcpy(b->p, &h, sizeof h);
	buf_free(&text);
}

int
notes_prepare(const char *file, const struct manifest *m)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	int rc;

	put_all(&b, m);
	rc = fs_write(name_new(&a, file).p, buf_view(&b));
	buf_free(&b);
	arena_free(&a);
	return rc;
}

int
notes_adopt(const char *file)
{
	struct arena a = ARENA_INIT;
	int rc = rename(name_new(&a, file).p, file), why = errno;

	arena_free(&a);
	errno = why;
	return rc;
}

void
notes_discard(const char *file)
{
	struct arena a = ARENA_INIT;

	(void)unlink(name_new(&a, file).p);
	arena_free(&a);
}
