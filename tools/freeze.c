/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * freeze DIR FILE...: reads these YAML files as the program does and writes them to DIR in the form of read/stored.h, under
 * the same names. So the program need not read YAML of its own at each start.
 */
#include <stdio.h>

#include "base/fs.h"
#include "base/path.h"
#include "read/stored.h"
#include "read/yaml.h"

static const struct value *
read_file(struct arena *a, const char *name)
{
	struct source src = { str_of(name), STR_EMPTY };
	struct diags d = DIAGS_INIT;
	const struct value *v;

	if (fs_read(a, name, &src.bytes) < 0) {
		perror(name);
		return 0;
	}
	v = yaml_read(a, &src, src.bytes, 1, &d);
	for (size_t i = 0; i < d.all.n; i++)
		fprintf(stderr, "%s:%u:%u: %s: %.*s\n", name, (unsigned)d.all.v[i].at.line, (unsigned)d.all.v[i].at.col,
		    diag_info(d.all.v[i].code)->sentence, STR_ARG(d.all.v[i].detail));
	diags_free(&d);
	return v;
}

/* write_file(a, name, v): with the folders that it needs. */
static int
write_file(struct arena *a, struct str name, const struct value *v)
{
	struct buf b = BUF_INIT;
	int done;

	stored_write(&b, v);
	done = fs_mkdirs(arena_str(a, path_dir(name)).p) < 0 ? -1 : fs_write(name.p, buf_view(&b));
	buf_free(&b);
	if (done < 0)
		perror(name.p);
	return done;
}

int
main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	int failed = argc < 2;

	for (int i = 2; i < argc && !failed; i++) {
		const struct value *v = read_file(&a, argv[i]);

		failed = !v || write_file(&a, path_join(&a, str_of(argv[1]), str_of(argv[i])), v) < 0;
	}
	arena_free(&a);
	return failed;
}
