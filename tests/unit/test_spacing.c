/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/spacing.h"

#include "reads.h"

static const struct reads rows[] = {
	{ "fence first in item", "1. :::note\n   a\n   :::\n2. b\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    directive note @1:7\n"
	    "      paragraph @2:4\n"
	    "        text \"a\"\n"
	    "  item @4:1\n"
	    "    paragraph @4:4\n"
	    "      text \"b\"\n" },
	{ "mark then fence", "- [x] a {#a}\n  :::hint\n  b\n\n  c\n  :::\n- [ ] d\n",
	    "list tight @1:1\n"
	    "  item [x] #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive hint @2:6\n"
	    "      paragraph @3:3\n"
	    "        text \"b\"\n"
	    "      paragraph @5:3\n"
	    "        text \"c\"\n"
	    "  item [ ] @7:1\n"
	    "    paragraph @7:3\n"
	    "      text \"d\"\n" },
	{ "blank behind the close", "- a\n  :::hint\n  b\n  :::\n\n- c\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive hint @2:6\n"
	    "      paragraph @3:3\n"
	    "        text \"b\"\n"
	    "  item @6:1\n"
	    "    paragraph @6:3\n"
	    "      text \"c\"\n" },
	{ "blank before the fence", "- a\n\n  :::hint\n  b\n  :::\n- c\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive hint @3:6\n"
	    "      paragraph @4:3\n"
	    "        text \"b\"\n"
	    "  item @6:1\n"
	    "    paragraph @6:3\n"
	    "      text \"c\"\n" },
	{ "close is last, blank at the end of the list", "- a\n- b\n  :::hint\n  c\n  :::\n\nd\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n"
	    "    directive hint @3:6\n"
	    "      paragraph @4:3\n"
	    "        text \"c\"\n"
	    "paragraph @7:1\n"
	    "  text \"d\"\n" },
	{ "quote", "> - a\n>   ::contact\n> - b\n>   ::contact\n>\n> - c\n",
	    "quote @1:1\n"
	    "  list @1:3\n"
	    "    item @1:3\n"
	    "      paragraph @1:5\n"
	    "        text \"a\"\n"
	    "      directive contact leaf @2:7\n"
	    "    item @3:3\n"
	    "      paragraph @3:5\n"
	    "        text \"b\"\n"
	    "      directive contact leaf @4:7\n"
	    "    item @6:3\n"
	    "      paragraph @6:5\n"
	    "        text \"c\"\n" },
	{ "nested", "- a\n  - b\n    ::contact\n- c\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    list tight @2:3\n"
	    "      item @2:3\n"
	    "        paragraph @2:5\n"
	    "          text \"b\"\n"
	    "        directive contact leaf @3:7\n"
	    "  item @4:1\n"
	    "    paragraph @4:3\n"
	    "      text \"c\"\n" },
	{ "leaf last and blank", "- a\n  ::contact\n\n- c\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive contact leaf @2:5\n"
	    "  item @4:1\n"
	    "    paragraph @4:3\n"
	    "      text \"c\"\n" },
	{ "empty items", "-\n\n- a\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "  item @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"a\"\n" },
};

static void
test_tight_and_loose(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tight_and_loose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
