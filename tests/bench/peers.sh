# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Other generators on the same work: Markdown to HTML, a layout with the pages of the module, an outline, pages as small as they
# like. They check no links and score no questions; what is between colons is text for them.

ELEVENTY=3.1.2
hugo=
eleventy=

# peers_prepare: finds out which there are. Eleventy is installed into a folder of its own, once.
peers_prepare() {
	if command -v hugo >/dev/null 2>&1; then
		hugo=$(hugo version | sed -E 's/^hugo v([0-9.]+).*/Hugo \1/')
	else
		echo "bench: no Hugo here (Debian's package hugo)"
	fi
	local folder=$tools/eleventy-$ELEVENTY
	local program=$folder/node_modules/@11ty/eleventy/cmd.cjs
	if ! command -v npm >/dev/null 2>&1; then
		echo "bench: no npm here, and so no Eleventy"
	elif [ -f "$program" ] || { mkdir -p "$folder" &&
		npm install --prefix "$folder" --no-audit --no-fund --fetch-retries=1 "@11ty/eleventy@$ELEVENTY" >"$folder/log" 2>&1; }; then
		eleventy=$program
	else
		echo "bench: Eleventy could not be installed: $(grep -m 1 -i error "$folder/log")"
	fi
}

# ---- the same site for each ----------------------------------------------------------

# hugo_site SITE DIR LANGUAGES
hugo_site() {
	local lang
	mkdir -p "$2/layouts/_default"
	cp -R "$1/content" "$2/content"
	find "$2/content" -name course.yaml -delete
	find "$2/content" -name 'index*.md' | while read -r file; do mv "$file" "${file%/*}/_${file##*/}"; done
	{
		printf 'title = "A site to measure"\nbaseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
		printf 'defaultContentLanguage = "%s"\n' "${3%%,*}"
		for lang in ${3//,/ }; do printf '[languages.%s]\nlanguageName = "%s"\n' "$lang" "$lang"; done
	} >"$2/config.toml"
	cat >"$2/layouts/_default/single.html" <<'HTML'
<!DOCTYPE html><html lang="{{ .Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<nav><ul>{{ range .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<main><h1>{{ .Title }}</h1><aside>{{ .TableOfContents }}</aside>{{ .Content }}</main></body></html>
HTML
	sed 's/CurrentSection.RegularPages/RegularPages/' "$2/layouts/_default/single.html" >"$2/layouts/_default/list.html"
}

# eleventy_site SITE DIR
eleventy_site() {
	mkdir -p "$2/_includes"
	cp -R "$1/content" "$2/content"
	find "$2/content" -name course.yaml -delete
	echo '{"layout": "lesson.11ty.cjs"}' >"$2/content/content.json"
	cat >"$2/eleventy.config.cjs" <<'JS'
const { dirname } = require('node:path');
module.exports = (config) => {
	config.setQuietMode(true);
	config.addCollection('modules', (api) => {
		const modules = {};
		for (const page of api.getAllSorted())
			(modules[dirname(page.inputPath)] ??= []).push(page);
		return modules;
	});
	return { dir: { input: 'content', includes: '../_includes', output: 'public' }, markdownTemplateEngine: false };
};
JS
	cat >"$2/_includes/lesson.11ty.cjs" <<'JS'
const { dirname } = require('node:path');
module.exports = ({ title, content, page, collections }) => {
	const outline = [];
	const body = content.replace(/<h2>(.*?)<\/h2>/g, (all, words) => `<h2 id="h-${outline.push(words)}">${words}</h2>`);
	return `<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>${title}</title></head><body>
<nav><ul>${collections.modules[dirname(page.inputPath)].map((p) => `<li><a href="${p.url}">${p.data.title}</a></li>`).join('')}</ul></nav>
<main><h1>${title}</h1><aside><ul>${outline.map((words, i) => `<li><a href="#h-${i + 1}">${words}</a></li>`).join('')}</ul></aside>${body}</main></body></html>`;
};
JS
}

# peers NAME LANGUAGES [BASE]: their series of the site $work/NAME, from nothing, beside those of BASE; Eleventy has no languages.
peers() {
	local site=$work/$1
	if [ -n "$hugo" ]; then
		hugo_site "$site" "$site.hugo" "$2"
		for _ in $(seq "$RUNS"); do
			rm -rf "$site.hugo/public"
			settle
			round "$work/$1.hugo-rounds" hugo --quiet -s "$site.hugo"
		done
		row "$hugo" "$work/$1.hugo-rounds" "${3:-}"
		rm -rf "$site.hugo"
	fi
	if [ -n "$eleventy" ] && [ "${2#*,}" = "$2" ]; then
		eleventy_site "$site" "$site.eleventy"
		cd "$site.eleventy"
		for _ in $(seq "$RUNS"); do
			rm -rf public
			settle
			round "$work/$1.eleventy-rounds" node "$eleventy" --config=eleventy.config.cjs
		done
		cd "$ROOT"
		row "Eleventy $ELEVENTY" "$work/$1.eleventy-rounds" "${3:-}"
		rm -rf "$site.eleventy"
	fi
}
