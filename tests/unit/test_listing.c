/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/listing.h"

#include "slips.h"

#include <string.h>

static struct results r;

static int
setup(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf why = BUF_INIT;

	(void)state;
	results_begin(&r, 5000);
	assert_int_equal(results_key(&r, slips_file(&a), &why), 0);
	arena_free(&a);
	buf_free(&why);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	results_end(&r);
	return 0;
}

static void
writes(unsigned parts, enum listing_format format, const char *want)
{
	struct buf b = BUF_INIT;

	listing_write(&b, &r, parts, format);
	buf_chr(&b, '\0');
	assert_string_equal(b.p, want);
	buf_free(&b);
}

static void
test_words(void **state)
{
	(void)state;
	assert_int_equal(listing_part_of(STR("people")), LISTING_PEOPLE);
	assert_int_equal(listing_part_of(STR("questions")), LISTING_QUESTIONS);
	assert_int_equal(listing_part_of(STR("gain")), LISTING_GAIN);
	assert_int_equal(listing_part_of(STR("all")), 0);
	assert_int_equal(listing_part_of(STR_EMPTY), 0);
}

static void
test_empty(void **state)
{
	(void)state;
	writes(LISTING_ALL, LISTING_JSON, "{\"people\":[],\"questions\":[],\"gain\":[]}\n");
	writes(LISTING_GAIN, LISTING_CSV,
	    "name,people,course,before,after,percentBefore,percentAfter,gain,normalisedGain\r\n");
}

static void
test_table(void **state)
{
	(void)state;
	results_add(&r, STR("a.txt"), STR("Kari; " SLIPS_HALF "\nKari; " SLIPS_TRIES "\nOla; PENSUM 10YZKYGDZ01\n"));
	writes(LISTING_ALL, LISTING_TABLE,
	    "Codes: 3, of which 2 count\n"
	    "  line  name  quiz  lang  date        try  points  of      %  passed  flags\n"
	    "     1  Kari  end   en    2026-04-11    1  2       4   50.00  no\n"
	    "     2  Kari  end   en    2026-04-11    2  33/10   4   82.50  yes\n"
	    "     3  Ola                                                           broken\n"
	    "  broken: letters of the code are wrong or missing\n"
	    "  a.txt:3: letters are missing\n"
	    "\n"
	    "Questions\n"
	    "  quiz  question  asked  answered  right  mean  discrimination\n"
	    "  end   q1            2         2   0.50  0.50\n"
	    "  end   q2            2         2   0.50  0.57\n"
	    "  end   q3            2         2   1.00  1.00\n"
	    "  end   q4            2         0\n"
	    "\n"
	    "Gain, from the first code of a person to the last\n"
	    "  name  people  before  after  % before  % after   gain  normalised\n"
	    "  Kari       1  end     end       50.00    82.50  32.50        0.65\n"
	    "             1  end     end       50.00    82.50  32.50        0.65\n");
}

static void
test_csv(void **state)
{
	(void)state;
	results_add(&r, STR("a,b.txt"), STR("Kari; " SLIPS_HALF));
	writes(LISTING_PEOPLE | LISTING_GAIN, LISTING_CSV,
	    "file,line,name,course,quiz,title,paper,version,language,date,attempt,points,max,percent,passed,flags\r\n"
	    "\"a,b.txt\",1,Kari,c,end,A test,fcfd06fc,0f45ec52673b38b6,en,2026-04-11,1,2,4,50.00,no,\r\n"
	    "\r\n"
	    "name,people,course,before,after,percentBefore,percentAfter,gain,normalisedGain\r\n");
}

static void
test_json(void **state)
{
	struct arena a = ARENA_INIT;
	struct json_fault fault;
	const struct jvalue *all, *person;
	struct buf b = BUF_INIT;

	(void)state;
	results_add(&r, STR("\"x\""), STR("K\"; " SLIPS_CLAIMED "\n;" SLIPS_UNKNOWN));
	listing_write(&b, &r, LISTING_ALL, LISTING_JSON);
	assert_non_null(all = jsonread_parse(&a, buf_view(&b), &fault));
	person = jsonread_get(all, "people")->first;
	assert_true(jsonread_is(jsonread_get(person, "points"), "4"));
	assert_true(str_is(jsonread_get(person, "percent")->text, "100.00"));
	assert_true(jsonread_is(jsonread_get(person, "flags")->first, "score"));
	assert_int_equal(jsonread_get(person, "passed")->kind, JSON_BOOL);
	assert_true(jsonread_is(jsonread_get(jsonread_get(jsonread_get(person, "answers"), "q3"), "response"), "Riga"));
	assert_int_equal(jsonread_get(person->next, "answers")->kind, JSON_NULL);
	assert_true(jsonread_is(jsonread_get(person->next, "paper"), "00000001"));
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_words, setup, teardown),
		cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
		cmocka_unit_test_setup_teardown(test_table, setup, teardown),
		cmocka_unit_test_setup_teardown(test_csv, setup, teardown),
		cmocka_unit_test_setup_teardown(test_json, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
