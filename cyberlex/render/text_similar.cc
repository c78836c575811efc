#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"

namespace cyberlex {
namespace {

constexpr size_t kShownWords = 12;

std::string head_text(SimilarAnswer const& answer) {
  std::string out = labelled(
      "language", answer.language.empty() ? "none that is held" : language_name(answer.language));
  std::vector<std::string> words = answer.words;
  bool const cut = words.size() > kShownWords;
  words.resize(std::min(words.size(), kShownWords));
  out += words.empty() ? "" : labelled("words", joined(words, ", ") + (cut ? ", …" : ""));
  Taxonomy const& taxonomy = answer.generation->taxonomy();
  for (SimilarConcept const& found : answer.concepts) {
    out += labelled("concept", concept_label(taxonomy, found.scheme, found.concept_id) + " (by “" +
                                   found.label + "”" + (found.share < 1 ? ", in part)" : ")"));
  }
  return out + labelled("day", answer.request.search.as_of.to_string());
}

std::string reason_text(SimilarAnswer const& answer, SimilarHit const& hit) {
  Taxonomy const& taxonomy = answer.generation->taxonomy();
  std::vector<std::string> concepts;
  for (size_t const at : hit.concepts) {
    SimilarConcept const& found = answer.concepts.at(at);
    concepts.push_back(concept_label(taxonomy, found.scheme, found.concept_id));
  }
  std::vector<std::string> through;
  for (SimilarThrough const& row : hit.through) {
    through.push_back(row.handle + " (" + std::string(name_of(row.relation)) + ')');
  }
  std::string out;
  out += concepts.empty() ? "" : labelled("concepts", joined(concepts, "; "), 4);
  out += hit.words.empty() ? "" : labelled("words", joined(hit.words, ", "), 4);
  return out + (through.empty() ? "" : labelled("through", joined(through, "; "), 4));
}

std::string hits_text(SimilarAnswer const& answer, std::vector<SimilarHit> const& hits,
                      std::string_view title) {
  if (hits.empty()) {
    return '\n' + std::string(title) + ": none\n";
  }
  std::string out = '\n' + std::string(title) + '\n';
  size_t number = 0;
  for (SimilarHit const& hit : hits) {
    Work const& work = answer.generation->acts().at(hit.record.act).work;
    std::string const heading = hit.record.texts.empty() ? "" : hit.record.texts.front().heading;
    out += wrapped(std::to_string(++number) + ". " +
                       bold(to_string(Handle{work.handle, hit.record.eid})) +
                       (heading.empty() ? "" : " — " + heading),
                   "", "    ");
    out += wrapped(display_title(work) + ", " + country_name(work.jurisdiction) + "; " +
                       readable(name_of(hit.record.status)),
                   "    ", "    ");
    out += reason_text(answer, hit);
  }
  return out;
}

}  // namespace

std::string to_text(SimilarAnswer const& answer) {
  return head_text(answer) + hits_text(answer, answer.articles, "nearest treaty articles") +
         hits_text(answer, answer.provisions, "nearest provisions") +
         "\nNear is not the same: words and concepts in common, found by machine.\n";
}

}  // namespace cyberlex
