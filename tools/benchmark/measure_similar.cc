// How often the nearest treaty articles are the right ones: every offence of an index that is
// mapped to an article of a treaty is asked for by its own text, with its country and so with that
// country's mappings left out. Right: an article it is mapped to is among the first three.
//
//   cyberlex-measure-similar --index GENERATION [--treaty unc] [--bodies] [--misses]
//                            [--at-least PERCENT]
//
// --bodies leaves headings out of the texts, --misses names what was not found; exit 1 when the
// share of all is below --at-least.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cyberlex/answer/similar.h"

namespace cyberlex {
namespace {

constexpr size_t kFirst = 3;

struct Options {
  std::string index;
  std::string treaty = "unc";
  bool bodies = false;
  bool misses = false;
  double at_least = 0;
};

struct Count {
  int right = 0;
  int asked = 0;
  double percent() const { return asked == 0 ? 100 : 100.0 * right / asked; }
};

void print(std::string const& name, Count const& count) {
  std::printf("%-12s %4d of %4d   %5.1f %%\n", name.c_str(), count.right, count.asked,
              count.percent());
}

// Articles of the treaty to which an offence of the provision is mapped as more than ancillary.
std::set<std::string> right_articles(ProvisionRecord const& record, std::string const& treaty) {
  std::set<std::string> out;
  for (LimbRecord const& limb : record.limbs) {
    for (MappingRecord const& mapping : limb.mappings) {
      bool const counts = mapping.treaty == treaty && mapping.relation != Relation::kOutside &&
                          mapping.relation != Relation::kAncillary && !limb.offences.empty();
      if (counts) {
        out.insert(mapping.article.unit().text());
      }
    }
  }
  return out;
}

class Measure {
 public:
  Measure(Searcher searcher, Options options)
      : searcher_(std::move(searcher)), options_(std::move(options)) {}

  void run() {
    SearchShared& shared = *searcher_.shared();
    for (DocNum const doc : shared.day(today_)->live.to_vector()) {
      Result<ProvisionRecord> const record = searcher_.reader().record(doc);
      Result<std::vector<StateText>> const texts = searcher_.reader().texts(doc);
      if (record && texts) {
        ask(*record, *texts);
      }
    }
  }

  double report() const {
    Count all;
    for (auto const& [name, count] : counts_) {
      print(name, count);
      all.right += count.right;
      all.asked += count.asked;
    }
    print("all", all);
    return all.percent();
  }

 private:
  Work const& work_of(ProvisionRecord const& record) const {
    return searcher_.reader().generation().acts().at(record.act).work;
  }

  void ask(ProvisionRecord const& record, std::vector<StateText> const& texts) {
    std::string const& country = work_of(record).jurisdiction;
    std::set<std::string> const right = right_articles(record, options_.treaty);
    if (country == "int" || right.empty()) {
      return;
    }
    for (size_t i = 0; i < texts.size(); ++i) {
      std::string text = options_.bodies ? "" : record.texts.at(i).heading + "\n\n";
      for (TextBlock const& block : texts[i].blocks) {
        text += block.text + "\n\n";
      }
      std::vector<std::string> const first = first_articles(text, texts[i].language, country);
      bool const found = std::any_of(first.begin(), first.end(), [&](std::string const& each) {
        return right.count(each) > 0;
      });
      Count& count = counts_[country + ' ' + texts[i].language];
      count.right += found ? 1 : 0;
      ++count.asked;
      if (!found && options_.misses) {
        std::cout << "not found: " << to_string(Handle{work_of(record).handle, record.eid}) << ' '
                  << texts[i].language << '\n';
      }
    }
  }

  std::vector<std::string> first_articles(std::string const& text, std::string const& language,
                                          std::string const& country) const {
    ParameterList const list = {
        {"text", text}, {"lang", language}, {"jurisdiction", '-' + country}, {"limit", "100"}};
    Result<SimilarRequest> const request =
        parse_similar(list, searcher_.shared()->vocabulary(), today_);
    std::vector<std::string> out;
    if (!request) {
      std::cerr << to_string(request.error()) << '\n';
      return out;
    }
    Result<SimilarAnswer> const answer = answer_similar(searcher_, *request);
    if (!answer) {
      std::cerr << to_string(answer.error()) << '\n';
      return out;
    }
    for (SimilarHit const& article : answer->articles) {
      if (work_of(article.record).handle == options_.treaty && out.size() < kFirst) {
        out.push_back(article.record.eid.text());
      }
    }
    return out;
  }

  Searcher searcher_;
  Options options_;
  Date today_ = Date::today_utc();
  std::map<std::string, Count> counts_;
};

bool read_options(std::vector<std::string> const& words, Options& out) {
  for (size_t i = 0; i < words.size(); ++i) {
    bool const value = i + 1 < words.size();
    if (words[i] == "--bodies") {
      out.bodies = true;
    } else if (words[i] == "--misses") {
      out.misses = true;
    } else if (words[i] == "--index" && value) {
      out.index = words[++i];
    } else if (words[i] == "--treaty" && value) {
      out.treaty = words[++i];
    } else if (words[i] == "--at-least" && value) {
      out.at_least = std::atof(words[++i].c_str());
    } else {
      return false;
    }
  }
  return !out.index.empty();
}

int run(std::vector<std::string> const& words) {
  Options options;
  if (!read_options(words, options)) {
    std::cerr << "usage: cyberlex-measure-similar --index GENERATION [--treaty unc] [--bodies] "
                 "[--misses] [--at-least PERCENT]\n";
    return 2;
  }
  Result<std::shared_ptr<Generation const>> generation = Generation::open(options.index);
  if (!generation) {
    std::cerr << to_string(generation.error()) << '\n';
    return 3;
  }
  Result<Searcher> searcher = Searcher::open(std::move(generation).value());
  if (!searcher) {
    std::cerr << to_string(searcher.error()) << '\n';
    return 3;
  }
  double const least = options.at_least;
  Measure measure(std::move(searcher).value(), std::move(options));
  measure.run();
  return measure.report() < least ? 1 : 0;
}

}  // namespace
}  // namespace cyberlex

int main(int count, char** words) {
  return cyberlex::run({words + 1, words + count});
}
