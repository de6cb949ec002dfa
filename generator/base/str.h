/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A slice of bytes that somebody else owns: usually an arena or a source file.
 * ${p} is never NULL (an empty slice points at ""), and need not end in NUL.
 * Passed and returned by value.
 */
struct str {
	const char *p;
	size_t n;
};

#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })
/* clang-format off */
#define STR_INIT(lit) { (lit), sizeof(lit) - 1 } /* for static tables */
/* clang-format on */
#define STR_EMPTY ((struct str){ "", 0 })

/* printf("%.*s", STR_ARG(s)) */
#define STR_ARG(s) (int)(s).n, (s).p

/* str_of(cstr): the slice over NUL-terminated ${cstr}; NULL gives the empty slice. */
struct str str_of(const char *cstr);

/* str_sub(s, from, to): bytes [from, to) of ${s}; both are clamped to its length. */
struct str str_sub(struct str s, size_t from, size_t to);

bool str_eq(struct str a, struct str b);

/* str_is(s, cstr): whether ${s} holds exactly the bytes of ${cstr}. */
bool str_is(struct str s, const char *cstr);

/* str_cmp(a, b): order of bytes as memcmp gives it; a prefix sorts first. */
int str_cmp(struct str a, struct str b);

bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);

/* str_find(s, c): place of the first byte ${c}, or s.n where there is none. */
size_t str_find(struct str s, char c);

/* str_rfind(s, c): place of the last byte ${c}, or s.n where there is none. */
size_t str_rfind(struct str s, char c);

/* str_lower(c): an ASCII capital as a small letter, anything else as it is; no locale. */
char str_lower(char c);

/* str_trim(s): without blanks, tabs and line ends at both ends. */
struct str str_trim(struct str s);

/*
 * str_cut(&rest, sep): takes the part before the first ${sep} off ${rest} and
 * returns it; ${rest} goes on behind the separator, or becomes empty.
 */
struct str str_cut(struct str *rest, char sep);

#endif
