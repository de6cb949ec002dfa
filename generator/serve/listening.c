/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/listening.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WAITING = 64 }; /* connections that nobody has taken yet */

/* An address of either kind. */
union place {
	struct sockaddr any;
	struct sockaddr_in four;
	struct sockaddr_in6 six;
};

static bool
read_address(union place *p, const char *text)
{
	*p = (union place){ 0 };
	if (strcmp(text, "localhost") == 0)
		text = "127.0.0.1";
	if (inet_pton(AF_INET, text, &p->four.sin_addr) == 1) {
		p->four.sin_family = AF_INET;
		return true;
	}
	if (inet_pton(AF_INET6, text, &p->six.sin6_addr) != 1)
		return false;
	p->six.sin6_family = AF_INET6;
	return true;
}

static bool
is_local(const union place *p)
{
	if (p->any.sa_family == AF_INET)
		return ntohl(p->four.sin_addr.s_addr) >> 24 == 127;
	return IN6_IS_ADDR_LOOPBACK(&p->six.sin6_addr);
}

static bool
is_every(const union place *p)
{
	if (p->any.sa_family == AF_INET)
		return p->four.sin_addr.s_addr == INADDR_ANY;
	return IN6_IS_ADDR_UNSPECIFIED(&p->six.sin6_addr);
}

static void
set_port(union place *p, uint16_t port)
{
	if (p->any.sa_family == AF_INET)
		p->four.sin_port = htons(port);
	else
		p->six.sin6_port = htons(port);
}

static socklen_t
size_of(const union place *p)
{
	return p->any.sa_family == AF_INET ? sizeof p->four : sizeof p->six;
}

/* A socket that listens there; -1 with errno. */
static int
try_port(union place *p, uint16_t port)
{
	int fd = socket(p->any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), one = 1, only, e;

	if (fd < 0)
		return -1;
	set_port(p, port);
	/* A server that ended a moment ago keeps nobody from its port. */
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	/* `::` is every address of either kind. */
	only = !is_every(p);
	if (p->any.sa_family == AF_INET6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only);
	if (bind(fd, &p->any, size_of(p)) == 0 && listen(fd, WAITING) == 0)
		return fd;
	e = errno;
	close(fd);
	errno = e;
	return -1;
}

static void
explain(struct buf *why, const char *address, int port, int tries)
{
	if (errno == EADDRINUSE && tries > 1)
		buf_fmt(why, "the ports %d to %d are in use: choose another one with --port", port, port + tries - 1);
	else if (errno == EADDRINUSE)
		buf_fmt(why, "port %d is in use, perhaps by another `pensum serve`: choose another one, --port %d",
		    port, port < 65535 ? port + 1 : LISTENING_PORT);
	else if (errno == EACCES)
		buf_fmt(
		    why, "port %d is kept for the system: choose one from 1024 on, --port %d", port, LISTENING_PORT);
	else if (errno == EADDRNOTAVAIL)
		buf_fmt(why, "this machine does not have the address %s", address);
	else
		buf_fmt(why, "%s, port %d: %s", address, port, strerror(errno));
}

static void
describe(struct listening *l, const union place *p)
{
	union place got = *p;
	socklen_t n = sizeof got;
	char text[INET6_ADDRSTRLEN] = "";

	getsockname(l->fd, &got.any, &n);
	l->local = is_local(p);
	l->every = is_every(p);
	l->port = ntohs(got.any.sa_family == AF_INET ? got.four.sin_port : got.six.sin6_port);
	if (got.any.sa_family == AF_INET)
		inet_ntop(AF_INET, &got.four.sin_addr, text, sizeof text);
	else
		inet_ntop(AF_INET6, &got.six.sin6_addr, text, sizeof text);
	snprintf(l->host, sizeof l->host, got.any.sa_family == AF_INET ? "%s" : "[%s]", text);
}

int
listening_open(struct listening *l, const char *address, int port, struct buf *why)
{
	int first = port < 0 ? LISTENING_PORT : port, tries = port < 0 ? LISTENING_TRIES : 1;
	union place p;

	*l = (struct listening){ .fd = -1 };
	if (address == NULL)
		address = "127.0.0.1";
	if (!read_address(&p, address)) {
		buf_fmt(why, "--address takes an address in numbers, such as 127.0.0.1 or ::1, not `%s`", address);
		return -1;
	}
	for (int i = 0; i < tries && l->fd < 0 && (i == 0 || errno == EADDRINUSE); i++)
		l->fd = try_port(&p, (uint16_t)(first + i));
	if (l->fd < 0) {
		explain(why, address, first, tries);
		return -1;
	}
	describe(l, &p);
	return 0;
}
