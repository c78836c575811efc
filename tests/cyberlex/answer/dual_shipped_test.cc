// What must hold of every answer over the shipped corpus, whoever asks whom for what.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <regex>
#include <set>

#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/dual_offences.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

class Shipped : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    std::string const root = CYBERLEX_SOURCE_DIR;
    std::string const command = "'" CYBERLEX_INDEXER "' build --corpus '" + root +
                                "/corpus' --mappings '" + root + "/mappings' --index '" +
                                folder_->path() + "' --progress none >/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
    generation_ = must(Generation::open(must(current_generation(folder_->path()))));
  }
  static void TearDownTestSuite() {
    generation_.reset();
    folder_.reset();
  }

  // Asks every pair of states for every concept at the top of the taxonomy.
  template <typename Check>
  void each(Check const& check) {
    IndexReader const reader = must(IndexReader::open(generation_));
    std::vector<std::string> const states = states_held(*generation_);
    for (std::string const& requesting : states) {
      for (std::string const& requested : states) {
        for (Concept const& entry : generation_->taxonomy().concepts) {
          if (requesting != requested && entry.scheme == "offence" && entry.broader.empty()) {
            DualRequest request;
            request.requesting = requesting;
            request.requested = requested;
            request.offence = entry.id;
            request.as_of = day("2026-01-01");
            check(must(answer_dual_criminality(reader, request)));
          }
        }
      }
    }
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::shared_ptr<Generation const> generation_;
};
std::unique_ptr<TemporaryFolder> Shipped::folder_;
std::shared_ptr<Generation const> Shipped::generation_;

bool is_chain(DualLink const& link) {
  Relation const own = link.requesting_row->relation;
  Relation const other = link.requested_row->relation;
  return (own == Relation::kEquivalent || own == Relation::kNarrower) &&
         (other == Relation::kEquivalent || other == Relation::kWider) &&
         link.requested_row->treaty == link.requesting_row->treaty &&
         link.requested_row->article.contains(link.requesting_row->article);
}

TEST_F(Shipped, WhollyRestsOnAChainOfRecordedRelations) {
  size_t wholly = 0;
  each([&wholly](DualAnswer const& answer) {
    for (DualPair const& pair : answer.pairs) {
      if (pair.within == Within::kWholly) {
        ++wholly;
        ASSERT_TRUE(pair.links.front().requesting_row.has_value());
        EXPECT_TRUE(is_chain(pair.links.front()));
      }
    }
  });
  EXPECT_GT(wholly, 0U);
}

TEST_F(Shipped, PrimaFacieRestsOnWhatIsVerified) {
  size_t prima_facie = 0;
  each([&prima_facie](DualAnswer const& answer) {
    for (size_t i = 0; i < answer.findings.size(); ++i) {
      if (answer.findings[i].verdict != DualVerdict::kPrimaFacie) {
        continue;
      }
      ++prima_facie;
      auto const pair = std::ranges::find(answer.pairs, i, &DualPair::requesting);
      DualLink const& link = pair->links.front();
      for (Confidence const each :
           {answer.requesting[i].confidence, answer.requested[pair->requested].confidence,
            link.requesting_row->confidence, link.requested_row->confidence}) {
        EXPECT_EQ(each, Confidence::kVerified) << answer.requesting[i].handle;
      }
    }
  });
  EXPECT_GT(prima_facie, 0U);
}

TEST_F(Shipped, ShowsFirstWhatAnArticleAndTheConceptJoin) {
  auto const joined = [](DualPair const& pair) {
    bool article = false;
    bool same = false;
    for (DualLink const& link : pair.links) {
      article = article || !link.article.empty();
      same = same || link.reason == "same-concept";
    }
    return article && same;
  };
  size_t seen = 0;
  each([&](DualAnswer const& answer) {
    for (size_t i = 1; i < answer.pairs.size(); ++i) {
      DualPair const& before = answer.pairs[i - 1];
      DualPair const& pair = answer.pairs[i];
      bool const alike = before.requesting == pair.requesting && before.within == pair.within &&
                         pair.within != Within::kWholly;
      EXPECT_FALSE(alike && joined(pair) && !joined(before)) << answer.request.offence;
      seen += alike && joined(before) && !joined(pair) ? 1U : 0U;
    }
  });
  EXPECT_GT(seen, 0U);
}

