// How often the machine's suggestions agree with the reviewed annotations of an index: precision
// and recall of concepts (language, scheme, concept) and of clauses of penalties (language). The
// suggestions are made here, on the fly, because an assessed provision stores none.
//
//   cyberlex-measure-suggested --index DIR [--sample N SEED JURISDICTION]
//
// --sample prints N random provisions of a jurisdiction that have stored suggestions, for reading
// by hand.

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "cyberlex/index/generation.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/model/penalty.h"
#include "indexer/suggest.h"

namespace cyberlex {
namespace {

struct Count {
  int right = 0;
  int wrong = 0;
  int missed = 0;
  void add(Count const& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
  }
  double precision() const {
    return right + wrong == 0 ? 1 : static_cast<double>(right) / (right + wrong);
  }
  double recall() const {
    return right + missed == 0 ? 1 : static_cast<double>(right) / (right + missed);
  }
};

using Counts = std::map<std::string, Count>;

void print(std::string const& name, Count const& count) {
  std::printf("%-52s %5d %5d %5d   %5.3f   %5.3f\n", name.c_str(), count.right, count.wrong,
              count.missed, count.precision(), count.recall());
}

void print_table(std::string const& title, Counts const& counts) {
  std::printf("\n%-52s right wrong missed precision recall\n", title.c_str());
  Count all;
  for (auto const& [name, count] : counts) {
    print(name, count);
    all.add(count);
  }
  print("all", all);
}

// The mean over the concepts of which something was suggested.
double macro_precision(Counts const& counts) {
  double sum = 0;
  int of = 0;
  for (auto const& [name, count] : counts) {
    if (count.right + count.wrong > 0) {
      sum += count.precision();
      ++of;
    }
  }
  return of == 0 ? 1 : sum / of;
}

std::set<std::string> annotated(ProvisionRecord const& record, std::string const& scheme) {
  std::set<std::string> out;
  for (LimbRecord const& limb : record.limbs) {
    if (scheme == "offence") {
      out.insert(limb.offences.begin(), limb.offences.end());
    }
    for (Power const& power : limb.powers) {
      if (scheme == "power") {
        out.insert(power.power);
      }
    }
  }
  return out;
}

// True when one concept is the other or a broader one of it.
bool is_or_above(Taxonomy const& taxonomy, std::string const& scheme, std::string above,
                 std::string below) {
  while (!below.empty()) {
    if (below == above) {
      return true;
    }
    Concept const* const entry = taxonomy.find(scheme, below);
    below = entry == nullptr ? "" : entry->broader;
  }
  return false;
}

// An arm of imprisonment, life or fine as text, without what joins it to others.
std::string arm_text(PenaltyArm const& arm) {
  std::string out(name_of(arm.kind));
  out += arm.min_term ? " min " + arm.min_term->to_string() : "";
  out += arm.max_term ? " max " + arm.max_term->to_string() : "";
  out += arm.min_amount ? " min " + decimal_string(*arm.min_amount) : "";
  out += arm.max_amount ? " max " + decimal_string(*arm.max_amount) : "";
  return out + (arm.unit.empty() ? "" : " " + arm.unit);
}

bool is_recognised(PenaltyArm const& arm) {
  bool const measured = arm.min_term || arm.max_term || arm.min_amount || arm.max_amount;
  bool const kind = arm.kind == PenaltyKind::kImprisonment || arm.kind == PenaltyKind::kFine;
  return (kind && measured) || arm.kind == PenaltyKind::kLife || arm.kind == PenaltyKind::kDeath;
}

class Measure {
 public:
  explicit Measure(IndexReader const& reader)
      : reader_(reader), suggester_(reader.generation().taxonomy()) {}

