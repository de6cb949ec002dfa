/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The floor program: what no generator of this kind can do without. It reads each *.md
 * below a folder, converts it with cmark-gfm (tables, footnotes) and writes a page of a
 * given size for it, in several threads. No navigation, no links, no templates.
 *
 *	floor SOURCE OUT BYTES THREADS
 *
 * OUT must not exist. SOURCE/a/b.md becomes OUT/a/b/index.html of BYTES bytes: the HTML,
 * cut or repeated. Prints the number of pages.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <err.h>
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OPTIONS (CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8)

struct work {
	char **sources, **pages; /* where a page is read from and written to */
	size_t n, size;          /* how many; bytes of a page */
	atomic_size_t next;
	cmark_syntax_extension *table;
};

static char *
read_file(const char *path, size_t *n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		err(1, "%s", path);
	struct stat st;
	if (fstat(fd, &st) < 0)
		err(1, "%s", path);
	char *text = malloc((size_t)st.st_size + 1);
	if (!text)
		err(1, NULL);
	ssize_t got = read(fd, text, (size_t)st.st_size);
	if (got < 0)
		err(1, "%s", path);
	close(fd);
	*n = (size_t)got;
	return text;
}

static char *
convert(const struct work *w, const char *text, size_t n)
{
	cmark_parser *parser = cmark_parser_new(OPTIONS);
	cmark_parser_attach_syntax_extension(parser, w->table);
	cmark_parser_feed(parser, text, n);
	cmark_node *doc = cmark_parser_finish(parser);
	char *html = cmark_render_html(doc, OPTIONS, cmark_parser_get_syntax_extensions(parser));
	cmark_node_free(doc);
	cmark_parser_free(parser);
	return html;
}

static void
write_page(const char *path, const char *page, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		err(1, "%s", path);
	for (size_t done = 0; done < n;) {
		ssize_t put = write(fd, page + done, n - done);
		if (put < 0)
			err(1, "%s", path);
		done += (size_t)put;
	}
	if (close(fd) < 0)
		err(1, "%s", path);
}

static void *
worker(void *arg)
{
	struct work *w = arg;
	char *page = malloc(w->size + 1);
	if (!page)
		err(1, NULL);
	for (size_t i; (i = atomic_fetch_add(&w->next, 1)) < w->n;) {
		size_t n;
		char *text = read_file(w->sources[i], &n);
		char *html = convert(w, text, n);
		size_t have = strlen(html);
		for (size_t at = 0; at < w->size && have; at += have)
			memcpy(page + at, html, have < w->size - at ? have : w->size - at);
		write_page(w->pages[i], page, w->size);
		free(html);
		free(text);
	}
	free(page);
	return NULL;
}

/* The folder of OUT for each folder below SOURCE, and one for each page. */
static void
plan(struct work *w, char *source, const char *out)
{
	char *const roots[] = { source, NULL };
	size_t cap = 0, skip = strlen(source);
	FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	if (!walk)
		err(1, "%s", source);
	for (FTSENT *e; (e = fts_read(walk));) {
		size_t n = e->fts_pathlen;
		char *folder;
		if (e->fts_info == FTS_F && n > 3 && !strcmp(e->fts_path + n - 3, ".md"))
			n -= 3;
		else if (e->fts_info != FTS_D)
			continue;
		if (asprintf(&folder, "%s%.*s", out, (int)(n - skip), e->fts_path + skip) < 0)
			err(1, NULL);
		if (mkdir(folder, 0777) < 0)
			err(1, "%s", folder);
		if (e->fts_info == FTS_F) {
			if (w->n == cap) {
				cap = cap ? 2 * cap : 1024;
				w->sources = realloc(w->sources, cap * sizeof *w->sources);
				w->pages = realloc(w->pages, cap * sizeof *w->pages);
				if (!w->sources || !w->pages)
					err(1, NULL);
			}
			w->sources[w->n] = strdup(e->fts_path);
			if (asprintf(&w->pages[w->n++], "%s/index.html", folder) < 0)
				err(1, NULL);
		}
		free(folder);
	}
	fts_close(walk);
}

int
main(int argc, char **argv)
{
	if (argc != 5)
		errx(2, "usage: floor SOURCE OUT BYTES THREADS");
	struct work w = { .size = strtoul(argv[3], NULL, 10) };
	size_t threads = strtoul(argv[4], NULL, 10);
	if (threads < 1 || threads > 64)
		errx(2, "THREADS: 1 to 64");

	cmark_gfm_core_extensions_ensure_registered();
	w.table = cmark_find_syntax_extension("table");
	plan(&w, argv[1], argv[2]);

	pthread_t others[64];
	for (size_t i = 1; i < threads; i++)
		if (pthread_create(&others[i], NULL, worker, &w))
			errx(1, "no thread");
	worker(&w);
	for (size_t i = 1; i < threads; i++)
		pthread_join(others[i], NULL);
	printf("%zu\n", w.n);
	return 0;
}
