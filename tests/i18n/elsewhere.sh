# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Translations by messages are texts like others: what exports and prints pages has them, too.
mkdir -p site/content/c/m site/content/c/po/lv
printf 'title: T\nlanguages: [en, lv]\n' >site/site.yaml
printf 'title: C\nlanguage: en\n' >site/content/c/course.yaml
cat >site/content/c/m/10-quiz.md <<'END'
---
title: Quiz
type: quiz
mode: self-check
---

:::question[Colours]{#colours type=single}
Which one is blue?

- [ ] The grass {#grass}
- [x] The _sky_ {#sky}
  > Yes.
:::
END
cat >site/content/c/po/lv/m.po <<'END'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Quiz"
msgstr "Tests"

msgid "Colours"
msgstr "Krāsas"

msgid "Which one is blue?"
msgstr "Kas ir zils?"

msgid "The grass"
msgstr "Zāle"

msgid "The _sky_"
msgstr "_Debesis_"

msgid "Yes."
msgstr "Jā."
END
"$PENSUM" -C site export --format gift --lang lv -o "$PWD/lv.gift" >told 2>&1
check 'export: the question is in Latvian' grep -q '::Krāsas::.*Kas ir zils' lv.gift
check 'export: the right answer is that of the source' grep -q '=<i>Debesis</i>\|=_Debesis_\|=Debesis\|=<em>Debesis</em>' lv.gift
check 'export: nothing of the source is left' sh -c '! grep -q "blue\|grass" lv.gift'

# A question with typed answers that is not translated to its end is that of the source, and can be answered.
cat >site/content/c/m/20-typed.md <<'MD'
---
title: Typed
---

:::question{#who type=text}
Who may be a victim?

- presumed victim
- victim {score=1/2}
  > Nobody has decided that.

:::

:::question{#gaps type=gap}
For [[days]] days in [[place]].

- [[place]]
  - safe housing
- [[days]] {type=number}
  - 30

:::
MD
cat >>site/content/c/po/lv/m.po <<'PO'

msgid "Who may be a victim?"
msgstr "Kurš var būt cietušais?"

msgid "For [[days]] days in [[place]]."
msgstr "[[place]] uz [[days]] dienām."
PO
check 'typed answers: half translated, it builds' "$PENSUM" build -C site -o "$PWD/typed"
check 'typed answers: the page has the questions of the source' grep -q 'Who may be a victim' typed/lv/c/m/typed/index.html
check 'typed answers: never by halves' sh -c '! grep -q cietušais typed/lv/c/m/typed/index.html'

# The same where the translation is a file, and the question of the source has changed since.
sed -e 's/Who may/Kurš var/' -e 's/^For /Uz /' site/content/c/m/20-typed.md >site/content/c/m/20-typed.lv.md
"$PENSUM" -C site i18n touch --lang lv content/c/m/20-typed.md >said.txt 2>&1
sed -i -e 's/Who may/Who can/' -e 's/^For /In /' site/content/c/m/20-typed.md
check 'typed answers: out of date, it builds' "$PENSUM" build -C site -o "$PWD/typed"
check 'typed answers: the changed question is that of the source' grep -q 'Who can be a victim' typed/lv/c/m/typed/index.html
