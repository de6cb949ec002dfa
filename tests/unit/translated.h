/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_TRANSLATED_H
#define TESTS_UNIT_TRANSLATED_H

#include "model/po.h"
#include "read/gettext.h"
#include "translate/segments.h"
#include "folder.h"
#include "told.h"

#define PO_HEAD "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

/* catalogue_of(f, name, text, d): a catalogue, written into the folder and read; NULL: it is none. For po_free(). */
static inline struct po *
catalogue_of(struct folder *f, const char *name, struct str bytes, struct diags *d)
{
	char *path = folder_at(f, name);
	struct source src = { str_of(name), bytes };
	struct po *po;

	assert_return_code(fs_mkdirs(arena_str(&f->a, path_dir(str_of(path))).p), 0);
	assert_return_code(fs_write(path, bytes), 0);
	po = gettext_read(&f->a, path, &src, d);
	if (po)
		po_index_all(&f->a, po);
	return po;
}

static inline struct po *
catalogue(struct folder *f, const char *name, const char *text, struct diags *d)
{
	return catalogue_of(f, name, str_of(text), d);
}

/* An entry and all it holds, in one line of text. */
static inline void
entry_put(struct buf *b, const struct po_entry *e)
{
	buf_fmt(b, "%s%s", e->fuzzy ? "fuzzy " : "", e->obsolete ? "obsolete " : "");
	if (e->context.n > 0)
		buf_fmt(b, "(%.*s) ", STR_ARG(e->context));
	buf_fmt(b, "`%.*s`", STR_ARG(e->source));
	if (e->plural.n > 0)
		buf_fmt(b, " / `%.*s`", STR_ARG(e->plural));
	buf_fmt(b, " = `%.*s`", STR_ARG(e->text));
	for (size_t i = 0; i < e->nforms; i++)
		buf_fmt(b, " [%zu] `%.*s`", i, STR_ARG(e->forms[i]));
	if (e->previous.n > 0)
		buf_fmt(b, " was (%.*s) `%.*s`", STR_ARG(e->previous_context), STR_ARG(e->previous));
	if (e->comment.n > 0)
		buf_fmt(b, " # %.*s", STR_ARG(e->comment));
	if (e->extracted.n > 0)
		buf_fmt(b, " #. %.*s", STR_ARG(e->extracted));
	for (size_t i = 0; i < e->nfiles; i++)
		buf_fmt(b, " #: %.*s", STR_ARG(e->files[i]));
}

/* The entries as text, one a line. */
static inline struct str
catalogue_entries(struct arena *a, const struct po *po)
{
	struct buf b = BUF_INIT;
	struct str s;

	for (size_t i = 0; i < po->nentries; i++) {
		entry_put(&b, &po->entries[i]);
		BUF_LIT(&b, "\n");
	}
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

/* The whole catalogue as text, lines where they are known. */
static inline struct str
catalogue_dump(struct arena *a, const struct po *po)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (po == NULL)
		return STR("none");
	buf_fmt(&b, "%.*s--\n", STR_ARG(po->header));
	for (size_t i = 0; i < po->nentries; i++) {
		entry_put(&b, &po->entries[i]);
		buf_fmt(&b, " @%u\n", po->entries[i].line);
	}
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

#endif
