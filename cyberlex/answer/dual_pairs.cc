#include "cyberlex/answer/dual_pairs.h"

#include <algorithm>
#include <utility>

#include "cyberlex/answer/among.h"
#include "cyberlex/answer/dual_offences.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/limb_view.h"

namespace cyberlex {
namespace {

struct Judged {
  Within within = Within::kNotShown;
  std::string_view reason;
};

// An offence and one of its rows to an article.
struct Side {
  EId const& limb;
  MappingRecord const& row;

  // All that the offence punishes is asked by the article. A row on a part of the limb does not
  // speak of the rest.
  bool lies_in() const {
    bool const inside =
        row.relation == Relation::kEquivalent || row.relation == Relation::kNarrower;
    return inside && row.limb.contains(limb);
  }
  // All that the article asks is punished. A row on the whole section may be met by another limb.
  bool holds_all() const {
    bool const all = row.relation == Relation::kEquivalent || row.relation == Relation::kWider;
    return all && limb.contains(row.limb);
  }
  Extent extent(PlacedDemand const& demand) const {
    return limb.contains(row.limb) ? extent_of(row, demand)
                                   : std::min(extent_of(row, demand), Extent::kPart);
  }
};

// Demands that one offence meets whole, so that whatever the other meets of them is common ground.
// What a treaty leaves optional narrows an offence and is no conduct of its own.
std::vector<std::string> common_demands(Side const& requesting, Side const& requested,
                                        ArticleFacts const& article) {
  std::vector<std::string> out;
  for (PlacedDemand const& each : article.demands) {
    Extent const own = requesting.extent(each);
    Extent const other = requested.extent(each);
    bool const meet = std::min(own, other) != Extent::kNone;
    if (each.demand.mandatory && meet && std::max(own, other) == Extent::kWhole) {
      out.push_back(each.demand.id);
    }
  }
  return out;
}

Judged judge(Side const& requesting, Side const& requested, bool common_demand) {
  bool const above = requested.row.article.contains(requesting.row.article);
  bool const all = above && requested.holds_all();
  if (all && requesting.lies_in()) {
    return {Within::kWholly, "chain"};
  }
  if (all) {
    return {Within::kPartly, "requesting-beyond"};
  }
  if (requesting.holds_all() && requesting.row.article.contains(requested.row.article)) {
    return {Within::kPartly, "requested-part"};
  }
  return common_demand ? Judged{Within::kPartly, "common-demand"}
                       : Judged{Within::kNotShown, "parts-not-compared"};
}

// Articles on attempt, participation and legal persons; one on sanctions names no offence.
bool is_form_article(ArticleFacts const& article) {
  return article.klass == ProvisionClass::kLiability && article.names_offence;
}

bool is_offence_article(ArticleFacts const& article) {
  return article.klass == ProvisionClass::kOffence || is_form_article(article);
}

bool nested(EId const& a, EId const& b) {
  return a.contains(b) || b.contains(a);
}

DualLink link_by_article(Side const& requesting, Side const& requested,
                         ArticleFacts const& article) {
  DualLink out;
  out.article = to_string(Handle{requesting.row.treaty, requesting.row.article});
  out.requesting_row = requesting.row;
  out.requested_row = requested.row;
  out.confidence = std::max(requesting.row.confidence, requested.row.confidence);
  if (is_form_article(article)) {
    out.reason = "depends-on-principal";
    return out;
  }
  out.demands = common_demands(requesting, requested, article);
  Judged const judged = judge(requesting, requested, !out.demands.empty());
  out.within = judged.within;
  out.reason = judged.reason;
  return out;
}

// Fills a pair.
class Comparison {
 public:
  Comparison(DualOffence const& requesting, DualOffence const& requested,
             ArticleBook const& articles, Taxonomy const& taxonomy)
      : requesting_(requesting), requested_(requested), articles_(articles), taxonomy_(taxonomy) {}

  DualPair make() {
    add_articles();
    hold_to_every_article();
    add_concepts();
    keep_nearest_concepts();
    drop_forms();
    std::ranges::stable_sort(pair_.links, [](DualLink const& a, DualLink const& b) {
      return a.within != b.within ? a.within > b.within : a.confidence < b.confidence;
    });
    if (!pair_.links.empty()) {
      finish(pair_.links.front());
    }
    return std::move(pair_);
  }

 private:
  ArticleFacts const* facts_of(MappingRecord const& row) const {
    auto const found = articles_.find({row.treaty, row.article.unit()});
    bool const counts = found != articles_.end() && is_offence_article(found->second);
    return counts && answers_to_article(row) ? &found->second : nullptr;
  }

  void add_articles() {
    for (MappingRecord const& row : requesting_.limb.mappings) {
      ArticleFacts const* const facts = facts_of(row);
      for (MappingRecord const& other : requested_.limb.mappings) {
        if (facts != nullptr && answers_to_article(other) && row.treaty == other.treaty &&
            nested(row.article, other.article)) {
          pair_.links.push_back(
              link_by_article({requesting_.limb.eid, row}, {requested_.limb.eid, other}, *facts));
        }
      }
    }
  }

