/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_GLOSSARY_H
#define RENDER_GLOSSARY_H

#include "render/render.h"
#include "render/views.h"

/*
 * glossary_letters(r): the definitions of r->out's course as letter_view, in the order of the reader's language. A
 * definition that is not translated stands in its own language, and says so.
 */
struct view_list glossary_letters(struct render *r);

#endif
