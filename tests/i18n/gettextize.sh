# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `pensum i18n gettextize`: a module whose translations are whole files becomes one that is translated by messages.
# shellcheck disable=SC2154 # $here, $PENSUM and others come from tests/i18n/run

cp -R "$here/gettextize/." site
po=site/content/course/po/nb/m.po

# The words of the pages in Norwegian, without what stands around them.
words() {
	"$PENSUM" build -C "$1" -o "$PWD/$2" >"$2.said" 2>&1
	sed -e '/<main/,/<\/main>/!d' -e 's/<[^>]*>//g' "$2"/nb/course/m/*/index.html
}
words site whole >whole.words
check 'gettextize: there are words' grep -q 'Du har rett til en pause' whole.words

# From another folder, so that no whole file is in the way.
cp -R site from
rm site/content/course/m/*.nb.md
"$PENSUM" -C site i18n gettextize --lang nb --from "$PWD/from" course >said.txt 2>errors.txt
check 'gettextize: it is done' test $? -eq 0
check 'gettextize: nothing is told' test ! -s errors.txt
check 'gettextize: all is paired' grep -q ' 28 of 28 messages paired' said.txt
compare 'gettextize: the catalogue' "$here/gettextize.po" "$po"
check 'gettextize: gettext takes it' msgfmt -c -o /dev/null "$po"
check 'gettextize: all is to be confirmed' test "$(msgattrib --only-fuzzy "$po" | grep -c '^msgid')" -eq 29
words site fuzzy >fuzzy.words
check 'gettextize: nothing of it is shown' grep -q 'You have a right to a break' fuzzy.words

cp "$po" first.po
"$PENSUM" -C site i18n gettextize --lang nb --from "$PWD/from" course >said.txt 2>&1
check 'gettextize: twice is once' cmp first.po "$po"
check 'gettextize: merge changes nothing' "$PENSUM" -C site i18n merge --lang nb course
check 'gettextize: merge changed nothing' cmp first.po "$po"

# Somebody confirmed it: the pages say what they said.
msgattrib --clear-fuzzy "$po" -o clear.po && cp clear.po "$po"
words site confirmed >confirmed.words
check 'gettextize: once confirmed, the pages are the same' diff whole.words confirmed.words
check 'gettextize: and nothing is told of them' test "$(grep -vc '^Built\|^What a reader' confirmed.said)" -eq 0

# What was confirmed is not touched.
sed -i 's/Du har rett til en pause/Du skal ha en pause/' "$po"
"$PENSUM" -C site i18n gettextize --lang nb --from "$PWD/from" course >said.txt 2>errors.txt
check 'gettextize: what was confirmed stays' grep -q 'Du skal ha en pause' "$po"
check 'gettextize: and the difference is told' grep -q '\[i18n-twice\]' errors.txt

# --reviewed, beside the sources, one page.
rm -r site/content/course/po
cp from/content/course/m/10-rest.nb.md site/content/course/m
"$PENSUM" -C site i18n gettextize --lang nb --reviewed content/course/m/10-rest.md >said.txt 2>&1
check 'gettextize --reviewed: it is done' test $? -eq 0
check 'gettextize --reviewed: nothing is fuzzy' test "$(msgattrib --only-fuzzy "$po" | wc -l)" -eq 0
rm site/content/course/m/10-rest.nb.md
words site reviewed >reviewed.words
check 'gettextize --reviewed: the pages are the same' diff whole.words reviewed.words

# Two files. Settings go by their keys, not by their order.
rm -r site/content/course/po
sed -e '/^  break:/{h;d;}' -e '/^  night:/G' from/content/course/m/10-rest.nb.md >somewhere.md
check 'gettextize: another order' grep -qx -A 1 '  night: .*' somewhere.md
"$PENSUM" -C site i18n gettextize --lang nb --reviewed content/course/m/10-rest.md ../somewhere.md >said.txt 2>&1
check 'gettextize: of two files the second is the translation' test $? -eq 0
words site two >two.words
check 'gettextize: two files: the pages are the same' diff whole.words two.words

# What is differently built ends it; what stood before is taken.
rm -r site/content/course/po
sed '/^| Natt/d' from/content/course/m/10-rest.nb.md >somewhere.md
fails_with 'gettextize: a row is missing' 1 \
	"$PENSUM" -C site i18n gettextize --lang nb content/course/m/10-rest.md ../somewhere.md
check 'gettextize: a row is missing: both places' grep -q 'content/course/m/10-rest.md:[0-9]*: Night' <<<"$said"
check 'gettextize: a row is missing: what stood before is there' grep -q 'Du har rett til en pause' "$po"
check 'gettextize: a row is missing: what stands behind is not' test "$(grep -c 'Hva sier loven' "$po")" -eq 0

fails_with 'gettextize: without a language' 2 "$PENSUM" -C site i18n gettextize course
fails_with 'gettextize: without translations' 2 "$PENSUM" -C site i18n gettextize --lang nb course
fails_with 'gettextize: a translation that is not there' 1 \
	"$PENSUM" -C site i18n gettextize --lang nb content/course/m/10-rest.md nowhere.md
