/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/writing.h"

#include "import/giftread.h"
#include "import/moodleread.h"
#include "exchanged.h"

static struct map ids;

static struct str
written(const char *file)
{
	struct taking t = EXCHANGED(file);
	struct buf b = BUF_INIT;

	assert_int_equal(file[0] == '<' ? moodleread_all(&t) : giftread_all(&t), 0);
	for (size_t i = 0; i < t.items.n; i++)
		writing_question(&t, t.items.v[i], &ids, &b);
	return taking_keep(&t, &b);
}

static void
test_rules(void **state)
{
	static const char *const cases[][2] = {
		{ "a{~%50%b ~%50%c ~%-50%d ~%-50%e}", "type=multiple}" },
		{ "a{~%50%b ~%50%c ~%-50%d ~%-50%e ~%-50%f}", "scoring=cancel}" },
		{ "a{~%50%b ~%50%c ~%-100%d ~%-100%e}", "scoring=strict}" },
		{ "a{~%50%b ~%50%c ~d ~e}", "scoring=positive}" },
		{ "a{~%75%b ~%25%c ~d}", "- [x] b {#b score=3/4}" },
		{ "a{~%16.66667%a ~%16.66667%b ~%16.66667%c ~%16.66667%d ~%16.66667%e ~%16.66667%f ~%-100%g}",
		    "type=multiple}" },
		{ "a{=b ~%33.33333%c ~%-5%d}", "- [ ] d {#d score=-1/20}" },
		{ "a{=b ~%100%c ~d}", "- [x] c {#c score=1}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		exchanged_has(written(cases[i][0]), cases[i][1]);
		map_free(&ids);
	}
}

static void
test_names(void **state)
{
	struct str s;

	(void)state;
	s = written(
	    "::Who buried::[html]<p>Who</p><p>buried him?</p>{T}\n\n::Other [x]::Who?{T}\n\n// [id:a b]\nx{T}\n\n// [id:a-b]\ny{T}");
	exchanged_has(s, ":::question{#who-buried type");
	exchanged_has(s, ":::question[Other \\[x\\]]{#other-x type");
	exchanged_has(s, ":::question{#a-b type");
	exchanged_has(s, ":::question{#a-b-2 type");
	exchanged_told(2, "its id");
	map_free(&ids);
}

static void
test_lists(void **state)
{
	(void)state;
	exchanged_is(written("[html]a<ul><li>b</li></ul>{=c|d =%50%e*}"),
	    ":::question{#a-b type=text}\na\n\n* b\n\n<!-- answers -->\n\n- `c|d`\n- `e*` {match=glob score=1/2}\n\n:::\n");
	map_free(&ids);
	exchanged_is(
	    written(
		"<quiz><question type='cloze'><questiontext><text>{1:MC:=b|c~d} {2:NM:=5}</text></questiontext></question></quiz>"),
	    ":::question{#question type=gap points=3}\n[[gap-1]] [[gap-2]]\n\n- [[gap-1]]\n  - [x] b\\|c\n  - [ ] d\n- [[gap-2]] {type=number weight=2}\n  - 5\n\n:::\n");
	map_free(&ids);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_rules), EXCHANGED_TEST(test_names),
		EXCHANGED_TEST(test_lists) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
