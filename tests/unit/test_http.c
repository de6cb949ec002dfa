/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/http.h"

#include <arpa/inet.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/str.h"
#include "serve/listening.h"
#include "testing.h"
#include "told.h"

/* A server and those who ask it, in one thread. tests/serve/ asks the whole program. */
struct place {
	struct listening l;
	struct http *h;
	struct http_stream *stream; /* that was opened last, and is not gone */
	size_t asked, opened, gone;
	struct buf seen; /* what was asked for */
};

static void
on_reply(void *ctx, const struct reply_request *q, struct reply *r)
{
	struct place *p = ctx;

	p->asked++;
	buf_fmt(&p->seen, "%.*s %.*s %.*s|", STR_ARG(q->method), STR_ARG(q->target), STR_ARG(q->shown_target));
	*r = (struct reply){ .status = 200,
		.type = STR("text/plain"),
		.etag = STR_EMPTY,
		.location = STR_EMPTY,
		.allow = STR_EMPTY,
		.content_range = STR_EMPTY,
		.body = STR("hello") };
	r->events = str_is(q->target, "/events");
}

static void
on_opened(void *ctx, struct http_stream *s, const struct reply_request *q)
{
	struct place *p = ctx;

	(void)q;
	p->stream = s;
	p->opened++;
	http_put(s, STR("first\n"));
}

static void
on_gone(void *ctx, struct http_stream *s)
{
	struct place *p = ctx;

	p->gone++;
	if (p->stream == s)
		p->stream = NULL;
}

static void
begin(struct place *p)
{
	const struct http_handler handler = { p, on_reply, on_opened, on_gone };
	struct buf why = BUF_INIT;

	*p = (struct place){ 0 };
	assert_int_equal(listening_open(&p->l, NULL, 0, &why), 0);
	p->h = http_open(p->l.fd, &handler, &why);
	assert_non_null(p->h);
}

static void
end(struct place *p)
{
	http_close(p->h);
	assert_int_equal(p->opened, p->gone);
	buf_free(&p->seen);
}

