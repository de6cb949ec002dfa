/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_NAMING_H
#define AUTHOR_NAMING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* What authors type, and what is made of it. */

/* naming_printable(s): valid UTF-8 without control characters and line separators (YAML takes those for ends of lines). */
bool naming_printable(struct str s);

/* naming_tag(tag): whether ${tag} looks like a language tag: "nb", "fa-AF". */
bool naming_tag(struct str tag);

/* naming_title(a, name): "10-act-and-means" -> "Act and means": a title to begin with. */
struct str naming_title(struct arena *a, struct str name);

/* naming_folder(a, dir): the folder's own name, also for "."; ${dir} ends in NUL. */
struct str naming_folder(struct arena *a, struct str dir);

/* naming_shell(a, word): as a shell reads it back, in quotation marks where it needs them. */
struct str naming_shell(struct arena *a, struct str word);

#endif
