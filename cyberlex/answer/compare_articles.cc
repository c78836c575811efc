#include <algorithm>
#include <set>

#include "cyberlex/answer/compare_facts.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"

namespace cyberlex {
namespace {

CompareValue relation_value(MappingRecord const& row) {
  CompareValue out;
  out.value = name_of(row.relation);
  bool const below = row.relation != Relation::kOutside && row.article != row.article.unit();
  out.label = below ? out.value + ", " + article_handle(row) : "";
  out.confidence = row.confidence;
  out.reason = row.rationale;
  return out;
}

void add_list(std::string_view name, std::vector<std::string> const& list, std::string& out) {
  for (size_t i = 0; i < list.size(); ++i) {
    out += out.empty() ? "" : "; ";
    out += i == 0 ? std::string(name) + ": " : "";
    out += list[i];
  }
}

// "missing: …; …; added: …". An equivalent provision lacks nothing and adds nothing.
CompareValue elements_value(MappingRecord const& row) {
  CompareValue out;
  add_list("missing", row.missing, out.value);
  add_list("added", row.added, out.value);
  out.missing = row.missing;
  out.added = row.added;
  out.confidence = row.confidence;
  if (out.value.empty() && row.relation == Relation::kEquivalent) {
    out.value = "none";
  } else if (out.value.empty()) {
    out.finding = Finding::kNotStated;
  }
  return out;
}

std::string unit_handle(MappingRecord const& row) {
  return row.relation == Relation::kOutside ? article_handle(row)
                                            : to_string(Handle{row.treaty, row.article.unit()});
}

struct ArticleOf {
  std::string treaty;
  std::string handle;
  bool outside = false;
};

// Every article that some limb has a row to, in the order met; a treaty that all are outside of, or
// say nothing about, is one row.
std::vector<ArticleOf> articles_of(CompareTable const& table) {
  std::vector<ArticleOf> out;
  std::set<std::string> seen;
  std::set<std::string> answered;
  table.each_limb([&](LimbRecord const& limb) {
    for (MappingRecord const& row : limb.mappings) {
      if (row.relation != Relation::kOutside) {
        answered.insert(row.treaty);
      }
      if (seen.insert(unit_handle(row)).second) {
        out.push_back({row.treaty, unit_handle(row), row.relation == Relation::kOutside});
      }
    }
  });
  std::erase_if(
      out, [&](ArticleOf const& each) { return each.outside && answered.contains(each.treaty); });
  return out;
}

// An article that a limb has no row to: that it lies outside the whole treaty answers for each.
std::vector<CompareValue> relations(LimbRecord const& limb, ArticleOf const& article) {
  std::vector<CompareValue> out;
  for (MappingRecord const& row : limb.mappings) {
    bool const outside = row.treaty == article.treaty && row.relation == Relation::kOutside;
    if (outside || unit_handle(row) == article.handle) {
      out.push_back(relation_value(row));
    }
  }
  return out;
}

bool answers_to(LimbRecord const& limb, ArticleOf const& article) {
  return std::ranges::any_of(limb.mappings, [&](MappingRecord const& row) {
    return row.relation != Relation::kOutside && unit_handle(row) == article.handle;
  });
}

std::vector<CompareValue> elements(LimbRecord const& limb, ArticleOf const& article) {
  std::vector<CompareValue> out;
  for (MappingRecord const& row : limb.mappings) {
    if (row.relation != Relation::kOutside && unit_handle(row) == article.handle) {
      out.push_back(elements_value(row));
    }
  }
  return out;
}

}  // namespace

void add_article_rows(CompareTable& table) {
  for (ArticleOf const& article : articles_of(table)) {
    ActRecord const* const treaty = table.generation().find_act(article.treaty);
    std::string const title = treaty == nullptr ? article.treaty : display_title(treaty->work);
    std::string const label = article.outside ? title : article.handle;
    table.add_of_limbs(
        compare_row("article:" + article.handle, "article", label),
        [](LimbRecord const& limb) { return limb.asks.empty() || !limb.mappings.empty(); },
        [&article](LimbRecord const& limb) { return relations(limb, article); });
    table.add_of_limbs(
        compare_row("elements:" + article.handle, "elements", label + ", missing and added",
                    Compared::kWording),
        [&article](LimbRecord const& limb) { return answers_to(limb, article); },
        [&article](LimbRecord const& limb) { return elements(limb, article); });
  }
}

}  // namespace cyberlex
