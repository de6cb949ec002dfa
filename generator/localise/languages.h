/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_LANGUAGES_H
#define LOCALISE_LANGUAGES_H

#include "base/diag.h"
#include "model/site.h"

/*
 * languages_prepare(site, d): what CLDR knows of the site's languages: direction, autonym, and whether the
 * interface's strings have the plural forms that each needs. Problems are diagnosed.
 */
void languages_prepare(struct site *site, struct diags *d);

#endif
