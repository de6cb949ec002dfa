/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_READS_H
#define TESTS_UNIT_READS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assemble/body.h"
#include "model/dump.h"
#include "read/markdown.h"
#include "testing.h"

/*
 * Markdown in, what became of it out: the tree as model/dump.h prints it, without the document's own lines and one level
 * further left, and behind it what was told, one line each:
 *
 *	paragraph #p @1:1
 *	  text "a"
 *	! 1:7+4 attribute-syntax: `word` is no id, class or key=value
 */
struct reads {
	const char *name, *markdown, *want;
};

/* One page of a site that has nothing else. */
struct page {
	struct arena arena, keep;
	struct diags diags;
	struct config config;
	struct site site;
	struct document doc;
	struct text text, *texts[1];
	struct body body;
};

/* Reads ${markdown}, which begins in line ${first} of the file ${whole}. Returns the tree, or NULL. */
static inline struct node *
page_open_part(struct page *p, struct str whole, struct str markdown, uint32_t first)
{
	*p = (struct page){ .config = { .audience = STR("learner") } };
	p->site.config = &p->config;
	p->doc = (struct document){ .path = STR("a.md"), .name = STR("a"), .texts = p->texts, .ntexts = 1 };
	p->text = (struct text){ .doc = &p->doc, .lang = STR("en"), .src = { STR("a.md"), whole } };
	p->text.meta.title = STR("Title");
	p->texts[0] = &p->text;
	p->body = (struct body){ .text = &p->text, .src = p->text.src };
	p->body.root = markdown_read(&p->arena, &p->body.src, markdown, first, &p->diags);
	return p->body.root;
}

static inline struct node *
page_open(struct page *p, struct str markdown)
{
	return page_open_part(p, markdown, markdown, 1);
}

static inline void
page_assemble(struct page *p)
{
	body_assemble(&p->arena, &p->body, NULL, &p->site, &p->keep, &p->diags);
}

static inline void
page_close(struct page *p)
{
	arena_free(&p->arena);
	arena_free(&p->keep);
	diags_free(&p->diags);
}

/* Without the document's lines, one level further left. */
static inline void
page_trim(char *dump)
{
	char *to = dump, *next;

	for (char *line = dump; *line; line = next) {
		next = strchr(line, '\n') + 1;
		if (strncmp(line, "body ", 5) == 0 || strncmp(line, "document ", 9) == 0)
			continue;
		if (line[0] == ' ' && line[1] == ' ')
			line += 2;
		memmove(to, line, (size_t)(next - line));
		to += next - line;
	}
	*to = '\0';
}

/* The dump of ${p} and what was told; the caller frees it. */
static inline char *
page_dump(struct page *p)
{
	char *dump = NULL, *all = NULL;
	size_t n, room;
	FILE *f = open_memstream(&dump, &n);

	if (p->body.root)
		dump_body(f, &p->body);
	fclose(f);
	page_trim(dump);
	diags_sort(&p->diags);
	f = open_memstream(&all, &room);
	fputs(dump, f);
	for (size_t i = 0; i < p->diags.all.n; i++) {
		const struct diag *g = &p->diags.all.v[i];

		fprintf(f, "! %u:%u+%u %s: %.*s\n", g->at.line, g->at.col, g->at.len, diag_info(g->code)->name,
		    STR_ARG(g->detail));
	}
	fclose(f);
	free(dump);
	return all;
}

static inline void
reads_row(const struct reads *row, bool assembled)
{
	struct page p;
	char *got;

	page_open(&p, str_of(row->markdown));
	if (assembled && p.body.root)
		page_assemble(&p);
	got = page_dump(&p);
	if (strcmp(got, row->want) != 0)
		fail_msg("%s\n-- is --\n%s-- should be --\n%s", row->name, got, row->want);
	free(got);
	page_close(&p);
}

#define READS_ALL(rows, assembled)                                                                                     \
	do {                                                                                                           \
		for (size_t reads_i = 0; reads_i < sizeof(rows) / sizeof *(rows); reads_i++)                           \
			reads_row(&(rows)[reads_i], assembled);                                                        \
	} while (0)

#endif
