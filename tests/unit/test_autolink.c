/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/autolink.h"

#include "reads.h"

/* GFM 6.9, and what is decided differently: schemes in any case, `mailto:`; no `xmpp:`, `ftp:`. */
static const struct reads rows[] = {
	{ "autolinks", "http://a.example/b?c=d&e. https://x.y, www.z.example/(a)) mail me@x.example. (www.q.example)\n",
	    "paragraph @1:1\n"
	    "  link \"http://a.example/b?c=d&e\" @1:1\n"
	    "    text \"http://a.example/b?c=d&e\"\n"
	    "  text \". \"\n"
	    "  link \"https://x.y\" @1:1\n"
	    "    text \"https://x.y\"\n"
	    "  text \", \"\n"
	    "  link \"http://www.z.example/(a)\" @1:1\n"
	    "    text \"www.z.example/(a)\"\n"
	    "  text \") mail \"\n"
	    "  link \"mailto:me@x.example\" @1:1\n"
	    "    text \"me@x.example\"\n"
	    "  text \". (\"\n"
	    "  link \"http://www.q.example\" @1:1\n"
	    "    text \"www.q.example\"\n"
	    "  text \")\"\n" },
	{ "autolinks no", "http://localhost a@b x@y_z.q http:// www. ahttp://a.b _x@y.z\n",
	    "paragraph @1:1\n"
	    "  text \"http://localhost a@b \"\n"
	    "  link \"mailto:x@y_z.q\" @1:1\n"
	    "    text \"x@y_z.q\"\n"
	    "  text \" http:// www. ahttp://a.b \"\n"
	    "  link \"mailto:_x@y.z\" @1:1\n"
	    "    text \"_x@y.z\"\n" },
	{ "autolink underscore", "http://a.example/b_c_d *http://e.example/f*\n",
	    "paragraph @1:1\n"
	    "  link \"http://a.example/b_c_d\" @1:1\n"
	    "    text \"http://a.example/b_c_d\"\n"
	    "  text \" \"\n"
	    "  emph\n"
	    "    link \"http://e.example/f\" @1:1\n"
	    "      text \"http://e.example/f\"\n" },
	{ "autolink in link and code", "[http://a.b](c) `http://a.b` <http://a.b> [a](http://b.c)\n",
	    "paragraph @1:1\n"
	    "  link \"c\" @1:14\n"
	    "    text \"http://a.b\"\n"
	    "  text \" \"\n"
	    "  codespan \"http://a.b\"\n"
	    "  text \" \"\n"
	    "  link \"http://a.b\" @1:31\n"
	    "    text \"http://a.b\"\n"
	    "  text \" \"\n"
	    "  link \"http://b.c\" @1:47\n"
	    "    text \"a\"\n" },
	{ "autolink entity", "http://a.b/?x&amp; http://a.b/&copy; z\n",
	    "paragraph @1:1\n"
	    "  link \"http://a.b/?x&\" @1:1\n"
	    "    text \"http://a.b/?x&\"\n"
	    "  text \" \"\n"
	    "  link \"http://a.b/©\" @1:1\n"
	    "    text \"http://a.b/©\"\n"
	    "  text \" z\"\n" },
	{ "autolink unicode", "http://å.example/æ a\n",
	    "paragraph @1:1\n"
	    "  link \"http://å.example/æ\" @1:1\n"
	    "    text \"http://å.example/æ\"\n"
	    "  text \" a\"\n" },
	{ "autolink with brackets", "see [http://a.b/c] (http://a.b/c(d)e) http://a.b/c{#x}\n",
	    "paragraph #x @1:1\n"
	    "  text \"see [http://a.b/c] (\"\n"
	    "  link \"http://a.b/c(d)e\" @1:1\n"
	    "    text \"http://a.b/c(d)e\"\n"
	    "  text \") \"\n"
	    "  link \"http://a.b/c\" @1:1\n"
	    "    text \"http://a.b/c\"\n" },
	{ "autolink end", "http://a.b/c\n",
	    "paragraph @1:1\n"
	    "  link \"http://a.b/c\" @1:1\n"
	    "    text \"http://a.b/c\"\n" },
	{ "autolink tilde and star", "**http://a.b/c** ~~http://a.b~~\n",
	    "paragraph @1:1\n"
	    "  strong\n"
	    "    link \"http://a.b/c\" @1:1\n"
	    "      text \"http://a.b/c\"\n"
	    "  text \" \"\n"
	    "  strike\n"
	    "    link \"http://a.b\" @1:1\n"
	    "      text \"http://a.b\"\n" },
	{ "autolink uppercase", "HTTP://a.b WWW.x.y Http://c.d\n",
	    "paragraph @1:1\n"
	    "  link \"HTTP://a.b\" @1:1\n"
	    "    text \"HTTP://a.b\"\n"
	    "  text \" WWW.x.y \"\n"
	    "  link \"Http://c.d\" @1:1\n"
	    "    text \"Http://c.d\"\n" },
	{ "autolink mailto xmpp ftp", "mailto:a@b.c xmpp:a@b.c/x ftp://a.b/c\n",
	    "paragraph @1:1\n"
	    "  link \"mailto:a@b.c\" @1:1\n"
	    "    text \"mailto:a@b.c\"\n"
	    "  text \" xmpp:\"\n"
	    "  link \"mailto:a@b.c\" @1:1\n"
	    "    text \"a@b.c\"\n"
	    "  text \"/x ftp://a.b/c\"\n" },
};

static void
test_addresses(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
