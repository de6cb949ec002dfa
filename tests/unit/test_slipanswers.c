/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipanswers.h"

#include "testing.h"

#include <string.h>

static struct arena arena;

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* A code whose body is ${bits}, in which blanks mean nothing. */
static struct slipletters
code(const char *bits)
{
	struct slipletters c = { .bit = 15 };
	size_t n = 15;

	for (; *bits != '\0'; bits++) {
		if (*bits == ' ')
			continue;
		c.v[n / 5] = (unsigned char)(c.v[n / 5] | (*bits - '0') << (4 - n % 5));
		n++;
	}
	c.n = (n + 24 + 4) / 5;
	return c;
}

static struct jvalue *
json(const char *text)
{
	struct json_fault fault;
	struct jvalue *v = jsonread_parse(&arena, str_of(text), &fault);

	assert_non_null(v);
	return v;
}

static struct slipanswers_one
take(const char *type, const char *question, const char *scoring, const char *bits)
{
	struct keyfile_question q = { .type = str_of(type), .question = json(question), .scoring = json(scoring) };
	struct slipletters c = code(bits);

	return slipanswers_read(&arena, &q, &c);
}

/* ${bits} are the response ${want}. */
static void
means(const char *type, const char *question, const char *scoring, const char *bits, const char *want)
{
	struct slipanswers_one one = take(type, question, scoring, bits);
	struct buf b = BUF_INIT;

	jsonread_write(&b, one.response);
	buf_chr(&b, '\0');
	assert_false(one.misfit);
	assert_string_equal(b.p, want);
	buf_free(&b);
}

static void
misfits(const char *type, const char *question, const char *scoring, const char *bits)
{
	struct slipanswers_one one = take(type, question, scoring, bits);

	if (!one.misfit)
		fail_msg("a %s fits %s", type, bits);
	assert_int_equal(one.response->kind, JSON_NULL);
}

static const char three[] = "{\"options\": [{\"id\": \"z\"}, {\"id\": \"a\"}, {\"id\": \"é\"}, {\"id\": \"m\"}]}";
static const char pairs[] = "{\"pairs\": {\"y\": \"t\", \"x\": null}, \"choices\": [\"u\", \"t\"]}";
static const char gaps[] =
    "{\"gaps\": [{\"id\": \"2\", \"kind\": \"select\", \"choices\": [\"b\", \"a\"], \"answer\": \"a\"}, {\"id\": "
    "\"1\", \"accept\": []}]}";

static void
test_wrong(void **state)
{
	(void)state;
	misfits("single", three, "{}", "0 111");                                   /* option 7 of 4 */
	misfits("survey", "{\"scale\": 5, \"items\": [1, 2, 3, 4]}", "{}", "0 1"); /* bits are missing */
	misfits("matching", pairs, "{}", "0 11 00");                               /* target 3 of 2 */
	misfits("ordering", "{\"order\": [\"a\", \"b\", \"c\"]}", "{}", "0 1 11"); /* place 3 of 3 */
	misfits("survey", "{\"scale\": 5, \"items\": [\"?\"]}", "{}", "0 111");
	misfits("text", "{}", "{}", "0 0 1 0 11 0001 11000011");                /* half a character */
	misfits("text", "{}", "{}", "0 0 1 0 11 0001 00000000");                /* NUL */
	misfits("text", "{}", "{}", "0 0 1 0 10 0001 00000110110000 10000000"); /* half of a pair of UTF-16 */
	misfits("text", "{}", "{}", "0 0 1 0 10 0001 11111111111111 10000000"); /* behind the last character */
	misfits("text", "{}", "{}", "0 0 1 0 01 1111 1111 1111 1111 1111 1111 1111 1111 1111 1111 0111"); /* endless */
	misfits("hotspot", "{\"areas\": []}", "{}", "0 0001 1111111111111111111111111111111111111");
	misfits("nonsense", "{}", "{}", "0 0000");
	misfits("reflection", "{\"min_chars\": 1}", "{}", "1 0"); /* no JSON */
}

