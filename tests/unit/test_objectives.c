/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/objectives.h"

#include "sited.h"

#define GOALS "---\ntitle: A\nobjectives: {one: One, two: Two}\n---\n"
#define Q(id, objective) ":::question[Q]{#" id " type=truefalse answer=true objective=" objective "}\n:::\n"

static void
told_of(const char *goals, const char *questions, const char *other, const char *want)
{
	struct sited s;

	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md", goals);
	folder_put(&s.folder, "content/c/b.md", arena_fmt(&s.folder.a, PAGE("B") "%s", questions).p);
	folder_put(&s.folder, "content/d/course.yaml", "title: Other\n");
	folder_put(&s.folder, "content/d/a.md", other);
	sited_read(&s);
	objectives_check(&s.site, &s.d);
	assert_string_equal(sited_told(&s), want);
	sited_close(&s);
}

static void
test_not_used(void **state)
{
	(void)state;
	told_of(GOALS, "", GOALS, "");
	told_of(PAGE("A"), "", PAGE("A"), "");
}

static void
test_unasked(void **state)
{
	(void)state;
	/* the other course does not say what its questions are for */
	told_of(GOALS, Q("q", "two"), GOALS, "content/c/a.md:3 objective-unasked `one`\n");
	told_of(GOALS, Q("q", "two") Q("r", "one"), GOALS, "");
	/* a list has no ids */
	told_of("---\ntitle: A\nobjectives: [One]\n---\n", Q("q", "two"), PAGE("A") Q("s", "one"),
	    "content/c/b.md:4 objective-unknown `two`\ncontent/d/a.md:4 objective-unknown `one`\n");
}

static void
test_unknown(void **state)
{
	(void)state;
	told_of(
	    GOALS, Q("q", "two") Q("r", "one") Q("s", "on"), PAGE("A"), "content/c/b.md:8 objective-unknown `on`\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_not_used),
		cmocka_unit_test(test_unasked),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
