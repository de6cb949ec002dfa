/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/keys.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "base/pack.h"
#include "base/path.h"
#include "base/whole.h"
#include "score/slipdata.h"

void
keys_add(struct keys *k, const struct body *body)
{
	const struct course *course = body->text->doc->course;
	struct keys_paper paper = { arena_str(&k->arena, course ? course->name : STR("site")),
		slipdata_paper(&k->arena, body) };

	VEC_PUSH(&k->papers, paper);
}

void
keys_pack(const struct keys *k, size_t from, struct buf *b)
{
	for (size_t i = from; i < k->papers.n; i++) {
		pack_text(b, k->papers.v[i].course);
		pack_text(b, str_of(k->papers.v[i].text.mark));
		pack_text(b, k->papers.v[i].text.json);
	}
}

bool
keys_again(struct keys *k, struct str bytes)
{
	struct pack_reader r = pack_reader(bytes);

	while (r.p < r.end) {
		struct keys_paper paper = { .course = arena_str(&k->arena, pack_take_text(&r)) };
		struct str mark = pack_take_text(&r);

		paper.text.json = arena_str(&k->arena, pack_take_text(&r));
		if (r.wrong || mark.n + 1 != sizeof paper.text.mark)
			return false;
		memcpy(paper.text.mark, mark.p, mark.n);
		VEC_PUSH(&k->papers, paper);
	}
	return true;
}

void
keys_merge(struct keys *into, struct keys *from)
{
	arena_join(&into->arena, &from->arena);
	for (size_t i = 0; i < from->papers.n; i++)
		VEC_PUSH(&into->papers, from->papers.v[i]);
	VEC_FREE(&from->papers);
}

static int
complain(struct diags *d, struct str path)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(path), strerror(errno));
	return -1;
}

static int
by_course(const void *a, const void *b)
{
	return str_cmp(((const struct keys_paper *)a)->course, ((const struct keys_paper *)b)->course);
}

/* The ${n} papers from ${first} on are one course's. */
static int
write_course(struct keys *k, struct str folder, const struct keys_paper *first, size_t n, struct diags *d)
{
	struct keyfile_paper_text *papers = ARENA_ARRAY(&k->arena, struct keyfile_paper_text, n);
	struct buf b = BUF_INIT;
	struct str path;
	char version[17];
	int r;

	for (size_t i = 0; i < n; i++)
		papers[i] = first[i].text;
	keyfile_write(&b, first->course, papers, n, version);
	path = arena_fmt(&k->arena, "%.*s/%.*s-%s.json", STR_ARG(folder), STR_ARG(first->course), version);
	r = fs_kind(path.p) == FS_FILE ? 0 : whole_new(path.p, buf_view(&b)); /* its name says what is in it */
	if (r < 0 && errno == EEXIST && fs_kind(path.p) == FS_FILE)
		r = 0; /* another build was faster */
	buf_free(&b);
	return r < 0 ? complain(d, path) : 0;
}

int
keys_write(struct keys *k, struct str root, struct diags *d)
{
	struct str folder = path_join(&k->arena, root, STR(".pensum/keys"));

	if (k->papers.n == 0)
		return 0;
	if (fs_mkdirs(folder.p) < 0)
		return complain(d, folder);
	qsort(k->papers.v, k->papers.n, sizeof *k->papers.v, by_course);
	for (size_t i = 0, n; i < k->papers.n; i += n) {
		n = 1;
		while (i + n < k->papers.n && str_eq(k->papers.v[i + n].course, k->papers.v[i].course))
			n++;
		if (write_course(k, folder, &k->papers.v[i], n, d) < 0)
			return -1;
	}
	return 0;
}

void
keys_free(struct keys *k)
{
	VEC_FREE(&k->papers);
	arena_free(&k->arena);
}