  // An offence that answers to two articles of a treaty may punish the conduct of both, so a chain
  // through one of them shows a part only.
  void hold_to_every_article() {
    for (MappingRecord const& row : requesting_.limb.mappings) {
      if (facts_of(row) == nullptr || has_chain(row)) {
        continue;
      }
      for (DualLink& link : pair_.links) {
        if (link.within == Within::kWholly && link.requesting_row->treaty == row.treaty) {
          link.within = Within::kPartly;
          link.reason = "several-articles";
        }
      }
    }
  }

  bool has_chain(MappingRecord const& row) const {
    return std::ranges::any_of(pair_.links, [&row](DualLink const& link) {
      return link.within == Within::kWholly && *link.requesting_row == row;
    });
  }

  void add_concepts() {
    for (std::string const& own : requesting_.limb.offences) {
      for (std::string const& other : requested_.limb.offences) {
        bool const below = lies_under(taxonomy_, own, other);
        if (below || lies_under(taxonomy_, other, own)) {
          add_concept(own, other, below);
        }
      }
    }
  }

  void add_concept(std::string const& own, std::string const& other, bool below) {
    DualLink link;
    link.requesting_concept = own;
    link.requested_concept = other;
    bool const form = is_ancillary_form(taxonomy_, own);
    link.confidence =
        std::max(requesting_.limb.provenance.confidence, requested_.limb.provenance.confidence);
    link.within = form ? Within::kNotShown : Within::kPartly;
    link.reason = form           ? "depends-on-principal"
                  : own == other ? "same-concept"
                  : below        ? "narrower-concept"
                                 : "broader-concept";
    pair_.links.push_back(std::move(link));
  }

  // Where a concept is shared, its broader and narrower ones say no more.
  void keep_nearest_concepts() {
    auto const has = [](std::string_view reason) {
      return [reason](DualLink const& link) { return link.reason == reason; };
    };
    if (std::ranges::any_of(pair_.links, has("same-concept"))) {
      std::erase_if(pair_.links, has("narrower-concept"));
      std::erase_if(pair_.links, has("broader-concept"));
    }
  }

  // Attempt at one thing and attempt at another have nothing in common: such a link counts only
  // between offences that consist in nothing else.
  void drop_forms() {
    auto const is_form = [this](std::string const& id) { return is_ancillary_form(taxonomy_, id); };
    bool const conduct = !std::ranges::all_of(requesting_.limb.offences, is_form) ||
                         !std::ranges::all_of(requested_.limb.offences, is_form);
    if (conduct) {
      std::erase_if(pair_.links,
                    [](DualLink const& link) { return link.reason == "depends-on-principal"; });
    }
  }

  void finish(DualLink const& best) {
    pair_.within = best.within;
    pair_.reason = best.reason;
    pair_.confidence = std::max({best.confidence, requesting_.confidence, requested_.confidence});
    for (DualLink const& link : pair_.links) {
      if (link.requesting_row) {
        add_elements(*link.requesting_row, pair_.requesting_elements);
        add_elements(*link.requested_row, pair_.requested_elements);
      }
    }
  }

  static void add_elements(MappingRecord const& row, DualElements& out) {
    add_distinct(row.missing, out.missing);
    add_distinct(row.added, out.added);
  }

  static void add_distinct(std::vector<std::string> const& values, std::vector<std::string>& out) {
    for (std::string const& value : values) {
      if (!is_among(out, value)) {
        out.push_back(value);
      }
    }
  }

  DualOffence const& requesting_;
  DualOffence const& requested_;
  ArticleBook const& articles_;
  Taxonomy const& taxonomy_;
  DualPair pair_;
};

}  // namespace

Result<ArticleBook> articles_of(IndexReader const& reader, std::span<DualOffence const> offences) {
  ArticleBook out;
  for (DualOffence const& offence : offences) {
    for (MappingRecord const& row : offence.limb.mappings) {
      std::pair<std::string, EId> const key{row.treaty, row.article.unit()};
      if (!answers_to_article(row) || out.contains(key)) {
        continue;
      }
      Result<FoundUnit> const found = find_unit(reader.generation(), {key.first, key.second});
      if (!found) {
        continue;
      }
      Result<ProvisionRecord> const record = reader.record(found->states.second - 1);
      if (!record) {
        return record.error();
      }
      out[key] = {record->klass, demands_of(*record), !offences_of(*record).empty()};
    }
  }
  return out;
}

DualPair compare(DualOffence const& requesting, DualOffence const& requested,
                 ArticleBook const& articles, Taxonomy const& taxonomy) {
  return Comparison(requesting, requested, articles, taxonomy).make();
}

}  // namespace cyberlex
