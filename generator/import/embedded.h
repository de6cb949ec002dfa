/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_EMBEDDED_H
#define IMPORT_EMBEDDED_H

#include "import/taking.h"

/* Files that came along with the text of a question. */
enum embedded_kind {
	EMBEDDED_NONE, /* nothing is there (told), or nothing was asked for */
	EMBEDDED_FILE, /* it lies in media/ */
	EMBEDDED_LINK  /* it stays where it is on the web */
};

/*
 * embedded_find(t, it, url, line, out): what ${url} in a text of ${it} means, and how the page calls it. `@@PLUGINFILE@@/NAME` is a
 * file of ${it}, `data:…;base64,` one of its own; both become files of ${t} under a safe name.
 */
enum embedded_kind embedded_find(
    struct taking *t, const struct item *it, struct str url, uint32_t line, struct str *out);

/* embedded_leads_out(url): whether it leads to the web or to a person from everywhere. */
bool embedded_leads_out(struct str url);

/* embedded_decode(a, s, out): Base64, blanks anywhere. False where it is none. */
bool embedded_decode(struct arena *a, struct str s, struct str *out);

#endif
