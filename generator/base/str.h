/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/*
 * A slice of bytes that somebody else owns: usually an arena or a source file.
 * ${p} is never NULL (an empty slice points at ""), and need not end in NUL.
 * Passed and returned by value. What is asked of slices all the time is written here, so that no call is made for it.
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
static inline struct str
str_of(const char *cstr)
{
	return cstr ? (struct str){ cstr, strlen(cstr) } : STR_EMPTY;
}

/* str_sub(s, from, to): bytes [from, to) of ${s}; both are clamped to its length. */
static inline struct str
str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from >= to)
		return STR_EMPTY;
	return (struct str){ s.p + from, to - from };
}

/* A slice of a struct that is all zero has p == NULL: memcmp() and its kin must not see that. */
static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* str_is(s, cstr): whether ${s} holds exactly the bytes of ${cstr}. */
static inline bool
str_is(struct str s, const char *cstr)
{
	return str_eq(s, str_of(cstr));
}

/* str_cmp(a, b): order of bytes as memcmp gives it; a prefix sorts first. */
int str_cmp(struct str a, struct str b);

static inline bool
str_starts(struct str s, const char *prefix)
{
	struct str head = str_of(prefix);

	return head.n <= s.n && str_eq(str_sub(s, 0, head.n), head);
}

bool str_ends(struct str s, const char *suffix);

/* str_find(s, c): place of the first byte ${c}, or s.n where there is none. */
static inline size_t
str_find(struct str s, char c)
{
	const char *at = s.n ? memchr(s.p, c, s.n) : NULL;

	return at ? (size_t)(at - s.p) : s.n;
}

/* str_has(s, word): whether ${word}, some bytes that seldom begin like anything else, occurs in ${s}; much faster than memmem(). */
bool str_has(struct str s, const char *word);

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
