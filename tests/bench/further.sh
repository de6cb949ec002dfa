# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What a second language costs: without any text, by messages (catalogues compiled by an earlier build, and not yet), as whole files that
# record what they translate. Rounds of all in turns; each is compared with the one language of its round.

# in_two SITE: its courses get a second language.
in_two() {
	sed -i 's/^languages:.*/languages: [nb, en]/' "$1/site.yaml"
	find "$1/content" -name course.yaml -exec sed -i 's/^languages:.*/languages: [nb, en]/' {} +
}

# compiled FILE SITE: from nothing but the catalogues that an earlier build compiled.
compiled() {
	mv "$2/.pensum/catalogues" "$2/catalogues"
	clean_site "$2"
	mkdir "$2/.pensum"
	mv "$2/catalogues" "$2/.pensum/catalogues"
	built "$@"
}

further() {
	local n=$((LESSONS / 4)) site
	for site in one bare; do made "$site" "$n" 8500 nb; done
	in_two "$work/bare"
	cp -R "$work/bare" "$work/messages"
	(cd "$work/messages" && "$PENSUM" i18n merge --lang en >/dev/null 2>&1)
	find "$work/messages/content" -name '*.po' -exec "$here/translate" {} +
	made files "$n" 8500 nb,en
	(cd "$work/files" && "$PENSUM" i18n touch --lang en --all >/dev/null 2>&1)
	for _ in $(seq "$RUNS"); do
		searched "$work/one" no
		searched "$work/messages" no
		cold "$work/one.cold" "$work/one"
		cold "$work/bare.cold" "$work/bare"
		cold "$work/messages.cold" "$work/messages"
		compiled "$work/messages.compiled" "$work/messages"
		cold "$work/files.cold" "$work/files"
		searched "$work/one" yes
		searched "$work/messages" yes
		cold "$work/one.search" "$work/one"
		compiled "$work/messages.search" "$work/messages"
	done
	head_row "$n lessons of 8,500 bytes in one and two languages, $where" '/ one language'
	row 'one language' "$work/one.cold" "$work/one.cold"
	row 'two, the second without text' "$work/bare.cold" "$work/one.cold"
	row 'two, by messages, compiled' "$work/messages.compiled" "$work/one.cold"
	row 'two, by messages, not compiled' "$work/messages.cold" "$work/one.cold"
	row 'two, as whole files' "$work/files.cold" "$work/one.cold"
	row 'one, with its search' "$work/one.search" "$work/one.cold"
	row 'two, by messages, with search' "$work/messages.search" "$work/one.cold"
	for site in one bare messages files; do rm -rf "$work/$site" "$work/$site".*; done
}
