/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_LOOKUP_H
#define RENDER_LOOKUP_H

#include "render/state.h"

/* lookup_template(l, name): what is known of the template; read, but not compiled. Never NULL. */
struct template_file *lookup_template(struct lua *l, struct str name);

#endif
