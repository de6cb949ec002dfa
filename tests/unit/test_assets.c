/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/assets.h"

#include "base/hash.h"
#include "publish/digest.h"
#include "publish/mark.h"
#include "folder.h"
#include "told.h"

struct media {
	struct folder f;
	struct site site;
	struct language lang;
	struct asset assets[16];
};

static struct asset *
add(struct media *m, const char *path)
{
	struct asset *a = &m->assets[m->site.assets.n];

	a->path = str_of(path);
	a->file = str_of(folder_at(&m->f, path));
	map_put(&m->site.assets, a->path, a);
	return a;
}

static struct asset *
put(struct media *m, const char *path, const char *bytes)
{
	folder_put(&m->f, path, bytes);
	return add(m, path);
}

static void
open_media(struct media *m)
{
	*m = (struct media){ 0 };
	folder_open(&m->f);
	folder_put(&m->f, "site.yaml", "title: x\n");
	m->lang.tag = STR("nb");
	m->site.languages = &m->lang;
	m->site.nlanguages = 1;
	m->site.pool = pool_open(4);
}

static void
close_media(struct media *m)
{
	pool_close(m->site.pool);
	map_free(&m->site.assets);
	arena_free(&m->site.arena);
	folder_close(&m->f);
}

static const char *
named(struct media *m, const char *stem, const char *bytes, const char *ext)
{
	char hex[17];

	hash_hex(hash_bytes(str_of(bytes)), hex);
	return arena_fmt(&m->f.a, "assets/%s-%s%s", stem, hex, ext).p;
}

static void
names_and_sizes(void **state)
{
	struct media m;
	struct diags d = DIAGS_INIT;
	const char *svg = "<svg width='3' height='4'/>";
	struct asset *map, *photo, *odd, *none, *same, *empty;

	(void)state;
	open_media(&m);
	map = put(&m, "content/a/media/Kart over Ål.SVG", svg);
	photo = put(&m, "content/a/photo.lv.jpg", "not a photo");
	odd = put(&m, "content/a/x.tar.g-z", "x");
	none = put(&m, "content/a/日本語", "x");
	same = put(&m, "content/b/x.tar.g-z", "x");
	empty = put(&m, "content/a/empty.txt", "");
	assets_prepare(&m.site, &d);
	told_nothing(&d);
	assert_true(str_starts(map->out, "assets/kart-over-"));
	assert_true(str_ends(map->out, strrchr(named(&m, "x", svg, ".svg"), '-')));
	assert_int_equal(map->width, 3);
	assert_int_equal(map->height, 4);
	assert_string_equal(photo->out.p, named(&m, "photo-lv", "not a photo", ".jpg"));
	assert_int_equal(photo->width, 0);
	assert_string_equal(odd->out.p, named(&m, "x-tar-g-z", "x", ""));
	assert_string_equal(same->out.p, odd->out.p);
	assert_true(str_starts(none->out, "assets/"));
	assert_string_equal(empty->out.p, named(&m, "empty", "", ".txt"));
	diags_free(&d);
	close_media(&m);
}

static void
unreadable(void **state)
{
	struct media m;
	struct diags d = DIAGS_INIT;
	struct asset *gone;
	struct stage *stage;

	(void)state;
	open_media(&m);
	gone = add(&m, "content/a/gone.png");
	assets_prepare(&m.site, &d);
	is_text(told(&d, DIAG_FILE_UNREADABLE, 0, 0, 0)->file, "content/a/gone.png");
	assert_true(gone->broken);
	assert_true(gone->out.n > 0);
	atomic_store(&gone->used, true);
	stage = stage_open(str_of(m.f.path), str_of(folder_at(&m.f, "public")), &d);
	assert_int_equal(assets_publish(&m.site, stage, &d), 0);
	assert_int_equal(d.all.n, 1);
	stage_drop(stage);
	diags_free(&d);
	close_media(&m);
}

