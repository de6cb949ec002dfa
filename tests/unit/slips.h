/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_SLIPS_H
#define TESTS_UNIT_SLIPS_H

#include "testing.h"

#include "score/keyfile.h"

/*
 * A test with four questions, and codes of it as score/js/page/slipcode.js makes them: of 2026-04-11, first attempt, all right,
 * where nothing else is said.
 */
#define SLIPS_KEY                                                                                                           \
	"{\"course\": \"c\", \"quiz\": \"end\", \"language\": \"en\", \"pass\": \"7/10\", \"inPoints\": false, "            \
	"\"attempts\": 2, \"draws\": false, \"questions\": ["                                                               \
	"{\"id\": \"q1\", \"type\": \"single\", \"question\": {\"options\": [{\"id\": \"a\", \"correct\": true}, "          \
	"{\"id\": \"b\"}]}, \"scoring\": {}, \"points\": \"1\", \"tries\": 1, \"penalty\": \"0\"}, "                        \
	"{\"id\": \"q2\", \"type\": \"multiple\", \"question\": {\"options\": [{\"id\": \"a\", \"correct\": true}, "        \
	"{\"id\": \"b\", \"correct\": true}, {\"id\": \"c\"}, {\"id\": \"d\"}]}, \"scoring\": {\"mode\": \"partial\"}, "    \
	"\"points\": \"2\", \"tries\": 3, \"penalty\": \"1/4\", \"hints\": [\"1/10\", \"0\"]}, "                            \
	"{\"id\": \"q3\", \"type\": \"text\", \"question\": {\"accept\": [{\"text\": \"Riga\"}]}, \"scoring\": {}, "        \
	"\"points\": \"1\", \"tries\": 1, \"penalty\": \"0\"}, "                                                            \
	"{\"id\": \"q4\", \"type\": \"reflection\", \"question\": {\"min_chars\": 3}, \"scoring\": {}, \"points\": \"1\", " \
	"\"tries\": 1, \"penalty\": \"0\"}]}"

#define SLIPS_FULL "10YZKYGDZ01J0KH1JR99B41G1FE6TR"
#define SLIPS_HALF "10YZKYGDZ01J09RHMG99B41G094KHV"      /* 2 of 4 points */
#define SLIPS_TRIES "112ZKYGDZ01J1G3MG4CR0JH283000ASGDX" /* second attempt; q2 at the second try, with a hint */
#define SLIPS_CLAIMED "10YZKYGDZ01J0KGZJR99B41G115SX1"   /* claims 99.99 % */
#define SLIPS_SILENT "10YZKYGDZ01J0ZZZJR99B41G1A7B3B"    /* claims no score */
#define SLIPS_THIRD "10YZKYGDZ01J2KH1JR99B41G1CGH6V"     /* attempt 3 of 2 */
#define SLIPS_FUTURE "10YZKYGDZ7T00KH1JR99B41G1E2717"    /* of 2069 */
#define SLIPS_UNKNOWN "10Y00000081J0KH1JR99B41G1EV3RK"   /* mark 00000001 */
#define SLIPS_MISFIT "10RZKYGDZ01J0KH1P0023ERC"          /* an option that is not there */
#define SLIPS_SHORT "10QZKYGDZ01J0KH1G0C3QEG"            /* answers of two questions */
#define SLIPS_LONG "10ZZKYGDZ01J0KH1G0098C748GC53H3"     /* answers of five */
#define SLIPS_FOURTH "10WZKYGDZ01J0KH0G4R00009H26J"      /* try 4 of 3 */
#define SLIPS_UNDRAWN "10RZKYGDZ01J0KH198G8JBDA"         /* q2 was not asked, in a test that draws none */
/* A typed answer of 500 letters. */
#define SLIPS_CUT                                                                                                      \
	"15BZKYGDZ01J04W9J0DHWAXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQB"                             \
	"NTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNTXEQBNR01DP6"

/* The key file of SLIPS_KEY; in ${a}. */
static inline struct str
slips_file(struct arena *a)
{
	struct keyfile_paper_text paper = keyfile_seal(a, STR("A test"), STR(SLIPS_KEY));
	struct buf b = BUF_INIT;
	struct str file;
	char version[17];

	keyfile_write(&b, STR("c"), &paper, 1, version);
	file = arena_str(a, buf_view(&b));
	buf_free(&b);
	return file;
}

#endif
