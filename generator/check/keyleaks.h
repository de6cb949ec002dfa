/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_KEYLEAKS_H
#define CHECK_KEYLEAKS_H

#include "model/body.h"

/*
 * keyleaks_check(body, html, script, d): whether a test's page, as it is about to be published, has a key in clear: each question in its script is covered, or its right
 * options are hashes (base/seal.h), and no answers stand in the page. Other pages are left alone. Looks at bytes only.
 */
void keyleaks_check(const struct body *body, struct str html, struct str script, struct diags *d);

#endif
