/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/minimum.h"

#include "base/vec.h"

enum { ALL = 100, DIGITS = 3 };

/* The number of "90"; more than ALL where it is none. */
static unsigned
percent(struct str s)
{
	unsigned n = 0;

	if (s.n < 1 || s.n > DIGITS)
		return ALL + 1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return ALL + 1;
		n = 10 * n + (unsigned)(s.p[i] - '0');
	}
	return n;
}

const struct minimum_of *
minimum_for(const struct minimum *m, struct str lang)
{
	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->v[i].lang, lang))
			return &m->v[i];
	return NULL;
}

bool
minimum_read(struct minimum *m, struct arena *a, struct str list, struct buf *why)
{
	size_t most = 1;

	for (size_t i = 0; i < list.n; i++)
		most += list.p[i] == ',';
	*m = (struct minimum){ .v = ARENA_ARRAY(a, struct minimum_of, most) };
	for (size_t i = 0; i < most; i++) {
		struct str item = str_cut(&list, ','), number = item, lang = str_trim(str_cut(&number, '='));
		struct minimum_of of = { lang, percent(str_trim(number)) };

		if (lang.n == 0 || of.percent > ALL) {
			buf_fmt(why, "--min takes languages with per cent, lv=90,ru=80, not `%.*s`", STR_ARG(item));
			return false;
		}
		if (minimum_for(m, lang)) {
			buf_fmt(why, "--min says `%.*s` twice", STR_ARG(lang));
			return false;
		}
		m->v[m->n++] = of;
	}
	return true;
}

bool
minimum_met(const struct minimum *m, const struct progress_course *c)
{
	const struct minimum_of *of = minimum_for(m, c->lang->tag);

	return of == NULL || progress_percent(&c->sum) >= of->percent;
}

size_t
minimum_check(const struct minimum *m, const struct progress *p, struct diags *d)
{
	size_t wrong = 0;

	for (size_t i = 0; i < m->n; i++) {
		bool found = false;

		for (size_t k = 0; k < p->n; k++)
			found = found || str_eq(p->v[k].lang->tag, m->v[i].lang);
		if (found)
			continue;
		diag_note(d,
		    diag_add(d, DIAG_I18N_WHAT, NULL, (struct span){ 0 },
			"--min asks for `%.*s`, and nothing that is looked at is translated into it",
			STR_ARG(m->v[i].lang)),
		    "take it out of --min, or add it to the `languages` of a course");
		wrong++;
	}
	return wrong;
}
