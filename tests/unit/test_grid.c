/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/grid.h"

#include "testing.h"

static const struct grid_column columns[] = {
	{ "name", "name", GRID_TEXT },
	{ "n", "count", GRID_NUMBER },
	{ "ok", NULL, GRID_BOOL },
	{ "flags", "flags", GRID_WORDS },
	{ "raw", NULL, GRID_JSON },
};

static struct grid
grid(void)
{
	return (struct grid){ .name = "things", .columns = columns, .ncolumns = sizeof columns / sizeof *columns };
}

static void
row(struct grid *g, const char *name, const char *n, const char *ok, const char *flags, const char *raw)
{
	grid_add(g, str_of(name));
	grid_add(g, str_of(n));
	grid_add(g, str_of(ok));
	grid_add(g, str_of(flags));
	grid_add(g, str_of(raw));
}

static void
writes(void (*write)(struct buf *, const struct grid *), const struct grid *g, const char *want)
{
	struct buf b = BUF_INIT;

	write(&b, g);
	buf_chr(&b, '\0');
	assert_string_equal(b.p, want);
	buf_free(&b);
}

static void
test_empty(void **state)
{
	struct grid g = grid();

	(void)state;
	writes(grid_table, &g, "  name  count  flags\n");
	writes(grid_csv, &g, "name,n,ok,flags\r\n");
	writes(grid_json, &g, "[]");
	grid_free(&g);
}

static void
test_rows(void **state)
{
	struct grid g = grid();

	(void)state;
	row(&g, "数字", "7", "yes", "a b", "{\"x\":1}");
	row(&g, "Kari", "", "", "", "");
	row(&g, "Ola", "12", "no", "c", "[]");
	writes(grid_table, &g, "  name  count  flags\n  数字      7  a b\n  Kari\n  Ola      12  c\n");
	writes(grid_csv, &g, "name,n,ok,flags\r\n数字,7,yes,a b\r\nKari,,,\r\nOla,12,no,c\r\n");
	writes(grid_json, &g,
	    "[\n{\"name\":\"数字\",\"n\":7,\"ok\":true,\"flags\":[\"a\",\"b\"],\"raw\":{\"x\":1}},\n"
	    "{\"name\":\"Kari\",\"n\":null,\"ok\":null,\"flags\":[],\"raw\":null},\n"
	    "{\"name\":\"Ola\",\"n\":12,\"ok\":false,\"flags\":[\"c\"],\"raw\":[]}\n]");
	grid_free(&g);
}

/* A spreadsheet must not take a name for a formula, nor one field for two. */
static void
test_csv_of_strangers(void **state)
{
	struct grid g = grid();

	(void)state;
	row(&g, "=HYPERLINK(\"x\";1)", "-5", "", "", "");
	row(&g, "@SUM", "", "", "", "");
	row(&g, "+1, \"the\"", "", "", "", "");
	row(&g, "a\nb", "", "", "", "");
	writes(grid_csv, &g,
	    "name,n,ok,flags\r\n\"'=HYPERLINK(\"\"x\"\";1)\",-5,,\r\n'@SUM,,,\r\n\"'+1, \"\"the\"\"\",,,\r\n\"a\nb\",,,\r\n");
	grid_free(&g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_csv_of_strangers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
