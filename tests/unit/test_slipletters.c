/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipletters.h"

#include "slips.h"

#include <string.h>

/* Codes in ${text}: how many can be read and how many cannot. */
static void
found(const char *text, size_t whole, size_t broken)
{
	struct slipletters c;
	size_t at = 0, w = 0, b = 0, last = 0;

	while (slipletters_next(str_of(text), &at, &c)) {
		assert_true(at > last || at == strlen(text));
		last = at;
		assert_true(c.from < c.to && c.to <= strlen(text));
		if (c.fault == NULL)
			w++;
		else
			b++;
	}
	if (w != whole || b != broken)
		fail_msg("%zu whole and %zu broken, not %zu and %zu in: %s", w, b, whole, broken, text);
}

static void
test_nothing(void **state)
{
	(void)state;
	found("", 0, 0);
	found("PENSUM", 0, 0);
	found("Pensum is a program. It makes sites of Markdown; with PENSUM; done", 0, 0);
	found("a line of words that goes on for rather a long time\nName;Code\n", 0, 0);
	found("12345678901234567890123", 0, 0);
	found("0123456789012345678901234567890123456789", 0, 0);
	found("Pensum 2026; Pensum 2.1", 0, 0);
	found("PENSUMS " SLIPS_FULL, 0, 1); /* letters are letters */
	found("this text has only letters that codes have and it is very long yes it is very long", 0, 0);
}

static void
test_wrong(void **state)
{
	(void)state;
	found("PENSUM 10YZKYGDZ01J0KH1JR99B41G1FE6TQ", 0, 1); /* the last letter */
	found("PENSUM 10YZKYGDZ01J0KH1JR99B41G1FE6T", 0, 1);  /* one missing */
	found("PENSUM 1", 0, 1);
	found("PENSUM 10", 0, 1);
	found("PENSUM 2"
	      "0YZKYGDZ01J0KH1JR99B41G1FE6TR",
	    0, 1);                                                    /* another format */
	found("PENSUM 1000000000000000000000000000000", 0, 1);        /* says it has none */
	found("PENSUM 1ZZ0000000000000000000", 0, 1);                 /* says it has 1023 */
	found("10YZKYGDZ01J0KH1JR99B41G1FE6TQ", 0, 1);                /* without the word, long */
	found("PENSUM 10YZKYGDZ01J0KH1JR\nPENSUM " SLIPS_FULL, 1, 1); /* the next is not eaten */
	found("A; PENSUM 10YZKYGDZ01\nB; PENSUM " SLIPS_FULL "\n", 1, 1);
}

static void
test_written_in_many_ways(void **state)
{
	(void)state;
	found(SLIPS_FULL, 1, 0);
	found("PENSUM " SLIPS_FULL, 1, 0);
	found("PENSUM" SLIPS_FULL, 1, 0);
	found("pensum: loyzkygdzoij okhIjr 99b4l-g1fe6-tr", 1, 0);
	found("Pensum\n10YZK\nYGDZ0\r\n> 1J0KH\n> 1JR99 B41G1 FE6TR\n", 1, 0);
	found("PENSUM 10YZK\u00a0YGDZ0\u20131J0KH\u20111JR99B41G1FE6TR", 1, 0);
	found("PENSUM 10YZKYGDZ01J0KH1JR99B41G1FE6TR and thank you", 1, 0);
	found("Kari;10YZKYGDZ01J0KH1JR99B41G1FE6TR;Oslo", 1, 0);
	found(
	    "\"Kari\",\"10YZK YGDZ0 1J0KH 1JR99 B41G1 FE6TR\"\n\"Ola\",\"PENSUM 10YZK YGDZ0 1J0KH 1JR99 B41G1 FE6TR\"",
	    2, 0);
	found("PENSUM " SLIPS_FULL "PENSUM " SLIPS_HALF, 1, 0); /* no blank between: no word of its own */
	found("PENSUM " SLIPS_FULL " PENSUM " SLIPS_HALF "\t" SLIPS_HALF, 3, 0);
}

static void
test_u_is_v(void **state)
{
	struct slipletters c;
	size_t at = 0;

	(void)state;
	assert_true(slipletters_next(STR("PENSUM 10UuV"), &at, &c));
	assert_int_equal(c.v[2], c.v[3]);
	assert_int_equal(c.v[3], c.v[4]);
}

static void
test_bits(void **state)
{
	struct slipletters c;
	size_t at = 0;

	(void)state;
	assert_true(slipletters_next(STR(SLIPS_FULL), &at, &c));
	assert_int_equal(slipletters_bits(&c, 32), 0xfcfd06fc);
	assert_int_equal(slipletters_bits(&c, 14), 100);
	assert_int_equal(slipletters_number(&c, 3), 0);
	assert_int_equal(slipletters_bits(&c, 14), 10000);
	assert_false(slipletters_done(&c));
	while (!c.short_of)
		slipletters_bits(&c, 7);
	assert_int_equal(slipletters_bits(&c, 7), 0);
	assert_false(slipletters_done(&c));
}

static void
test_numbers_end(void **state)
{
	struct slipletters c = { .n = 200 };

	(void)state;
	memset(c.v, 31, sizeof c.v); /* more, more, more … */
	assert_int_equal(slipletters_number(&c, 3), 0);
	assert_true(c.short_of);
	c = (struct slipletters){ .n = 200, .v = { 0x18, 0x06 } }; /* 1 100, 0 001: 4 + 8 */
	assert_int_equal(slipletters_number(&c, 3), 12);
	assert_false(c.short_of);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_written_in_many_ways),
		cmocka_unit_test(test_u_is_v),
		cmocka_unit_test(test_bits),
		cmocka_unit_test(test_numbers_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
