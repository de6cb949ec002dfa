/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/regex.h"

#include <string.h>

#include "testing.h"

#include "base/buf.h"

static void
answers(const char *pattern, const char *text, bool ignore_case, enum regex_result wanted)
{
	struct arena a = ARENA_INIT;
	struct str why;
	enum regex_result got = regex_match(&a, str_of(pattern), str_of(text), ignore_case, &why);

	if (got != wanted)
		fail_msg("/%s/ with \"%s\": %d, not %d (%.*s)", pattern, text, got, wanted, STR_ARG(why));
	arena_free(&a);
}

static void
matches(const char *pattern, const char *text)
{
	answers(pattern, text, false, REGEX_YES);
}

static void
fails(const char *pattern, const char *text)
{
	answers(pattern, text, false, REGEX_NO);
}

static void
refuses(const char *pattern, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct str why;

	if (regex_check(&a, str_of(pattern), true, &why))
		fail_msg("/%s/ was taken", pattern);
	if (!memmem(why.p, why.n, wanted, strlen(wanted)))
		fail_msg("/%s/: \"%.*s\" does not say \"%s\"", pattern, STR_ARG(why), wanted);
	answers(pattern, "a", true, REGEX_REFUSED);
	arena_free(&a);
}

/* What is no pattern in JavaScript, with the place. */
static void
test_no_patterns(void **state)
{
	static const char *const bad[][2] = { { "(", "character 1: \"(\" has no \")\"" },
		{ "a|b)c", "character 4: \")\" has no \"(\"" }, { "a)|(?:b", "character 2" },
		{ "[a", "character 1: \"[\" has no" }, { "\u00e9[", "character 2" }, { "]", "written \\]" },
		{ "a{", "count" }, { "{1}", "written \\{" }, { "a}", "written \\}" }, { "a{,2}", "count" },
		{ "a{2,1}", "ends before" }, { "a{70000}", "at most 65535" }, { "a{99999999999999999999}", "at most" },
		{ "*", "nothing in front" }, { "a**", "nothing in front" }, { "a++", "nothing in front" },
		{ "^*", "no text" }, { "\\b+", "no text" }, { "(?=a)*", "no text" }, { "\\", "behind the last" },
		{ "\\a", "means nothing" }, { "\\-", "means nothing" }, { "\\_", "means nothing" },
		{ "\\A", "means nothing" }, { "\\Z", "means nothing" }, { "\\z", "means nothing" },
		{ "\\h", "means nothing" }, { "\\R", "means nothing" }, { "\\Qa\\E", "means nothing" },
		{ "\\G", "means nothing" }, { "\\01", "means nothing" }, { "\\x4", "means nothing" },
		{ "\\u12", "means nothing" }, { "\\u{}", "means nothing" }, { "\\u{110000}", "means nothing" },
		{ "\\c1", "means nothing" }, { "\\1", "no such group" }, { "(a)\\2", "no such group" },
		{ "\\k<n>", "no such group" }, { "\\k", "name of a group" }, { "\\kn", "name of a group" },
		{ "(?<1>a)", "a group's name" }, { "(?<>a)", "a group's name" }, { "(?<n a)", "a group's name" },
		{ "(?<n>a)(?<n>b)", "two groups" }, { "(?>a)", "followed by" }, { "(?i)a", "followed by" },
		{ "(?i:a)", "followed by" }, { "(?#a)", "followed by" }, { "(?P<n>a)", "followed by" },
		{ "(?|a)", "followed by" }, { "(*FAIL)", "nothing in front" }, { "[z-a]", "ends before" },
		{ "[\\d-z]", "one character" }, { "[a-\\w]", "one character" }, { "[\\B]", "means nothing" },
		{ "[\\k]", "means nothing" }, { "\\p{Foo}", "no property" }, { "\\p{lu}", "no property" },
		{ "\\p{Script=greek}", "no property" }, { "\\p{Greek}", "no property" }, { "\\pL", "a property" },
		{ "\\p{}", "a property" }, { "\\p{^Lu}", "a property" }, { "\\p{Script=}", "a property" } };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refuses(bad[i][0], bad[i][1]);
}

/* What JavaScript and PCRE2 understand differently. */
static void
test_disagreements(void **state)
{
	(void)state;
	refuses("(?<=a+)b", "one length");
	refuses("(?<!a?)b", "one length");
	refuses("(?<=(?:a|bc))d", "one length");
	refuses("(?<=\\1(a))b", "lookbehind");
	refuses("(?<=(a))b\\1", "lookbehind");
	refuses("(?:(a)|b)*\\1", "group 1");
	refuses("(?:(a)?b)+\\1", "group 1");
	refuses("(?:\\1b|(a))*", "group 1");
	refuses("(?:(?=(a)))?\\1", "group 1");
	refuses("(a*)*\\1", "group 1");
	refuses("(?:(?!(a))b\\1)*", "group 1");
	refuses("(?:(a)|b\\1)+", "group 1");
	matches("(?<=a|bc)d|.*d", "ad");
	matches("(?:(.)\\1)+", "aabb");
	fails("(?:(.)\\1)+", "aabc");
	matches("(a|b)+\\1", "abb");
	fails("(a|b)+\\1", "aba");
	matches("(a)?\\1b", "b");
	matches("(a){2}\\1", "aaa");
	matches("(a\\1)", "a");
	matches("\\2(a)(b)", "ab");
	matches("(?!(a))\\1b", "b");
	matches("(?=(a+))\\1", "aa");
}

