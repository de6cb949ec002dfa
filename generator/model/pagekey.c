/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pagekey.h"

#include "base/hash.h"

void
pagekey_site(const struct site *s, char out[PAGEKEY_SITE + 1])
{
	struct str name = s->base_url;

	if (name.n == 0)
		name = value_text(s->title, s->languages[0].tag);
	hash_letters(hash_bytes(name), PAGEKEY_SITE, out);
}

struct str
pagekey_of(struct arena *a, const struct document *doc)
{
	struct str course = doc->course ? doc->course->name : STR_EMPTY,
		   module = doc->module ? doc->module->name : STR_EMPTY;

	return arena_fmt(a, "%.*s%s%.*s%s%.*s", STR_ARG(course), course.n ? "/" : "", STR_ARG(module),
	    module.n ? "/" : "", STR_ARG(doc->name));
}
