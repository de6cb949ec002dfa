/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/program.h"

#include <link.h>

#include "base/hash.h"
#include "base/stamp.h"

/* A library that is replaced by an update has another stamp, whatever it says of its version. */
static int
add_object(struct dl_phdr_info *info, size_t size, void *ctx)
{
	const char *file = info->dlpi_name[0] != '\0' ? info->dlpi_name : "/proc/self/exe";
	struct buf *b = ctx;
	struct stamp s;

	(void)size;
	pack_text(b, str_of(info->dlpi_name));
	if (stamp_look(file, &s) == 0) /* the vDSO has a name and no file */
		stamp_pack(b, &s);
	return 0;
}

uint64_t
program_mark(void)
{
	struct buf b = BUF_INIT;
	uint64_t mark;

	dl_iterate_phdr(add_object, &b);
	mark = hash_bytes(buf_view(&b));
	buf_free(&b);
	return mark;
}
