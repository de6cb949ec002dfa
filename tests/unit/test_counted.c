/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/counted.h"

#include "localise/plural.h"
#include "told.h"

struct case_of {
	struct arena arena;
	struct catalogue ui;
	struct language lang;
	struct diags diags;
};

static void
begin(struct case_of *c, const char *lang)
{
	*c = (struct case_of){ .lang = { .tag = str_of(lang) } };
	c->lang.ui = &c->ui;
	plural_table(c->lang.tag, c->lang.plurals, LANGUAGE_COUNTED);
}

static struct message *
add(struct case_of *c, const char *key, const char *other)
{
	static const struct source src = { .path = STR_INIT("locales/x.yaml") };
	struct message *m = ARENA_NEW(&c->arena, struct message);

	*m = (struct message){ .key = str_of(key), .plural = true, .src = &src, .at = { 1, 1, 2 } };
	for (int i = 0; i < PLURALS; i++)
		m->forms[i] = STR_EMPTY;
	m->forms[PLURAL_OTHER] = str_of(other);
	map_put(&c->ui.messages, m->key, m);
	return m;
}

static void
end(struct case_of *c)
{
	map_free(&c->ui.messages);
	diags_free(&c->diags);
	arena_free(&c->arena);
}

static void
test_left_out(void **state)
{
	static const struct {
		const char *lang;
		enum plural form;
		const char *text, *note; /* NULL: may be */
	} rows[] = {
		{ "en", PLURAL_ONE, "one hour", NULL },
		{ "pl", PLURAL_ONE, "godzina", NULL },
		{ "ar", PLURAL_ZERO, "x", NULL },
		{ "ar", PLURAL_TWO, "x", NULL },
		{ "ar", PLURAL_FEW, "x", "it is for 3, 4, 5 and others" },
		{ "lv", PLURAL_ZERO, "nav", "it is for 0, 10, 11 and others" },
		{ "lv", PLURAL_ONE, "stunda", "it is for 1, 21, 31 and others" },
		{ "is", PLURAL_ONE, "ein stund", "it is for 1, 21, 31 and others" },
		{ "fa-AF", PLURAL_ONE, "x", "it is for 0 and 1" },
		{ "lt", PLURAL_MANY, "x", "" }, /* fractions only */
		{ "lv", PLURAL_ONE, "%{cuont} stunda", "it is for 1, 21, 31 and others" },
		{ "lv", PLURAL_ONE, "%{count stunda", "it is for 1, 21, 31 and others" },
		{ "lv", PLURAL_ONE, "100 % %{count} stunda", NULL },
		{ "ru", PLURAL_ONE, "%{count}", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct case_of c;
		const struct diag *g;

		begin(&c, rows[i].lang);
		add(&c, "hours", "%{count} hours %")->forms[rows[i].form] = str_of(rows[i].text);
		assert_int_equal(counted_check(&c.lang, &c.diags), rows[i].note == NULL);
		if (rows[i].note == NULL) {
			told_nothing(&c.diags);
		} else {
			g = told(&c.diags, DIAG_LOCALE_COUNT, 1, 1, 2);
			detail_has(g, "has no `%{count}`");
			if (rows[i].note[0] != '\0')
				note_has(g, rows[i].note);
		}
		end(&c);
	}
}

/* The number may have another name, and there may be several; what is no plural says what it likes. */
static void
test_other_names(void **state)
{
	struct case_of c;
	struct message *m;

	(void)state;
	begin(&c, "lv");
	m = add(&c, "points", "%{points} no %{max}");
	m->forms[PLURAL_ONE] = STR("%{max}: %{points}");
	add(&c, "plain", "nothing")->plural = false;
	add(&c, "open", "%{count");
	assert_true(counted_check(&c.lang, &c.diags));
	m->forms[PLURAL_ONE] = STR("%{points} no 1");
	m->forms[PLURAL_ZERO] = STR("%{points}");
	assert_false(counted_check(&c.lang, &c.diags));
	detail_has(told(&c.diags, DIAG_LOCALE_COUNT, 1, 1, 2), "`points`: the form `zero` has no `%{max}`");
	end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_left_out), cmocka_unit_test(test_other_names) };

	return cmocka_run_group_tests(tests, 0, 0);
}
