/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_MICROHTTP_H
#define SERVE_MICROHTTP_H

#include <microhttpd.h>

#include "base/buf.h"

/*
 * libmicrohttpd, opened when a site is served and not before: it comes with a library for TLS, which takes longer to start than a small site to build,
 * and Debian has no archive of all that this needs.
 */
struct microhttp {
	__typeof__(MHD_start_daemon) *start_daemon;
	__typeof__(MHD_stop_daemon) *stop_daemon;
	__typeof__(MHD_run) *run;
	__typeof__(MHD_get_timeout) *get_timeout;
	__typeof__(MHD_get_daemon_info) *get_daemon_info;
	__typeof__(MHD_get_connection_info) *get_connection_info;
	__typeof__(MHD_lookup_connection_value) *lookup_connection_value;
	__typeof__(MHD_suspend_connection) *suspend_connection;
	__typeof__(MHD_resume_connection) *resume_connection;
	__typeof__(MHD_create_response_from_buffer) *create_response_from_buffer;
	__typeof__(MHD_create_response_from_callback) *create_response_from_callback;
	__typeof__(MHD_add_response_header) *add_response_header;
	__typeof__(MHD_queue_response) *queue_response;
	__typeof__(MHD_destroy_response) *destroy_response;
};

/* microhttp_open(m, why): -1 with a sentence in ${why} where the library is not there. It stays open until the program ends. */
int microhttp_open(struct microhttp *m, struct buf *why);

#endif
