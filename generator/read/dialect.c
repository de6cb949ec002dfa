/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/dialect.h"

#include <pthread.h>
#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

/*
 * -- memory: cmark's blocks, each with its size in front, since realloc() must know it; so they are aligned for what cmark
 * has in them, pointers, and nothing wider --
 */

static _Thread_local struct dialect *dialect_current;

enum { SIZE_ROOM = sizeof(size_t) };

static inline void *
mem_take(size_t n)
{
	struct dialect *d = dialect_current;
	size_t whole = n + SIZE_ROOM;
	char *p;

	if (whole < n || whole > d->left)
		longjmp(d->full, 1);
	d->left -= whole;
	p = arena_alloc(d->arena, whole);
	memcpy(p, &n, sizeof n);
	return p + SIZE_ROOM;
}

static void *
mem_calloc(size_t n, size_t size)
{
	size_t all;

	if (__builtin_mul_overflow(n, size, &all))
		longjmp(dialect_current->full, 1);
	return mem_take(all);
}

static void *
mem_realloc(void *p, size_t n)
{
	struct dialect *d = dialect_current;
	size_t old;
	char *front, *q;

	if (p == NULL)
		return mem_take(n);
	front = (char *)p - SIZE_ROOM;
	memcpy(&old, front, sizeof old);
	if (n <= old)
		return p;
	/* The text of a block grows right behind its node was made. */
	if (n - old <= d->left && arena_extend(d->arena, front, old + SIZE_ROOM, n + SIZE_ROOM)) {
		d->left -= n - old;
		memcpy(front, &n, sizeof n);
		return p;
	}
	q = mem_take(n);
	memcpy(q, p, old);
	return q;
}

static void
mem_free(void *p)
{
	(void)p; /* the arena goes as a whole */
}

static cmark_mem dialect_mem = { mem_calloc, mem_realloc, mem_free };

/* -- the fence extension; made once, only read afterwards. Not call_once(): ThreadSanitizer does not know it -- */

static pthread_once_t dialect_once = PTHREAD_ONCE_INIT;
static cmark_syntax_extension *dialect_fences, *dialect_tables;
static cmark_node_type dialect_marker;

static cmark_node *
open_fence(
    cmark_syntax_extension *ext, int indented, cmark_parser *parser, cmark_node *parent, unsigned char *input, int len)
{
	int at = cmark_parser_get_first_nonspace(parser);
	struct str line = { (const char *)input + at, (size_t)(len - at) };
	struct fence f, *kept;
	cmark_node *n;

	if (indented || line.n < 2 || line.p[0] != ':' || line.p[1] != ':')
		return NULL;
	fence_read(line, &f);
	if (f.kind == FENCE_NONE || f.kind == FENCE_TEXT)
		return NULL;
	n = cmark_parser_add_child(parser, parent, dialect_marker, at + 1);
	cmark_node_set_syntax_extension(n, ext);
	kept = ARENA_NEW(dialect_current->arena, struct fence);
	*kept = f;
	kept->name = arena_str(dialect_current->arena, f.name);
	kept->label = arena_str(dialect_current->arena, f.label);
	kept->attrs = arena_str(dialect_current->arena, f.attrs);
	kept->bad = arena_str(dialect_current->arena, f.bad);
	cmark_node_set_user_data(n, kept);
	cmark_node_set_string_content(n, kept->label.p);
	/* Up to the line end, not over it: a line that is not blank there would open a paragraph. */
	while (len > 0 && (input[len - 1] == '\n' || input[len - 1] == '\r'))
		len--;
	cmark_parser_advance_offset(parser, (const char *)input, len - cmark_parser_get_offset(parser), 0);
	return n;
}

static const char *
type_string(cmark_syntax_extension *ext, cmark_node *n)
{
	(void)ext;
	(void)n;
	return "fence";
}

static int
can_contain(cmark_syntax_extension *ext, cmark_node *n, cmark_node_type child)
{
	(void)ext;
	(void)n;
	return CMARK_NODE_TYPE_INLINE == (child & CMARK_NODE_TYPE_MASK);
}

/* The label is parsed as inlines like any paragraph. */
static int
contains_inlines(cmark_syntax_extension *ext, cmark_node *n)
{
	(void)ext;
	return n->type == dialect_marker;
}

static void
set_up(void)
{
	cmark_gfm_core_extensions_ensure_registered();
	dialect_tables = cmark_find_syntax_extension("table");
	dialect_fences = cmark_syntax_extension_new("fence");
	dialect_marker = cmark_syntax_extension_add_node(0);
	cmark_syntax_extension_set_open_block_func(dialect_fences, open_fence);
	cmark_syntax_extension_set_get_type_string_func(dialect_fences, type_string);
	cmark_syntax_extension_set_can_contain_func(dialect_fences, can_contain);
	cmark_syntax_extension_set_contains_inlines_func(dialect_fences, contains_inlines);
}

struct cmark_parser *
dialect_open(struct dialect *d, bool notes)
{
	int options = CMARK_OPT_UNSAFE | (notes ? CMARK_OPT_FOOTNOTES : 0);
	cmark_parser *p;

	pthread_once(&dialect_once, set_up);
	dialect_current = d;
	p = cmark_parser_new_with_mem(options, &dialect_mem);
	cmark_parser_attach_syntax_extension(p, dialect_fences);
	cmark_parser_attach_syntax_extension(p, dialect_tables);
	return p;
}

void
dialect_close(struct dialect *d)
{
	(void)d;
	dialect_current = NULL;
}

const struct fence *
dialect_fence(struct cmark_node *n)
{
	return n->type == dialect_marker ? cmark_node_get_user_data(n) : NULL;
}
