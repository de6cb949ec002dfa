# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sites to be measured, and what is changed in them between two builds.

# made NAME LESSONS BYTES LANGUAGES: the site $work/NAME, without a search.
made() {
	"$here/corpus" "$work/$1" "$2" "$3" "$4"
	searched "$work/$1" no
	find "$work/$1/content" -name '*-lesson-*.md' ! -name '*.??.md' | LC_ALL=C sort >"$work/$1.lessons"
}

# searched SITE yes|no: whether it has a search.
searched() {
	sed -i '/^search:/d' "$1/site.yaml"
	echo "search: $2" >>"$1/site.yaml"
}

# clean_site SITE: nothing is left of what a build published, or keeps beside it.
clean_site() {
	rm -rf "$1/public" "$1/.pensum" "$1"/.*pensum*
}

# page_bytes SITE: bytes of its pages for each Markdown file.
page_bytes() {
	local files
	files=$(find "$1/content" -name '*.md' | wc -l)
	find "$1/public" -name '*.html' -printf '%s\n' | awk -v files="$files" '{ sum += $1 } END { printf "%d", sum / files }'
}

# lesson SITE I: the source of one of its lessons, another one for each I.
lesson() {
	local n
	n=$(wc -l <"$1.lessons")
	sed -n "$(($2 * 7919 % n + 1))p" "$1.lessons"
}

# ---- changes: change_WHAT SITE I, another one for each I -----------------------------

change_nothing() { :; }

change_page() {
	printf '\nRound %d.\n' "$2" >>"$(lesson "$1" "$2")"
}

# Other pages of its module, of the course and those beside it show it.
change_title() {
	sed -i "2s/^title: .*/title: The title of round $2/" "$(lesson "$1" "$2")"
}

change_template() {
	mkdir -p "$1/themes/default/partials"
	sed "s|</footer>|<p>Round $2</p></footer>|" "$ROOT/themes/default/partials/footer.html" >"$1/themes/default/partials/footer.html"
}

change_string() {
	mkdir -p "$1/locales"
	printf 'nb:\n  skip-link: Til innholdet %d\n' "$2" >"$1/locales/nb.yaml"
}

change_style() {
	mkdir -p "$1/themes/default/style"
	printf ':root { --bench: %d }\n' "$2" >"$1/themes/default/style/15-bench.css"
}
