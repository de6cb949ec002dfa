/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/*
 * Paths as text, with `/`, relative unless they begin with one. No call here
 * touches the file system.
 */

struct str path_dir(struct str path);  /* "a/b.md" -> "a", "b.md" -> "" */
struct str path_base(struct str path); /* "a/b.md" -> "b.md" */
struct str path_ext(struct str path);  /* "a/b.lv.md" -> ".md", none -> "" */

/* path_unnumbered(name): "10-streets", "10_streets" -> "streets": a number in front orders and does not show. */
struct str path_unnumbered(struct str name);

/* path_join(a, dir, name): one slash between; an empty ${dir} gives ${name}. */
struct str path_join(struct arena *a, struct str dir, struct str name);

/*
 * path_resolve(a, dir, link, out): ${link} as seen from folder ${dir}, with `.`
 * and `..` taken away; ending in NUL, empty for the root itself. A link that begins with `/` is
 * seen from the root. Returns false where it leaves the root.
 */
bool path_resolve(struct arena *a, struct str dir, struct str link, struct str *out);

/*
 * path_relative(b, from, to): appends the relative link from the file ${from} to the
 * file ${to}, both relative to the same root ("a/b/index.html", "a/c/index.html" ->
 * "../c/index.html").
 */
void path_relative(struct buf *b, struct str from, struct str to);

/* path_escape(b, path): appends ${path} percent-encoded for a URL path (RFC 3986, 3.3); `/` stays, `:` does not. */
void path_escape(struct buf *b, struct str path);

/* path_link(b, from, to): path_relative(), percent-encoded. */
void path_link(struct buf *b, struct str from, struct str to);

/* path_unescape(a, path): %41 becomes A; a broken escape, or one of NUL, stays as it is. ${path} itself where there is none. */
struct str path_unescape(struct arena *a, struct str path);

#endif
