/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/microhttp.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

/* The number stands for what its functions take and give (MHD_VERSION 0x0009xxxx). */
static const char library[] = "libmicrohttpd.so.12";

#define ROW(name)                                                                                                      \
	{                                                                                                              \
		"MHD_" #name, offsetof(struct microhttp, name)                                                         \
	}

static const struct row {
	const char *name;
	size_t at;
} rows[] = { ROW(start_daemon), ROW(stop_daemon), ROW(run), ROW(get_timeout), ROW(get_daemon_info),
	ROW(get_connection_info), ROW(lookup_connection_value), ROW(suspend_connection), ROW(resume_connection),
	ROW(create_response_from_buffer), ROW(create_response_from_callback), ROW(add_response_header),
	ROW(queue_response), ROW(destroy_response) };

enum { ROWS = sizeof rows / sizeof *rows };

_Static_assert(sizeof(struct microhttp) == ROWS * sizeof(void *), "each function has its row");

int
microhttp_open(struct microhttp *m, struct buf *why)
{
	void *lib = dlopen(library, RTLD_NOW | RTLD_LOCAL);

	if (lib == NULL) {
		buf_fmt(why, "serving needs the library %s: install the package libmicrohttpd12", library);
		return -1;
	}
	for (size_t i = 0; i < ROWS; i++) {
		void *function = dlsym(lib, rows[i].name);

		if (function == NULL) {
			buf_fmt(why, "the library %s has no %s: it is another version than this program was made with",
			    library, rows[i].name);
			return -1;
		}
		memcpy((char *)m + rows[i].at, &function, sizeof function);
	}
	return 0;
}
