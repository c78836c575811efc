// Grids as CSV say what their JSON says.
#include "cyberlex/render/csv_grids.h"

#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cyberlex/render/csv.h"
#include "cyberlex/render/json.h"
#include "cyberlex/search/searcher.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

using Row = std::map<std::string, std::string>;

// Each row by the names of its columns, without the guard before formulas.
std::vector<Row> read_rows(std::string const& csv) {
  std::vector<TableRow> const lines = read_csv(csv).value();
  std::vector<Row> out;
  for (size_t i = 1; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].size(), lines[0].size());
    Row row;
    for (size_t j = 0; j < lines[0].size(); ++j) {
      EXPECT_TRUE(row.emplace(lines[0][j], unguarded(lines[i].at(j))).second) << lines[0][j];
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::string text_of(json const& value) {
  return value.is_null() ? "" : value.is_string() ? value.get<std::string>() : value.dump();
}

TEST(CsvMatrix, HasARowForEachCellAndEachOffenceOutside) {
  IndexReader const reader = FixtureIndex::reader();
  MatrixAnswer const answer = answer_matrix(reader, {"tz", {}, day("2020-01-01")}).value();
  json const body = json::parse(to_json(answer));
  std::vector<Row> const rows = read_rows(to_csv(answer));
  size_t at = 0;
  for (json const& row : body["rows"]) {
    for (json const& cell : row["cells"]) {
      ASSERT_LT(at, rows.size());
      Row const& line = rows[at++];
      EXPECT_EQ(line.at("article"), row["handle"]);
      EXPECT_EQ(line.at("jurisdiction"), cell["jurisdiction"]);
      EXPECT_EQ(line.at("coverage"), cell["coverage"]);
      EXPECT_EQ(line.at("longest"), text_of(cell["longest"]));
      EXPECT_EQ(line.at("met_whole"), cell["met"].is_null() ? "" : text_of(cell["met"]["whole"]));
      std::string limbs;
      for (json const& provision : cell["provisions"]) {
        std::string const handle = provision["handle"];
        limbs += (limbs.empty() ? "" : "; ") + handle.substr(0, handle.rfind('/') + 1) +
                 provision["limb"].get<std::string>();
      }
      EXPECT_EQ(line.at("provisions"), limbs);
    }
  }
  EXPECT_GT(at, 0U);
  EXPECT_EQ(rows.size(), at + body["outside"].size());
}

TEST(CsvMatrix, CountsTheArticlesOfAChapter) {
  IndexReader const reader = FixtureIndex::reader();
  MatrixAnswer const answer =
      answer_matrix(reader, {"tz", {}, day("2020-01-01"), MatrixLevel::kChapter}).value();
  json const body = json::parse(to_json(answer));
  uint64_t wanted = 0;
  for (json const& chapter : body["chapters"]) {
    wanted += chapter["articles"].get<uint64_t>() * body["states"].size();
  }
  uint64_t counted = 0;
  for (Row const& row : read_rows(to_csv(answer))) {
    counted += row.at("articles").empty() ? 0 : std::stoull(row.at("articles"));
  }
  EXPECT_EQ(counted, wanted);
  EXPECT_GT(counted, 0U);
}

TEST(CsvSafeguards, HasARowForEachPointOfEachPower) {
  IndexReader const reader = FixtureIndex::reader();
  SafeguardsAnswer const answer = answer_safeguards(reader, {{}, {}, day("2020-01-01")}).value();
  json const body = json::parse(to_json(answer));
  std::vector<Row> const rows = read_rows(to_csv(answer));
  size_t at = 0;
  for (json const& row : body["rows"]) {
    for (json const& found : row["safeguards"]) {
      ASSERT_LT(at, rows.size());
      EXPECT_EQ(rows[at].at("safeguard"), found["id"]);
      EXPECT_EQ(rows[at].at("value"), found["value"]);
      ++at;
    }
  }
  EXPECT_GT(at, 0U);
  EXPECT_EQ(rows.size(), at);
}

TEST(CsvCrosstab, HasTheCountOfEachPair) {
  auto const generation = FixtureIndex::generation();
  Searcher const searcher = std::move(Searcher::open(generation)).value();
  GenerationVocabulary const vocabulary(*generation);
  CrosstabRequest const request =
      parse_crosstab({{"rows", "jurisdiction"}, {"cols", "offence"}}, vocabulary, day("2020-01-01"))
          .value();
  CrosstabAnswer const answer = answer_crosstab(searcher, request).value();
  json const body = json::parse(to_json(answer));
  std::vector<Row> const rows = read_rows(to_csv(answer));
  size_t at = 0;
  for (size_t i = 0; i < body["rows"]["values"].size(); ++i) {
    for (size_t j = 0; j < body["cols"]["values"].size(); ++j) {
      ASSERT_LT(at, rows.size());
      Row const& line = rows[at++];
      EXPECT_EQ(line.at("jurisdiction"), body["rows"]["values"][i]["value"]);
      EXPECT_EQ(line.at("offence"), body["cols"]["values"][j]["value"]);
      EXPECT_EQ(line.at("provisions"), body["cells"][i][j].dump());
    }
  }
  EXPECT_GT(at, 1U);
  EXPECT_EQ(rows.size(), at);
}

TEST(CsvCompare, HasARowForEachValue) {
  IndexReader const reader = FixtureIndex::reader();
  CompareAnswer const answer =
      answer_compare(reader, {{"zz/computer-act-2010/sec_2", "zz/computer-act-2010/sec_3"},
                              {},
                              {},
                              {},
                              day("2020-01-01")})
          .value();
  json const body = json::parse(to_json(answer));
  std::vector<Row> const rows = read_rows(to_csv(answer));
  size_t at = 0;
  for (json const& row : body["rows"]) {
    for (json const& cell : row["cells"]) {
      for (json const& value : cell["values"]) {
        ASSERT_LT(at, rows.size());
        Row const& line = rows[at++];
        EXPECT_EQ(line.at("row"), row["id"]);
        EXPECT_EQ(line.at("differs"), text_of(row["differs"]));
        EXPECT_EQ(line.at("item"), cell["item"]);
        EXPECT_EQ(line.at("finding"), value["finding"]);
        EXPECT_EQ(line.at("value"), text_of(value["value"]));
      }
    }
  }
  EXPECT_GT(at, 10U);
  EXPECT_EQ(rows.size(), at);
}

}  // namespace
}  // namespace cyberlex
