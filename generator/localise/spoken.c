/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/spoken.h"

#include <assert.h>

#include "base/json.h"
#include "localise/ui.h"

void
spoken_message(struct buf *b, const struct language *lang, struct str key)
{
	const struct message *m = ui_find(lang, key);
	bool first = true;

	assert(m && "a string that the browser says and no locale has");
	json_string(b, key);
	buf_chr(b, ':');
	if (!m->plural) {
		json_string(b, m->forms[PLURAL_OTHER]);
		return;
	}
	for (int i = 0; i < PLURALS; i++) {
		if (m->forms[i].n == 0)
			continue;
		buf_fmt(b, "%s\"%s\":", first ? "{" : ",", catalogue_plurals[i]);
		json_string(b, m->forms[i]);
		first = false;
	}
	buf_chr(b, '}');
}
