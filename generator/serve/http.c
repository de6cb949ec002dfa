/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/http.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/elapsed.h"
#include "base/mem.h"
#include "serve/microhttp.h"

enum { PIECE = 16 * 1024 }; /* bytes of a stream that are sent at once */

/* A connection. */
struct peer {
	struct peer *next, **back;
	int fd;
	bool asked;   /* its request is there, the reply is not sent yet */
	time_t since; /* when it came, or when its last reply was sent */
	struct http_stream *stream;
};

struct http_stream {
	struct http *h;
	struct peer *peer;
	struct MHD_Connection *connection;
	struct buf out;
	size_t sent;    /* bytes of ${out} */
	bool suspended; /* nothing to send: libmicrohttpd does not look at it */
	bool over;
};

struct http {
	struct microhttp mhd;
	struct MHD_Daemon *daemon;
	struct http_handler handler;
	struct peer *peers;
	size_t nstreams;
	bool woken; /* a stream has something to send, which epoll does not tell */
	int fd;     /* epoll's, of all connections */
};

/* -- connections -- */

static struct peer *
peer_of(const struct http *h, struct MHD_Connection *c)
{
	return h->mhd.get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static void
on_connection(void *ctx, struct MHD_Connection *c, void **context, enum MHD_ConnectionNotificationCode what)
{
	struct http *h = ctx;
	struct peer *p = *context;

	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		p = mem_alloc(sizeof *p);
		*p = (struct peer){ .next = h->peers,
			.back = &h->peers,
			.fd = h->mhd.get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd,
			.since = elapsed_milliseconds() / 1000 };
		if (p->next != NULL)
			p->next->back = &p->next;
		h->peers = p;
		*context = p;
		return;
	}
	*p->back = p->next;
	if (p->next != NULL)
		p->next->back = p->back;
	free(p);
}

/* -- replies that go on -- */

static void
wake(struct http_stream *s)
{
	if (s->suspended)
		s->h->mhd.resume_connection(s->connection);
	s->suspended = false;
	s->h->woken = true;
}

static ssize_t
read_stream(void *ctx, uint64_t pos, char *to, size_t room)
{
	struct http_stream *s = ctx;
	size_t n = s->out.n - s->sent;

	(void)pos;
	if (s->over)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (n == 0) {
		s->suspended = true;
		s->h->mhd.suspend_connection(s->connection);
		return 0;
	}
	n = n < room ? n : room;
	memcpy(to, s->out.p + s->sent, n);
	s->sent += n;
	if (s->sent == s->out.n) {
		buf_reset(&s->out);
		s->sent = 0;
	}
	return (ssize_t)n;
}

static void
free_stream(void *ctx)
{
	struct http_stream *s = ctx;

	s->h->handler.gone(s->h->handler.ctx, s);
	s->h->nstreams--;
	s->peer->stream = NULL;
	buf_free(&s->out);
	free(s);
}

static struct MHD_Response *
open_stream(struct http *h, struct MHD_Connection *c, const struct reply_request *q)
{
	struct http_stream *s = mem_alloc(sizeof *s);
	struct MHD_Response *m;

	*s = (struct http_stream){ .h = h, .peer = peer_of(h, c), .connection = c };
	m = h->mhd.create_response_from_callback(MHD_SIZE_UNKNOWN, PIECE, read_stream, s, free_stream);
	if (m == NULL) {
		free(s);
		return NULL;
	}
	s->peer->stream = s;
	h->nstreams++;
	h->handler.opened(h->handler.ctx, s, q);
	return m;
}

void
http_put(struct http_stream *s, struct str text)
{
	if (s->out.n - s->sent + text.n > HTTP_BACKLOG)
		s->over = true;
	else
		buf_str(&s->out, text);
	wake(s);
}

/* -- requests -- */

static struct str
value(const struct http *h, struct MHD_Connection *c, enum MHD_ValueKind kind, const char *name)
{
	return str_of(h->mhd.lookup_connection_value(c, kind, name));
}

static void
header(const struct http *h, struct MHD_Response *m, const char *name, struct str text)
{
	/* All texts end in NUL: they are our own, or an arena's. */
	if (text.n > 0)
		h->mhd.add_response_header(m, name, text.p);
}

static void
put_headers(const struct http *h, struct MHD_Response *m, const struct reply *r)
{
	header(h, m, MHD_HTTP_HEADER_CONTENT_TYPE, r->type);
	header(h, m, MHD_HTTP_HEADER_ETAG, r->etag);
	header(h, m, MHD_HTTP_HEADER_LOCATION, r->location);
	header(h, m, MHD_HTTP_HEADER_ALLOW, r->allow);
	header(h, m, MHD_HTTP_HEADER_CONTENT_RANGE, r->content_range);
	if (r->parts)
		header(h, m, MHD_HTTP_HEADER_ACCEPT_RANGES, STR("bytes"));
	header(h, m, MHD_HTTP_HEADER_CACHE_CONTROL, STR("no-cache"));
	header(h, m, "X-Content-Type-Options", STR("nosniff"));
	header(h, m, "Cross-Origin-Resource-Policy", STR("same-origin"));
}

