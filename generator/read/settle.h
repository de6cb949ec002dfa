/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_SETTLE_H
#define READ_SETTLE_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/site.h"

/* site.yaml, course.yaml and the data files: settings of more than one page. */

/* settle_site(site, d): reads site.yaml. -1 where the folder is no site, or its settings leave nothing to build. */
int settle_site(struct site *site, struct diags *d);

/* settle_course(site, c, file, d): reads the course.yaml ${file} of ${c}, whose path and name are known. False where it is unusable. */
bool settle_course(struct site *site, struct course *c, struct str file, struct diags *d);

/* settle_data(site, path, file, src, d): a YAML file that must be a map; NULL where it is not (diagnosed). */
const struct value *settle_data(
    struct site *site, struct str path, struct str file, struct source *src, struct diags *d);

#endif
