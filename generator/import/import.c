/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/import.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "assemble/question.h"
#include "import/asmarkdown.h"
#include "import/decoding.h"
#include "import/giftread.h"
#include "import/moodleread.h"
#include "import/writing.h"
#include "base/fs.h"
#include "base/json.h"
#include "base/path.h"
#include "base/whole.h"
#include "read/markdown.h"

/* -- whether it builds -- */

/* What the build would call an error in the question ${md}; false: nothing. */
static bool
refused(struct taking *t, struct str md, struct str *why)
{
	struct arena a = ARENA_INIT;
	struct diags told = DIAGS_INIT;
	struct source src = { STR("import"), md };
	struct quiz quiz;
	bool missing = false;
	struct question_context ctx = { &src, &quiz, 1, NULL, &missing };
	struct node *root = markdown_read(&a, &src, md, 1, &told), *n = root ? root->first : NULL;

	quiz_init(&quiz, QUIZ_SELF_CHECK);
	while (n && !node_is_directive(n, "question"))
		n = n->next;
	*why = STR_EMPTY;
	if (!n || n->next || !question_read(&a, n, &ctx, &told))
		*why = STR("it would not be read as a question");
	for (size_t i = 0; i < told.all.n; i++)
		if (told.all.v[i].level >= DIAG_ERROR) {
			*why = arena_fmt(t->arena, "%s: %.*s", diag_info(told.all.v[i].code)->sentence,
			    STR_ARG(told.all.v[i].detail));
			break;
		}
	diags_free(&told);
	arena_free(&a);
	return why->n > 0;
}

/* -- the page -- */

struct page {
	struct taking *t;
	struct map ids;
	struct import_result *out;
	struct str category;
};

/* Nothing in a comment may end it. */
static void
put_comment(struct buf *b, struct str s)
{
	BUF_LIT(b, "<!--\n");
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '-' && i > 0 && s.p[i - 1] == '-')
			buf_chr(b, ' ');
		if (s.p[i] != '\r' && s.p[i] != '\0')
			buf_chr(b, s.p[i]);
	}
	BUF_LIT(b, "\n-->\n");
}

/* `$course$/top/Signs // rules/Work` → "Work". */
static struct str
category_name(struct taking *t, struct str path)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < path.n; i++) {
		if (path.p[i] != '/')
			buf_chr(&b, path.p[i]);
		else if (i + 1 < path.n && path.p[i + 1] == '/')
			buf_chr(&b, path.p[i++]);
		else
			buf_reset(&b);
	}
	return str_trim(taking_keep(t, &b));
}

static void
put_category(struct page *p, const struct item *it)
{
	struct item_text name = { category_name(p->t, it->category), ITEM_PLAIN, 0 };

	if (it->category.n == 0 || str_eq(it->category, p->category))
		return;
	if (p->category.n > 0 && name.s.n > 0)
		buf_fmt(&p->out->page, "\n## %.*s\n", STR_ARG(asmarkdown_line(p->t, NULL, &name)));
	p->category = it->category;
}

static void
put_description(struct page *p, struct item *it)
{
	struct str s = asmarkdown_blocks(p->t, it, &it->text);

	if (s.n > 0)
		buf_fmt(&p->out->page, "\n%.*s\n", STR_ARG(s));
}

static void
put_left(struct page *p, const struct item *it)
{
	taking_loss(p->t, it->at.line, "the question%s%.*s%s: %.*s; it stands in the page as a comment",
	    it->name.n > 0 ? " `" : "", STR_ARG(it->name), it->name.n > 0 ? "`" : "", STR_ARG(it->why));
	buf_chr(&p->out->page, '\n');
	put_comment(&p->out->page, it->raw);
	p->out->left++;
}

static void
put_item(struct page *p, struct item *it)
{
	struct buf md = BUF_INIT;

	put_category(p, it);
	if (it->remark.n > 0) {
		buf_chr(&p->out->page, '\n');
		put_comment(&p->out->page, it->remark);
	}
	if (it->kind == ITEM_DESCRIPTION) {
		put_description(p, it);
	} else if (writing_question(p->t, it, &p->ids, &md) && !refused(p->t, buf_view(&md), &it->why)) {
		buf_chr(&p->out->page, '\n');
		buf_str(&p->out->page, buf_view(&md));
		p->out->questions++;
	} else {
		put_left(p, it);
	}
	buf_free(&md);
}

