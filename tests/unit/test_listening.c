/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/listening.h"

#include <stdio.h>
#include <unistd.h>

#include "testing.h"
#include "told.h"

static void
refused(const char *address, int port, const char *part)
{
	struct listening l;
	struct buf why = BUF_INIT;

	assert_int_equal(listening_open(&l, address, port, &why), -1);
	if (!holds(buf_view(&why), part))
		fail_msg("\"%.*s\", wanted \"%s\"", STR_ARG(buf_view(&why)), part);
	buf_free(&why);
}

static void
no_addresses(void **state)
{
	(void)state;
	refused("example.org", 0, "in numbers");
	refused("", 0, "in numbers");
	refused("127.0.0.1:80", 0, "in numbers");
	refused("[::1]", 0, "in numbers");
	refused("203.0.113.7", 0, "does not have the address");
}

static void
ports_in_use(void **state)
{
	struct listening l, other;
	struct buf why = BUF_INIT;
	char next[32];

	(void)state;
	assert_int_equal(listening_open(&l, NULL, 0, &why), 0);
	assert_true(l.port > 0);
	snprintf(next, sizeof next, "port %d is in use", l.port);
	refused(NULL, l.port, next);
	close(l.fd);
	assert_int_equal(listening_open(&other, NULL, l.port, &why), 0);
	close(other.fd);
	buf_free(&why);
}

/* Nobody said which port: the next one will do. */
static void
next_port(void **state)
{
	struct listening one, two;
	struct buf why = BUF_INIT;

	(void)state;
	if (listening_open(&one, NULL, -1, &why) < 0)
		skip(); /* all of them are in use here */
	assert_true(one.port >= LISTENING_PORT && one.port < LISTENING_PORT + LISTENING_TRIES);
	if (listening_open(&two, NULL, -1, &why) == 0) {
		assert_true(two.port > one.port && two.port < LISTENING_PORT + LISTENING_TRIES);
		close(two.fd);
	}
	close(one.fd);
	buf_free(&why);
}

static void
who_reaches_it(void **state)
{
	static const struct {
		const char *address, *host;
		bool local;
	} all[] = { { NULL, "127.0.0.1", true }, { "localhost", "127.0.0.1", true }, { "127.1.2.3", "127.1.2.3", true },
		{ "0.0.0.0", "0.0.0.0", false }, { "::1", "[::1]", true }, { "::", "[::]", false } };
	struct buf why = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct listening l;

		if (listening_open(&l, all[i].address, 0, &why) < 0)
			continue; /* a machine without IPv6 */
		assert_int_equal(l.local, all[i].local);
		assert_string_equal(l.host, all[i].host);
		assert_int_equal(l.every, !l.local);
		close(l.fd);
	}
	buf_free(&why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_addresses),
		cmocka_unit_test(ports_in_use),
		cmocka_unit_test(next_port),
		cmocka_unit_test(who_reaches_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
