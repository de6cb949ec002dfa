# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Catalogues to a translator's tool as XLIFF 2.1, and back. The tool is sed here: it gives each message a target, and changes words.
# shellcheck disable=SC2154,SC2016 # $here, $PENSUM and others come from tests/i18n/run

cp -R "$here/xliff" site
po=site/content/c/po/lv/10-m.po
course=site/content/c/po/lv/course.po

# sent FILE [ARGUMENT...], back FILE [ARGUMENT...]: both ways; what is said goes to said.txt.
sent() { "$PENSUM" -C site i18n xliff --lang lv -o "$PWD/$1" "${@:2}" >said.txt 2>&1; }
back() { "$PENSUM" -C site i18n from-xliff "$PWD/$1" "${@:2}" >said.txt 2>&1; }
valid() { xmllint --noout --nonet --relaxng "$here/xliff.rng" "$1"; }
# translated FROM TO [SED...]: what a translator did.
translated() {
	sed -e 's|state="initial">|state="translated">|' -e 's|^\( *\)<source>\(.*\)</source>$|&\n\1<target>\2</target>|' "$1" |
		sed -e '' "${@:3}" >"$2"
}

# ---- out -----------------------------------------------------------------------------

"$PENSUM" -C site i18n merge --lang lv >/dev/null 2>&1
cp "$po" empty.po
check 'xliff: it is written' sent a.xlf
check 'xliff: how much is said' grep -qF '16 messages of 2 catalogues' said.txt
check 'xliff: it is valid' valid a.xlf
check 'xliff: one module' sent m.xlf content/c/10-m
check 'xliff: one module has one file' test "$(grep -c '<file ' m.xlf)" -eq 1
"$PENSUM" -C site i18n xliff --lang lv >out.xlf 2>/dev/null
check 'xliff: to standard output' cmp a.xlf out.xlf
compare 'xliff: all that is in a message' "$here/xliff.xlf" m.xlf
sent b.xlf
check 'xliff: twice the same' cmp a.xlf b.xlf
check 'xliff: nothing of it is written into the catalogues' cmp empty.po "$po"

# ---- back, and nothing done ----------------------------------------------------------

check 'xliff: back as it went' back a.xlf
check 'xliff: no byte of a catalogue differs' cmp empty.po "$po"

# ---- translated ----------------------------------------------------------------------

translated a.xlf done.xlf -e '/<target>/s/Close/Aizvērt/' -e '/<target>/s/>code</>kods</' \
	-e '/<target>/s/See/Skat./' -e '/<target>/s/signs/zīmes/' -e '/<target>/s/1\. Course/1. kurss/' \
	-e '/<target>/s|>the police</pc></t|>policija</pc></t|'
check 'xliff: what the tool made is valid' valid done.xlf
check 'xliff: translations come back' back done.xlf
check 'xliff: all of them are taken' test "$(grep -c ' 0 as before$' said.txt)" -eq 2
check 'xliff: gettext takes the catalogue' msgfmt -c -o /dev/null "$po"
check 'xliff: no fuzzy' test "$(grep -c fuzzy "$po")" -eq 0
check 'xliff: codes are Markdown again' grep -qF 'Skat. [the _zīmes_](10-a.md#close \"All of it\"){.big} and `code`' \
	<(msgcat --no-wrap "$po")
check 'xliff: a typed answer was translated' grep -qF 'msgstr "`policija`"' "$po"
check 'xliff: a title may look like a list' grep -qF 'msgstr "1. kurss"' "$course"
check 'xliff: the site builds with it' "$PENSUM" build --strict -C site -o "$PWD/public"
check 'xliff: a page says it' grep -q 'Skat\.' public/lv/c/m/a/index.html
cp "$po" done.po
cp "$course" done.course.po
check 'xliff: once more' back done.xlf
check 'xliff: once more changes nothing' cmp done.po "$po"
sent a.xlf
check 'xliff: translated, it is valid' valid a.xlf
back a.xlf
check 'xliff: PO, XLIFF, PO is the same bytes' cmp done.po "$po"
check 'xliff: PO, XLIFF, PO is the same bytes, of all' cmp done.course.po "$course"

# ---- out of date, comments -----------------------------------------------------------