static void
put_front(struct page *p, const struct import_request *r)
{
	struct str title = STR_EMPTY, name = path_base(r->file);

	for (size_t i = 0; i < p->t->items.n && title.n == 0; i++)
		title = category_name(p->t, p->t->items.v[i]->category);
	if (title.n == 0 || str_is(title, "top"))
		title = str_sub(name, 0, name.n - path_ext(name).n);
	BUF_LIT(&p->out->page, "---\ntitle: ");
	json_string(&p->out->page, title);
	BUF_LIT(&p->out->page, "\ntype: quiz\nmode: self-check\n---\n");
}

/* -- the file -- */

static bool
looks_like_xml(struct str s)
{
	return str_starts(str_trim(s), "<");
}

static int
read_items(struct taking *t, const struct import_request *r)
{
	bool xml = r->format < 0 ? looks_like_xml(r->bytes) || str_starts(r->bytes, "\xff\xfe") ||
		str_starts(r->bytes, "\xfe\xff") || str_starts(r->bytes, "\xef\xbb\xbf<")
				 : r->format == FORMATS_MOODLE;

	if (xml)
		return moodleread_all(t);
	if (decoding_text(t) < 0)
		return -1;
	if (r->format >= 0 && looks_like_xml(t->src.bytes))
		return taking_fault(t, 1, "it is XML, not GIFT: use --format moodle");
	return giftread_all(t);
}

int
import_run(const struct import_request *r, struct import_result *out, struct diags *d)
{
	struct taking t = { .arena = &out->arena,
		.d = d,
		.src = { r->file, r->bytes },
		.lang = r->lang.n > 0 ? r->lang : STR("en"),
		.keeps_files = r->keeps_files };
	struct page p = { .t = &t, .ids = MAP_INIT, .out = out, .category = STR_EMPTY };
	int rc = read_items(&t, r);

	if (rc == 0) {
		put_front(&p, r);
		for (size_t i = 0; i < t.items.n; i++)
			put_item(&p, t.items.v[i]);
	}
	out->files = t.files;
	out->nfiles = t.nfiles;
	map_free(&p.ids);
	return rc;
}

/* -- writing -- */

static int
tell_write(const char *path, struct diags *d)
{
	enum diag_code code = errno == EEXIST ? DIAG_IMPORT_EXISTS : DIAG_IO;

	diag_add(d, code, NULL, (struct span){ 0 }, "%s%s%s", path, errno == EEXIST ? "" : ": ",
	    errno == EEXIST ? "" : strerror(errno));
	return -1;
}

/* 1: written; 0: it lay there already; -1 (told). */
static int
write_file(struct arena *a, const char *path, struct str bytes, struct diags *d)
{
	struct str there;

	if (whole_new(path, bytes) == 0)
		return 1;
	if (errno == EEXIST && fs_read(a, path, &there) == 0 && str_eq(there, bytes))
		return 0;
	errno = errno == 0 ? EEXIST : errno;
	return tell_write(path, d);
}

int
import_write(const struct import_result *out, const char *path, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct str media = path_join(&a, path_dir(str_of(path)), STR("media"));
	bool *made = ARENA_ARRAY(&a, bool, out->nfiles + 1), folder = fs_kind(media.p) == FS_NONE;
	size_t n = 0;
	int rc = 0;

	if (fs_kind(path) != FS_NONE) {
		errno = EEXIST;
		rc = tell_write(path, d);
	} else if (out->nfiles > 0 && fs_mkdirs(media.p) < 0) {
		rc = tell_write(media.p, d);
	}
	for (; rc >= 0 && n < out->nfiles; n++) {
		rc = write_file(&a, path_join(&a, media, out->files[n].name).p, out->files[n].bytes, d);
		made[n] = rc > 0;
	}
	if (rc >= 0 && whole_new(path, buf_view(&out->page)) < 0)
		rc = tell_write(path, d);
	for (size_t i = 0; rc < 0 && i < n; i++)
		if (made[i])
			unlink(path_join(&a, media, out->files[i].name).p);
	if (rc < 0 && folder)
		rmdir(media.p);
	arena_free(&a);
	return rc < 0 ? -1 : 0;
}

void
import_free(struct import_result *out)
{
	buf_free(&out->page);
	arena_free(&out->arena);
}
