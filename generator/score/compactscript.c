/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/compactscript.h"

#include <assert.h>

#include "base/hash.h"
#include "base/stock.h"

bool
compactscript_wanted(const struct body *body)
{
	return body_asked(body, 0) && !body->text->doc->texts[0]->meta.at_risk;
}

struct str
compactscript_name(struct arena *a, struct str *bytes)
{
	static const char *const pieces[] = { "compact", "carry", "startcompact" };
	struct buf b = BUF_INIT;
	char hex[17];

	BUF_LIT(&b, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\n");
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		const struct stock_file *file =
		    stock_builtin(arena_fmt(a, "minified/generator/score/js/page/%s.js", pieces[i]));

		assert(file && "a piece of the compact form that is not embedded");
		buf_str(&b, file->bytes);
	}
	BUF_LIT(&b, "})();\n");
	hash_hex(hash_bytes(buf_view(&b)), hex);
	if (bytes)
		*bytes = arena_str(a, buf_view(&b));
	buf_free(&b);
	return arena_fmt(a, "compact-%s.js", hex);
}
