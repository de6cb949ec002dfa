# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `pensum i18n status`: how far translations are. The site has whatever a translation can be: done, out of date in a negation, in a
# telephone number, in both ways, by a machine, missing, in a whole file with and without a record, not merged yet.
# shellcheck disable=SC2154 # $here, $PENSUM and others come from tests/i18n/run

cp -R "$here/status" site

# ---- the three forms -----------------------------------------------------------------

"$PENSUM" -C site i18n status >status.txt 2>errors.txt
check 'status: it is told' test $? -eq 0
check 'status: nothing is wrong' test ! -s errors.txt
compare 'status: text' "$here/status.txt" status.txt
for form in json html; do
	"$PENSUM" -C site i18n status --format "$form" >"status.$form" 2>errors.txt
	check "status: $form" test $? -eq 0
	check "status: $form: nothing is wrong" test ! -s errors.txt
	compare "status: $form: what" "$here/status.$form" "status.$form"
done
check 'status: only what is asked about was read' diff -r -x .pensum "$here/status" site

# The sums of all levels are the same, and so is what is said of each message.
cat >sums.mjs <<'SUMS'
import { readFileSync } from 'node:fs';
const keys = ['translated', 'outdated', 'machine', 'missing'];
const told = [];
const same = (what, whole, parts) => {
	for (const key of [...keys, 'unrecorded', 'total'])
		for (const unit of ['messages', 'words']) {
			const sum = parts.reduce((n, p) => n + p[key][unit], 0);
			if (sum !== whole[key][unit])
				told.push(`${what}: ${key}: ${unit}`);
		}
};
const { version, courses } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
if (version !== 1 || courses.length !== 2)
	told.push('not the document');
for (const c of courses) {
	same(c.language, c, c.modules);
	for (const m of c.modules) {
		same(m.module, m, m.pages);
		for (const p of m.pages)
			if (keys.reduce((n, key) => n + p[key].messages, 0) !== p.total.messages)
				told.push(`${p.page}: total`);
		const outdated = m.stale.reduce((n, s) => n + s.count.messages, 0);
		if (outdated !== m.outdated.messages)
			told.push(`${m.module}: what is out of date is not all listed`);
		for (const s of m.stale) {
			const side = (other) => s.diff.filter((d) => d.kind !== other).map((d) => d.text).join('');
			if (s.before !== null && (side('in') !== s.before || side('out') !== s.now))
				told.push(`${s.page}:${s.line}: the difference`);
		}
	}
}
console.log(told.join('\n'));
process.exit(told.length > 0 ? 1 : 0);
SUMS
check 'status: json: the sums' node sums.mjs status.json
sed 's/"outdated":{"messages":2,/"outdated":{"messages":3,/' status.json >wrong.json
fails_with 'status: json: sums that are wrong are seen' 1 node sums.mjs wrong.json

check 'status: html: no script, nothing from elsewhere' test \
	"$(grep -ciE '<script|<link|<img|<iframe|@import|url\(|https?:| on[a-z]+=|javascript:' status.html)" -eq 0
validate=$ROOT/tests/node_modules/.bin/html-validate
if [ -x "$validate" ]; then
	check 'status: html: valid' "$validate" -c "$ROOT/tests/html/config.cjs" status.html
	sed 's|</section>||' status.html >bad.html
	fails_with 'status: html: what is not valid is seen' 1 "$validate" -c "$ROOT/tests/html/config.cjs" bad.html
else
	ok 'status: html: valid # skip html-validate is not installed'
	ok 'status: html: what is not valid is seen # skip html-validate is not installed'
fi

# ---- into a file, with links that lead there -----------------------------------------

mkdir -p reports/today
fails_with 'status: into a file' 0 "$PENSUM" i18n -C site status --format html -o ../reports/today/status.html
leads() {
	local link some=
	while IFS= read -r link; do
		test -e "reports/today/$link" || { echo "$link"; return 1; }
		some=1
	done < <(grep -o 'href="[^"#]*"' reports/today/status.html | sed 's/^href="//; s/"$//')
	test -n "$some"
}
check 'status: into a file: its links lead to the files' leads
fails_with 'status: into a folder that is not there' 74 "$PENSUM" -C site i18n status -o nowhere/status.txt

# ---- a part of it --------------------------------------------------------------------