/* JSON in place of bits: only in a form that the type knows. `[]` is two bytes, `{}`, `7`, `"x"`. */
static void
test_wrong_json(void **state)
{
	static const char list[] = "1 1 0 11 0010 01011011 01011101", map[] = "1 1 0 11 0010 01111011 01111101";
	static const char number[] = "1 1 0 11 0001 00110111", string[] = "1 1 0 11 0011 00100010 01111000 00100010";
	static const char half[] = "1 1 0 11 0001 01011011", cut[] = "1 1 1 11 0010 01111011 01111101";

	(void)state;
	misfits("single", three, "{}", list);
	misfits("single", three, "{}", number);
	misfits("multiple", three, "{}", list);
	misfits("text", "{}", "{}", string);
	misfits("gap", gaps, "{}", list);
	misfits("gap", gaps, "{}", half);
	misfits("gap", gaps, "{}", cut);
	misfits("hotspot", "{\"areas\": []}", "{}", map);
	misfits("matching", pairs, "{}", string);
	means("single", three, "{}", string, "\"x\"");
	means("gap", gaps, "{}", map, "{}");
	means("matching", pairs, "{}", map, "{}");
	means("matching", pairs, "{}", list, "[]");
	means("ordering", "{\"order\": [\"a\", \"b\"]}", "{}", list, "[]");
}

/* Ids count in the order of their bytes, whatever theirs in the question: a, m, z, é. */
static void
test_chosen(void **state)
{
	(void)state;
	means("single", three, "{}", "0 000", "null");
	means("single", three, "{}", "0 001", "\"a\"");
	means("single", three, "{}", "0 100", "\"é\"");
	means("multiple", three, "{}", "0 0000", "[]");
	means("multiple", three, "{}", "0 1011", "[\"a\", \"z\", \"é\"]");
	means("truefalse", "{\"options\": [{\"id\": \"true\"}, {\"id\": \"false\"}]}", "{}", "0 01", "\"false\"");
	means("checklist", "{\"items\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}", "{}", "0 01", "[\"b\"]");
}

static void
test_placed(void **state)
{
	(void)state;
	means("matching", pairs, "{}", "0 00 00", "{}");
	means("matrix", pairs, "{}", "0 10 01", "{\"x\": \"u\", \"y\": \"t\"}");
	means("ordering", "{\"order\": [\"c\", \"a\", \"b\"]}", "{}", "0 0", "null");
	means("ordering", "{\"order\": [\"c\", \"a\", \"b\"]}", "{}", "0 1 10 1", "[\"c\", \"b\", \"a\"]");
	means("survey", "{\"scale\": 5, \"items\": [\"?\", \"!\"]}", "{}", "0 000 101", "{\"2\": 5}");
}

static void
test_typed(void **state)
{
	(void)state;
	means("text", "{}", "{}", "0 0 0", "null");
	means("text", "{}", "{}", "0 0 1 0 00 0010 0111 1010", "\"7,\"");
	means("text", "{}", "{}", "0 0 1 0 01 0010 000000 011010", "\"aA\"");
	means("text", "{}", "{}", "0 0 1 0 10 0010 00000000001000 01000001 10010110", "\"AЖ\"");
	means("text", "{}", "{}", "0 0 1 0 11 0010 11000011 10100101", "\"å\"");
	means("number", "{\"units\": {\"m\": \"1\", \"cm\": \"1/100\"}}", "{}", "0 1 1 0 00 0001 0111 10",
	    "{\"value\": \"7\", \"unit\": \"m\"}");
	means("gap", gaps, "{}", "0 1 0 01 0001 000001 01", "{\"1\": \"b\", \"2\": \"a\"}");
	means("gap", gaps, "{}", "0 0 00", "{}");
	assert_true(take("text", "{}", "{}", "0 0 1 1 00 0001 0111").cut);
	assert_false(take("text", "{}", "{}", "0 0 1 0 00 0001 0111").cut);
}

static void
test_pointed(void **state)
{
	static const char areas[] = "{\"areas\": [{\"marker\": \"q\"}, {\"marker\": \"p\"}]}";

	(void)state;
	means("hotspot", areas, "{}", "0 0000", "[]");
	means("hotspot", areas, "{}", "0 0001 000011 100000000001", "[[\"3\", \"32\"]]");
	means("hotspot", areas, "{\"mode\": \"markers\"}", "0 0000 0001 000001 000010",
	    "{\"p\": [], \"q\": [[\"1\", \"2\"]]}");
}

/* Of a reflection only that there is one, of a scenario nothing. */
static void
test_private(void **state)
{
	(void)state;
	means("reflection", "{\"min_chars\": 1}", "{}", "0 1", "null");
	assert_true(take("reflection", "{\"min_chars\": 1}", "{}", "0 1").written);
	assert_false(take("reflection", "{\"min_chars\": 1}", "{}", "0 0").written);
	means("branching", "{}", "{}", "0", "null");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_wrong, teardown),
		cmocka_unit_test_teardown(test_wrong_json, teardown),
		cmocka_unit_test_teardown(test_chosen, teardown),
		cmocka_unit_test_teardown(test_placed, teardown),
		cmocka_unit_test_teardown(test_typed, teardown),
		cmocka_unit_test_teardown(test_pointed, teardown),
		cmocka_unit_test_teardown(test_private, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
