/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/watch.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/elapsed.h"
#include "serve/notify.h"
#include "serve/snapshot.h"

enum {
	OFTEN = 300,   /* milliseconds between two looks where nothing tells */
	SELDOM = 1000, /* where what is told may not be all */
	SHARE = 10,    /* a look takes a tenth of the time at most */
};

struct watch {
	struct str root;
	struct notify *notify;     /* NULL: nothing tells */
	struct snapshot *snapshot; /* NULL: all is told */
	bool before_answers;       /* what is not told is looked for before each answer */
	int64_t every, next;       /* between two looks; when the next one is due, microseconds */
	bool pending, whole;
	int64_t first, last; /* when what is pending began, and went on */
	struct sources_changed names;
	const char *later; /* what is to be said */
};

/* -- opening -- */

static void
begin_looking(struct watch *w, int every)
{
	int64_t start = elapsed_microseconds(), took;

	w->snapshot = snapshot_open(w->root);
	took = elapsed_microseconds() - start;
	w->every = every * 1000 > SHARE * took ? every * 1000 : SHARE * took;
	w->next = elapsed_microseconds() + w->every;
}

static void
admit_blindness(struct watch *w, struct buf *notice)
{
	struct str where;
	const struct sources_blind *b = sources_blind(w->root, &where);

	if (b == NULL)
		return;
	begin_looking(w, b->elsewhere ? OFTEN : SELDOM);
	w->before_answers = b->elsewhere;
	if (b->elsewhere)
		buf_fmt(notice,
		    "%.*s lies on %s, where the system does not tell of all changes: it is looked at again and again",
		    STR_ARG(where), b->name);
	else
		buf_fmt(notice,
		    "%.*s lies on an %s, whose lower layers change unseen: besides watching, it is looked at every second",
		    STR_ARG(where), b->name);
}

struct watch *
watch_open(struct str root, bool poll, struct buf *notice)
{
	struct watch *w = mem_alloc(sizeof *w);

	*w = (struct watch){ .root = root };
	if (!poll)
		w->notify = notify_open(root);
	if (w->notify != NULL) {
		admit_blindness(w, notice);
		return w;
	}
	if (!poll)
		buf_fmt(notice, "%s: the site is looked at again and again instead",
		    errno == ENOSPC       ? "the system watches no more folders (fs.inotify.max_user_watches)"
			: errno == EMFILE ? "the system watches for no more programs (fs.inotify.max_user_instances)"
					  : "the system does not tell of changes");
	begin_looking(w, OFTEN);
	w->before_answers = true;
	return w;
}

/* -- looking -- */

static void
happened(struct watch *w, bool whole)
{
	w->last = elapsed_microseconds();
	if (!w->pending)
		w->first = w->last;
	w->pending = true;
	w->whole = whole;
}

static void
hear(struct watch *w)
{
	struct notify_news news = { 0 };

	if (w->notify == NULL)
		return;
	notify_read(w->notify, &w->names, &news);
	if (news.any)
		happened(w, news.whole);
	if (!news.short_of_watches)
		return;
	notify_close(w->notify);
	w->notify = NULL;
	w->later =
	    "the system watches no more folders (fs.inotify.max_user_watches): the site is looked at again and again instead";
	w->before_answers = true;
	if (w->snapshot == NULL)
		begin_looking(w, OFTEN);
	w->names.nameless = true;
	happened(w, false); /* what was not watched may have changed */
}

static void
see(struct watch *w)
{
	int64_t start = elapsed_microseconds(), took;

	if (snapshot_look(w->snapshot, &w->names))
		happened(w, false);
	took = elapsed_microseconds() - start;
	w->next = elapsed_microseconds() + (w->every > SHARE * took ? w->every : SHARE * took);
}

/* Whether it is quiet now can be seen only, where nothing tells. */
static bool
is_due(const struct watch *w)
{
	int64_t now = elapsed_microseconds();

	return now >= w->next || (w->pending && w->before_answers && now >= w->last + WATCH_QUIET * 1000);
}

bool
watch_look(struct watch *w)
{
	hear(w);
	if (w->snapshot != NULL && is_due(w))
		see(w);
	return w->pending;
}

bool
watch_look_now(struct watch *w)
{
	hear(w);
	if (w->snapshot != NULL && w->before_answers)
		see(w);
	return w->pending;
}

int
watch_left(const struct watch *w)
{
	int64_t now = elapsed_microseconds(), until;

	if (!w->pending && w->snapshot == NULL)
		return -1;
	until = w->next;
	if (w->pending) {
		until = w->last + (w->whole ? WATCH_WHOLE : WATCH_QUIET) * 1000;
		if (until > w->first + WATCH_LONGEST * 1000)
			until = w->first + WATCH_LONGEST * 1000;
	}
	return until <= now ? 0 : (int)((until - now + 999) / 1000);
}

int
watch_left_now(const struct watch *w)
{
	return w->pending && w->whole ? 0 : watch_left(w);
}

int
watch_fd(const struct watch *w)
{
	return w->notify != NULL ? notify_fd(w->notify) : -1;
}

bool
watch_notice(struct watch *w, struct buf *notice)
{
	if (w->later == NULL)
		return false;
	buf_cstr(notice, w->later);
	w->later = NULL;
	return true;
}

void
watch_take(struct watch *w, struct sources_changed *names)
{
	struct sources_changed had = *names;

	*names = w->names;
	w->names = had;
	w->pending = false;
}

void
watch_close(struct watch *w)
{
	if (w == NULL)
		return;
	notify_close(w->notify);
	snapshot_close(w->snapshot);
	sources_free(&w->names);
	free(w);
}
