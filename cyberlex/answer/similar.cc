#include "cyberlex/answer/similar.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/search/compile_query.h"
#include "cyberlex/search/facets.h"
#include "cyberlex/search/like_text.h"

namespace cyberlex {
namespace {

// What a mapping counts that says the provision only serves the article.
constexpr double kAncillaryShare = 0.3;

// How much a neighbour counts: its score beside the nearest one's, cubed, so that few count much.
double nearness(double score, double nearest) {
  double const share = score / nearest;
  return share * share * share;
}

class SimilarMaker {
 public:
  SimilarMaker(Searcher const& searcher, SimilarRequest const& request, LikeText const& like)
      : reader_(searcher.reader()),
        shared_(*searcher.shared()),
        generation_(searcher.reader().generation()),
        request_(request),
        like_(like) {
    out_.generation = searcher.reader().shared_generation();
    out_.request = request;
  }

  Result<SimilarAnswer> make(DocSet const& left_out) {
    describe();
    DocSet const treaties = treaty_documents(left_out);
    DocSet const national = national_documents(left_out);
    DocSet both = treaties;
    both |= national;
    if (Status const led = follow(like_.nearest(both, kNeighbours)); !led) {
      return led.error();
    }
    add_direct(like_.nearest(treaties, treaties.size()));
    if (Status const added = add_hits(like_.nearest(national, limit()), out_.provisions); !added) {
      return added.error();
    }
    if (Status const added = add_hits(best_articles(), out_.articles); !added) {
      return added.error();
    }
    return std::move(out_);
  }

 private:
  size_t limit() const { return request_.search.limit; }

  void describe() {
    out_.language = like_.language();
    out_.speaks_of_offence = like_.speaks_of_offence();
    for (TextWord const& word : like_.words()) {
      out_.words.push_back(word.word);
    }
    ConceptLabels const& labels = shared_.concept_labels();
    for (TextConcept const& found : like_.concepts()) {
      Concept const& entry = labels.concept_of(*found.label);
      out_.concepts.push_back({entry.id, entry.scheme, found.label->text, found.share});
    }
  }

  DocSet documents_of_treaties() const {
    CodeNames const& names = shared_.names(Param::kJurisdiction);
    Code const code = names.find("int");
    return code < names.values.size() ? shared_.sets(Param::kJurisdiction)[code] : DocSet();
  }

  DocSet treaty_documents(DocSet const& left_out) const {
    DocSet out = documents_of_treaties();
    out &= shared_.day(request_.search.as_of)->live;
    out -= left_out;
    return out;
  }

  DocSet national_documents(DocSet const& left_out) const {
    SearchRequest const& search = request_.search;
    Filter const* const status = filter_of(search.filters, Param::kStatus);
    bool const gone = status != nullptr && asks_for_gone(status->include);
    auto const day = shared_.day(search.as_of);
    DocSet out = gone ? day->standing : day->live;
    if (!search.filters.empty()) {
      out &= group_documents(shared_, {search.filters, {}, search.as_of});
    }
    out -= documents_of_treaties();
    out -= left_out;
    return out;
  }

  // The state of an article that stands on the day; nothing when none is held.
  std::optional<DocNum> article_document(MappingRecord const& mapping) const {
    ActNum const act = generation_.act_number(mapping.treaty);
    if (mapping.relation == Relation::kOutside || act >= generation_.acts().size()) {
      return std::nullopt;
    }
    auto const [first, last] = generation_.states_of(act, mapping.article.unit().text());
    for (DocNum doc = first; doc < last; ++doc) {
      if (stands_on(generation_.columns(), doc, request_.search.as_of)) {
        return doc;
      }
    }
    return std::nullopt;
  }

  // Articles get what the neighbours that are mapped to them have.
  Status follow(std::vector<RankedDoc> const& neighbours) {
    nearest_ = neighbours.empty() ? 1 : neighbours.front().score;
    for (RankedDoc const& neighbour : neighbours) {
      Result<ProvisionRecord> const record = reader_.record(neighbour.doc);
      if (!record) {
        return record.error();
      }
      follow(*record, nearness(neighbour.score, nearest_));
    }
    return Ok{};
  }

