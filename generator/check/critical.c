/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/critical.h"

void
critical_check(const struct site *site, const struct document *doc, const struct body *source, struct diags *d)
{
	for (size_t k = 0; source->critical && doc->pages && k < site->nlanguages; k++) {
		const struct output *o = doc->pages[k];

		if (o == NULL || !o->fallback || o->lang->pseudo)
			continue;
		diag_note(d,
		    diag_add(d, DIAG_TRANSLATION_CRITICAL, &source->src, source->critical->at,
			"the page is not translated into `%.*s`", STR_ARG(o->lang->tag)),
		    "translate it, or leave the language out of the course's `languages:`");
	}
}
