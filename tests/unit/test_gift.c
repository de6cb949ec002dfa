/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/gift.h"

#include "exchanged.h"

static void
test_lost(void **state)
{
	(void)state;
	exchanged_is(exchanged_gift(":::question{#q type=text}\nA\n\n- `a->b`\n\n:::\n"), "");
	exchanged_told(1, "->");
	exchanged_is(exchanged_gift(":::question{#q type=gap}\n[[a]] [[b]]\n:::\n"), "");
	exchanged_told(1, "one gap");
	exchanged_is(exchanged_gift(":::question{#q type=text case=match}\nA\n\n- a\n\n:::\n"), "// [id:q]\nA{=a}\n\n");
	exchanged_told(1, "case=match");
	exchanged_gift(":::question{#q type=text points=2}\nA\n\n- a\n\n:::hint\nh\n:::\n\n:::\n");
	exchanged_told(2, "hints");
}

static void
test_kinds(void **state)
{
	(void)state;
	exchanged_is(
	    exchanged_gift(":::question{#q type=single}\nA: b?\n\n- [ ] {x} {#a}\n- [x] ~y~ {#b}\n  > f=1\n\n:::\n"),
	    "// [id:q]\nA\\: b?{\n\t~\\{x\\}\n\t=\\~y\\~#f\\=1\n}\n\n");
	exchanged_is(
	    exchanged_gift(
		":::question[N]{#q type=multiple}\nA\n\n- [x] 5 % {#a}\n- [x] b {#b}\n- [x] c {#c}\n- [ ] %d {#d}\n\n:::\n"),
	    "// [id:q]\n::N::A{\n\t~%33.33333%5 %\n\t~%33.33333%b\n\t~%33.33333%c\n\t~%-100%%d\n}\n\n");
	exchanged_is(
	    exchanged_gift(":::question{#q type=truefalse answer=false}\nA\n\n:::feedback{for=correct}\nyes\n:::\n\n"
			   ":::feedback{for=incorrect}\nno\n:::\n\n:::\n"),
	    "// [id:q]\nA{F#no#yes}\n\n");
	exchanged_is(exchanged_gift(":::question{#q type=number}\nA\n\n- [1, 2]\n\n:::\n"), "// [id:q]\nA{#1..2}\n\n");
	exchanged_is(exchanged_gift(":::question{#q type=gap}\nA [[b|c]].\n:::\n"),
	    "// [id:q]\n[html]<p>A {\n\t=b\n\t=c\n}.</p>\n\n");
	exchanged_is(
	    exchanged_gift(":::question{#q type=reflect}\nA *b*\n:::\n"), "// [id:q]\n[html]A <em>b</em>{}\n\n");
	exchanged_told(0, "");
}

static void
test_category(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	gift_category(&b, STR("a/b\nc"));
	assert_true(str_is(buf_view(&b), "$CATEGORY: $course$/a/b c\n\n"));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_lost), EXCHANGED_TEST(test_kinds),
		EXCHANGED_TEST(test_category) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
