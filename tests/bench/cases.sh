# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# The cases: a site from nothing and after changes, how time grows with it, a site of five pages, what is served after a save.

# built FILE SITE [OPTION]...: one build in place.
built() {
	local file=$1 site=$2
	shift 2
	settle
	cd "$site"
	round "$file" "$PENSUM" build --jobs "$JOBS" "$@"
	cd "$ROOT"
}

# cold FILE SITE: a build from nothing.
cold() {
	clean_site "$2"
	built "$@"
}

# ---- from nothing, and after changes -------------------------------------------------

# whole NAME TITLE LESSONS BYTES LANGUAGES: all lines of a site.
whole() {
	local name=$1 site=$work/$1 base=$work/$1.floor size what
	made "$name" "$3" "$4" "$5"
	cold /dev/null "$site"
	size=$(page_bytes "$site")
	for _ in $(seq "$RUNS"); do
		rm -rf "$work/floor-out"
		settle
		round "$base" "$floor" "$site/content" "$work/floor-out" "$size" "$JOBS"
		searched "$site" no
		cold "$work/$name.cold" "$site"
		searched "$site" yes
		cold "$work/$name.search" "$site"
	done
	rm -rf "$work/floor-out"
	searched "$site" no
	head_row "$2, $where: pages of $size bytes"
	row 'floor program' "$base"
	row 'from nothing' "$work/$name.cold" "$base"
	row 'from nothing, with its search' "$work/$name.search" "$base"
	# On one of the places, and not on so many lessons that they take minutes and many gigabytes.
	if [ "$work" = "$tmpfs" ] && [ "$name" != many ]; then peers "$name" "$5" "$base"; fi
	cold /dev/null "$site"
	for what in nothing page title template string style; do
		# What a first change makes beside the site, such as a second folder to exchange, is made once.
		"change_$what" "$site" 0
		built /dev/null "$site"
		for i in $(seq "$RUNS"); do
			"change_$what" "$site" "$i"
			built "$work/$name.$what" "$site"
		done
		row "$(said_of "$what")" "$work/$name.$what" "$base"
	done
	changed_searched "$name" "$base"
	rm -rf "$site" "$work/$name".*
}

said_of() {
	case $1 in
	cold) echo 'from nothing' ;;
	nothing) echo 'nothing changed' ;;
	page) echo 'one page changed' ;;
	title) echo 'one title, which others show' ;;
	template) echo 'one template, of all pages' ;;
	string) echo 'one word of the interface' ;;
	style) echo 'the style sheet, linked by all pages' ;;
	esac
}

# The index is of words of all pages: what a changed page costs then.
changed_searched() {
	local site=$work/$1
	searched "$site" yes
	built /dev/null "$site"
	for i in $(seq "$RUNS"); do
		change_page "$site" $((i + 100))
		built "$work/$1.page-search" "$site"
	done
	row 'one page changed, with its search' "$work/$1.page-search" "$2"
}

# ---- how it grows --------------------------------------------------------------------

# growth: ten times the pages, how many times the time. Each line is compared with the one above it, of the same round.
growth() {
	local n=$((MANY / 100)) sizes='' size before='' what
	for size in $n $((n * 10)) $((n * 100)); do
		made "grow-$size" "$size" 800 nb
		sizes="$sizes $size"
	done
	for i in $(seq "$RUNS"); do
		for size in $sizes; do
			cold "$work/grow-$size.cold" "$work/grow-$size"
			built "$work/grow-$size.nothing" "$work/grow-$size"
			change_page "$work/grow-$size" "$i"
			built "$work/grow-$size.page" "$work/grow-$size"
		done
	done
	head_row "ten times the lessons, 800 bytes each, $where" '/ line above'
	for what in cold nothing page; do
		before=
		for size in $sizes; do
			row "$size: $(said_of "$what")" "$work/grow-$size.$what" "$before"
			before=$work/grow-$size.$what
		done
	done
	for size in $sizes; do rm -rf "$work/grow-$size" "$work/grow-$size".*; done
}

# ---- a site of five lessons ----------------------------------------------------------

small() {
	local site=$work/five
	made five 5 2000 nb
	for i in $(seq $((RUNS * 4))); do
		cold "$work/five.cold" "$site"
		built "$work/five.nothing" "$site"
		change_page "$site" "$i"
		built "$work/five.page" "$site"
		round "$work/five.version" "$PENSUM" --version
	done
	head_row "a site of five lessons, whole process, $where" ''
	row 'from nothing' "$work/five.cold"
	row 'nothing changed' "$work/five.nothing"
	row 'one page changed' "$work/five.page"
	row 'pensum --version' "$work/five.version"
	peers five nb
	rm -rf "$site" "$work/five".*
}

# ---- from a save to what is served ---------------------------------------------------

serve() {
	if ! command -v node >/dev/null 2>&1; then
		echo "bench: no Node.js: nothing served"
		return 0
	fi
	made served "$LESSONS" 8500 nb
	printf '\nfrom a save to its bytes, %s lessons of 8,500 bytes, %s\n' "$LESSONS" "$where"
	if "$PENSUM" help serve >/dev/null 2>&1; then
		node "$here/serve.mjs" pensum "$work/served" "$EDITS" "$PENSUM" serve || echo "bench: pensum serve: not measured"
	else
		echo "  pensum serve is not there yet"
	fi
	if [ -n "$hugo" ]; then
		clean_site "$work/served"
		hugo_site "$work/served" "$work/served.hugo" nb
		node "$here/serve.mjs" hugo "$work/served.hugo" 20 hugo server --disableLiveReload || echo "bench: hugo server: not measured"
	fi
	rm -rf "$work/served" "$work"/served.*
}
