/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_COMPILED_H
#define TRANSLATE_COMPILED_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/po.h"

/*
 * compiled_read(a, root, path, file, lang, d): the catalogue ${file}, shown as ${path}, in the language ${lang}. gettext's library takes some 30 µs a
 * message and works for one thread only, and each message is Markdown, so what was read is kept under `.pensum/catalogues/` of the site's folder ${root}, and
 * taken from there as long as the file's bytes are the same. What is kept may be damaged, of another version or not writable: then the file itself is
 * read. Only entries that a page can be made of are there, and those with plural forms. NULL where it cannot be read (diagnosed).
 */
struct po *compiled_read(
    struct arena *a, struct str root, struct str path, struct str file, struct str lang, struct diags *d);

#endif
