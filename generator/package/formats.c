/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/formats.h"

const char *const formats_names[FORMATS] = { "gift", "moodle" };

const char *const formats_shown[FORMATS] = { "GIFT", "Moodle XML" };
