#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "cyberlex/search/searcher.h"
#include "cyberlex/shards/projection.h"
#include "cyberlex/shards/shard_searcher.h"
#include "cyberlex/shards/write_shards.h"
#include "tests/support/mini_index.h"
#include "tests/support/random_query.h"

namespace cyberlex::shards {
namespace {

using cyberlex::testing::Chance;
using cyberlex::testing::MiniIndex;
using cyberlex::testing::must;
using cyberlex::testing::random_taxonomy;
using cyberlex::testing::RandomCorpus;
using cyberlex::testing::RandomQuery;
using cyberlex::testing::TemporaryFolder;
using ::testing::HasSubstr;

Date const kDay = must(Date::parse("2016-01-01"));

// One generation twice: in one piece and in shards.
class Both {
 public:
  Both(MiniIndex const& index, uint32_t count)
      : one_(must(Searcher::open(index.generation()))),
        written_(must(write_shards(index.generation(), folder_.path(), count, 2))),
        shards_(must(ShardSearcher::open(written_.stub))) {}

  SearchResponse one(ParameterList parameters) {
    parameters.emplace_back("expand", "off");
    return must(one_.search(must(parse_request(parameters, one_.reader().generation(), kDay))));
  }
  Result<ShardAnswer> sharded(ParameterList const& parameters) {
    return shards_.search(parameters, kDay);
  }
  ShardsWritten const& written() const { return written_; }

