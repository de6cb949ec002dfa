/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/agreement.h"

#include "base/near.h"

/* Settings that are no words: the source language owns them. */
static const char *const owned[] = { "type", "minutes", "audience", "draft", "at-risk" };

static void
check_owned(const struct body *body, const struct value *front, const struct value *source, struct diags *d)
{
	for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++) {
		const struct value *v = value_get(front, owned[i]), *s = value_get(source, owned[i]);

		if (v == NULL || (s && str_eq(v->text, s->text)))
			continue;
		diag_note(d,
		    diag_add(
			d, DIAG_TRANSLATION_DIFFERS, &body->src, v->at, "`%s` is not that of the source", owned[i]),
		    "leave it out here: it is taken from the source");
	}
}

static bool
has_key(const struct value *map, struct str key, struct near *near)
{
	bool has = false;

	near_begin(near, key);
	for (size_t i = 0; i < map->n; i++) {
		has = has || str_eq(map->as.entries[i].key, key);
		near_try(near, map->as.entries[i].key);
	}
	return has;
}

static void
check_objectives(const struct body *body, const struct value *front, const struct value *source, struct diags *d)
{
	const struct value *ours = value_get(front, "objectives"), *theirs = value_get(source, "objectives");

	if (ours == NULL || theirs == NULL || ours->kind != VALUE_MAP || theirs->kind != VALUE_MAP)
		return;
	for (size_t i = 0; i < ours->n; i++) {
		const struct value_entry *e = &ours->as.entries[i];
		struct near near;
		struct diag *g;

		if (has_key(theirs, e->key, &near))
			continue;
		g = diag_add(d, DIAG_TRANSLATION_DIFFERS, &body->src, e->key_at, "the source has no objective `%.*s`",
		    STR_ARG(e->key));
		if (near_best(&near).n > 0)
			diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	}
}

void
agreement_check(struct arena *a, const struct body *body, struct diags *d)
{
	const struct value *front = site_front(a, body->text), *source = site_front(a, body->text->doc->texts[0]);

	check_owned(body, front, source, d);
	check_objectives(body, front, source, d);
}