  void add(DocNum doc, bool verbose) {
    Result<ProvisionRecord> const record = reader_.record(doc);
    Result<std::vector<StateText>> const texts = reader_.texts(doc);
    if (!record || !texts || record->klass == ProvisionClass::kNotAssessed ||
        seen(*record, *texts)) {
      return;
    }
    std::string const name =
        reader_.generation().acts()[record->act].work.handle + "/" + record->eid.text();
    std::string const jurisdiction = reader_.generation().acts()[record->act].work.jurisdiction;
    for (size_t i = 0; i < texts->size(); ++i) {
      StateText const& text = (*texts)[i];
      Suggested const suggested = suggester_.suggest(record->eid, record->texts[i].heading, text);
      for (char const* const scheme : {"offence", "power"}) {
        concepts(*record, suggested, scheme, text.language, jurisdiction,
                 verbose ? name + " [" + record->texts[i].heading + "]" : "");
      }
      penalties(*record, suggested, text.language, verbose ? name : "");
    }
  }

  void finish() const {
    print_table("concepts, by language and scheme", by_language_);
    print_table("concepts, by jurisdiction", by_jurisdiction_);
    for (auto const& [scheme, counts] : by_concept_) {
      print_table(scheme, counts);
      std::printf("macro precision over concepts suggested: %.3f\n", macro_precision(counts));
    }
    print_table("arms of penalties (kind, min, max, unit), by language", arms_);
    print_table("kinds of penalty, by language", kinds_);
  }

 private:
  // A text is measured by the facts of the first state that has it: a fine that a later regulation
  // raised stands in no text.
  bool seen(ProvisionRecord const& record, std::vector<StateText> const& texts) {
    bool const same = unit_ == std::pair(record.act, record.eid.text()) && before_ == texts;
    unit_ = {record.act, record.eid.text()};
    before_ = texts;
    return same;
  }

  void concepts(ProvisionRecord const& record, Suggested const& suggested,
                std::string const& scheme, std::string const& language,
                std::string const& jurisdiction, std::string const& name) {
    std::set<std::string> const truth = annotated(record, scheme);
    Taxonomy const& taxonomy = reader_.generation().taxonomy();
    std::set<std::string> found;
    for (SuggestedConcept const& row : suggested.concepts) {
      if (row.scheme != scheme) {
        continue;
      }
      found.insert(row.concept_id);
      bool const right = std::any_of(truth.begin(), truth.end(), [&](std::string const& id) {
        return is_or_above(taxonomy, scheme, row.concept_id, id);
      });
      Count const one{right ? 1 : 0, right ? 0 : 1, 0};
      add(one, scheme, language, jurisdiction, row.concept_id);
      if (!right && !name.empty()) {
        std::cout << "wrong " << language << " " << name << ": " << row.concept_id << " by \""
                  << row.evidence << "\" in " << row.eid.text() << "\n";
      }
    }
    for (std::string const& id : truth) {
      bool const hit = std::any_of(found.begin(), found.end(), [&](std::string const& other) {
        return is_or_above(taxonomy, scheme, other, id);
      });
      if (!hit) {
        add({0, 0, 1}, scheme, language, jurisdiction, id);
      }
    }
  }

  void add(Count const& one, std::string const& scheme, std::string const& language,
           std::string const& jurisdiction, std::string const& id) {
    by_language_[language + " " + scheme].add(one);
    by_jurisdiction_[jurisdiction + " " + scheme].add(one);
    by_concept_[scheme][id].add(one);
  }

  void penalties(ProvisionRecord const& record, Suggested const& suggested,
                 std::string const& language, std::string const& name) {
    std::set<std::string> truth, found, true_kinds, found_kinds;
    for (LimbRecord const& limb : record.limbs) {
      for (PenaltyClause const& clause : limb.penalties) {
        collect(clause.arms, truth, true_kinds);
      }
    }
    for (SuggestedClause const& clause : suggested.clauses) {
      collect(clause.arms, found, found_kinds);
    }
    compare(truth, found, arms_[language], name.empty() ? "" : language + " " + name);
    compare(true_kinds, found_kinds, kinds_[language], "");
  }

  static void collect(std::vector<PenaltyArm> const& arms, std::set<std::string>& texts,
                      std::set<std::string>& kinds) {
    for (PenaltyArm const& arm : arms) {
      if (is_recognised(arm)) {
        texts.insert(arm_text(arm));
        kinds.insert(std::string(name_of(arm.kind)));
      }
    }
  }

