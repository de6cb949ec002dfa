/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/saving.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/path.h"
#include "base/whole.h"
#include "read/gettext.h"

static int
complain(struct diags *d, struct str path)
{
	diag_add(d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(path), strerror(errno));
	return -1;
}

int
saving_bytes(struct workshop *w, struct str path, struct str bytes, struct diags *d)
{
	struct str file = workshop_file(w, path), now;

	if (fs_read(&w->site.arena, file.p, &now) == 0 && str_eq(now, bytes))
		return SAVING_SAME;
	if (fs_mkdirs(arena_str(&w->site.arena, path_dir(file)).p) < 0 || whole_write(file.p, bytes) < 0)
		return complain(d, path);
	return SAVING_WRITTEN;
}

int
saving_write(struct workshop *w, const struct po *po, struct diags *d)
{
	struct buf b = BUF_INIT;
	int rc = gettext_text(&b, po) < 0 ? complain(d, po->src.path) : saving_bytes(w, po->src.path, buf_view(&b), d);

	buf_free(&b);
	return rc;
}
