/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_PO_H
#define MODEL_PO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"

/*
 * A gettext catalogue: the messages of one module in one language (GNU gettext manual, "The Format of PO Files"). Texts are slices
 * of the arena it was read into; those that a file does not have are empty.
 */
struct po_entry {
	struct str context;        /* msgctxt */
	struct str source, plural; /* msgid, msgid_plural */
	struct str text;           /* msgstr, or msgstr[0]; empty: not translated */
	struct str *forms;         /* of a plural: msgstr[0] to msgstr[nforms - 1] */
	size_t nforms;
	struct str previous_context, previous; /* `#|`: what the translation was made from */
	struct str comment;                    /* `#`: the translator's, lines ending in \n */
	struct str extracted;                  /* `#.`: the tool's, lines ending in \n */
	struct str *files;                     /* `#:`, without line numbers, each once */
	size_t nfiles;
	struct str
	    frozen; /* the words of ${text}, read, and found to agree with the source: translate/frozen.h; empty: not done */
	uint32_t line; /* of its msgid in the file; 0: not known, or obsolete */
	bool fuzzy;
	bool obsolete; /* `#~` */
};

struct po {
	struct source src; /* path as shown, and bytes */
	struct str lang;
	struct str header;        /* the msgstr of the entry without msgid; empty: none */
	struct po_entry *entries; /* in the order of the file, without the header */
	size_t nentries;
	struct map
	    current; /* po_key() → entry that may be shown: translated, not fuzzy, not obsolete, without plural */
	struct map mentioned; /* file of `#:` → one of the current entries that name it */
	struct map every;     /* po_key() → entry that is not obsolete */
};

/* po_key(a, context, source): what a message is found by. */
struct str po_key(struct arena *a, struct str context, struct str source);

/* po_index(a, po): fills the first two maps from the entries; po_index_all(a, po): ${every}, too, which only tools for translators need. */
void po_index(struct arena *a, struct po *po);
void po_index_all(struct arena *a, struct po *po);

/*
 * po_find(po, context, role, source): the entry that may be shown for ${source}: with the author's ${context} where there is one; else
 * with its ${role} as context, else without any. NULL where there is none.
 */
const struct po_entry *po_find(const struct po *po, struct str context, const char *role, struct str source);

/* po_find_any(po, context, role, source): the same among all entries, out of date and untranslated ones, too. */
const struct po_entry *po_find_any(const struct po *po, struct str context, const char *role, struct str source);

/* po_machine(e): whether a machine translated it and nobody has looked at it since: `mt:` in a comment of a fuzzy entry. */
bool po_machine(const struct po_entry *e);

/* po_field(header, name): a field of the header: po_field(h, "Plural-Forms"). Empty where absent. */
struct str po_field(struct str header, const char *name);

/* po_free(po): the maps; the rest is its arena's. NULL is harmless. */
void po_free(struct po *po);

#endif
