#include "indexer/check_mappings.h"

#include <set>
#include <utility>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

// A treaty, whose handle is one segment.
bool is_treaty(std::string const& act) {
  return act.find('/') == std::string::npos;
}

// Checks the rows of one concordance. A row of the file is a mapping for each of its limbs; what is
// wrong with its demands is said once.
class ConcordanceCheck {
 public:
  ConcordanceCheck(Concordance const& concordance, KnownActs const& known, Diagnostics& diagnostics)
      : concordance_(concordance), known_(known), diagnostics_(diagnostics) {}

  void check_mapping(Mapping const& mapping) {
    if (!known_.has(concordance_.act, mapping.limb)) {
      diagnostics_.error(mapping.place,
                         mapping.limb.text() + " is not a provision of " + concordance_.act);
    }
    bool const outside = mapping.relation == Relation::kOutside;
    bool const found = outside ? has_treaty(mapping.treaty, mapping.place)
                               : has_article({mapping.treaty, mapping.article}, mapping.place);
    std::pair const row(mapping.place.line, mapping.place.column);
    bool const fresh = row != row_ || mapping.place.line == 0;
    row_ = row;
    if (found && !outside && fresh) {
      check_demands(mapping);
    }
  }

  void check_assessed(ArticleAssessment const& row) {
    Handle const handle{row.treaty, row.article};
    if (row.article.unit() != row.article) {
      diagnostics_.error(row.place,
                         "assessed: expected a whole article, found " + to_string(handle));
      return;
    }
    if (has_article(handle, row.place) && known_.demands(handle.act, handle.eid).empty()) {
      diagnostics_.error(row.place, "assessed: expected an article that asks something; " +
                                        to_string(handle) + " has no `asks`");
    }
    std::pair const at(row.place.line, row.place.column);
    bool const fresh = at != row_ || row.place.line == 0;
    row_ = at;
    if (fresh && !row.read.empty() && !known_.has_reading(concordance_.act, row.read)) {
      diagnostics_.error(row.place, "read: expected a key of the `readings` of " +
                                        concordance_.act + ", found " + in_quotes(row.read));
    }
  }

 private:
  bool has_treaty(std::string const& treaty, SourcePlace const& place) {
    if (known_.has_act(treaty)) {
      return true;
    }
    diagnostics_.error(place, "there is no treaty \"" + treaty + "\" in the corpus");
    return false;
  }

  bool has_article(Handle const& handle, SourcePlace const& place) {
    if (!has_treaty(handle.act, place)) {
      return false;
    }
    if (known_.has(handle.act, handle.eid)) {
      return true;
    }
    diagnostics_.error(place, "there is no article " + to_string(handle));
    return false;
  }

  void check_demands(Mapping const& mapping) {
    std::set<std::string> const& demands = known_.demands(mapping.treaty, mapping.article);
    for (auto const* const met : {&mapping.covers, &mapping.partly}) {
      for (std::string const& id : *met) {
        if (!demands.contains(id)) {
          report_unknown(mapping, id, demands);
        }
      }
    }
    bool const in_part =
        mapping.relation == Relation::kNarrower || mapping.relation == Relation::kOverlaps;
    bool const silent = mapping.covers.empty() && mapping.partly.empty();
    if (in_part && silent && !demands.empty() && !is_treaty(concordance_.act)) {
      diagnostics_.error(mapping.place, std::string(name_of(mapping.relation)) +
                                            ": expected `covers` or `partly` to name what of " +
                                            target(mapping) + " is met, of " + list(demands));
    }
  }

  void report_unknown(Mapping const& mapping, std::string const& id,
                      std::set<std::string> const& demands) {
    diagnostics_.error(mapping.place, in_quotes(id) + " is not a demand of " + target(mapping) +
                                          (demands.empty() ? ", which asks for nothing"
                                                           : "; expected one of " + list(demands)));
  }

  static std::string target(Mapping const& mapping) {
    return to_string(Handle{mapping.treaty, mapping.article});
  }

  static std::string list(std::set<std::string> const& names) {
    return listed(std::vector<std::string_view>(names.begin(), names.end()));
  }

  Concordance const& concordance_;
  KnownActs const& known_;
  Diagnostics& diagnostics_;
  std::pair<int, int> row_;  // the row before
};

// Articles that concepts point at.
class ArticleCheck {
 public:
  ArticleCheck(KnownActs const& known, Diagnostics& diagnostics)
      : known_(known), diagnostics_(diagnostics) {}

  void check(Concept const& each, std::string const& key,
             std::vector<std::string> const& articles) {
    for (std::string const& article : articles) {
      std::string const fault = fault_of(article);
      if (!fault.empty()) {
        diagnostics_.error(each.place, std::string(key).append(": ").append(fault));
      }
    }
  }

  void note_missing() {
    for (std::string const& treaty : missing_) {
      diagnostics_.note(
          {}, "the taxonomy points at articles of \"" + treaty + "\", which is not in the corpus");
    }
  }

 private:
  // Empty when there is none; a treaty that is not held is kept for the note.
  std::string fault_of(std::string const& article) {
    Result<Handle> const handle = parse_handle(article);
    if (!handle) {
      return handle.error().message;
    }
    if (!known_.has_act(handle->act)) {
      missing_.insert(handle->act);
      return "";
    }
    return known_.has(handle->act, handle->eid) ? "" : "there is no article " + article;
  }

  KnownActs const& known_;
  Diagnostics& diagnostics_;
  std::set<std::string> missing_;
};

}  // namespace

void check_concordance(Concordance const& concordance, KnownActs const& known,
                       Diagnostics& diagnostics) {
  if (!known.has_act(concordance.act)) {
    diagnostics.error({concordance.file, 1, 1}, "act: there is no act \"" + concordance.act + "\"");
    return;
  }
  ConcordanceCheck check(concordance, known, diagnostics);
  for (Mapping const& mapping : concordance.mappings) {
    check.check_mapping(mapping);
  }
  for (ArticleAssessment const& row : concordance.assessed) {
    check.check_assessed(row);
  }
}

void check_taxonomy(Taxonomy const& taxonomy, KnownActs const& known, Diagnostics& diagnostics) {
  ArticleCheck articles(known, diagnostics);
  for (Concept const& each : taxonomy.concepts) {
    for (auto const& [relation, handles] : each.match) {
      articles.check(each, relation, handles);
    }
    articles.check(each, "yardstick", each.yardstick);
  }
  articles.note_missing();
}

}  // namespace cyberlex
