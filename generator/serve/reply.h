/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_REPLY_H
#define SERVE_REPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * What is answered to a request: a file of the site, one of the server's own below /-/pensum/, or why not. Nothing else can be had: no path is
 * ever looked for on the disk.
 */

/* The site: get(ctx, "nb/index.html", &bytes) is false where there is no such file; bytes are valid until the next call. */
struct reply_site {
	bool (*get)(void *ctx, struct str path, struct str *bytes);
	void *ctx;
	bool only_local; /* requests for other hosts than this machine are refused */
};

/* A request; empty slices where a header is not there. */
struct reply_request {
	struct str method, target;           /* "GET"; the path as it came, without its query */
	struct str host, none_match;         /* Host, If-None-Match */
	struct str range, if_range;          /* Range, If-Range */
	struct str shown_target, shown_hash; /* of the server's own /-/pensum/events: what a browser shows */
};

/* Empty slices are headers that are not sent. Slices are valid as long as those of the request and of the site. */
struct reply {
	struct arena arena;
	unsigned status;
	bool events; /* goes on: the body is to be sent as server-sent events, and is none yet */
	bool parts;  /* ranges may be asked for */
	struct str type, etag, location, allow, content_range, body;
};

/* reply_make(r, q, site): fills ${r}. reply_free() is its end. */
void reply_make(struct reply *r, const struct reply_request *q, const struct reply_site *site);
void reply_free(struct reply *r);

/*
 * reply_shown(a, site, target, file): a number that is another one when what is shown at the address ${target} is; 0 where that is no address.
 * ${file} is the site's path of it ("nb/index.html", "404.html").
 */
uint64_t reply_shown(struct arena *a, const struct reply_site *site, struct str target, struct str *file);

#endif