part() {
	"$PENSUM" -C site i18n status --format json "$@" |
		node -e 'const c = JSON.parse(require("fs").readFileSync(0)).courses;
			console.log(c.map((x) => x.language + x.modules.map((m) => " " + m.pages.map((p) => p.page.slice(15))).join("")).join(";"))'
}
check 'status: a language' test "$(part --lang ar)" = 'ar one/10-rights.md,one/20-more.md two/10-night.md,two/20-day.md'
check 'status: a module' test "$(part --lang lv content/course/two)" = 'lv two/10-night.md,two/20-day.md'
check 'status: a page' test "$(part content/course/one/20-more.md)" = 'lv one/20-more.md;ar one/20-more.md'
check 'status: a page by its translation' test "$(part --lang lv content/course/two/20-day.lv.md)" = 'lv two/20-day.md'
fails_with 'status: the source language' 0 "$PENSUM" -C site i18n status --lang en

# ---- how far it must be --------------------------------------------------------------

fails_with 'status: --min: far enough' 0 "$PENSUM" -C site i18n status --min lv=17,ar=1
fails_with 'status: --min: below' 1 "$PENSUM" -C site i18n status --min ' lv = 18 , ar=1'
check 'status: --min: below: which' grep -qF 'course, lv: 17 % of the words are up to date, --min asks for 18 %' <<<"$said"
check 'status: --min: below: the other is not' test "$(grep -c -- '--min asks' <<<"$said")" -eq 1
fails_with 'status: --min: below, into a file' 1 "$PENSUM" -C site i18n status --min ar=2 --format html -o ../below.html
check 'status: --min: below, into a file: which' grep -qF 'course, ar: 1 % of the words' <<<"$said"
check 'status: --min: below, in the file' grep -qF 'Below the minimum' below.html
fails_with 'status: --min: below, as JSON' 1 "$PENSUM" -C site i18n status --min ar=2 --format json
check 'status: --min: below, as JSON: which' grep -qF '"min":2,"met":false' <<<"$said"
for min in '' lv lv= =9 lv=x lv=101 lv=-1 lv=9.5 lv=90,, lv=1,lv=2 'lv=90 ru=80'; do
	fails_with "status: --min '$min'" 2 "$PENSUM" -C site i18n status --min "$min"
done
fails_with 'status: --min: a language that is not looked at' 2 "$PENSUM" -C site i18n status --lang lv --min ar=1
fails_with 'status: --format' 2 "$PENSUM" -C site i18n status --format pdf

# ---- what readers see is what is told ------------------------------------------------

# Once merged, gettext counts the same; and what was fuzzy only for want of a merge still is.
"$PENSUM" -C site i18n merge --lang lv course >said.txt 2>&1
"$PENSUM" -C site i18n status --lang lv --format json >merged.json
check 'status: merging changes nothing but that' node -e '
	const [a, b] = process.argv.slice(1).map((f) => JSON.parse(require("fs").readFileSync(f)).courses[0]);
	for (const key of ["translated", "outdated", "machine", "missing"])
		require("assert").deepStrictEqual(a[key], b[key]);' status.json merged.json
check 'status: gettext counts the same' grep -qx '2 translated messages, 5 fuzzy translations, 5 untranslated messages.' \
	<<<"$(msgfmt --statistics -o /dev/null site/content/course/po/lv/one.po 2>&1 | grep translated)"
sed -i 's/^#, fuzzy$//; /^#| /d' site/content/course/po/lv/one.po
"$PENSUM" -C site i18n status --lang lv content/course/one >said.txt
check 'status: what was confirmed is translated' grep -qE '^  one +9 ' said.txt

# A catalogue that cannot be read: told, and its messages are missing.
echo 'msgid "' >>site/content/course/po/lv/one.po
fails_with 'status: a broken catalogue' 1 "$PENSUM" -C site i18n status --lang lv content/course/one
check 'status: a broken catalogue: where' grep -q 'po/lv/one.po:[0-9]*: .*\[po-syntax\]' <<<"$said"
check 'status: a broken catalogue: nothing is translated' grep -qE '^  one +0 +0 +0 +0 +0 +0 +14 ' <<<"$said"

# Names and words are those of strangers: no terminal obeys them.
printf -- '---\ntitle: Rights\n---\n\n# \033[31mred\033[0m\n\nNew \033]0;title\a words\n' >site/content/course/two/20-day.md
printf -- '---\ntitle: Rights\ntranslates:\n  red: 000000000000\n---\n\n# Red\n' >site/content/course/two/20-day.lv.md
"$PENSUM" -C site i18n status >said.txt 2>&1
check 'status: nothing for the terminal' test "$(tr -d '\n -~\200-\377' <said.txt | wc -c)" -eq 0
