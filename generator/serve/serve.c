/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/serve.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/elapsed.h"
#include "base/mem.h"
#include "build/live.h"
#include "serve/http.h"
#include "serve/listening.h"
#include "serve/reload.h"
#include "serve/reply.h"
#include "serve/stopping.h"
#include "serve/watch.h"

enum {
	BEAT = 15,   /* seconds between two signs of life */
	PAUSE = 100, /* milliseconds between two looks for problems while pages are made */
};

/* All of it is one thread's: requests, changes and browsers wait for each other in one place, the call of poll() below. */
struct server {
	struct live *live;
	struct watch *watch;
	struct http *http;
	struct reload *reload;
	struct telling *telling;
	struct stopping *stopping;
	struct reply_site site;
	struct sources_changed names; /* of the last change */
	bool busy;                    /* some pages are not made yet */
	bool unsaid;                  /* there may be problems that nobody was told of */
	bool changed, styles;         /* browsers are to be told; it is nothing but style sheets */
	struct buf edited;            /* the page to which they are led */
	int64_t problems_at, second, beats;
};

/* -- the site -- */

static size_t
count_pages(const struct live_news *news)
{
	size_t n = 0;

	for (size_t i = 0; i < news->paths.n; i++)
		n += str_ends(news->paths.v[i], ".html");
	return n;
}

static bool
only_styles(const struct sources_changed *c)
{
	for (size_t i = 0; i < c->names.n; i++)
		if (!str_ends(c->names.v[i], ".css"))
			return false;
	return c->names.n > 0 && c->more == 0;
}

/* What browsers are to be told waits until requests have been answered; a second change before that adds to it. */
static void
note_change(struct server *s, const struct live_news *news)
{
	bool styles = news->only_styles || only_styles(&s->names);

	s->styles = s->changed ? s->styles && styles : styles;
	s->changed = true;
	if (news->edited.n > 0) {
		buf_reset(&s->edited);
		buf_str(&s->edited, news->edited);
	}
}

static bool
all_named(const struct sources_changed *c)
{
	return c->more == 0 && !c->nameless;
}

static void
refresh(struct server *s)
{
	struct live_news news = { .edited = STR_EMPTY };
	int64_t start = elapsed_microseconds();

	sources_forget(&s->names);
	watch_take(s->watch, &s->names);
	live_refresh(s->live, s->names.names.v, all_named(&s->names) ? s->names.names.n : 0, &news);
	s->busy = s->unsaid = true;
	if (!news.changed)
		return;
	telling_change(s->telling, &s->names, count_pages(&news), news.paths.n == 0,
	    (double)(elapsed_microseconds() - start) / 1e3);
	note_change(s, &news);
}

/* Before an answer: whatever was saved before it was asked for is in it. */
static void
catch_up(struct server *s)
{
	struct pollfd p = { .fd = watch_fd(s->watch), .events = POLLIN };

	if (!watch_look_now(s->watch))
		return;
	while (watch_left_now(s->watch) > 0) {
		poll(&p, 1, watch_left_now(s->watch));
		watch_look(s->watch);
	}
	refresh(s);
}

static bool
get(void *ctx, struct str path, struct str *bytes)
{
	struct server *s = ctx;

	s->unsaid |= s->busy; /* making a page may show what is wrong with it */
	return live_get(s->live, path, bytes);
}

/* -- requests -- */

static void
on_reply(void *ctx, const struct reply_request *q, struct reply *r)
{
	struct server *s = ctx;

	catch_up(s);
	reply_make(r, q, &s->site);
}

static void
on_opened(void *ctx, struct http_stream *stream, const struct reply_request *q)
{
	reload_join(((struct server *)ctx)->reload, stream, q);
}

static void
on_gone(void *ctx, struct http_stream *stream)
{
	reload_leave(((struct server *)ctx)->reload, stream);
}

/* -- telling -- */

static void
tell_problems(struct server *s)
{
	const struct diags *d;
	struct buf errors = BUF_INIT;

	if (!s->unsaid || (s->busy && elapsed_milliseconds() < s->problems_at))
		return;
	d = live_diags(s->live);
	telling_problems(s->telling, d, !s->busy);
	telling_errors(&errors, d);
	if (!s->busy || errors.n > 0) /* none yet is not none */
		reload_errors(s->reload, buf_view(&errors));
	buf_free(&errors);
	s->unsaid = false;
	s->problems_at = elapsed_milliseconds() + PAUSE;
}

