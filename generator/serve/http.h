/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "serve/reply.h"

/*
 * HTTP by libmicrohttpd, in the thread of the caller and with limits on all that a client can use up.
 *
 *	struct http *h = http_open(fd, &handler);
 *	poll() on http_fd(h), for http_left(h) milliseconds at most
 *	http_run(h);      (calls the handler)
 *	http_sweep(h);    (every second: whoever is slow or gone loses the connection)
 *	http_close(h);
 */
struct http;

/* A reply that goes on. */
struct http_stream;

enum {
	HTTP_CONNECTIONS = 128,
	HTTP_HEADERS = 32 * 1024, /* bytes of a request */
	HTTP_HEADERS_IN = 10,     /* seconds that a request may take to arrive, however it trickles */
	HTTP_IDLE = 30,           /* seconds without a byte either way */
	HTTP_STREAMS = 64,
	HTTP_BACKLOG = 1024 * 1024, /* bytes that a browser leaves lying */
};

struct http_handler {
	void *ctx;
	/* Fills ${r}, which http.c frees. */
	void (*reply)(void *ctx, const struct reply_request *q, struct reply *r);
	/* A reply goes on: ${s} is the handler's until gone() is called. */
	void (*opened)(void *ctx, struct http_stream *s, const struct reply_request *q);
	void (*gone)(void *ctx, struct http_stream *s);
};

/* http_open(fd, handler, why): serves what arrives at the listening socket ${fd}, which it closes in any case. NULL with a sentence in ${why} where that can't be. */
struct http *http_open(int fd, const struct http_handler *handler, struct buf *why);

int http_fd(const struct http *h);
int http_left(const struct http *h); /* milliseconds until http_run(); -1: not before http_fd(h) is readable */
void http_run(struct http *h);
void http_sweep(struct http *h);
void http_close(struct http *h);

/* http_put(s, text): sends ${text} behind what was sent; a browser that takes nothing for long is left. Sent by the next http_run(). */
void http_put(struct http_stream *s, struct str text);

#endif
