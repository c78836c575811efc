// A corpus of one act and one treaty with all that is known about them, to put one fault into: for
// the tests of what is checked when every file is read.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/pipeline.h"
#include "tests/indexer/complaints.h"
#include "tests/indexer/folder_of_files.h"

namespace cyberlex {

// The file of a row, what to replace in it by what, and what is then said.
struct FaultRow {
  std::string_view file;
  std::string_view from;
  std::string_view to;
  std::string_view expected;
};

inline std::map<std::string_view, std::string_view> const& small_corpus() {
  static std::map<std::string_view, std::string_view> const files = {
      {"corpus/tides/act.yaml", R"(format: cyberlex-act/1
handle: tides
iri: /akn/un/act/convention/1990/tides
jurisdiction: int
rank: treaty
year: 1990
unit: article
original_language: en
title: {en: Convention on Tides}
status: [{from: 1990-01-01, value: in-force, confidence: recalled}]
standing:
  - state: ng
    from: 1992-01-01
    value: party
    reservations:
      - {articles: [art_2], kind: reservation, confidence: recalled}
    confidence: recalled
parallel:
  - handle: tides-code
    iri: /akn/un/act/convention/1990/tides-code
    title: {en: Code of Tides}
    first: art_1
    last: art_3
    offset: 10
    confidence: recalled
)"},
      {"corpus/tides/eng@1990-01-01.restatement.yaml", R"(format: cyberlex-expression/1
act: tides
language: en
date: 1990-01-01
kind: restatement
body:
  - kind: article
    num: "1"
    heading: Ebb
    confidence: recalled
    items:
      - {kind: paragraph, num: "1", text: Punish ebbing.}
      - {kind: paragraph, num: "2", text: Ask for intent.}
  - {kind: article, num: "2", heading: Flood, text: Order floods., confidence: recalled}
  - {kind: article, num: "3", heading: End, text: This begins., confidence: recalled}
)"},
      {"corpus/tides/annotations.yaml", R"(format: cyberlex-annotations/1
act: tides
provisions:
  - eid: art_1
    class: offence
    limbs:
      - limb: art_1__para_1
        asks:
          - {id: ebbing, need: mandatory, text: punish ebbing}
        confidence: recalled
      - limb: art_1__para_2
        asks:
          - {id: intent, need: optional, text: ask for intent}
        confidence: recalled
  - eid: art_2
    class: power
    limbs:
      - limb: art_2
        powers: [{power: dredging}]
        asks:
          - {id: order, need: mandatory, text: let floods be ordered}
        confidence: recalled
)"},
      {"corpus/harbour/act.yaml", R"(format: cyberlex-act/1
handle: ng/harbour
iri: /akn/ng/act/1990/harbour
jurisdiction: ng
rank: act
year: 1990
unit: section
original_language: en
title: {en: Harbour Act}
status: [{from: 1990-01-01, value: in-force, confidence: recalled}]
events:
  - date: 1995-01-01
    type: amended
    changes:
      - {provisions: [sec_2], how: repeal, replaced_by: [tides/2, ng/not-held/sec_1]}
    confidence: recalled
decisions:
  - {id: d, court: c, title: t, date: 1996-01-01, provisions: [sec_1], holding: h, confidence: recalled}
readings:
  whole-act: {what: all sections, by: Cyberlex, date: 2026-01-01}
gaps:
  - {what: The schedule., provisions: [sec_2]}
)"},
      {"corpus/harbour/eng@1990-01-01.restatement.yaml", R"(format: cyberlex-expression/1
act: ng/harbour
language: en
date: 1990-01-01
kind: restatement
body:
  - {kind: section, num: "1", heading: Ebb, text: Nobody may ebb., confidence: recalled}
  - {kind: section, num: "2", heading: Flood, text: A judge may flood., confidence: recalled}
)"},
      {"corpus/harbour/annotations.yaml", R"(format: cyberlex-annotations/1
act: ng/harbour
checklists:
  shared:
    notification: {value: absent, read: whole-act}
provisions:
  - eid: sec_1
    class: offence
    limbs:
      - limb: sec_1
        offences: [ebbing]
        concerns:
          - {concern: vague, raised_by: [Cyberlex]}
        defences:
          research: {value: present, at: [sec_2, tides/art_1__para_2]}
        confidence: recalled
  - eid: sec_2
    class: power
    limbs:
      - limb: sec_2
        powers:
          - power: dredging
            authorisation: [judge, captain]
            checklist: shared
            safeguards:
              prior-independent-authorisation: {value: partial, at: [sec_2]}
        confidence: recalled
)"},
      {"mappings/harbour.yaml", R"(format: cyberlex-concordance/1
act: ng/harbour
author: Cyberlex
reviewed: unreviewed
date: 2026-01-02
mappings:
  - {limb: sec_1, article: tides/1, relation: narrower, rationale: r, covers: [ebbing], partly: [intent], confidence: recalled}
  - {limb: sec_2, article: tides/2, relation: wider, rationale: r, confidence: recalled}
  - {limb: sec_2, article: tides/art_1__para_2, relation: ancillary, rationale: r, confidence: recalled}
  - {limb: sec_2, article: tides/3, relation: narrower, rationale: r, confidence: recalled}
assessed:
  - {articles: [tides/1], elsewhere: Ports Act, rationale: r, confidence: recalled}
  - {articles: [tides/2], read: whole-act, rationale: r, confidence: recalled}
)"},
      {"corpus/waves/act.yaml", R"(format: cyberlex-act/1
handle: waves
iri: /akn/un/act/convention/1991/waves
jurisdiction: int
rank: treaty
year: 1991
unit: article
original_language: en
title: {en: Convention on Waves}
status: [{from: 1991-01-01, value: in-force, confidence: recalled}]
)"},
      {"corpus/waves/eng@1991-01-01.restatement.yaml", R"(format: cyberlex-expression/1
act: waves
language: en
date: 1991-01-01
kind: restatement
body:
  - {kind: article, num: "1", heading: Waves, text: Let there be none., confidence: recalled}
)"},
      {"mappings/waves.yaml", R"(format: cyberlex-concordance/1
act: waves
author: Cyberlex
reviewed: unreviewed
date: 2026-01-02
mappings:
  - {limb: art_1, article: tides/1, relation: overlaps, rationale: r, confidence: recalled}
)"},
      {"mappings/a.yaml", R"(format: cyberlex-concepts/1
scheme: authorisation
concepts:
  - {id: judge, independent: true, pref: {en: judge, es: juez, fa: قاضی}}
  - {id: captain, independent: false, pref: {en: captain, es: capitán, fa: ناخدا}}
)"},
      {"mappings/o.yaml", R"(format: cyberlex-concepts/1
scheme: offence
concepts:
  - {id: ebbing, pref: {en: ebbing, es: menguar, fa: جزر}, match: {close: [tides/1, unheld/1]}}
)"},
      {"mappings/p.yaml", R"(format: cyberlex-concepts/1
scheme: power
concepts:
  - {id: dredging, pref: {en: dredging, es: dragado, fa: لایروبی}}
)"},
      {"mappings/s.yaml", R"(format: cyberlex-concepts/1
scheme: safeguard
concepts:
  - {id: prior-independent-authorisation, checklist: true, pref: {en: x, es: x, fa: x}, yardstick: [tides/2]}
  - {id: notification, checklist: true, pref: {en: n, es: n, fa: n}, yardstick: [unheld/9]}
)"},
      {"mappings/d.yaml", R"(format: cyberlex-concepts/1
scheme: defence
concepts:
  - {id: research, checklist: true, pref: {en: r, es: r, fa: r}}
)"},
      {"mappings/c.yaml", R"(format: cyberlex-concepts/1
scheme: concern
concepts:
  - {id: vague, pref: {en: v, es: v, fa: v}}
)"},
  };
  return files;
}

// What check says of the small corpus with one replacement, its errors and warnings line by line.
inline std::string faults_with(FaultRow const& row) {
  FolderOfFiles const folder;
  for (auto const& [name, bytes] : small_corpus()) {
    std::string const changed =
        name == row.file ? with(bytes, row.from, row.to) : std::string(bytes);
    EXPECT_FALSE(changed.empty()) << "nothing to replace: " << row.from;
    folder.write(name, changed);
  }
  PipelineOptions options;
  options.corpus = {folder.path("corpus")};
  options.mappings = folder.path("mappings");
  Diagnostics diagnostics;
  EXPECT_TRUE(run_pipeline(options, diagnostics).ok());
  std::string out;
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    if (diagnostic.severity != Severity::kNote) {
      out += (out.empty() ? "" : "\n") + folder.relative(to_string(diagnostic));
    }
  }
  return out;
}

}  // namespace cyberlex
