// Xapian as a peer, the textbook way: TermGenerator over folded text, Enquire with its default
// BM25, facets by ValueCountMatchSpy over all matches, id and heading as document data.

#include <xapian.h>

#include <cstdio>
#include <list>
#include <stdexcept>

#include "tools/benchmark/peer.h"

namespace cyberlex::benchmark {
namespace {

constexpr Xapian::doccount kPage = 10;

std::string id_term(std::string const& id) {
  return "Q" + id.substr(0, 200);
}
// A letter a facet; "X" as Xapian's own convention for prefixes of one's own.
std::string facet_term(size_t facet, std::string const& value) {
  return "X" + std::string(1, static_cast<char>('A' + facet)) + value;
}

void build(std::string const& provisions, std::string const& folder) {
  {
    Xapian::WritableDatabase db(folder + "/parts", Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    each_provision(provisions, [&](Provision const& each) {
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(each.text);
      document.set_data(each.id + "\n" + each.heading);
      document.add_boolean_term(id_term(each.id));
      for (size_t i = 0; i < each.facets.size(); ++i) {
        document.add_value(static_cast<Xapian::valueno>(i), each.facets[i]);
        document.add_boolean_term(facet_term(i, each.facets[i]));
      }
      db.add_document(document);
    });
    db.commit();
  }
  Xapian::Database(folder + "/parts").compact(folder + "/peer");
}

class XapianPeer : public Peer {
 public:
  explicit XapianPeer(std::string const& folder) : db_(folder + "/peer") {}

  uint64_t ask(Question const& question) override {
    Xapian::Enquire enquire(db_);
    enquire.set_query(narrowed(question));
    size_t const sideways =
        question.workload == 9 ? place_of(question.facet) : facet_names().size();
    std::list<Xapian::ValueCountMatchSpy> spies;  // they cannot be moved
    Xapian::ValueCountMatchSpy* wide = nullptr;
    for (size_t i = 0; question.has_facets() && i < facet_names().size(); ++i) {
      spies.emplace_back(static_cast<Xapian::valueno>(i));
      if (i == sideways) {
        wide = &spies.back();
      } else {
        enquire.add_matchspy(&spies.back());
      }
    }
    Xapian::MSet const found = enquire.get_mset(0, kPage, db_.get_doccount());
    for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
      shown_ = hit.get_document().get_data();
    }
    if (wide != nullptr) {
      count_wide(question, *wide);
    }
    for (Xapian::ValueCountMatchSpy const& spy : spies) {
      take(spy);
    }
    return found.get_matches_estimated();  // exact, because all were checked
  }

 private:
  static size_t place_of(std::string const& facet) {
    for (size_t i = 0; i < facet_names().size(); ++i) {
      if (facet_names()[i] == facet) {
        return i;
      }
    }
    throw std::runtime_error("no facet " + facet);
  }

  static Xapian::Query words(Question const& question) {
    if (question.workload == 8) {
      return Xapian::Query(id_term(question.id));
    }
    if (question.words.empty()) {
      return Xapian::Query(std::string());
    }
    std::vector<std::string> const& all = question.words;
    return question.is_phrase() ? Xapian::Query(Xapian::Query::OP_PHRASE, all.begin(), all.end(),
                                                static_cast<Xapian::termcount>(all.size()))
                                : Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
  }

  static Xapian::Query narrowed(Question const& question) {
    if (question.facet.empty()) {
      return words(question);
    }
    std::vector<std::string> terms;
    for (std::string const& value : question.values) {
      terms.push_back(facet_term(place_of(question.facet), value));
    }
    return {Xapian::Query::OP_FILTER, words(question),
            Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
  }

  // A facet is not narrowed by its own selection: a second search without it.
  void count_wide(Question const& question, Xapian::ValueCountMatchSpy& spy) {
    Xapian::Enquire enquire(db_);
    enquire.set_query(words(question));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, db_.get_doccount());
  }

  void take(Xapian::ValueCountMatchSpy const& spy) {
    for (Xapian::TermIterator value = spy.values_begin(); value != spy.values_end(); ++value) {
      shown_ = *value;
      counted_ += value.get_termfreq();
    }
  }

  Xapian::Database db_;
  std::string shown_;
  uint64_t counted_ = 0;
};

}  // namespace
}  // namespace cyberlex::benchmark

int main(int argc, char** argv) {
  using namespace cyberlex::benchmark;
  try {
    return peer_main(argc, argv, {build, [](std::string const& folder) -> std::unique_ptr<Peer> {
                                    return std::make_unique<XapianPeer>(folder);
                                  }});
  } catch (Xapian::Error const& failed) {  // is no std::exception
    std::fprintf(stderr, "%s: %s\n", argv[0], failed.get_description().c_str());
    return 1;
  }
}
