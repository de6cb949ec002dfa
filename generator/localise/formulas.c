/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/formulas.h"

/* CLDR's categories in CLDR's order, as far as whole numbers have them; localisation.md 4.1 tells which formulas of others do not agree. */
static const struct {
	const char *langs; /* blank around each */
	const char *formula;
} formulas[] = {
	{ " nb nn no en et sv fi da de ", "nplurals=2; plural=(n != 1);" },
	{ " is ", "nplurals=2; plural=(n%10 != 1 || n%100 == 11);" },
	{ " lv ",
	    "nplurals=3; plural=(n%10 == 0 || (n%100 >= 11 && n%100 <= 19) ? 0 : n%10 == 1 && n%100 != 11 ? 1 : 2);" },
	{ " lt ",
	    "nplurals=3; plural=(n%10 == 1 && (n%100 < 11 || n%100 > 19) ? 0 : n%10 >= 2 && (n%100 < 11 || n%100 > 19) ? 1 : 2);" },
	{ " pl ", "nplurals=3; plural=(n == 1 ? 0 : n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14) ? 1 : 2);" },
	{ " ru uk be ",
	    "nplurals=3; plural=(n%10 == 1 && n%100 != 11 ? 0 : n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14) ? 1 : 2);" },
	{ " ar ",
	    "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n%100 >= 3 && n%100 <= 10 ? 3 : n%100 >= 11 ? 4 : 5);" },
	{ " fa fr ", "nplurals=2; plural=(n > 1);" },
};

const char *
formulas_of(struct str lang)
{
	struct str base = str_sub(lang, 0, str_find(lang, '-'));

	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
		struct str rest = str_of(formulas[i].langs);

		while (rest.n > 0)
			if (str_eq(str_cut(&rest, ' '), base) && base.n > 0)
				return formulas[i].formula;
	}
	return "";
}