  // An article counts once a neighbour, by the mapping that counts most.
  void follow(ProvisionRecord const& record, double near) {
    std::map<DocNum, Relation> reached;
    for (LimbRecord const& limb : record.limbs) {
      for (MappingRecord const& mapping : limb.mappings) {
        std::optional<DocNum> const doc = article_document(mapping);
        if (doc) {
          auto const [known, fresh] = reached.try_emplace(*doc, mapping.relation);
          known->second = std::min(known->second, mapping.relation);
        }
      }
    }
    std::string const handle =
        to_string(Handle{generation_.acts().at(record.act).work.handle, record.eid});
    for (auto const& [doc, relation] : reached) {
      articles_[doc] += near * (relation == Relation::kAncillary ? kAncillaryShare : 1.0);
      through_[doc].push_back({handle, relation});
    }
  }

  void add_direct(std::vector<RankedDoc> const& articles) {
    for (RankedDoc const& article : articles) {
      articles_[article.doc] += article.score / nearest_;
    }
  }

  std::vector<RankedDoc> best_articles() const {
    TopDocs top(limit());
    for (auto const& [doc, score] : articles_) {
      top.offer({doc, score});
    }
    return top.take(0);
  }

  Status add_hits(std::vector<RankedDoc> const& ranked, std::vector<SimilarHit>& out) {
    std::vector<DocNum> docs;
    for (RankedDoc const& each : ranked) {
      docs.push_back(each.doc);
    }
    std::sort(docs.begin(), docs.end());
    std::vector<LikeReason> const reasons = like_.reasons(docs);
    for (RankedDoc const& each : ranked) {
      Result<ProvisionRecord> record = reader_.record(each.doc);
      if (!record) {
        return record.error();
      }
      auto const at = std::lower_bound(docs.begin(), docs.end(), each.doc) - docs.begin();
      out.push_back({each.doc, each.score, std::move(record).value(), {}, {}, {}});
      explain(reasons[static_cast<size_t>(at)], out.back());
    }
    return Ok{};
  }

  void explain(LikeReason const& reason, SimilarHit& hit) {
    for (size_t const word : reason.words) {
      hit.words.push_back(out_.words.at(word));
    }
    hit.concepts = reason.concepts;
    hit.through = through_[hit.doc];
    hit.words.resize(std::min(hit.words.size(), kMostReasons));
    hit.concepts.resize(std::min(hit.concepts.size(), kMostReasons));
    hit.through.resize(std::min(hit.through.size(), kMostReasons));
  }

  IndexReader const& reader_;
  SearchShared& shared_;
  Generation const& generation_;
  SimilarRequest const& request_;
  LikeText const& like_;
  double nearest_ = 1;
  std::map<DocNum, double> articles_;
  std::map<DocNum, std::vector<SimilarThrough>> through_;
  SimilarAnswer out_;
};

// What is read, and what cannot be near it because it is the same.
struct Asked {
  std::string text;
  std::string language;
  DocSet itself;
};

Result<Asked> asked_of(Searcher const& searcher, SimilarRequest const& request) {
  if (!request.provision) {
    return Asked{request.text, request.language, {}};
  }
  std::vector<std::string> languages;
  if (!request.language.empty()) {
    languages.push_back(request.language);
  }
  Result<ProvisionAnswer> const found =
      answer_provision(searcher.reader(), *request.provision, request.search.as_of, languages);
  if (!found) {
    return found.error();
  }
  Asked out;
  if (!found->texts.empty()) {
    out.text = found->portion.empty() ? found->record.texts.front().heading + "\n\n" : "";
    out.language = found->texts.front().language;
    for (TextBlock const& block : found->texts.front().blocks) {
      bool const wanted = found->portion.empty() || found->portion.contains(block.eid);
      out.text += wanted ? block.text + "\n\n" : "";
    }
  }
  auto const [first, last] =
      searcher.reader().generation().states_of(found->record.act, found->record.eid.text());
  out.itself = DocSet::range(first, last);
  return out;
}

}  // namespace

Result<SimilarAnswer> answer_similar(Searcher const& searcher, SimilarRequest const& request,
                                     SearchLimits const& limits) {
  try {
    Result<Asked> const asked = asked_of(searcher, request);
    if (!asked) {
      return asked.error();
    }
    Budget budget(limits);
    budget.check();
    LikeText const like({searcher.reader(), *searcher.shared(), budget, request.search.as_of},
                        asked->text, asked->language);
    return SimilarMaker(searcher, request, like).make(asked->itself);
  } catch (ReaderDamaged const& damaged) {
    return Error{ErrorCode::kDamaged, damaged.message, searcher.reader().generation().folder()};
  } catch (SearchStopped const& stopped) {
    return error_of(stopped, "the search", "text");
  }
}

}  // namespace cyberlex
