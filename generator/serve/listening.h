/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_LISTENING_H
#define SERVE_LISTENING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* The address at which browsers reach the server. */

enum { LISTENING_PORT = 8000, LISTENING_TRIES = 10 };

struct listening {
	int fd;
	uint16_t port;
	bool every;    /* at each address that this machine has */
	bool local;    /* nobody but this machine reaches it */
	char host[64]; /* as it stands in an address: "127.0.0.1", "[::1]" */
};

/*
 * listening_open(l, address, port, why): ${address} NULL: 127.0.0.1. ${port} -1: LISTENING_PORT or one of the LISTENING_TRIES from there that is free; 0:
 * any. Returns -1 with a sentence in ${why}, without a full stop, where there can't be one. Caller closes l->fd.
 */
int listening_open(struct listening *l, const char *address, int port, struct buf *why);

#endif
