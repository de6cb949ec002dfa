# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `pensum i18n touch`: what an editor says of changes in the source that mean nothing to a translation.
# shellcheck disable=SC2154 # $here, $PENSUM and others come from tests/i18n/run

cp -R "$here/touch" site
m=site/content/course/m po=site/content/course/po/nb/m.po

# fuzzy N: so many messages are out of date.
fuzzy() {
	test "$(msgattrib --no-obsolete --only-fuzzy "$po" | grep -c '^msgid .*[a-z]')" -eq "$1"
}

# A catalogue in which all is translated: each message is its own translation, in capitals.
rm -f "$po"
"$PENSUM" -C site i18n merge course >said.txt 2>&1
msgen "$po" | msgfilter --keep-header -o full.po tr a-z A-Z && cp full.po "$po"
check 'touch: there is a catalogue' grep -q '^msgstr "A BED IS NOT A WAGE' "$po"

# Typing errors, and two changes that mean something.
sed -i -e 's/recieve/receive/' -e 's/must not pay/must pay/' -e 's/216/217/' -e 's/are to sleep/will sleep/' $m/10-a.md
sed -i 's/wich/which/' $m/20-b.md
cp "$po" before.po
fails_with 'touch --check: there is something to do' 1 "$PENSUM" -C site i18n touch --check --lang nb content/course/m/20-b.md
check 'touch --check: nothing was done' cmp before.po "$po"
fails_with 'touch: a typing error, without merging before' 0 "$PENSUM" -C site i18n touch --lang nb content/course/m/20-b.md
check 'touch: the word diff' grep -qx -e '  A bed is not a wage, \[-wich-\] {+which+} is paid in money\.' <<<"$said"
check 'touch: the new words have the old translation' \
	test "$(grep -A 1 'which is paid in money' "$po" | tail -n 1)" = 'msgstr "A BED IS NOT A WAGE, WICH IS PAID IN MONEY."'
check 'touch: other pages are as out of date as they are' fuzzy 4
fails_with 'touch: a number and a negation' 1 "$PENSUM" -C site i18n touch --lang nb content/course/m/10-a.md
check 'touch: a number is told' grep -q 'changed: number \[i18n-touch\]' <<<"$said"
check 'touch: a negation is told' grep -q 'changed: negation \[i18n-touch\]' <<<"$said"
check 'touch: and shown' grep -q 'You must !\[-not-\] pay for' <<<"$said"
check 'touch: these stay out of date, the others do not' fuzzy 2
cp "$po" once.po
fails_with 'touch: again' 1 "$PENSUM" -C site i18n touch --lang nb content/course/m/10-a.md
check 'touch: again: nothing' cmp once.po "$po"
fails_with 'touch --even-so' 0 "$PENSUM" -C site i18n touch --even-so --lang nb content/course/m/10-a.md
check 'touch --even-so: none is out of date' fuzzy 0
check 'touch: gettext takes it' msgfmt -c -o /dev/null "$po"
cp "$po" once.po
"$PENSUM" -C site i18n merge course >said.txt 2>&1
check 'touch: merge changes nothing' cmp once.po "$po"

# A page that is called otherwise now: links in translations follow.
printf '\nSee [beds](20-b.md) and [one](20-b.md#a "of 2").\n' >>$m/10-a.md
"$PENSUM" -C site i18n merge course >said.txt 2>&1
sed -i '/^msgid "See /,/^$/s/^msgstr .*/msgstr "SE [TO](20-b.md#a \\"AV 2\\") OG [SENGER](20-b.md)."/' "$po"
mv $m/20-b.md $m/25-b.md && sed -i 's/20-b\.md/25-b.md/g' $m/10-a.md
fails_with 'touch: a renamed page is no changed number' 0 "$PENSUM" -C site i18n touch --lang nb content/course/m/10-a.md
check 'touch: the links of the translation lead there' \
	grep -qF 'msgstr "SE [TO](25-b.md#a \"AV 2\") OG [SENGER](25-b.md)."' "$po"
mv $m/25-b.md $m/20-b.md && sed -i '/^See /d' $m/10-a.md
"$PENSUM" -C site i18n merge course >said.txt 2>&1
sed -i '/^#~ msgid "See /,$d' "$po"

# What a machine made, or was paired, must be read by a person.
msgattrib --set-fuzzy --clear-previous "$po" -o fuzzy.po && cp fuzzy.po "$po"
"$PENSUM" -C site i18n touch --all --even-so --lang nb course >said.txt 2>&1
check 'touch: what has no earlier version stays as it is' fuzzy 7

# Whole files.
w=site/content/course/whole/10-w
fails_with 'touch: a whole file' 0 "$PENSUM" -C site i18n touch --lang nb content/course/whole/10-w.md
compare 'touch: a whole file: what is recorded' "$here/touch.nb.md" $w.nb.md
check 'touch: all else is the same' diff <(sed '/^translates:/,/^  .12.:/d' $w.nb.md) "$here/touch/content/course/whole/10-w.nb.md"
fails_with 'touch: a whole file: again' 0 "$PENSUM" -C site i18n touch --check --lang nb content/course/whole/10-w.nb.md
sed -i 's/Some words/Some more words/' $w.md
"$PENSUM" build -C site -o "$PWD/old" >old.txt 2>&1
fails_with 'touch: a block has changed' 0 "$PENSUM" -C site i18n touch --lang nb content/course/whole/10-w.md
check 'touch: it is named' grep -qx '  one: changed' <<<"$said"
check 'touch: only it' test "$(diff "$here/touch.nb.md" $w.nb.md | grep -c '^>')" -eq 1
sed -i -e 's/^title:.*/translates: { one: 1 } # old\r/' -e 's/^# translates.*/title: Helt\r/' -e '/^translates:\r/,/^  .12.:/d' $w.nb.md
fails_with 'touch: what stands elsewhere goes to the end' 0 "$PENSUM" -C site i18n touch --lang nb content/course/whole/10-w.md
check 'touch: it is there once' test "$(grep -c '^translates' $w.nb.md)" -eq 1
check 'touch: it is the last' test "$(sed -n '3{p;q;}' $w.nb.md)" = "$(printf '\r')"
printf -- '---\n{ title: Helt }\n---\n\nOrd.\n' >$w.nb.md
cp $w.nb.md braces.md
fails_with 'touch: settings in braces' 1 "$PENSUM" -C site i18n touch --lang nb content/course/whole/10-w.md
check 'touch: settings in braces: as they were' cmp braces.md $w.nb.md

fails_with 'touch: without a page' 2 "$PENSUM" -C site i18n touch --lang nb
fails_with 'touch: without a language' 2 "$PENSUM" -C site i18n touch --all
fails_with 'touch: a module without --all' 2 "$PENSUM" -C site i18n touch --lang nb content/course/m
