/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/extract.h"

#include "i18n/heading.h"
#include "i18n/pot.h"
#include "i18n/saving.h"

static int
write_template(struct workshop *w, const struct workpiece *p, struct buf *out, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct po *po = pot_of(w, p, STR_EMPTY, &a, d);
	int rc;

	po->header = heading_new(&a, site_local(p->course->title, p->course->languages[0]), STR_EMPTY);
	rc = saving_write(w, po, d);
	if (rc >= 0)
		buf_fmt(out, "%.*s: %zu messages%s\n", STR_ARG(po->src.path), po->nentries,
		    rc == SAVING_SAME ? ", as before" : "");
	po_free(po);
	arena_free(&a);
	return rc < 0 ? -1 : 0;
}

int
extract_run(const struct workorder *o, struct buf *out, struct diags *d)
{
	struct workshop w;
	int rc = workshop_open(&w, o->config, d);

	if (rc == 0 && workshop_check(&w, o, d) > 0)
		rc = -1;
	for (size_t i = 0; rc == 0 && i < w.npieces; i++)
		if (workshop_wants(o, &w.pieces[i]))
			rc = write_template(&w, &w.pieces[i], out, d);
	workshop_close(&w);
	return rc;
}