sed -i 's/What to look for\./What to look out for./' site/content/c/10-m/10-a.md
"$PENSUM" -C site i18n merge --lang lv >/dev/null 2>&1
sed -i '0,/^#\. type: cell/s//# Look at this again.\n&/' "$po"
"$PENSUM" -C site i18n merge --lang lv >/dev/null 2>&1
cp "$po" fuzzy.po
sent f.xlf
check 'xliff: out of date, it is valid' valid f.xlf
check 'xliff: out of date has a state of its own' grep -q 'state="initial" subState="pensum:fuzzy"' f.xlf
check 'xliff: what it was is told' grep -q '<note appliesTo="source" category="previous">What to look for\.</note>' f.xlf
check "xliff: the translator's remark goes along" grep -q 'appliesTo="target" category="translator">Look at this again\.</note>' f.xlf
back f.xlf
check 'xliff: out of date, PO, XLIFF, PO is the same bytes' cmp fuzzy.po "$po"
sed -e 's|Look at this again\.|I did.|' -e 's|state="initial" subState="pensum:fuzzy"|state="reviewed"|' f.xlf >g.xlf
back g.xlf
check 'xliff: reviewed is not fuzzy' test "$(grep -c 'fuzzy\|^#|' "$po")" -eq 0
check 'xliff: a remark comes back' grep -q '^# I did\.' "$po"

# ---- meanwhile -----------------------------------------------------------------------

cp done.po "$po"
sent a.xlf
sed -e '/<target>/s/Aizvērt/Slēgt/' -e '/<target>/s/Skat\./Sk./' a.xlf >c.xlf
sed -i 's/msgstr "Aizvērt"/msgstr "Taisīt ciet"/' "$po"
back c.xlf
check 'xliff: what was changed here stays' test "$(grep -c 'Taisīt ciet' "$po")" -eq 2
check 'xliff: and is told' test "$(grep -c '\[xliff-changed\]' said.txt)" -eq 2
check 'xliff: the rest is taken' grep -q 'Sk\. \[the' <(msgcat --no-wrap "$po")
sed -i 's/^Who?/Who is it that you call?/' site/content/c/10-m/10-a.md
back c.xlf
check 'xliff: words that are gone are told' grep -q 'these words are on no page any more: Who?' said.txt

# ---- what tools and people break -----------------------------------------------------

cp -R "$here/xliff" whole && rm -rf site && mv whole site
"$PENSUM" -C site i18n merge --lang lv >/dev/null 2>&1
cp "$po" done.po
cp "$course" done.course.po
sent a.xlf
translated a.xlf done.xlf

# broken NAME TEXT SED...: what is told of a file so changed; no catalogue is written.
broken() {
	translated a.xlf broken.xlf "${@:3}"
	back broken.xlf
	status=$?
	if [ $status -eq 1 ] && grep -qF -- "$2" said.txt && cmp -s done.po "$po"; then
		ok "xliff: $1"
	else
		not_ok "xliff: $1 (status $status)"
		sed 's/^/    /' said.txt
	fi
}
broken 'two units of one name' 'broken.xlf:' -e '0,/unit id="u[0-9a-f]*"/s//unit id="x"/' -e 's/unit id="u[0-9a-f]*"/unit id="x"/'
broken 'two units of one name are named' 'it has two units `x`' -e 's/unit id="u[0-9a-f]*"/unit id="x"/'
broken 'two files of one catalogue' 'it has two files' -e 's/course\.po/10-m.po/'
broken 'another language' 'the site has no language `tlh`' -e 's/trgLang="lv"/trgLang="tlh"/'
broken 'the source as target' 'the site has no catalogue' -e 's/trgLang="lv"/trgLang="en"/'
broken 'no language' 'which language it translates into' -e 's/ trgLang="lv"//'
broken 'another source' 'its source language is not that of the course' -e 's/srcLang="en"/srcLang="nb"/'
broken 'a catalogue that is none' 'did you mean `content/c/po/lv/10-m.po`?' -e 's/10-m\.po/10-n.po/'
broken 'not well-formed' 'it is not well-formed XML' -e 's|</unit>||'
broken 'XLIFF 1.2' 'it is an older version of XLIFF' -e 's/document:2\.0/document:1.2/'
broken 'another kind of XML' 'its element is `html`' -e 's|<xliff|<html|' -e 's|</xliff|</html|'

# A message by itself: it is told, the others are taken.
hurt() {
	cp done.po "$po"
	translated a.xlf broken.xlf "${@:3}"
	back broken.xlf
	status=$?
	if [ $status -eq 1 ] && grep -qF -- "$2" said.txt && [ "$(grep -c '\[xliff-unit\]' said.txt)" -eq 1 ] &&
		grep -q '10-m\.po: 13 taken over, 0 as before, 1 not taken' said.txt; then
		ok "xliff: $1"
	else
		not_ok "xliff: $1 (status $status)"
		sed 's/^/    /' said.txt
	fi
}
hurt 'a placeholder is missing' 'the code `code` of the source is missing' -e '/<target>See/s/<ph id="2"[^>]*>//'
hurt 'a placeholder is there twice' 'the footnote `[^n]` is not in the source' -e '/<target>See/s/<ph id="4"[^>]*>/&&/'
hurt 'a placeholder nobody knows' 'nothing tells what `<ph id="99">` stands for' -e '/<target>See/s/<ph id="2" dataRef="d2"/<ph id="99"/'
hurt 'a list' 'it became a list' -e 's/<target>A note/<target>1. A note/'
hurt 'HTML that was typed' 'the HTML `<b>` is not in the source' -e 's/<target>A note/&\&lt;b>/'
hurt 'its source was changed' 'its source is not what was sent' -e 's/<source>A note/<source>A remark/'
hurt 'no character' 'there is no character `110000`' -e 's/<target>A note/<target><cp hex="110000"\/>A note/'

