/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/gettext.h"

#include <errno.h>
#include <gettext-po.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/unicode.h"
#include "base/vec.h"

/* The library's handlers have no context, and must not return from a fatal error. Under ${door}. */
struct call {
	struct arena *a;
	const struct source *src;
	struct diags *d;
	bool failed;
	jmp_buf fatal;
};

static pthread_mutex_t door = PTHREAD_MUTEX_INITIALIZER;
static struct call *at_hand;

/* -- what the library complains of -- */

/* The words of the library, without the file and the line feed that it may have put around them. */
static struct str
complaint(const char *text)
{
	struct str s = str_trim(str_of(text));

	return str_sub(s, 0, str_find(s, '\n'));
}

/* The library takes a byte order mark for a wrong word. */
static const char *
advice(const struct call *c)
{
	return str_starts(c->src->bytes, "\xef\xbb\xbf")
	    ? "the file begins with a byte order mark: save it as UTF-8 without one"
	    : "open it in Poedit, or look at the line with `msgfmt -c`";
}

static void
take_error(
    int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline, const char *text)
{
	struct call *c = at_hand;
	struct span at = { 0 };

	(void)message;
	(void)column;
	(void)multiline;
	if (file && line != (size_t)-1)
		at = (struct span){ (uint32_t)line, 0, 0 };
	/* The count of what was told already is nothing to tell. */
	if (severity != PO_SEVERITY_WARNING && !(severity == PO_SEVERITY_FATAL_ERROR && c->failed)) {
		diag_note(c->d, diag_add(c->d, DIAG_PO_SYNTAX, c->src, at, "%.*s", STR_ARG(complaint(text))), "%s",
		    advice(c));
		c->failed = true;
	}
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(c->fatal, 1);
}

static void
take_errors(int severity, po_message_t one, const char *file1, size_t line1, size_t column1, int multiline1,
    const char *text1, po_message_t two, const char *file2, size_t line2, size_t column2, int multiline2,
    const char *text2)
{
	(void)two;
	(void)file2;
	(void)line2;
	(void)column2;
	(void)multiline2;
	(void)text2;
	take_error(severity, one, file1, line1, column1, multiline1, text1);
}

static const struct po_xerror_handler handler = { take_error, take_errors };

/* -- reading -- */

struct entry_list VEC_OF(struct po_entry);
struct str_list VEC_OF(struct str);

static struct str *
keep_list(struct arena *a, struct str_list *list, size_t *n)
{
	struct str *v = ARENA_ARRAY(a, struct str, list->n);

	*n = list->n;
	if (list->n > 0)
		memcpy(v, list->v, list->n * sizeof *v);
	VEC_FREE(list);
	return v;
}

static void
read_files(struct arena *a, po_message_t m, struct po_entry *e)
{
	struct str_list files = { 0 };
	po_filepos_t pos;

	for (int i = 0; (pos = po_message_filepos(m, i)) != NULL; i++) {
		struct str file = str_of(po_filepos_file(pos));
		bool has = false;

		for (size_t k = 0; k < files.n; k++)
			has = has || str_eq(files.v[k], file);
		if (!has)
			VEC_PUSH(&files, arena_str(a, file));
	}
	e->files = keep_list(a, &files, &e->nfiles);
}

static void
read_forms(struct arena *a, po_message_t m, struct po_entry *e)
{
	struct str_list forms = { 0 };
	const char *form;

	for (int i = 0; (form = po_message_msgstr_plural(m, i)) != NULL; i++)
		VEC_PUSH(&forms, arena_str(a, str_of(form)));
	e->forms = keep_list(a, &forms, &e->nforms);
	e->text = e->nforms > 0 ? e->forms[0] : STR_EMPTY;
}

/* The library joins the lines of comments anew for each call, and leaves the text to nobody; none is a constant "". */
static struct str
take_joined(struct arena *a, const char *text)
{
	struct str s = arena_str(a, str_of(text));

	if (s.n > 0)
		free((void *)(uintptr_t)text);
	return s;
}

