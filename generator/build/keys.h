/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_KEYS_H
#define BUILD_KEYS_H

#include "base/diag.h"
#include "model/body.h"
#include "score/keyfile.h"

/*
 * The papers of a build (score/keyfile.h), and the key files that become of them: .pensum/keys/<course>-<version>.json beside site.yaml,
 * never below what is published. Those of earlier builds stay: their codes may still come in.
 */
struct keys_paper {
	struct str course;
	struct keyfile_paper_text text;
};

/* Zero to begin with; one thread at a time. */
struct keys {
	struct arena arena;
	struct keys_papers VEC_OF(struct keys_paper) papers;
};

/* keys_add(k, body): the paper of a test. */
void keys_add(struct keys *k, const struct body *body);

/* keys_pack(k, from, b): the papers from number ${from} on. keys_again(k, bytes): adds them again; false where they are something else. */
void keys_pack(const struct keys *k, size_t from, struct buf *b);
bool keys_again(struct keys *k, struct str bytes);

/* keys_merge(into, from): ${from} is empty afterwards. */
void keys_merge(struct keys *into, struct keys *from);

/* keys_write(k, root, d): the file of each course; one that is there already says the same. -1: diagnosed. */
int keys_write(struct keys *k, struct str root, struct diags *d);

void keys_free(struct keys *k);

#endif
