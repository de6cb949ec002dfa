/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_BORROWING_H
#define BUILD_BORROWING_H

#include "build/making.h"

/*
 * borrowing_prepare(m): pages show parts of documents that need not be made again: definitions in a glossary, questions that are drawn. Where
 * such a page is due, these documents are read, so that the second wave finds what they lend.
 */
void borrowing_prepare(struct making *m);

#endif
