#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {
namespace {

constexpr auto kVerdicts = {Coverage::kCovered, Coverage::kPartly, Coverage::kElsewhere,
                            Coverage::kNotFound, Coverage::kNotAssessed};

std::string confidence_text(ByConfidence const& counts) {
  return std::to_string(counts.total()) + " (" + std::to_string(counts.verified) + " verified, " +
         std::to_string(counts.recalled) + " recalled, " + std::to_string(counts.conflict) +
         " in conflict)";
}

template <typename Key>
uint64_t count_of(std::map<Key, uint64_t> const& counts, Key key) {
  auto const found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

// "present 3, absent 12"
std::string values_text(std::map<AssessmentValue, uint64_t> const& values) {
  std::string out;
  for (auto const& [value, count] : values) {
    out += (out.empty() ? "" : ", ") + readable(name_of(value)) + ' ' + std::to_string(count);
  }
  return out.empty() ? "none" : out;
}

std::string languages_text(ActCoverage const& row) {
  std::string out;
  for (auto const& [language, count] : row.languages) {
    out += (out.empty() ? "" : ", ") + language_name(language) + ' ' + std::to_string(count);
  }
  return out;
}

Work const& work_of(CoverageAnswer const& answer, ActCoverage const& row) {
  return answer.generation->acts().at(row.act).work;
}

std::string act_paragraph(CoverageAnswer const& answer, ActCoverage const& row) {
  Work const& work = work_of(answer, row);
  std::string out = '\n' + bold(work.handle) + " — " + display_title(work) + '\n';
  out += labelled("provisions", std::to_string(row.provisions) + "; texts: " + languages_text(row) +
                                    "; " + confidence_text(row.texts));
  out += labelled("limbs", confidence_text(row.limbs) + "; " + counted(row.offences, "offence") +
                               ", " + counted(row.powers, "power"));
  out += labelled("penalties", confidence_text(row.penalties));
  out += labelled("mappings", confidence_text(row.mappings) +
                                  "; outside a treaty: " + std::to_string(row.outside));
  out += labelled("safeguards", values_text(row.safeguards));
  return out + labelled("defences", values_text(row.defences));
}

// ---- Markdown

// A cell's text must not end the cell.
std::string markdown(std::string_view text) {
  std::string out;
  for (char const c : text) {
    out += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
  }
  return out;
}

std::string short_confidence(ByConfidence const& counts) {
  return std::to_string(counts.verified) + " / " + std::to_string(counts.recalled) + " / " +
         std::to_string(counts.conflict);
}

std::string acts_table(CoverageAnswer const& answer) {
  std::string out =
      "| act | provisions | texts | limbs | offences | powers | penalties | mappings | outside |\n"
      "|---|---|---|---|---|---|---|---|---|\n";
  for (ActCoverage const& row : answer.acts) {
    Work const& work = work_of(answer, row);
    out += "| `" + work.handle + "` " + markdown(display_title(work)) + " | " +
           std::to_string(row.provisions) + " | " + short_confidence(row.texts) + " | " +
           short_confidence(row.limbs) + " | " + std::to_string(row.offences) + " | " +
           std::to_string(row.powers) + " | " + short_confidence(row.penalties) + " | " +
           short_confidence(row.mappings) + " | " + std::to_string(row.outside) + " |\n";
  }
  return out;
}

std::string unannotated_list(CoverageAnswer const& answer) {
  std::string out;
  for (UnannotatedActs const& row : answer.unannotated) {
    out += "- " + country_name(row.jurisdiction) + ": " + counted(row.acts, "act") + ", " +
           counted(row.provisions, "provision") + ", without annotations\n";
  }
  return out.empty() ? out : '\n' + out;
}

std::string assessments_table(CoverageAnswer const& answer) {
  std::string out =
      "| act | safeguards of its powers | defences to its offences |\n|---|---|---|\n";
  for (ActCoverage const& row : answer.acts) {
    if (!row.safeguards.empty() || !row.defences.empty()) {
      out += "| `" + work_of(answer, row).handle + "` | " + values_text(row.safeguards) + " | " +
             values_text(row.defences) + " |\n";
    }
  }
  return out;
}

std::string treaties_table(CoverageAnswer const& answer) {
  std::string out =
      "| treaty | state | covered | partly | elsewhere | not found | not assessed |\n"
      "|---|---|---|---|---|---|---|\n";
  for (TreatyCoverage const& row : answer.treaties) {
    out += "| `" + row.treaty + "` | " + country_name(row.jurisdiction) + " |";
    for (Coverage const verdict : kVerdicts) {
      out += ' ' + std::to_string(count_of(row.articles, verdict)) + " |";
    }
    out += '\n';
  }
  return out;
}

std::string gaps_list(CoverageAnswer const& answer) {
  std::string out;
  for (KnownGap const& gap : answer.gaps) {
    out += "- `" + gap.act + "`: " + gap.what +
           (gap.provisions.empty() ? "" : " (" + joined(gap.provisions, ", ") + ")") + '\n';
  }
  return out;
}

std::string elsewhere_list(CoverageAnswer const& answer) {
  std::string out;
  for (NamedElsewhere const& row : answer.elsewhere) {
    out += "- " + country_name(row.jurisdiction) + ": " + row.name + " — named for " +
           joined(row.named_by, ", ") + '\n';
  }
  return out;
}

}  // namespace

std::string to_text(CoverageAnswer const& answer) {
  std::string out = "What is held on " + answer.as_of.to_string() + '\n';
  for (ActCoverage const& row : answer.acts) {
    out += act_paragraph(answer, row);
  }
  for (UnannotatedActs const& row : answer.unannotated) {
    out += '\n' + bold(row.jurisdiction) + " — " + counted(row.acts, "act") +
           " without annotations, " + counted(row.provisions, "provision") + "; --jurisdiction " +
           row.jurisdiction + " lists them\n";
  }
  out += '\n' + bold("Articles of treaties that ask something, by verdict") + '\n';
  for (TreatyCoverage const& row : answer.treaties) {
    std::string line = row.treaty + ", " + country_name(row.jurisdiction) + ':';
    for (Coverage const verdict : kVerdicts) {
      line += ' ' + readable(name_of(verdict)) + ' ' +
              std::to_string(count_of(row.articles, verdict)) + ';';
    }
    line.pop_back();
    out += wrapped(line, "", "    ");
  }
  out += '\n' + bold("Known to be missing") + '\n';
  for (KnownGap const& gap : answer.gaps) {
    out += wrapped(gap.act + ": " + gap.what, "", "    ");
  }
  for (NamedElsewhere const& row : answer.elsewhere) {
    out += wrapped(country_name(row.jurisdiction) + ", not held: " + row.name, "", "    ");
  }
  return out;
}

std::string to_markdown(CoverageAnswer const& answer) {
  return "# What the corpus holds\n\n"
         "Generated by `tools/write-coverage` from the index; a test compares it with the corpus. "
         "State of the law on " +
         answer.as_of.to_string() +
         ".\nThree numbers in a cell are verified / recalled / conflict: seen in the named source; "
         "from "
         "memory and shown as such; sources\ndisagree and every value is kept. The same figures as "
         "JSON: "
         "`/api/v1/coverage`.\n\n## Acts\n\n" +
         acts_table(answer) + unannotated_list(answer) +
         "\n## Safeguards and defences\n\nOne row for each point of the checklist "
         "of each power, and each defence to each offence.\n\n" +
         assessments_table(answer) +
         "\n## Treaties\n\nArticles that ask something of a state's law, by the computed "
         "verdict.\n\n" +
         treaties_table(answer) + "\n## Known to be missing\n\n" + gaps_list(answer) +
         "\n## Named, and not held\n\nActs that rows of the concordances and checklists name as "
         "the place of a rule.\n\n" +
         elsewhere_list(answer);
}

std::string to_text(ThesaurusAnswer const& answer) {
  std::string out;
  for (ThesaurusEntry const& row : answer.concepts) {
    Concept const& entry = *row.entry;
    out += bold(entry.scheme + ' ' + entry.id) + '\n';
    for (auto const& [language, label] : entry.pref) {
      std::string line = label;
      for (auto const* const more : {&entry.alt, &entry.hidden}) {
        if (auto const found = more->find(language); found != more->end()) {
          line += found->second.empty() ? "" : "; " + joined(found->second, ", ");
        }
      }
      out += labelled(language, line, 2);
    }
    out += entry.broader.empty() ? "" : labelled("broader", entry.broader, 2);
    out += row.narrower.empty() ? "" : labelled("narrower", joined(row.narrower, ", "), 2);
    for (auto const& [relation, articles] : entry.match) {
      out += labelled(relation, joined(articles, ", "), 2);
    }
    out += entry.note.empty() ? "" : labelled("note", entry.note, 2);
  }
  return out + counted(answer.concepts.size(), "concept") + '\n';
}

}  // namespace cyberlex
