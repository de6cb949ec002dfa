/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/pluralcheck.h"

#include "localise/formulas.h"
#include "localise/plural.h"

/* -- comparing -- */

struct pluralcheck
pluralcheck_of(const struct pluralforms *f, struct str lang)
{
	unsigned char has[PLURALCHECK_NUMBERS];
	int form_of[PLURALS], first_of_form[PLURALFORMS_MOST];
	unsigned first[PLURALS] = { 0 };
	struct pluralcheck c = { .agrees = true };

	plural_table(lang, has, PLURALCHECK_NUMBERS);
	for (int i = 0; i < PLURALS; i++)
		form_of[i] = -1;
	for (int i = 0; i < PLURALFORMS_MOST; i++)
		first_of_form[i] = -1;
	for (c.n = 0; c.n < PLURALCHECK_NUMBERS; c.n++) {
		c.has = (enum plural)has[c.n];
		c.zero = !pluralforms_of(f, c.n, &c.index);
		c.outside = c.index >= f->count;
		if (c.zero || c.outside)
			break;
		if (form_of[c.has] < 0 && first_of_form[c.index] < 0) {
			form_of[c.has] = (int)c.index;
			first_of_form[c.index] = (int)c.n;
			first[c.has] = c.n;
		} else if (form_of[c.has] != (int)c.index) {
			c.shared = first_of_form[c.index] >= 0;
			c.other = c.shared ? (unsigned)first_of_form[c.index] : first[c.has];
			c.other_has = (enum plural)has[c.other];
			c.other_index = c.shared ? c.index : (uint64_t)form_of[c.has];
			break;
		}
	}
	c.agrees = c.n == PLURALCHECK_NUMBERS;
	return c;
}

/* -- telling -- */

/* The line of the header that has the field. */
static struct span
place_of(const struct po *po)
{
	struct str rest = po->src.bytes;

	for (uint32_t line = 1; rest.n > 0; line++)
		if (str_starts(str_trim(str_cut(&rest, '\n')), "\"Plural-Forms:"))
			return (struct span){ line, 0, 0 };
	return (struct span){ 0 };
}

static bool
has_plurals(const struct po *po)
{
	for (size_t i = 0; i < po->nentries; i++)
		if (!po->entries[i].obsolete && po->entries[i].plural.n > 0)
			return true;
	return false;
}

static void
suggest(const struct po *po, struct diags *d, struct diag *g)
{
	const char *right = formulas_of(po->lang);

	if (right[0] != '\0')
		diag_note(d, g, "write `Plural-Forms: %s`%s", right,
		    has_plurals(po) ? ", and the forms of each message in its order" : "");
}

static void
tell_difference(const struct po *po, const struct pluralcheck *c, unsigned count, struct diags *d)
{
	struct span at = place_of(po);
	const char *category = catalogue_plurals[c->has];
	struct diag *g;

	if (c->zero)
		g = diag_add(d, DIAG_PO_PLURAL, &po->src, at, "for %u it divides by zero", c->n);
	else if (c->outside)
		g = diag_add(d, DIAG_PO_PLURAL, &po->src, at, "%u has msgstr[%llu], but `nplurals` is %u", c->n,
		    (unsigned long long)c->index, count);
	else if (c->shared)
		g = diag_add(d, DIAG_PO_PLURAL, &po->src, at,
		    "msgstr[%llu] is for %u and for %u, but in `%.*s` %u is `%s` and %u is `%s`",
		    (unsigned long long)c->index, c->other, c->n, STR_ARG(po->lang), c->other,
		    catalogue_plurals[c->other_has], c->n, category);
	else
		g = diag_add(d, DIAG_PO_PLURAL, &po->src, at,
		    "%u has msgstr[%llu] and %u has msgstr[%llu], but in `%.*s` both are `%s`", c->other,
		    (unsigned long long)c->other_index, c->n, (unsigned long long)c->index, STR_ARG(po->lang),
		    category);
	suggest(po, d, g);
}

/* Tools give a message as many forms as the header said when it was translated. */
static void
tell_counts(const struct po *po, unsigned count, struct diags *d)
{
	for (size_t i = 0; i < po->nentries; i++) {
		const struct po_entry *e = &po->entries[i];

		if (e->obsolete || e->plural.n == 0 || e->text.n == 0 || e->nforms == count)
			continue;
		diag_note(d,
		    diag_add(d, DIAG_PO_PLURAL, &po->src, (struct span){ e->line, 0, 0 },
			"this message has %zu form%s, the header says %u", e->nforms, e->nforms == 1 ? "" : "s", count),
		    "give it `msgstr[0]` to `msgstr[%u]`", count - 1);
	}
}

void
pluralcheck_tell(const struct po *po, struct diags *d)
{
	struct str field = po_field(po->header, "Plural-Forms");
	struct pluralforms f;
	struct pluralcheck c;
	const char *why;

	if (field.n == 0) {
		if (has_plurals(po))
			suggest(po, d,
			    diag_add(
				d, DIAG_PO_PLURAL, &po->src, (struct span){ 0 }, "the header has no Plural-Forms"));
		return;
	}
	if (!pluralforms_read(&f, field, &why)) {
		suggest(po, d, diag_add(d, DIAG_PO_PLURAL, &po->src, place_of(po), "%s", why));
		return;
	}
	c = pluralcheck_of(&f, po->lang);
	if (!c.agrees)
		tell_difference(po, &c, f.count, d);
	tell_counts(po, f.count, d);
}