static struct po_entry
read_entry(struct arena *a, po_message_t m)
{
	struct po_entry e = {
		.context = arena_str(a, str_of(po_message_msgctxt(m))),
		.source = arena_str(a, str_of(po_message_msgid(m))),
		.plural = arena_str(a, str_of(po_message_msgid_plural(m))),
		.previous_context = arena_str(a, str_of(po_message_prev_msgctxt(m))),
		.previous = arena_str(a, str_of(po_message_prev_msgid(m))),
		.comment = take_joined(a, po_message_comments(m)),
		.extracted = take_joined(a, po_message_extracted_comments(m)),
		.fuzzy = po_message_is_fuzzy(m),
		.obsolete = po_message_is_obsolete(m),
	};

	if (e.plural.n > 0)
		read_forms(a, m, &e);
	else
		e.text = arena_str(a, str_of(po_message_msgstr(m)));
	read_files(a, m, &e);
	return e;
}

/* The library (0.21) forgets to free some texts with their message. */
static void
free_file(po_file_t file)
{
	po_message_iterator_t it = po_message_iterator(file, NULL);
	po_message_t m;

	while ((m = po_next_message(it)) != NULL) {
		po_message_set_msgctxt(m, NULL);
		po_message_set_prev_msgctxt(m, NULL);
		po_message_set_prev_msgid(m, NULL);
		po_message_set_prev_msgid_plural(m, NULL);
	}
	po_message_iterator_free(it);
	po_file_free(file);
}

/* Whether it has a header, which may be empty. */
static bool
read_messages(struct arena *a, po_file_t file, struct po *po)
{
	po_message_iterator_t it = po_message_iterator(file, NULL);
	struct entry_list all = { 0 };
	po_message_t m;
	bool header = false;

	while ((m = po_next_message(it)) != NULL) {
		if (po_message_msgid(m)[0] != '\0' || po_message_msgctxt(m) != NULL) {
			VEC_PUSH(&all, read_entry(a, m));
		} else if (!po_message_is_obsolete(m)) {
			po->header = arena_str(a, str_of(po_message_msgstr(m)));
			header = true;
		}
	}
	po_message_iterator_free(it);
	po->entries = ARENA_ARRAY(a, struct po_entry, all.n);
	po->nentries = all.n;
	if (all.n > 0)
		memcpy(po->entries, all.v, all.n * sizeof *all.v);
	VEC_FREE(&all);
	return header;
}

/* The library does not say where a message stands: its entries come in the order of their lines `msgid`. */
static void
find_lines(struct po *po, bool header)
{
	struct str rest = po->src.bytes;
	uint32_t line = 0;
	size_t i = 0;
	bool context = false;

	while (rest.n > 0 && i < po->nentries) {
		struct str s = str_trim(str_cut(&rest, '\n'));

		line++;
		if (str_starts(s, "msgctxt"))
			context = true;
		if (!str_starts(s, "msgid") || str_starts(s, "msgid_plural"))
			continue;
		if (header && !context && str_is(str_trim(str_sub(s, 5, s.n)), "\"\"") && i == 0) {
			header = false;
			continue;
		}
		context = false;
		while (i < po->nentries && po->entries[i].obsolete)
			i++;
		if (i < po->nentries)
			po->entries[i++].line = line;
	}
}

/* -- how its characters are written -- */

static void
tell_charset(const struct source *src, size_t at, struct diags *d, struct str is)
{
	struct span place = { 1, 0, 0 };

	for (size_t i = 0; i < at; i++)
		place.line += src->bytes.p[i] == '\n';
	diag_note(d, diag_add(d, DIAG_PO_SYNTAX, src, place, "it is not UTF-8 but %.*s", STR_ARG(is)),
	    "convert it: `msgconv -t UTF-8 -o FILE FILE`");
}

/* What `charset=` says in its header; empty: nothing. */
static struct str
charset(struct str header)
{
	struct str type = po_field(header, "Content-Type");
	const char *p = memmem(type.p, type.n, "charset=", 8);

	return p ? str_trim(str_sub(type, (size_t)(p - type.p) + 8, type.n)) : STR_EMPTY;
}

/* The library neither converts nor, where the header says nothing, looks. A template says CHARSET. */
static bool
is_utf8(const struct source *src, struct str header, struct diags *d)
{
	static const char *const fine[] = { "", "UTF-8", "utf-8", "UTF8", "utf8", "US-ASCII", "us-ascii", "ASCII",
		"CHARSET" };
	struct str is = charset(header);
	size_t bad = 0;

	if (!unicode_valid(src->bytes, &bad)) {
		tell_charset(src, bad, d, is.n > 0 && !str_is(is, "UTF-8") ? is : STR("something else"));
		return false;
	}
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		if (str_is(is, fine[i]))
			return true;
	tell_charset(src, 0, d, is);
	return false;
}

