/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_FORMATS_H
#define PACKAGE_FORMATS_H

/* The formats in which questions are exchanged with other systems (docs/exchange.md). */
enum format { FORMATS_GIFT, FORMATS_MOODLE, FORMATS };

extern const char *const formats_names[FORMATS]; /* as on the command line: "gift" */
extern const char *const formats_shown[FORMATS]; /* as people call them: "Moodle XML" */

#endif