cp done.po "$po"
translated a.xlf d.xlf -e '/<target>See/s/ dataRef[a-zA-Z]*="[^"]*"//g'
back d.xlf
check 'xliff: codes by their numbers alone' grep -q '10-m\.po: 14 taken over, 0 as before$' said.txt
cp done.po "$po"
translated a.xlf d.xlf -e '/<target>See/s/<pc id="1" dataRefStart="d1" dataRefEnd="d1e"[^>]*>\(.*\)<\/pc>/<sc id="1" dataRef="d1"\/>\1<ec startRef="1" dataRef="d1e"\/>/'
back d.xlf
check 'xliff: pairs that were taken apart' grep -q '10-m\.po: 14 taken over, 0 as before$' said.txt

# Hostile files end soon, and without a change.
cp done.po "$po"
{
	printf '<?xml version="1.0"?>\n<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa">'
	for n in 1 2 3 4 5 6 7 8 9; do printf '<!ENTITY a%s "&a%s;&a%s;&a%s;&a%s;&a%s;">' $n $((n - 1)) $((n - 1)) $((n - 1)) $((n - 1)) $((n - 1)); done
	printf ']>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0">&a9;</xliff>\n'
} >bomb.xlf
fails_with 'xliff: entities' 1 timeout 20 "$PENSUM" -C site i18n from-xliff "$PWD/bomb.xlf"
check 'xliff: entities are named' grep -qF 'it declares entities of its own' <<<"$said"
printf '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY p SYSTEM "/etc/passwd">]>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0">&p;</xliff>\n' >file.xlf
fails_with 'xliff: a file from elsewhere' 1 "$PENSUM" -C site i18n from-xliff "$PWD/file.xlf"
for ((i = 0; i < 20000; i++)); do printf '<a>'; done >deep.xlf
fails_with 'xliff: deep' 1 timeout 20 "$PENSUM" -C site i18n from-xliff "$PWD/deep.xlf"
{
	sed '/<\/xliff>/d' a.xlf
	for ((i = 0; i < 40000; i++)); do printf '<file id="g%s" original="x%s"><unit id="u"><segment><source>abcdefgh</source></segment></unit></file>\n' $i $i; done
	echo '</xliff>'
} >huge.xlf
fails_with 'xliff: huge' 1 timeout 60 "$PENSUM" -C site i18n from-xliff "$PWD/huge.xlf"
: >empty.xlf
fails_with 'xliff: an empty file' 1 "$PENSUM" -C site i18n from-xliff "$PWD/empty.xlf"
head -c 3000 /dev/zero >zero.xlf
fails_with 'xliff: no text at all' 1 "$PENSUM" -C site i18n from-xliff "$PWD/zero.xlf"
head -c 2000 a.xlf >cut.xlf
fails_with 'xliff: cut off' 1 "$PENSUM" -C site i18n from-xliff "$PWD/cut.xlf"
fails_with 'xliff: no such file' 1 "$PENSUM" -C site i18n from-xliff "$PWD/none.xlf"
check 'xliff: none of them changed anything' cmp done.po "$po"

# ---- how it is asked for -------------------------------------------------------------

fails_with 'xliff: no language' 2 "$PENSUM" -C site i18n xliff
fails_with 'xliff: a language of nobody' 2 "$PENSUM" -C site i18n xliff --lang tlh
fails_with 'xliff: the source language' 2 "$PENSUM" -C site i18n xliff --lang en
fails_with 'xliff: no such module' 2 "$PENSUM" -C site i18n xliff --lang lv nothing
fails_with 'xliff: it cannot be written' 74 "$PENSUM" -C site i18n xliff --lang lv -o "$PWD/none/a.xlf"
fails_with 'xliff: which file' 2 "$PENSUM" -C site i18n from-xliff
printf 'msgid "\n' >"$po"
cp done.course.po "$course"
fails_with 'xliff: a broken catalogue' 1 "$PENSUM" -C site i18n from-xliff "$PWD/done.xlf"
check 'xliff: a broken catalogue is left alone' test "$(cat "$po")" = 'msgid "'
check 'xliff: and the others, too' cmp done.course.po "$course"
