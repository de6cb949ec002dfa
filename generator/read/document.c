/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/document.h"

#include <errno.h>
#include <string.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "model/origin.h"
#include "read/front.h"
#include "read/markdown.h"
#include "read/recalled.h"
#include "read/settings.h"
#include "read/yaml.h"

static int
load(struct arena *a, const struct text *t, struct source *src, struct diags *d)
{
	src->path = t->src.path;
	src->bytes = STR_EMPTY;
	if (fs_read(a, t->file.p, &src->bytes) == 0)
		return 0;
	src->bytes = STR_EMPTY;
	if (errno == EFBIG)
		diag_add(d, DIAG_FILE_TOO_LARGE, src, (struct span){ 0, 0, 0 }, "more than 64 MB");
	else
		diag_add(d, DIAG_FILE_UNREADABLE, src, (struct span){ 0, 0, 0 }, "%s", strerror(errno));
	return -1;
}

/* The place of byte ${at}. */
static struct span
place_of(struct str s, size_t at)
{
	struct span place = { 1, 1, 1 };

	for (size_t i = 0; i < at; i++) {
		place.col++;
		if (s.p[i] == '\n') {
			place.line++;
			place.col = 1;
		}
	}
	return place;
}

static bool
is_text(const struct source *src, struct str part, struct diags *d)
{
	size_t before = (size_t)(part.p - src->bytes.p), bad;
	const char *nul;

	if (!unicode_valid(part, &bad)) {
		diag_note(d,
		    diag_add(d, DIAG_UTF8_INVALID, src, place_of(src->bytes, before + bad), "byte 0x%02X",
			(unsigned char)part.p[bad]),
		    "save the file as UTF-8; editors call it the encoding");
		return false;
	}
	nul = memchr(part.p, '\0', part.n);
	if (nul)
		diag_note(d,
		    diag_add(d, DIAG_NUL_BYTE, src, place_of(src->bytes, (size_t)(nul - src->bytes.p)), "%s", ""),
		    "it is no text file, or UTF-16: save it as UTF-8");
	return nul == NULL;
}

static int
read_front(struct arena *a, struct text *t, const struct source *src, const struct front *front,
    const struct value **tree, struct diags *d)
{
	if (!front->present) {
		struct diag *g =
		    diag_add(d, DIAG_FRONT_MISSING, src, (struct span){ 1, 0, 0 }, "at least a title is needed");

		if (str_starts(str_trim(src->bytes), "---"))
			diag_note(d, g, "remove the blank lines above the first `---`");
		else
			diag_note(d, g, "begin the file with the lines `---`, `title: …`, `---`");
		return -1;
	}
	*tree = yaml_read(a, src, front->yaml, front->yaml_line, d);
	if (*tree == NULL)
		return -1;
	settings_read(a, &meta_fields, &t->meta, *tree, src, d);
	meta_check(&t->meta, *tree, src, d);
	return 0;
}

/* The words of the first heading `# …`: the title of a page that has no other. */
static struct str
first_heading(struct arena *a, struct str markdown)
{
	struct str rest = markdown;

	while (rest.n > 0) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		if (str_starts(line, "# "))
			return arena_str(a, str_trim(str_sub(line, 2, line.n)));
	}
	return STR_EMPTY;
}

static bool
mentions(struct str markdown, const char *directive)
{
	struct str rest = markdown;
	size_t colon;

	while ((colon = str_find(rest, ':')) < rest.n) {
		bool fence = str_starts(str_sub(rest, colon, rest.n), ":::");

		rest = str_sub(rest, colon + 1, rest.n);
		while (fence && rest.n > 0 && strchr(": .{", rest.p[0]))
			rest = str_sub(rest, 1, rest.n);
		if (fence && str_starts(rest, directive))
			return true;
	}
	return false;
}

/* From here on the settings are in what is kept, as they are in the next build. */
static void
keep(struct arena *a, struct text *t, const struct value *front, const struct diags *d, size_t from)
{
	struct str kept = recalled_pack(a, t, front, d, from);
	struct diags told = DIAGS_INIT;

	if (t->origin)
		t->origin->kept = kept;
	recalled_front(a, t, kept, &told);
	diags_free(&told);
}

int
document_front(struct arena *a, struct text *t, struct diags *d)
{
	struct arena scratch = ARENA_INIT;
	const struct value *tree = NULL;
	size_t told = d->all.n;
	struct source src;
	struct front front;
	int r = -1;

	t->meta.title = STR_EMPTY;
	if (load(&scratch, t, &src, d) < 0)
		goto out;
	if (t->origin)
		t->origin->hash = hash_bytes(src.bytes);
	if (front_split(&src, &front, d)) {
		r = read_front(&scratch, t, &src, &front, &tree, d);
		t->mentions_definitions = mentions(front.body, "definition");
		if (t->meta.title.n == 0)
			t->meta.title = first_heading(a, front.body);
		if (t->meta.title.n == 0)
			t->meta.title = t->doc->name;
	}
	if (r == 0)
		keep(a, t, tree, d, told);
out:
	arena_free(&scratch);
	return r;
}

int
document_body(struct arena *a, struct text *t, struct body *body, struct diags *d)
{
	struct diags silent = DIAGS_INIT;
	struct front front;
	int rc;
	bool torn, split;

	body->text = t;
	rc = load(a, t, &body->src, d);
	torn = rc < 0 || (t->origin && t->origin->hash != hash_bytes(body->src.bytes));
	if (torn)
		atomic_store(&t->torn, true);
	if (rc < 0)
		return -1;
	split = front_split(&body->src, &front, torn ? d : &silent); /* else it was told before */
	diags_free(&silent);
	if (!split)
		return -1;
	if (!is_text(&body->src, front.body, d))
		return -1;
	body->root = markdown_read(a, &body->src, front.body, front.body_line, d);
	return body->root ? 0 : -1;
}