static int
dial(struct place *p)
{
	struct sockaddr_in to = {
		.sin_family = AF_INET, .sin_port = htons(p->l.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)
	};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_return_code(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

/* Lets the server work until nothing has happened for a while. */
static void
work(struct place *p)
{
	struct pollfd f = { .fd = http_fd(p->h), .events = POLLIN };

	do
		http_run(p->h);
	while (http_left(p->h) == 0 || poll(&f, 1, 50) > 0);
}

/* What the server answers to ${text}; the server works meanwhile. */
static struct str
answer(struct place *p, int fd, const char *text, char *room, size_t size)
{
	size_t n = 0;
	ssize_t got;

	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	do {
		work(p);
		got = recv(fd, room + n, size - n, MSG_DONTWAIT);
		n += got > 0 ? (size_t)got : 0;
	} while (got > 0 && n < size);
	return (struct str){ room, n };
}

#define HOST "Host: localhost\r\n"

static void
answers(struct place *p, const char *text, const char *begin_of_answer)
{
	char room[65536];
	int fd = dial(p);
	struct str got = answer(p, fd, text, room, sizeof room);

	if (!str_starts(got, begin_of_answer))
		fail_msg("\"%.40s\" got \"%.*s\", wanted \"%s\"", text, (int)(got.n < 60 ? got.n : 60), got.p,
		    begin_of_answer);
	close(fd);
	work(p);
}

static void
no_http(void **state)
{
	struct place p;
	char *long_one = malloc(100000);

	(void)state;
	begin(&p);
	answers(&p, "\r\n\r\n\r\n", "");
	answers(&p, "\x16\x03\x01 tls?\r\n\r\n", "HTTP/1");
	answers(&p, "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400");
	answers(&p, "GET / HTTP/9.9\r\n" HOST "\r\n", "HTTP/1.1 505");
	assert_int_equal(p.asked, 0);
	memset(long_one, 'a', 100000);
	memcpy(long_one, "GET /", 5);
	long_one[99999] = '\0';
	answers(&p, long_one, "HTTP/1.1 41");
	memcpy(long_one, "GET / HTTP/1.1\r\nX: ", 19);
	answers(&p, long_one, "HTTP/1.1 431");
	assert_int_equal(p.asked, 0);
	answers(&p, "GET /a HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200 OK\r\n");
	free(long_one);
	end(&p);
}

static void
as_it_came(void **state)
{
	struct place p;

	(void)state;
	begin(&p);
	answers(&p, "GET /%2e%2e/a%20b?page=/c%26d&x HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200 OK\r\n");
	is_text(buf_view(&p.seen), "GET /%2e%2e/a%20b /c%26d|");
	end(&p);
}

static void
bodies(void **state)
{
	struct place p;
	char room[4096];
	int fd;

	(void)state;
	begin(&p);
	answers(&p, "POST / HTTP/1.1\r\n" HOST "Content-Length: 5\r\n\r\nhello", "HTTP/1.1 200 OK\r\n");
	answers(&p, "GET / HTTP/1.1\r\n" HOST "Content-Length: 5\r\n\r\nhello", "HTTP/1.1 200 OK\r\n");
	answers(&p, "GET / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n0\r\n\r\n",
	    "HTTP/1.1 200 OK\r\n");
	fd = dial(&p);
	assert_true(holds(answer(&p, fd, "HEAD / HTTP/1.1\r\n" HOST "\r\n", room, sizeof room), "Content-Length: 5"));
	/* The same connection once more, and two requests at once. */
	assert_true(str_ends(answer(&p, fd, "GET /1 HTTP/1.1\r\n" HOST "\r\n", room, sizeof room), "hello"));
	p.asked = 0;
	assert_true(str_ends(
	    answer(&p, fd, "GET /2 HTTP/1.1\r\n" HOST "\r\nGET /3 HTTP/1.1\r\n" HOST "\r\n", room, sizeof room),
	    "hello"));
	assert_int_equal(p.asked, 2);
	close(fd);
	end(&p);
}

static void
streams(void **state)
{
	struct place p;
	char room[65536];
	int fd;
	struct str got;

	(void)state;
	begin(&p);
	fd = dial(&p);
	got = answer(&p, fd, "GET /events HTTP/1.1\r\n" HOST "\r\n", room, sizeof room);
	assert_true(holds(got, "first\n"));
	assert_int_equal(p.opened, 1);
	for (int i = 0; i < 3; i++) {
		http_put(p.stream, STR("next\n"));
		http_put(p.stream, STR("one\n"));
		/* At once, though nothing has happened at any socket. */
		assert_int_equal(http_left(p.h), 0);
		http_run(p.h);
		assert_true(recv(fd, room, 1, MSG_PEEK | MSG_DONTWAIT) == 1);
		got = answer(&p, fd, "", room, sizeof room);
		assert_true(holds(got, "next\none\n"));
	}
	http_sweep(p.h);
	work(&p);
	assert_int_equal(p.gone, 0);
	/* Whoever goes away is noticed without being written to. */
	close(fd);
	http_sweep(p.h);
	work(&p);
	assert_int_equal(p.gone, 1);
	end(&p);
}

/* A browser that takes nothing is left, and does not fill the memory. */
static void
deaf_browser(void **state)
{
	struct place p;
	char *much = malloc(HTTP_BACKLOG / 4);
	int fd;

	(void)state;
	begin(&p);
	memset(much, 'x', HTTP_BACKLOG / 4);
	fd = dial(&p);
	assert_true(write(fd, "GET /events HTTP/1.1\r\n" HOST "\r\n", 41) > 0);
	work(&p);
	for (int i = 0; i < 100 && p.stream != NULL; i++) {
		http_put(p.stream, (struct str){ much, HTTP_BACKLOG / 4 });
		http_run(p.h);
	}
	for (int i = 0; i < 100 && p.stream != NULL; i++)
		work(&p);
	http_sweep(p.h);
	assert_true(p.opened == 1);
	close(fd);
	http_sweep(p.h);
	work(&p);
	assert_int_equal(p.gone, 1);
	free(much);
	end(&p);
}

static void
too_many_streams(void **state)
{
	struct place p;
	char room[65536];
	int fds[HTTP_STREAMS + 1];

	(void)state;
	begin(&p);
	for (size_t i = 0; i <= HTTP_STREAMS; i++) {
		fds[i] = dial(&p);
		assert_true(write(fds[i], "GET /events HTTP/1.1\r\n" HOST "\r\n", 41) > 0);
		http_run(p.h);
	}
	work(&p);
	assert_int_equal(p.opened, HTTP_STREAMS);
	assert_true(str_starts(answer(&p, fds[HTTP_STREAMS], "", room, sizeof room), "HTTP/1.1 503"));
	for (size_t i = 0; i <= HTTP_STREAMS; i++)
		close(fds[i]);
	http_sweep(p.h);
	work(&p);
	assert_int_equal(p.gone, HTTP_STREAMS);
	answers(&p, "GET /events HTTP/1.1\r\n" HOST "\r\n", "HTTP/1.1 200");
	end(&p);
}

static void
ends_with_streams(void **state)
{
	struct place p;
	char room[65536];
	int fd;

	(void)state;
	begin(&p);
	fd = dial(&p);
	answer(&p, fd, "GET /events HTTP/1.1\r\n" HOST "\r\n", room, sizeof room);
	end(&p);
	while (recv(fd, room, sizeof room, 0) > 0) /* the end of the stream, then of the connection */
		continue;
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_http),
		cmocka_unit_test(as_it_came),
		cmocka_unit_test(bodies),
		cmocka_unit_test(streams),
		cmocka_unit_test(deaf_browser),
		cmocka_unit_test(too_many_streams),
		cmocka_unit_test(ends_with_streams),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