static void
only_used_ones_once(void **state)
{
	struct media m;
	struct diags d = DIAGS_INIT;
	struct stage *stage;

	(void)state;
	open_media(&m);
	atomic_store(&put(&m, "content/a/x.txt", "x")->used, true);
	atomic_store(&put(&m, "content/b/x.txt", "x")->used, true);
	put(&m, "content/b/unused.txt", "u");
	assets_prepare(&m.site, &d);
	stage = stage_open(str_of(m.f.path), str_of(folder_at(&m.f, "public")), &d);
	assert_int_equal(assets_publish(&m.site, stage, &d), 0);
	assert_int_equal(stage_commit(stage, NULL, &d), 0);
	told_nothing(&d);
	assert_string_equal(
	    folder_list(&m.f, "public"), arena_fmt(&m.f.a, "assets/ %s", named(&m, "x", "x", ".txt")).p);
	assert_string_equal(folder_get(&m.f, arena_fmt(&m.f.a, "public/%s", named(&m, "x", "x", ".txt")).p), "x");
	diags_free(&d);
	close_media(&m);
}

/* A large file: the hash covers all of it, and a change anywhere changes it. */
static void
large_files(void **state)
{
	struct media m;
	struct digest g = DIGEST_INIT;
	size_t n = 2 * DIGEST_PIECE + 17;
	char *bytes = mem_alloc(n), first[17];
	const size_t places[] = { 0, DIGEST_PIECE - 1, DIGEST_PIECE, n - 1 };

	(void)state;
	open_media(&m);
	assert_return_code(fs_write(folder_at(&m.f, "big"), (struct str){ bytes, n }), 0);
	assert_int_equal(digest_file(&g, folder_at(&m.f, "big")), 0);
	assert_int_equal(g.size, n);
	assert_int_equal(digest_head(&g).n, DIGEST_PIECE);
	memcpy(first, g.hex, sizeof first);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		bytes[places[i]] = 1;
		assert_return_code(fs_write(folder_at(&m.f, "big"), (struct str){ bytes, n }), 0);
		assert_int_equal(digest_file(&g, folder_at(&m.f, "big")), 0);
		assert_string_not_equal(g.hex, first);
		bytes[places[i]] = 0;
	}
	assert_int_equal(digest_file(&g, folder_at(&m.f, "nothing")), -1);
	assert_int_equal(digest_file(&g, m.f.path), -1);
	digest_free(&g);
	free(bytes);
	close_media(&m);
}

static void
marks(void **state)
{
	struct media m;
	char hex[17];
	struct str path;

	(void)state;
	open_media(&m);
	folder_put(&m.f, "p.html", "<head><meta name=\"generator\" content=\"Pensum 0.1.0\">");
	folder_put(&m.f, "p.txt", "<head><meta name=\"generator\" content=\"Pensum 0.1.0\">");
	folder_put(&m.f, "q.html", "<head>\n<p>Pensum");
	folder_put(&m.f, "empty.html", "");
	assert_true(mark_page(folder_at(&m.f, "p.html")));
	assert_false(mark_page(folder_at(&m.f, "p.txt")));
	assert_true(mark_any(folder_at(&m.f, "p.txt")));
	assert_false(mark_any(folder_at(&m.f, "q.html")));
	assert_false(mark_any(folder_at(&m.f, "empty.html")));
	assert_false(mark_any(folder_at(&m.f, "none.html")));
	assert_false(mark_any(m.f.path));
	hash_hex(hash_bytes(STR("x")), hex);
	path = arena_fmt(&m.f.a, "assets/a-%s.txt", hex);
	folder_put(&m.f, path.p, "x");
	assert_true(mark_asset(folder_at(&m.f, path.p), path));
	assert_false(mark_asset(folder_at(&m.f, path.p), str_sub(path, 7, path.n)));
	folder_put(&m.f, path.p, "changed");
	assert_false(mark_asset(folder_at(&m.f, path.p), path));
	assert_false(mark_asset(folder_at(&m.f, "p.txt"), STR("assets/p.txt")));
	close_media(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_sizes),
		cmocka_unit_test(unreadable),
		cmocka_unit_test(only_used_ones_once),
		cmocka_unit_test(large_files),
		cmocka_unit_test(marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
