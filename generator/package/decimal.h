/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_DECIMAL_H
#define PACKAGE_DECIMAL_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "model/ratio.h"

/* Other systems write decimals where Pensum keeps fractions. */

/*
 * decimal_write(b, r, places): ${r} as a decimal with up to ${places} digits behind the point, rounded half away from zero,
 * without zeros at its end: "33.33333". Whether that is ${r} exactly.
 */
bool decimal_write(struct buf *b, struct ratio r, int places);

/* decimal_read(s, out): "12", "-.5", "1.5e-3", blanks around. False (and ${out} untouched) for anything else, and for what does not fit. */
bool decimal_read(struct str s, struct ratio *out);

#endif