/* Nested too deep, too large, too long: a message and no harm. */
static void
test_limits(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 5000; i++)
		buf_chr(&b, '(');
	buf_chr(&b, '\0');
	refuses(b.p, "within each other");
	buf_free(&b);
	refuses("(?:(?:a{1000}){1000}){1000}", "simpler");
	answers("(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true, REGEX_REFUSED);
}

static void
test_whole(void **state)
{
	(void)state;
	matches("", "");
	fails("", "a");
	fails("a", "ab");
	fails("a|b", "ab");
	matches("a|ab", "ab");
	fails("a", "a\n"); /* $ is the very end */
	matches("^a$", "a");
	fails("a$", "a\n");
	matches("a$\\n|a\\n", "a\n");
}

static void
test_characters(void **state)
{
	(void)state;
	matches(".", "\U0001f600");
	fails(".", "\n");
	fails(".", "\u2028");
	matches(".", "\xc2\x85");
	matches("[^]", "\n");
	fails("[]|b", "a");
	fails("[^]{0}[]", "a");
	matches("\\u00e9\\u{1F600}\\ud83d\\ude00\\x41", "\u00e9\U0001f600\U0001f600A");
	fails("\\ud83d", "\U0001f600"); /* half of a pair is in no text */
	matches("[\\ud83d\\ude00-\\u{1f610}]", "\U0001f605");
	matches("\\t\\n\\v\\f\\r\\cJ", "\t\n\v\f\r\n");
	matches("\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/", "^$\\.*+?()[]{}|/");
	matches("[\\b\\-]", "-");
	matches("[\\b]", "\b");
	matches("[a-]", "-");
	matches("[-a]", "-");
	matches("[a-z&&b]", "&");
	matches("[[:alpha:]", "[");
	matches("#x# y", "#x# y");
	matches("\\d\\d", "42");
	fails("\\d", "\u0663");
	matches("\\w+", "Az_09");
	fails("\\w", "\u00e9");
	matches("\\s{6}", "\u00a0\ufeff\u3000\u2028 \v");
	fails("\\s", "\xc2\x85");
	fails("\\s", "\u200b");
	matches("\\p{Lu}\\p{Script=Greek}\\P{L}", "A\u03b11");
	matches("[\\p{Nd}a-f]+", "\u06635f");
	matches("a\\b.\\bb\\Bc", "a,bc");
	fails("\u00e9\\b", "\u00e9"); /* no word in the sense of \w */
}

static void
test_case(void **state)
{
	(void)state;
	fails("a", "A");
	answers("a", "A", true, REGEX_YES);
	answers("\u03a3\u03c2", "\u03c3\u03a3", true, REGEX_YES);
	answers("\u00df", "\u1e9e", true, REGEX_YES);
	answers("\u00df", "ss", true, REGEX_NO);
	answers("i", "\u0130", true, REGEX_NO);
	answers("k", "\u212a", true, REGEX_YES);
	answers("\\w", "\u017f", true, REGEX_YES);
	answers("\\W", "\u017f", true, REGEX_NO);
	answers("[^\\W]", "\u212a", true, REGEX_YES);
	answers("\\w", "\u017f", false, REGEX_NO);
	answers("x\\b\u017f", "x\u017f", true, REGEX_NO);
	answers("x\\b\u017f", "x\u017f", false, REGEX_YES);
	answers("\\P{Lu}", "A", true, REGEX_YES);
	answers("[^\\P{Lu}]", "A", true, REGEX_NO);
	answers("\\p{Lu}", "a", true, REGEX_YES);
	answers("[^a-z]", "K", true, REGEX_NO);
	answers("[X-c]", "x", true, REGEX_YES);
	answers("(\u03c3)\\1", "\u03a3\u03c2", true, REGEX_YES);
	answers("\\u{1f88}", "\u1f80", true, REGEX_YES);
}

static void
test_groups(void **state)
{
	(void)state;
	matches("(?<year>\\d{4})-\\k<year>", "2020-2020");
	matches("(?<$a_1\\u00e9>x)\\k<$a_1\u00e9>", "xx");
	matches("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "abcdefghijj");
	matches("a{2}b{1,}c{0,1}d*?", "aabbddd");
	matches("(?:a?)*?b|(|a)*c", "aab");
	matches("(?=ab)a(?!c)b", "ab");
	matches("a(?<=a)b(?<!a)", "ab");
	matches(".*(?<=(?:ab|cd)e)f", "xcdef");
	fails("(?<=[])a", "a");
	matches("((a)|b)*", "abba");
	matches("(?:|a){2,}", "aaa");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_patterns),
		cmocka_unit_test(test_disagreements),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_case),
		cmocka_unit_test(test_groups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
