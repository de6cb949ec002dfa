/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/counted.h"

#include "model/catalogue.h"

/* Which numbers a form stands for, as far as lang->plurals goes. */
struct numbers {
	size_t n;
	size_t first[3];
};

static struct numbers
numbers_of(const struct language *lang, enum plural form)
{
	struct numbers of = { 0 };

	for (size_t i = 0; i < LANGUAGE_COUNTED; i++)
		if (lang->plurals[i] == form) {
			if (of.n < 3)
				of.first[of.n] = i;
			of.n++;
		}
	return of;
}

/* The next `%{name}` from *at on, which moves behind it; empty where there is none. */
static struct str
next_name(struct str text, size_t *at)
{
	while (*at < text.n) {
		size_t from = *at + str_find(str_sub(text, *at, text.n), '%');
		size_t end = from + str_find(str_sub(text, from, text.n), '}');

		*at = from + 1;
		if (end >= text.n || text.p[from + 1] != '{')
			continue;
		*at = end + 1;
		return str_sub(text, from + 2, end);
	}
	return STR_EMPTY;
}

static bool
has(struct str text, struct str name)
{
	for (size_t at = 0; at < text.n;)
		if (str_eq(next_name(text, &at), name))
			return true;
	return false;
}

/* The first argument of the form `other` that ${form} leaves out; empty where it has all. */
static struct str
left_out(const struct message *m, int form)
{
	struct str other = m->forms[PLURAL_OTHER];

	for (size_t at = 0; at < other.n;) {
		struct str name = next_name(other, &at);

		if (name.n && !has(m->forms[form], name))
			return name;
	}
	return STR_EMPTY;
}

static void
refuse(const struct message *m, int form, struct str name, const struct numbers *of, struct diags *d)
{
	struct diag *g = diag_add(d, DIAG_LOCALE_COUNT, m->src, m->at, "`%.*s`: the form `%s` has no `%%{%.*s}`",
	    STR_ARG(m->key), catalogue_plurals[form], STR_ARG(name));

	if (of->n > 2)
		diag_note(d, g, "it is for %zu, %zu, %zu and others", of->first[0], of->first[1], of->first[2]);
	else if (of->n == 2)
		diag_note(d, g, "it is for %zu and %zu", of->first[0], of->first[1]);
}

bool
counted_check(const struct language *lang, struct diags *d)
{
	struct numbers of[PLURALS];
	bool fine = true;

	for (int form = 0; form < PLURALS; form++)
		of[form] = numbers_of(lang, (enum plural)form);
	for (size_t i = 0; i < lang->ui->messages.n; i++) {
		const struct message *m = lang->ui->messages.v[i].value;

		for (int form = 0; m->plural && form < PLURALS; form++) {
			struct str name = m->forms[form].n && of[form].n != 1 ? left_out(m, form) : STR_EMPTY;

			if (!name.n)
				continue;
			refuse(m, form, name, &of[form], d);
			fine = false;
			break; /* one at a string is enough */
		}
	}
	return fine;
}