static enum MHD_Result
send_reply(struct http *h, struct MHD_Connection *c, const struct reply_request *q, struct reply *r)
{
	bool full = r->events && h->nstreams >= HTTP_STREAMS;
	struct MHD_Response *m;
	enum MHD_Result done;

	if (r->events && !full)
		m = open_stream(h, c, q);
	else
		m = h->mhd.create_response_from_buffer(r->body.n, (void *)(uintptr_t)r->body.p, MHD_RESPMEM_MUST_COPY);
	if (m == NULL)
		return MHD_NO;
	put_headers(h, m, r);
	done = h->mhd.queue_response(c, full ? MHD_HTTP_SERVICE_UNAVAILABLE : r->status, m);
	h->mhd.destroy_response(m);
	return done;
}

static enum MHD_Result
on_request(void *ctx, struct MHD_Connection *c, const char *url, const char *method, const char *version,
    const char *body, size_t *body_size, void **seen)
{
	struct http *h = ctx;
	struct peer *p = peer_of(h, c);
	struct reply r;
	struct reply_request q = { .method = str_of(method), .target = str_of(url) };
	enum MHD_Result done;

	(void)version, (void)body;
	if (*seen == NULL && *body_size == 0 && (str_is(q.method, "GET") || str_is(q.method, "HEAD"))) {
		*seen = p; /* called again when all of the request has been read */
		return MHD_YES;
	}
	if (*body_size > 0) { /* a body, which nobody wants */
		*body_size = 0;
		return MHD_YES;
	}
	p->asked = true;
	q.host = value(h, c, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST);
	q.none_match = value(h, c, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
	q.range = value(h, c, MHD_HEADER_KIND, MHD_HTTP_HEADER_RANGE);
	q.if_range = value(h, c, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_RANGE);
	q.shown_target = value(h, c, MHD_GET_ARGUMENT_KIND, "page");
	q.shown_hash = value(h, c, MHD_GET_ARGUMENT_KIND, "shown");
	h->handler.reply(h->handler.ctx, &q, &r);
	done = send_reply(h, c, &q, &r);
	reply_free(&r);
	return done;
}

static void
on_completed(void *ctx, struct MHD_Connection *c, void **seen, enum MHD_RequestTerminationCode how)
{
	struct peer *p = peer_of(ctx, c);

	(void)seen, (void)how;
	p->asked = false;
	p->since = elapsed_milliseconds() / 1000;
}

/* Escapes stay as they came: what they stand for decides what is refused. */
static size_t
leave_escaped(void *ctx, struct MHD_Connection *c, char *text)
{
	(void)ctx, (void)c;
	return strlen(text);
}

static void
be_silent(void *ctx, const char *format, va_list arguments)
{
	(void)ctx, (void)format, (void)arguments;
}

/* -- the server -- */

static struct MHD_Daemon *
start(struct http *h, int fd)
{
	return h->mhd.start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL,
	    on_request, h, MHD_OPTION_EXTERNAL_LOGGER, be_silent, NULL, MHD_OPTION_LISTEN_SOCKET, fd,
	    MHD_OPTION_NOTIFY_CONNECTION, on_connection, h, MHD_OPTION_NOTIFY_COMPLETED, on_completed, h,
	    MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, h, MHD_OPTION_CONNECTION_LIMIT, (unsigned)HTTP_CONNECTIONS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_HEADERS, MHD_OPTION_CONNECTION_TIMEOUT,
	    (unsigned)HTTP_IDLE, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

struct http *
http_open(int fd, const struct http_handler *handler, struct buf *why)
{
	struct http *h = mem_alloc(sizeof *h);

	*h = (struct http){ .handler = *handler };
	if (microhttp_open(&h->mhd, why) == 0) {
		h->daemon = start(h, fd);
		if (h->daemon != NULL) {
			h->fd = h->mhd.get_daemon_info(h->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
			return h;
		}
		buf_fmt(why, "the server cannot be started: %s", strerror(errno));
	}
	close(fd);
	free(h);
	return NULL;
}

int
http_fd(const struct http *h)
{
	return h->fd;
}

int
http_left(const struct http *h)
{
	MHD_UNSIGNED_LONG_LONG left;

	if (h->woken)
		return 0;
	if (h->mhd.get_timeout(h->daemon, &left) != MHD_YES)
		return -1;
	return left < 60000 ? (int)left : 60000;
}

void
http_run(struct http *h)
{
	bool again = h->woken;

	h->woken = false;
	h->mhd.run(h->daemon);
	if (again) /* what was resumed in the first run is sent in the second */
		h->mhd.run(h->daemon);
}

/* Whether the other end was closed: nothing is to be read from a browser that listens to a stream. */
static bool
has_left(const struct peer *p)
{
	char c;
	ssize_t n = recv(p->fd, &c, 1, MSG_PEEK | MSG_DONTWAIT);

	return n == 0 || (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

void
http_sweep(struct http *h)
{
	time_t now = elapsed_milliseconds() / 1000;

	for (struct peer *p = h->peers; p != NULL; p = p->next) {
		if (p->stream != NULL && has_left(p)) {
			p->stream->over = true;
			wake(p->stream);
		} else if (!p->asked && now - p->since > HTTP_HEADERS_IN) {
			shutdown(p->fd, SHUT_RDWR); /* libmicrohttpd sees that and frees it */
		}
	}
}

void
http_close(struct http *h)
{
	for (struct peer *p = h->peers; p != NULL; p = p->next)
		if (p->stream != NULL) {
			p->stream->over = true;
			wake(p->stream);
		}
	http_run(h); /* streams end, as far as they can at once */
	h->mhd.stop_daemon(h->daemon);
	free(h);
}
