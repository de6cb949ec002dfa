/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_STATUSSTYLE_H
#define I18N_STATUSSTYLE_H

/* The style sheet of the report in HTML: for phones, for the dark, for paper. */
extern const char statusstyle_css[];

#endif
