# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Catalogues of other tools. One as mdbook-xgettext writes it for this chapter needs no step at all; those of older tools, which took
# blocks as they stand in the file, are brought to today's messages by `pensum i18n normalize`.
# shellcheck disable=SC2154 # $here, $PENSUM and others come from tests/i18n/run

cp -R "$here/normalize" site
po=site/content/course/po/nb/m.po

# The words of the page in Norwegian, without what stands around them.
words() {
	"$PENSUM" build -C site -o "$PWD/$1" >"$1.said" 2>&1
	sed -e '/<main/,/<\/main>/!d' -e 's/<[^>]*>//g' "$1"/nb/course/m/signs/index.html
}

words modern >modern.words
check 'normalize: a catalogue of mdbook: nothing is told' test "$(grep -vc '^Built\|^What a reader' modern.said)" -eq 0
check 'normalize: a catalogue of mdbook: the words' grep -q 'Spør først. Så vent. Så spør igjen.' modern.words
check 'normalize: a catalogue of mdbook: no message is in English' \
	test "$(sed '/<main/,/<\/main>/!d' modern/nb/course/m/signs/index.html | grep -c 'lang="en"')" -eq 0
cp "$po" mdbook.po
check 'normalize: such a catalogue is fine' "$PENSUM" -C site i18n normalize
check 'normalize: such a catalogue says what it said' \
	diff <(msgcat --no-wrap --no-location mdbook.po) <(msgcat --no-wrap --no-location "$po")

cp "$here/normalize.old.po" "$po"
"$PENSUM" -C site i18n normalize content/course/po/nb/m.po >said.txt 2>errors.txt
check 'normalize: it is done' test $? -eq 0
compare 'normalize: the catalogue' "$here/normalize.po" "$po"
compare 'normalize: what is told' "$here/normalize.txt" said.txt
check 'normalize: what fits nothing is told' test "$(grep -c '\[i18n-left\]' errors.txt)" -eq 4
check 'normalize: gettext takes it' msgfmt -c -o /dev/null "$po"
cp "$po" once.po
"$PENSUM" -C site i18n normalize >said.txt 2>&1
check 'normalize: twice is once' cmp once.po "$po"

# A person confirms the table; the page then says what it says with a catalogue of today, but for the one word.
msgattrib --clear-fuzzy "$po" -o clear.po && cp clear.po "$po"
words old >old.words
check 'normalize: nothing is told of the page' test "$(grep -vc '^Built\|^What a reader' old.said)" -eq 0
check 'normalize: the page' diff <(sed 's/Gjeld/Lånet/' modern.words) old.words

# No translation is lost.
"$PENSUM" -C site i18n merge >said.txt 2>&1
check 'normalize: what was left is obsolete once merged' grep -q '^#~ msgstr "Borte"' "$po"

fails_with 'normalize: no such catalogue' 2 "$PENSUM" -C site i18n normalize content/course/po/nb/n.po
printf 'msgid "\n' >"$po"
fails_with 'normalize: a broken catalogue' 1 "$PENSUM" -C site i18n normalize
check 'normalize: a broken catalogue is left alone' test "$(cat "$po")" = 'msgid "'