  static void compare(std::set<std::string> const& truth, std::set<std::string> const& found,
                      Count& count, std::string const& name) {
    for (std::string const& each : found) {
      bool const right = truth.contains(each);
      ++(right ? count.right : count.wrong);
      if (!right && !name.empty()) {
        std::cout << "wrong arm " << name << ": " << each << "\n";
      }
    }
    for (std::string const& each : truth) {
      bool const missed = !found.contains(each);
      count.missed += missed ? 1 : 0;
      if (missed && !name.empty()) {
        std::cout << "missed arm " << name << ": " << each << "\n";
      }
    }
  }

  IndexReader const& reader_;
  Suggester suggester_;
  std::pair<ActNum, std::string> unit_;
  std::vector<StateText> before_;
  Counts by_language_, by_jurisdiction_, arms_, kinds_;
  std::map<std::string, Counts> by_concept_;
};

void print_sample(IndexReader const& reader, DocNum doc) {
  Result<ProvisionRecord> const record = reader.record(doc);
  Result<std::vector<StateText>> const texts = reader.texts(doc);
  if (!record || !texts) {
    return;
  }
  std::cout << "\n=== " << reader.generation().acts()[record->act].work.handle << "/"
            << record->eid.text() << " [" << record->texts.front().heading << "]\n";
  for (TextBlock const& block : texts->front().blocks) {
    std::cout << block.text << "\n";
  }
  for (SuggestedConcept const& row : record->suggested.concepts) {
    std::cout << "--> " << row.concept_id << " by \"" << row.evidence << "\"\n";
  }
  for (SuggestedClause const& clause : record->suggested.clauses) {
    std::cout << "--> " << name_of(clause.relation);
    for (PenaltyArm const& arm : clause.arms) {
      std::cout << " [" << arm_text(arm) << "]";
    }
    std::cout << "\n";
  }
}

void sample(IndexReader const& reader, size_t count, unsigned seed, std::string const& state) {
  StateColumns const& columns = reader.generation().columns().state;
  Code const code = columns.jurisdiction.names.find(state);
  Code const none = columns.suggested.names.find("none");
  Code const no_penalty = columns.suggested_penalty.names.find("none");
  std::vector<DocNum> docs;
  for (DocNum doc = 0; doc < columns.from.size(); ++doc) {
    bool const empty = columns.suggested.row(doc).front() == none &&
                       columns.suggested_penalty.row(doc).front() == no_penalty;
    if (columns.jurisdiction.codes[doc] == code && !empty) {
      docs.push_back(doc);
    }
  }
  std::cout << docs.size() << " states with suggestions\n";
  std::shuffle(docs.begin(), docs.end(), std::mt19937(seed));
  docs.resize(std::min(count, docs.size()));
  for (DocNum const doc : docs) {
    print_sample(reader, doc);
  }
}

int run(std::span<char*> args) {
  std::string const folder = args.size() > 2 ? args[2] : "var/index";

  Result<std::shared_ptr<Generation const>> generation = Generation::open(folder);
  if (!generation) {
    std::cerr << generation.error().message << "\n";
    return 3;
  }
  Result<IndexReader> const reader = IndexReader::open(*generation);
  if (!reader) {
    std::cerr << reader.error().message << "\n";
    return 3;
  }
  if (args.size() > 6 && std::string(args[3]) == "--sample") {
    sample(*reader, std::stoul(args[4]), static_cast<unsigned>(std::stoul(args[5])), args[6]);
    return 0;
  }
  bool const verbose = args.size() > 3 && std::string(args[3]) == "--verbose";
  Measure measure(*reader);
  for (DocNum doc = 0; doc < (*generation)->columns().documents(); ++doc) {
    measure.add(doc, verbose);
  }
  measure.finish();
  return 0;
}

}  // namespace
}  // namespace cyberlex

int main(int argc, char** argv) {
  return cyberlex::run({argv, static_cast<size_t>(argc)});
}
