# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The catalogues of this repository's own course: gettext's tools take them, they are up to date with the pages, and msgmerge makes of them
# and of our templates what we make.
# shellcheck disable=SC2154 # $ROOT, $PENSUM and others come from tests/i18n/run
mkdir site
cp -R "$ROOT/content" "$ROOT/site.yaml" site
cp -R site before

catalogues=$(cd site && find content -name '*.po' | sort)
check 'course: there are catalogues' test -n "$catalogues"
for po in $catalogues; do
	check "course: gettext takes $po" msgfmt -c -o /dev/null "site/$po"
done

"$PENSUM" -C site i18n merge --lang lv >merged 2>&1
check 'course: the catalogues are up to date' diff -r before/content site/content

"$PENSUM" -C site i18n extract >extracted 2>&1
for po in $catalogues; do
	pot=site/$(dirname "$(dirname "$po")")/$(basename "$po" .po).pot
	check "course: msgmerge finds nothing to do in $po" sh -c '
		msgmerge -q --no-wrap --no-fuzzy-matching -o merged.po "$1" "$2" &&
		msgcat --no-wrap "$1" -o ours.po && cmp ours.po merged.po' sh "site/$po" "$pot"
done

# A message that changes: msgmerge and we agree about what is out of date, and both keep what it was.
changed=site/content/trafficking/01-municipality/index.md
sed -i '0,/^title: .*/s//title: Hvorfor dette angår kommunen din/' "$changed"
cp -R site theirs
"$PENSUM" -C site i18n merge --lang lv content/trafficking/01-municipality >merged 2>&1
"$PENSUM" -C theirs i18n extract content/trafficking/01-municipality >extracted 2>&1
po=content/trafficking/po/lv/01-municipality.po
msgmerge -q --previous -U --backup=none "theirs/$po" theirs/content/trafficking/po/01-municipality.pot
fuzzy() { msgattrib --only-fuzzy --no-obsolete --no-wrap --no-location "$1" | sed '1,/^$/d' | grep '^msg\|^#|'; }
check 'course: a changed title is out of date' grep -q 'Hvorfor dette angår kommunen din' <(fuzzy "site/$po")
check "course: msgmerge says the same is out of date" diff <(fuzzy "theirs/$po") <(fuzzy "site/$po")
