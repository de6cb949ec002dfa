/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_RENDERED_H
#define TESTS_UNIT_RENDERED_H

#include "render/footnotes.h"
#include "render/block.h"
#include "render/html.h"
#include "render/page.h"
#include "sited.h"

/*
 * A page of a site on disk, about to be rendered: sited_read(), then rendered_open() with the page's path below the
 * output folder. Everything lives in s->a.
 */
struct rendered {
	struct render r;
	struct render_kept kept;
	struct buf html;
};

static inline const struct output *
rendered_output(const struct sited *s, const char *path)
{
	for (size_t i = 0; i < s->site.noutputs; i++)
		if (str_is(s->site.outputs[i]->path, path))
			return s->site.outputs[i];
	fail_msg("there is no page %s", path);
	return NULL;
}

/* The body of ${t}, read again. */
static inline struct body *
rendered_body(struct sited *s, struct text *t)
{
	struct body *source = NULL, *body = NULL;

	for (size_t i = 0; i < t->doc->ntexts && body == NULL; i++) {
		struct body *b = ARENA_NEW(&s->a, struct body);
		struct diags told = DIAGS_INIT;

		assert_int_equal(document_body(&s->a, t->doc->texts[i], b, &told), 0);
		body_assemble(&s->a, b, source, &s->site, &s->a, &told);
		diags_free(&told);
		source = source ? source : b;
		body = t->doc->texts[i] == t ? b : NULL;
	}
	return body;
}

static inline void
rendered_open(struct rendered *h, struct sited *s, const char *path)
{
	*h = (struct rendered){ .html = BUF_INIT };
	h->r = (struct render){ .site = &s->site,
		.out = rendered_output(s, path),
		.writers = &block_writers,
		.kept = &h->kept,
		.arena = &s->a,
		.diags = &s->d,
		.level = 1,
		.script = STR_EMPTY };
	h->r.text = h->r.out->text;
	if (h->r.text)
		h->r.body = rendered_body(s, h->r.out->text);
}

/* The prose of the page as HTML. */
static inline const char *
rendered_html(struct rendered *h)
{
	buf_reset(&h->html);
	footnotes_document(&h->r, &h->html, h->r.body->root);
	buf_chr(&h->html, '\0');
	return h->html.p;
}

static inline void
rendered_close(struct rendered *h)
{
	page_forget(&h->kept);
	buf_free(&h->html);
}

#endif
