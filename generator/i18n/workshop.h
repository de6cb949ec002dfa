/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_WORKSHOP_H
#define I18N_WORKSHOP_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/config.h"
#include "model/site.h"

/*
 * Where translators' files are made: the site as far as a build reads it before the prose, and its pages by catalogue: one for each
 * module, and one, `course`, for the pages of a course's own folder.
 */
struct workpiece {
	const struct course *course;
	struct str folder;      /* "content/trafficking/02-what" */
	struct str name;        /* "02-what"; "course" for the course's own folder */
	struct document **docs; /* in the order of their paths; each has a source text that can be read */
	size_t ndocs;
};

struct workshop {
	struct site site;
	struct workpiece *pieces; /* in the order of their folders */
	size_t npieces;
};

/* What a subcommand of `pensum i18n` is asked for. */
struct workorder {
	const struct config *config;
	struct str lang;        /* `--lang`; empty: all that each course has besides its source language */
	const struct str *what; /* courses ("trafficking"), folders or pages; none: everything */
	size_t nwhat;
};

/* workshop_open(w, config, d): -1 where there is no site (diagnosed). What the build would say of the content is not told here. workshop_close() in any case. */
int workshop_open(struct workshop *w, const struct config *config, struct diags *d);
void workshop_close(struct workshop *w);

/* workshop_wants(o, p): whether ${p} is among what was asked for, by course, folder, or a page in it. */
bool workshop_wants(const struct workorder *o, const struct workpiece *p);

/* workshop_wants_page(o, p, doc): whether ${doc}, a page of ${p}, is, by itself, with its folder or with its course. */
bool workshop_wants_page(const struct workorder *o, const struct workpiece *p, const struct document *doc);

/* workshop_into(o, p, lang): whether ${p} is to be translated into ${lang}: a language of its course, not its source, that people speak, and asked for. */
bool workshop_into(const struct workorder *o, const struct workpiece *p, const struct language *lang);

/* workshop_check(w, o, d): tells of languages and things asked for that are not there; returns how many. */
size_t workshop_check(const struct workshop *w, const struct workorder *o, struct diags *d);

/* workshop_path(w, p, lang): the catalogue of ${p} in ${lang}, as shown: "content/trafficking/po/lv/02-what.po"; for an empty ${lang} its template, "…/po/02-what.pot". */
struct str workshop_path(struct workshop *w, const struct workpiece *p, struct str lang);

/* workshop_file(w, path): where a path as shown is on the disk. */
struct str workshop_file(struct workshop *w, struct str path);

/*
 * workshop_catalogue(w, p, lang, d): the catalogue of ${p} in ${lang}, read; NULL where there is none, or (*broken, diagnosed)
 * it cannot be read. For po_free().
 */
struct po *workshop_catalogue(
    struct workshop *w, const struct workpiece *p, struct str lang, bool *broken, struct diags *d);

#endif
