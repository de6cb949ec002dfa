/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz drivers have nothing embedded. */
#include "base/stock.h"

const struct stock_file stock_files[1] = { { STR_INIT(""), STR_INIT("") } };
const size_t stock_count = 0;