 private:
  TemporaryFolder folder_;
  Searcher one_;
  ShardsWritten written_;
  ShardSearcher shards_;
};

// What shards do not know at all.
bool is_beyond(Param param) {
  return param == Param::kParty || param == Param::kSuggestedPrison;
}

std::string facet_list() {
  std::string out;
  for (ParamInfo const& info : parameters()) {
    if (info.facet && !is_beyond(info.param)) {
      out += (out.empty() ? "" : ",") + std::string(info.name);
    }
  }
  return out;
}

ParameterList filters_of(RandomQuery& random, Generation const& generation) {
  ParameterList out;
  for (Filter const& filter : random.filters(9)) {
    if (is_beyond(filter.param)) {
      continue;
    }
    std::string const name(info_of(filter.param).name);
    for (FilterValue const& each : filter.include) {
      out.emplace_back(name, each.text);
    }
    for (FilterValue const& each : filter.exclude) {
      out.emplace_back(name, '-' + each.text);
    }
    if (!parse_request(out, generation, kDay)) {  // a value that this corpus has not
      std::erase_if(out, [&name](auto const& each) { return each.first == name; });
    }
  }
  return out;
}

std::string spelled(ParameterList const& list) {
  std::string out;
  for (auto const& [name, value] : list) {
    out += (out.empty() ? "" : "&") + name + '=' + value;
  }
  return out;
}

std::vector<std::tuple<std::string, uint64_t, bool, std::string, std::string>> listed(
    Facet const& facet) {
  std::vector<std::tuple<std::string, uint64_t, bool, std::string, std::string>> out;
  for (FacetValue const& each : facet.values) {
    out.emplace_back(each.value, each.count, each.selected, each.broader,
                     std::to_string(each.depth));
  }
  return out;
}

void expect_same(SearchResponse const& one, ShardAnswer const& sharded) {
  EXPECT_EQ(sharded.response.total, one.total);
  EXPECT_EQ(sharded.response.read_as, one.read_as);
  ASSERT_EQ(sharded.response.facets.size(), one.facets.size());
  for (size_t i = 0; i < one.facets.size(); ++i) {
    SCOPED_TRACE(info_of(one.facets[i].param).name);
    EXPECT_EQ(listed(sharded.response.facets[i]), listed(one.facets[i]));
  }
}

TEST(Shards, GiveTheTotalAndTheFacetsOfOneIndexWhateverIsAsked) {
  constexpr std::array kQueries = {"",
                                   "access",
                                   "=orders",
                                   "computers OR data",
                                   "data -system",
                                   "heading:access",
                                   "\"computer data\"",
                                   "NOT system",
                                   "(fraudulent OR datos) person"};
  size_t filtered = 0;
  for (uint32_t seed = 500; seed < 512; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(3, 6), random_taxonomy());
    Both both(index, 1 + seed % 3);
    Chance chance(seed);
    RandomQuery random(chance);
    for (int i = 0; i < 25; ++i) {
      ParameterList asked = filters_of(random, *index.generation());
      asked.emplace_back("q", kQueries.at(chance.number(kQueries.size())));
      asked.emplace_back("as_of", chance.one_in(2) ? "2016-01-01" : "2011-01-01");
      asked.emplace_back("facets", facet_list());
      SCOPED_TRACE("seed " + std::to_string(seed) + ": " + spelled(asked));
      Result<ShardAnswer> const sharded = both.sharded(asked);
      ASSERT_TRUE(sharded.ok()) << to_string(sharded.error());
      SearchResponse const one = both.one(asked);
      expect_same(one, *sharded);
      filtered += one.total > 0 && asked.size() > 4 ? 1 : 0;
      ASSERT_FALSE(HasFailure());
    }
  }
  EXPECT_GT(filtered, 20U) << "questions of several filters that find something";
}

TEST(Shards, GiveTheHitsOfOneIndexInItsOrderOfCitation) {
  MiniIndex const index(RandomCorpus(42).acts(4, 8), random_taxonomy());
  for (uint32_t const count : {1U, 2U, 5U}) {
    Both both(index, count);
    ParameterList asked{{"sort", "citation"}, {"limit", "3"}, {"facets", "none"}};
    std::vector<uint64_t> numbers;
    for (;;) {
      ShardAnswer const answer = must(both.sharded(asked));
      for (ShardHit const& hit : answer.hits) {
        numbers.push_back(hit.number);
      }
      if (!answer.response.next) {
        break;
      }
      std::erase_if(asked, [](auto const& each) { return each.first == "cursor"; });
      asked.emplace_back("cursor", encode(*answer.response.next));
    }
    std::vector<uint64_t> expected;
    for (Hit const& hit : both.one({{"sort", "citation"}, {"limit", "100"}}).hits) {
      expected.push_back(hit.doc);
    }
    EXPECT_EQ(numbers, expected) << count << " shards";
    EXPECT_FALSE(expected.empty());
  }
}

TEST(Shards, RankWhatHasAWordOftenerHigherAndShowEachHitAsOneIndexDoes) {
  MiniIndex const index(RandomCorpus(7).acts(4, 8), random_taxonomy());
  Both both(index, 3);
  ShardAnswer const answer = must(both.sharded({{"q", "computer"}, {"facets", "none"}}));
  ASSERT_GT(answer.hits.size(), 1U);
  EXPECT_GT(answer.hits.front().score, 0);
  EXPECT_TRUE(std::ranges::is_sorted(answer.hits, std::greater{}, &ShardHit::score));
  std::string const json = must(to_json(answer));
  EXPECT_THAT(json, HasSubstr("\"shards\":3"));
  EXPECT_THAT(json, HasSubstr(index.generation()->eid(static_cast<DocNum>(answer.hits[0].number))));
}

TEST(Shards, RefuseByNameWhatTheyCannotAnswerExactly) {
  MiniIndex const index(RandomCorpus(1).acts(2, 3), random_taxonomy());
  Both both(index, 2);
  auto const refused = [&both](ParameterList const& asked) {
    Result<ShardAnswer> const answer = both.sharded(asked);
    EXPECT_FALSE(answer.ok()) << spelled(asked);
    EXPECT_EQ(answer.error().code, ErrorCode::kBadQuery);
    return answer.ok() ? "" : answer.error().message;
  };
  EXPECT_THAT(refused({{"q", "comp*"}}), HasSubstr("\"comp*\" cannot be asked of shards"));
  EXPECT_THAT(refused({{"q", "computer~"}}), HasSubstr("\"computer~\""));
  EXPECT_THAT(refused({{"q", "computer NEAR/3 data"}}), HasSubstr("NEAR and ADJ"));
  EXPECT_THAT(refused({{"q", "computer /s data"}}), HasSubstr("/s and /p"));
  EXPECT_THAT(refused({{"q", "jurisdiction:ng computer"}}), HasSubstr("give jurisdiction as a"));
  EXPECT_THAT(refused({{"party", "unc"}}), HasSubstr("\"party\""));
  EXPECT_THAT(refused({{"facets", "party"}}), HasSubstr("\"party\""));
  EXPECT_THAT(refused({{"sort", "severity"}}), HasSubstr("sort=severity"));
  EXPECT_THAT(refused({{"expand", "on"}}), HasSubstr("expand=on"));
  EXPECT_THAT(refused({{"q", "("}}), HasSubstr(""));
}

void write_stub(std::string const& path, std::initializer_list<std::string> lines) {
  std::ofstream out(path);
  for (std::string const& line : lines) {
    out << line << '\n';
  }
}

TEST(Shards, MustAllBeThereOnceAndInTheirOrder) {
  TemporaryFolder const folder;
  MiniIndex const index(RandomCorpus(3).acts(3, 5), random_taxonomy());
  Both const both(index, 3);
  std::string const at = both.written().folder + '/';
  std::string const stub = folder.path() + "/stub";
  auto const opened = [&](std::initializer_list<std::string> lines) {
    write_stub(stub, lines);
    Result<ShardSearcher> const out = ShardSearcher::open(stub);
    return out.ok() ? std::string("opened") : out.error().message;
  };
  EXPECT_EQ(opened({"glass " + at + "1", "glass " + at + "2", "glass " + at + "3"}), "opened");
  EXPECT_THAT(opened({"glass " + at + "1", "glass " + at + "2"}), HasSubstr("documents of"));
  EXPECT_THAT(opened({"glass " + at + "1", "glass " + at + "2", "glass " + at + "2"}),
              ::testing::AnyOf(HasSubstr("documents of"), HasSubstr("no document")));
  EXPECT_THAT(opened({"glass " + at + "2", "glass " + at + "1", "glass " + at + "3"}),
              HasSubstr("stands in place"));
  EXPECT_THAT(opened({"glass " + at + "4"}), HasSubstr("cannot be read"));
}

TEST(Shards, AreWrittenOnceAndAnewWhenDamaged) {
  TemporaryFolder const folder;
  MiniIndex const index(RandomCorpus(3).acts(3, 5), random_taxonomy());
  ShardsWritten const first = must(write_shards(index.generation(), folder.path(), 2, 1));
  auto const time = std::filesystem::last_write_time(first.stub);
  EXPECT_EQ(must(write_shards(index.generation(), folder.path(), 2, 1)).stub, first.stub);
  EXPECT_EQ(std::filesystem::last_write_time(first.stub), time);
  std::ofstream(first.folder + "/2/postlist.glass", std::ios::app) << "x";
  EXPECT_TRUE(write_shards(index.generation(), folder.path(), 2, 1).ok());
  EXPECT_NE(std::filesystem::last_write_time(first.stub), time);
  EXPECT_TRUE(ShardSearcher::open(first.stub).ok());
}

// xapian-tcpsrv of one shard, on a port that was free.
class Server {
 public:
  explicit Server(std::string folder) : folder_(std::move(folder)) {
    int const probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(probe, any, size), 0);
    EXPECT_EQ(::getsockname(probe, any, &size), 0);
    port_ = ntohs(address.sin_port);
    ::close(probe);
    start();
  }
  ~Server() { stop(); }
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  void start() {
    std::string const port = std::to_string(port_);
    process_ = ::fork();
    if (process_ == 0) {
      ::setpgid(0, 0);  // it forks for each connection
      ::execlp("xapian-tcpsrv", "xapian-tcpsrv", "--interface", "127.0.0.1", "--port", port.c_str(),
               "--quiet", folder_.c_str(), nullptr);
      ::_exit(127);
    }
  }
  void stop() {
    if (process_ > 0) {
      ::kill(-process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
      process_ = -1;
    }
  }
  std::string line() const { return "remote 127.0.0.1:" + std::to_string(port_); }

 private:
  std::string folder_;
  uint16_t port_ = 0;
  pid_t process_ = -1;
};

TEST(Shards, OfAServerThatCameBackAnswerWithoutAnythingBeingOpenedAnew) {
  if (std::system("command -v xapian-tcpsrv > /dev/null") != 0) {
    GTEST_SKIP() << "no xapian-tcpsrv";
  }
  TemporaryFolder const folder;
  MiniIndex const index(RandomCorpus(3).acts(3, 5), random_taxonomy());
  ShardsWritten const written = must(write_shards(index.generation(), folder.path(), 2, 1));
  Server first(written.folder + "/1");
  Server second(written.folder + "/2");
  std::string const stub = folder.path() + "/remote.stub";
  write_stub(stub, {first.line(), second.line()});
  Result<ShardSearcher> opened = ShardSearcher::open(stub);
  for (int i = 0; i < 200 && !opened.ok(); ++i) {  // they take a moment to listen
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    opened = ShardSearcher::open(stub);
  }
  ASSERT_TRUE(opened.ok()) << to_string(opened.error());
  ParameterList const asked{{"q", "access"}};
  std::string const before = must(to_json(must(opened->search(asked, kDay))));
  second.stop();
  Result<ShardAnswer> const without = opened->search(asked, kDay);
  ASSERT_FALSE(without.ok());
  EXPECT_EQ(without.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(without.error().message, HasSubstr(second.line().substr(7)));
  second.start();
  Result<ShardAnswer> again = opened->search(asked, kDay);
  for (int i = 0; i < 200 && !again.ok(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    again = opened->search(asked, kDay);
  }
  ASSERT_TRUE(again.ok()) << to_string(again.error());
  EXPECT_EQ(must(to_json(*again)), before);
}

TEST(Projection, IsReadBackAsItWasWritten) {
  Projection projection;
  projection.digest = "abc";
  projection.shards = 2;
  projection.documents = 9;
  projection.languages = {"en", "fa"};
  projection.axes = {
      {Param::kPrison,
       {{"4y..<10y", "four", "", 0, std::nullopt}, {"@>1", "", "", 0, Measure{"NGN", 1, true}}}}};
  projection.held = {{"act", {"ng/a"}}};
  projection.articles = {{"unc", 0, 0, ""}, {"unc/7", 1, 1, "x"}};
  EXPECT_EQ(must(decode_projection(encode(projection))), projection);
  EXPECT_FALSE(decode_projection("nonsense").ok());
}

}  // namespace
}  // namespace cyberlex::shards