TEST_F(Shipped, ATreatyDoesNotBindBeforeAccession) {
  IndexReader const reader = must(IndexReader::open(generation_));
  for (auto const& [on, binds] :
       {std::pair("2022-10-31", Ternary::kFalse), std::pair("2022-11-01", Ternary::kTrue)}) {
    DualRequest request;
    request.requesting = "ng";
    request.requested = "de";
    request.offence = "illegal-access";
    request.as_of = day(on);
    DualAnswer const answer = must(answer_dual_criminality(reader, request));
    auto const budapest = std::ranges::find_if(answer.basis, [](DualBasis const& basis) {
      return generation_->acts().at(basis.treaty).work.handle == "budapest";
    });
    ASSERT_NE(budapest, answer.basis.end());
    EXPECT_EQ(budapest->binds, binds) << on;
  }
}

TEST_F(Shipped, EveryOffenceIsInForceAndNamesWhatWasAsked) {
  each([](DualAnswer const& answer) {
    Generation const& generation = *answer.generation;
    for (auto const* const side : {&answer.requesting, &answer.requested}) {
      for (DualOffence const& offence : *side) {
        StateColumns const& state = generation.columns().state;
        EXPECT_EQ(state.status.names.values[state.status.codes[offence.doc]], "in-force");
        Interval const stood{Date(state.from[offence.doc]), Date(state.to[offence.doc])};
        EXPECT_TRUE(stood.contains(answer.request.as_of)) << offence.handle;
      }
    }
    for (DualOffence const& offence : answer.requesting) {
      EXPECT_TRUE(std::ranges::any_of(offence.limb.offences, [&](std::string const& id) {
        return lies_under(generation.taxonomy(), id, answer.request.offence);
      })) << offence.handle;
    }
  });
}

// The handles of treaty articles that a source of the library names.
std::set<std::string> named_in(std::string const& file) {
  std::ifstream in(CYBERLEX_SOURCE_DIR "/cyberlex/answer/" + file);
  std::string const text((std::istreambuf_iterator<char>(in)), {});
  std::regex const handle("\"([a-z-]+/[a-z0-9_]+)\"");
  std::set<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), handle); it != std::sregex_iterator();
       ++it) {
    out.insert((*it)[1]);
  }
  return out;
}

TEST_F(Shipped, EveryArticleThatTheRulesNameIsHeld) {
  std::set<std::string> caveats;
  std::set<std::string> basis;
  each([&](DualAnswer const& answer) {
    for (DualCaveat const& caveat : answer.caveats) {
      for (DualArticle const& article : caveat.articles) {
        caveats.insert(article.handle);
      }
    }
    for (DualBasis const& treaty : answer.basis) {
      for (DualArticle const& article : treaty.articles) {
        basis.insert(article.handle);
      }
    }
  });
  EXPECT_EQ(caveats, named_in("dual_caveats.cc"));
  EXPECT_EQ(basis, named_in("dual_basis.cc"));
}

// A treaty binds both states or not, whoever asks whom.
TEST_F(Shipped, TheLegalBasisHasNoDirection) {
  std::map<std::string, std::set<Ternary>> binds;
  each([&binds](DualAnswer const& answer) {
    std::string const states = std::min(answer.request.requesting, answer.request.requested) +
                               std::max(answer.request.requesting, answer.request.requested);
    for (DualBasis const& basis : answer.basis) {
      binds[states + std::to_string(basis.treaty)].insert(basis.binds);
    }
  });
  for (auto const& [treaty, answers] : binds) {
    EXPECT_EQ(answers.size(), 1U) << treaty;
  }
}

}  // namespace
}  // namespace cyberlex::testing
