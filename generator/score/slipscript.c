/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipscript.h"

#include <assert.h>

#include "base/json.h"
#include "base/stock.h"
#include "localise/ui.h"

static const char *const pieces[] = { "slipcode", "qr", "slip", "startslip" };

/* None of them has plural forms. */
static const char messages[] =
    "slip-title slip-intro slip-course slip-quiz slip-version slip-language slip-date slip-attempt "
    "slip-score result passed not-passed slip-name slip-name-help slip-code slip-picture "
    "slip-no-code slip-print slip-copy slip-copied slip-selected certificate certificate-print "
    "certificate-text certificate-hours";

static void
words(struct buf *b, const struct language *lang)
{
	struct str rest = str_of(messages);

	BUF_LIT(b, "const words = {");
	while (rest.n > 0) {
		struct str key = str_cut(&rest, ' ');
		const struct message *m = ui_find(lang, key);

		assert(m && !m->plural && "a string of the slip that no locale has");
		buf_cstr(b, b->p[b->n - 1] == '{' ? "\n" : ",\n");
		json_string(b, key);
		buf_chr(b, ':');
		json_string(b, m->forms[PLURAL_OTHER]);
	}
	BUF_LIT(b, "\n};\n");
}

void
slipscript_emit(struct buf *b, const struct language *lang)
{
	BUF_LIT(b, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\n");
	words(b, lang);
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct buf path = BUF_INIT;
		const struct stock_file *file;

		buf_fmt(&path, "minified/generator/score/js/page/%s.js", pieces[i]);
		file = stock_builtin(buf_view(&path));
		assert(file && "a piece of the slip's script that is not embedded");
		buf_str(b, file->bytes);
		buf_free(&path);
	}
	BUF_LIT(b, "})();\n");
}
