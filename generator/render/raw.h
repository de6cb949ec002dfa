/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RAW_H
#define RENDER_RAW_H

#include "base/buf.h"
#include "base/str.h"

/*
 * raw_html(b, html): an author's HTML, with only what is harmless: phrasing elements such as `<kbd>` or `<abbr>` and `details`,
 * with `lang`, `dir` and `title`. Other tags go, their text stays; comments, scripts and styles go whole. What an
 * element leaves open inside one piece is closed at its end.
 */
void raw_html(struct buf *b, struct str html);

/* raw_text(b, html): the same without any element: only the words. */
void raw_text(struct buf *b, struct str html);

/* Elements that the raw tags of one run of inlines have opened. */
struct raw_open {
	const char *names[32];
	size_t n;
};

/* raw_tag(b, tag, open): one inline tag of that kind, or nothing where it is not harmless or closes nothing. */
void raw_tag(struct buf *b, struct str tag, struct raw_open *open);

/* raw_close(b, open): closes what is still open, at the end of the run. */
void raw_close(struct buf *b, struct raw_open *open);

#endif