static void
tell_browsers(struct server *s)
{
	if (!s->changed)
		return;
	s->changed = false;
	http_sweep(s->http); /* who has left looks at nothing */
	http_run(s->http);
	reload_tell(s->reload, s->styles, buf_view(&s->edited));
	buf_reset(&s->edited);
}

/* -- the loop -- */

static void
each_second(struct server *s)
{
	int64_t now = elapsed_milliseconds();
	struct buf notice = BUF_INIT;

	if (now < s->second)
		return;
	s->second = now + 1000;
	http_sweep(s->http);
	if (++s->beats % BEAT == 0)
		reload_beat(s->reload);
	if (watch_notice(s->watch, &notice))
		telling_line(s->telling, "%.*s", STR_ARG(buf_view(&notice)));
	buf_free(&notice);
}

static int
sooner(int a, int b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

/* Milliseconds to sleep. */
static int
left(const struct server *s)
{
	int64_t second = s->second - elapsed_milliseconds();
	int ms = second > 0 ? (int)second : 0;

	return s->busy ? 0 : sooner(ms, sooner(http_left(s->http), watch_left(s->watch)));
}

/* A little of what nobody has asked for yet, unless somebody asks just now. */
static void
work(struct server *s)
{
	if (!s->busy || http_left(s->http) == 0)
		return;
	s->busy = live_work(s->live);
	s->unsaid = true;
}

static void
run(struct server *s)
{
	for (;;) {
		struct pollfd p[] = { { .fd = stopping_fd(s->stopping), .events = POLLIN },
			{ .fd = http_fd(s->http), .events = POLLIN }, { .fd = watch_fd(s->watch), .events = POLLIN } };

		if (poll(p, sizeof p / sizeof *p, left(s)) < 0 && errno != EINTR)
			return;
		if (p[0].revents != 0)
			return;
		http_run(s->http);
		if (watch_look(s->watch) && watch_left(s->watch) == 0)
			refresh(s);
		tell_browsers(s);
		work(s);
		tell_problems(s);
		each_second(s);
	}
}

/* -- beginning and end -- */

static int
listen_there(struct server *s, const struct serve_options *o, struct buf *why)
{
	const struct http_handler handler = { s, on_reply, on_opened, on_gone };
	struct listening l;

	if (listening_open(&l, o->address, o->port, why) < 0)
		return -1;
	s->site = (struct reply_site){ get, s, l.local };
	s->http = http_open(l.fd, &handler, why);
	if (s->http == NULL)
		return -1;
	telling_line(s->telling, "http://%s:%u/ shows the site%s; Ctrl-C ends it", l.host, (unsigned)l.port,
	    l.every ? ", as does every address of this machine" : "");
	return 0;
}

static void
begin_watching(struct server *s, const struct config *cfg, bool poll)
{
	struct buf notice = BUF_INIT;

	s->watch = watch_open(cfg->root, poll, &notice);
	if (notice.n > 0)
		telling_line(s->telling, "%.*s", STR_ARG(buf_view(&notice)));
	buf_free(&notice);
}

/* All is news at first, and nobody looks at it yet. */
static void
read_site(struct server *s, const struct config *cfg)
{
	struct live_news news = { .edited = STR_EMPTY };

	s->live = live_open(cfg);
	live_refresh(s->live, NULL, 0, &news);
	s->busy = s->unsaid = true;
}

static void
end(struct server *s)
{
	if (s->http != NULL)
		http_close(s->http); /* calls on_gone() */
	reload_close(s->reload);
	if (s->live != NULL)
		live_close(s->live);
	watch_close(s->watch);
	telling_close(s->telling);
	sources_free(&s->names);
	buf_free(&s->edited);
	stopping_close(s->stopping);
}

int
serve_run(const struct config *cfg, const struct serve_options *o, const struct telling_voice *voice, struct buf *why)
{
	struct server s = { .telling = telling_open(voice) };
	int r;

	s.stopping = stopping_open();
	s.reload = reload_open(&s.site, !o->no_follow);
	r = s.stopping != NULL ? listen_there(&s, o, why) : -1;
	if (r == 0) {
		begin_watching(&s, cfg, o->poll);
		read_site(&s, cfg);
		run(&s);
	} else if (why->n == 0) {
		buf_cstr(why, "the system gives no more threads");
	}
	end(&s);
	return r;
}