struct po *
gettext_read(struct arena *a, const char *file, const struct source *src, struct diags *d)
{
	struct call c = { .a = a, .src = src, .d = d };
	struct po *volatile po = NULL;
	po_file_t volatile read = NULL;
	volatile bool header = false;

	pthread_mutex_lock(&door);
	at_hand = &c;
	if (setjmp(c.fatal) == 0) {
		read = po_file_read(file, &handler);
		if (read == NULL && !c.failed)
			take_error(PO_SEVERITY_ERROR, NULL, NULL, 0, 0, 0, strerror(errno));
		if (read && !c.failed) {
			po = ARENA_NEW(a, struct po);
			header = read_messages(a, read, po);
		}
	}
	if (read)
		free_file(read);
	at_hand = NULL;
	pthread_mutex_unlock(&door);
	if (po == NULL || !is_utf8(src, po->header, d))
		return NULL;
	po->src = *src;
	find_lines(po, header);
	po_index(a, po);
	return po;
}

/* -- writing -- */

/* Texts are not all ended by NUL. */
static const char *
text(struct arena *a, struct str s)
{
	return arena_str(a, s).p;
}

static const char *
text_or_null(struct arena *a, struct str s)
{
	return s.n > 0 ? text(a, s) : NULL;
}

static po_message_t
make_message(struct arena *a, const struct po_entry *e)
{
	po_message_t m = po_message_create();

	po_message_set_msgctxt(m, text_or_null(a, e->context));
	po_message_set_msgid(m, text(a, e->source));
	if (e->plural.n > 0) {
		po_message_set_msgid_plural(m, text(a, e->plural));
		for (size_t i = 0; i < e->nforms; i++)
			po_message_set_msgstr_plural(m, (int)i, text(a, e->forms[i]));
	} else {
		po_message_set_msgstr(m, text(a, e->text));
	}
	po_message_set_prev_msgctxt(m, text_or_null(a, e->previous_context));
	po_message_set_prev_msgid(m, text_or_null(a, e->previous));
	po_message_set_comments(m, text(a, e->comment));
	po_message_set_extracted_comments(m, text(a, e->extracted));
	for (size_t i = 0; i < e->nfiles; i++)
		po_message_add_filepos(m, text(a, e->files[i]), (size_t)-1);
	po_message_set_fuzzy(m, e->fuzzy);
	po_message_set_obsolete(m, e->obsolete);
	return m;
}

static void
make_messages(struct arena *a, po_file_t file, const struct po *po)
{
	po_message_iterator_t it = po_message_iterator(file, NULL);
	po_message_t header = po_message_create();

	po_message_set_msgid(header, "");
	po_message_set_msgstr(header, text(a, po->header));
	po_message_insert(it, header);
	for (size_t i = 0; i < po->nentries; i++)
		if (!po->entries[i].obsolete)
			po_message_insert(it, make_message(a, &po->entries[i]));
	for (size_t i = 0; i < po->nentries; i++)
		if (po->entries[i].obsolete)
			po_message_insert(it, make_message(a, &po->entries[i]));
	po_message_iterator_free(it);
}

/* The library writes to a file only. */
static int
write_through(po_file_t file, struct arena *a, struct buf *b)
{
	char path[] = "/tmp/pensum-XXXXXX";
	int fd = mkstemp(path), r = -1;
	struct str bytes;

	if (fd < 0)
		return -1;
	close(fd);
	if (po_file_write(file, path, &handler) && fs_read(a, path, &bytes) == 0) {
		buf_str(b, bytes);
		r = 0;
	}
	unlink(path);
	return r;
}

int
gettext_text(struct buf *b, const struct po *po)
{
	struct diags told = DIAGS_INIT;
	struct arena a = ARENA_INIT;
	struct call c = { .a = &a, .src = &po->src, .d = &told };
	po_file_t volatile file = NULL;
	volatile int r = -1;

	pthread_mutex_lock(&door);
	at_hand = &c;
	if (setjmp(c.fatal) == 0) {
		file = po_file_create();
		make_messages(&a, file, po);
		r = write_through(file, &a, b);
	}
	if (file)
		free_file(file);
	at_hand = NULL;
	pthread_mutex_unlock(&door);
	diags_free(&told);
	arena_free(&a);
	return r;
}
