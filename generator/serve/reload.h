/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_RELOAD_H
#define SERVE_RELOAD_H

#include <stdbool.h>

#include "base/str.h"
#include "serve/http.h"
#include "serve/reply.h"

/*
 * The browsers that look at the site, and what they are told, as JSON in server-sent events:
 *
 *	{"type":"reload"}                  what you show is another page now
 *	{"type":"styles","shown":"…"}      only its style sheets are; the number of the page from now on
 *	{"type":"goto","path":"/nb/a/"}    somebody edits that page
 *	{"type":"error","text":"…"}        what is wrong, as the terminal shows it
 *	{"type":"fixed"}                   nothing is
 *
 * A browser is told of its own page only. The script listens while its tab is seen (generator/serve/js/reload.js): what happened meanwhile is found
 * by comparing what it shows when it comes back.
 */
struct reload;

/* reload_open(site, follow): ${follow}: browsers go to the page that is edited. ${site} must live as long. */
struct reload *reload_open(const struct reply_site *site, bool follow);

void reload_join(struct reload *r, struct http_stream *s, const struct reply_request *q);
void reload_leave(struct reload *r, struct http_stream *s);

/* reload_tell(r, styles, edited): the site has changed; ${styles}: only its style sheets. ${edited}: the site's path of the page whose source was, or empty. */
void reload_tell(struct reload *r, bool styles, struct str edited);

/* reload_errors(r, text): what is wrong now; empty: nothing. Told where it is not what was told last. */
void reload_errors(struct reload *r, struct str text);

/* reload_beat(r): a sign of life, so that nothing between here and a browser takes the silence for an end. */
void reload_beat(struct reload *r);

void reload_close(struct reload *r); /* NULL is harmless */

#endif
