#include "cyberlex/render/export.h"

#include <gmock/gmock.h>

#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "cyberlex/answer/export_tables.h"
#include "cyberlex/render/csv.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/saved_answer.h"
#include "cyberlex/render/temporary_file.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/xlsx.h"
#include "cyberlex/render/zip.h"
#include "tests/support/mini_index.h"
#include "tests/support/random_corpus.h"
#include "tests/support/random_query.h"

namespace cyberlex::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr uint32_t kSeed = 20261;
constexpr int kRequests = 60;

// Everything that an export gives, or the error that ends it.
Result<std::string> bytes_of(Searcher& searcher, SearchRequest const& request, ExportFormat format,
                             SearchLimits const& limits = {}) {
  auto made = Export::open(searcher, request, format, limits);
  if (!made) {
    return made.error();
  }
  std::string out;
  for (;;) {
    std::string chunk;
    auto const more = made->next(chunk);
    if (!more) {
      return more.error();
    }
    if (!*more) {
      return out;
    }
    out += chunk;
  }
}

std::vector<json> lines_of(std::string const& bytes) {
  std::vector<json> out;
  std::istringstream in(bytes);
  for (std::string line; std::getline(in, line);) {
    out.push_back(json::parse(line));
  }
  return out;
}

using Handles = std::vector<std::string>;

// The first group of every match, in order.
Handles matches_of(std::regex const& pattern, std::string const& text) {
  Handles out;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    out.push_back((*at)[1]);
  }
  return out;
}

// What stands in the column "handle" of a CSV, without what follows upon itself.
Handles handles_in_csv(std::string const& bytes) {
  auto const rows = must(read_csv(bytes));
  auto const place = std::ranges::find(rows.at(0), "handle") - rows.at(0).begin();
  Handles out;
  for (size_t row = 1; row < rows.size(); ++row) {
    out.push_back(rows[row].at(static_cast<size_t>(place)));
  }
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// The same of the first sheet, read from the XML with nothing of the writer.
Handles handles_in_workbook(std::string const& bytes) {
  static std::regex const kCell(R"(<c r="B\d+"[^>]*><is><t[^>]*>([^<]*)</t>)");
  Handles out =
      matches_of(kCell, must(read_zip_member(bytes, "xl/worksheets/sheet1.xml", 1ULL << 26U)));
  EXPECT_FALSE(out.empty());
  EXPECT_EQ(out.at(0), "handle");
  out.erase(out.begin());
  return out;
}

class ExportTest : public ::testing::Test {
 protected:
  // The hits of all pages, as search's JSON has them.
  std::vector<json> pages(SearchRequest request) {
    std::vector<json> out;
    request.limit = 7;
    request.facets.clear();
    for (;;) {
      SearchResponse const page = must(searcher_.search(request));
      json const answer = json::parse(to_json(page));
      out.insert(out.end(), answer["hits"].begin(), answer["hits"].end());
      if (!page.next) {
        return out;
      }
      request.cursor = page.next;
    }
  }

  // The numbered lines of all pages of the text, and the numbers that they bear.
  std::pair<Handles, Handles> screen(SearchRequest request) {
    static std::regex const kNumber(R"((?:^|\n)(\d+)\. )");
    static std::regex const kHandle(R"((?:^|\n)\d+\. [\x01]?([^ \x02\n]+))");
    std::pair<Handles, Handles> out;
    request.limit = 9;
    for (;;) {
      SearchResponse const page = must(searcher_.search(request));
      std::string const text = to_text(page);
      std::ranges::copy(matches_of(kHandle, text), std::back_inserter(out.first));
      std::ranges::copy(matches_of(kNumber, text), std::back_inserter(out.second));
      if (!page.next) {
        return out;
      }
      request.cursor = page.next;
    }
  }

  SearchRequest random_request() {
    static constexpr auto kSorts = std::to_array(
        {Sort::kRelevance, Sort::kCitation, Sort::kNewest, Sort::kOldest, Sort::kSeverity});
    static std::vector<std::string> const queries = {"",
                                                     "access",
                                                     "computer OR data",
                                                     "fraud -court",
                                                     "\"access computer\"",
                                                     "network NEAR/5 person",
                                                     "sistema"};
    SearchRequest out;
    out.q = chance_.pick(queries);
    out.filters = RandomQuery(chance_).filters(12);
    out.as_of = day(chance_.one_in(2) ? "2016-01-01" : "2021-01-01");
    out.sort = chance_.pick(kSorts);
    return out;
  }

  Chance chance_{kSeed};
  MiniIndex index_{RandomCorpus(kSeed).acts(6, 12), random_taxonomy()};
  Searcher searcher_ = must(Searcher::open(index_.generation()));
};

TEST_F(ExportTest, HoldsTheHitsOfAllPagesInTheirOrder) {
  std::cout << "seed " << kSeed << '\n';
  size_t hits = 0;
  for (int i = 0; i < kRequests; ++i) {
    SearchRequest const request = random_request();
    std::vector<json> lines = lines_of(must(bytes_of(searcher_, request, ExportFormat::kJsonl)));
    std::vector<json> const wanted = pages(request);
    ASSERT_EQ(lines.size(), wanted.size() + 1) << request.q;
    EXPECT_EQ(lines.front()["export"]["total"], wanted.size());
    for (size_t at = 0; at < wanted.size(); ++at) {
      json hit = lines[at + 1];
      EXPECT_TRUE(hit.contains("texts"));
      hit.erase("texts");
      EXPECT_EQ(hit, wanted[at]) << request.q << " hit " << at;
    }
    hits += wanted.size();
  }
  EXPECT_GT(hits, 500U);
}

TEST_F(ExportTest, NamesTheProvisionsOfTheScreenInItsOrder) {
  size_t hits = 0;
  for (int i = 0; i < kRequests / 2; ++i) {
    SearchRequest const request = random_request();
    Handles wanted;
    for (json const& hit : pages(request)) {
      wanted.push_back(hit["handle"]);
    }
    auto const [shown, numbers] = screen(request);
    EXPECT_EQ(shown, wanted) << request.q;
    for (size_t at = 0; at < numbers.size(); ++at) {
      EXPECT_EQ(numbers[at], std::to_string(at + 1)) << request.q;
    }
    EXPECT_EQ(handles_in_csv(must(bytes_of(searcher_, request, ExportFormat::kCsv))), wanted)
        << request.q;
    EXPECT_EQ(handles_in_workbook(must(bytes_of(searcher_, request, ExportFormat::kXlsx))), wanted)
        << request.q;
    std::string const package = must(bytes_of(searcher_, request, ExportFormat::kDatapackage));
    EXPECT_EQ(handles_in_csv(must(read_zip_member(package, "provisions.csv", 1ULL << 26U))), wanted)
        << request.q;
    hits += wanted.size();
  }
  EXPECT_GT(hits, 200U);
}

TEST_F(ExportTest, GivesTheSameProvisionsInEveryFormat) {
  for (int i = 0; i < kRequests / 4; ++i) {
    SearchRequest const request = random_request();
    std::vector<std::string> wanted;
    std::vector<std::string> arms;
    for (json const& hit : pages(request)) {
      wanted.push_back(hit["handle"]);
      for (json const& arm : hit["penalties"]) {
        arms.push_back(arm["kind"].get<std::string>() + ' ' + arm["limb"].get<std::string>());
      }
    }
    auto const rows = must(read_csv(must(bytes_of(searcher_, request, ExportFormat::kCsv))));
    std::vector<Column> const& columns = flat_columns();
    auto const place = [&columns](std::string const& name) {
      return static_cast<size_t>(std::ranges::find(columns, name, &Column::name) - columns.begin());
    };
    std::vector<std::string> handles;
    std::vector<std::string> flat_arms;
    for (size_t row = 1; row < rows.size(); ++row) {
      std::string const handle = rows[row].at(place("handle"));
      if (handles.empty() || handles.back() != handle) {
        handles.push_back(handle);
      }
      if (rows[row].at(0) == "penalty") {
        std::string const limb = rows[row].at(place("limb"));
        flat_arms.push_back(rows[row].at(place("penalty_kind")) + ' ' +
                            limb.substr(limb.rfind('/') + 1));
      }
    }
    EXPECT_EQ(handles, wanted) << request.q;
    std::ranges::sort(arms);
    std::ranges::sort(flat_arms);
    EXPECT_EQ(flat_arms, arms) << request.q;
    SavedAnswer const package =
        must(read_saved(must(bytes_of(searcher_, request, ExportFormat::kDatapackage))));
    EXPECT_EQ(package.tables.at("provisions").size(), wanted.size());
    EXPECT_EQ(package.tables.at("penalties").size(), arms.size());
  }
}

TEST_F(ExportTest, FillsEveryTableAsItsColumnsSay) {
  SearchRequest request;
  request.as_of = day("2021-01-01");
  auto walk = must(ResultWalk::open(searcher_, request));
  WalkedHit hit;
  std::map<TableId, std::set<std::string>> keys;
  while (must(walk.next(hit))) {
    for (TableInfo const& table : export_tables()) {
      for (TableRow const& row : rows_of(table.id, *index_.generation(), hit)) {
        ASSERT_EQ(row.size(), table.columns.size()) << table.name;
        std::string key;
        for (size_t i = 0; i < row.size(); ++i) {
          Column const& column = table.columns[i];
          EXPECT_TRUE(!column.required || !row[i].empty()) << table.name << ' ' << column.name;
          bool const known = row[i].empty() || column.values.empty() ||
                             std::ranges::find(column.values, row[i]) != column.values.end();
          EXPECT_TRUE(known) << table.name << ' ' << column.name << ' ' << row[i];
          if (column.type == ColumnType::kDate && !row[i].empty()) {
            EXPECT_TRUE(Date::parse(row[i]).ok()) << row[i];
          }
          if (column.type == ColumnType::kDuration && !row[i].empty()) {
            EXPECT_TRUE(Duration::parse(row[i]).ok()) << row[i];
          }
          bool const of_key = std::ranges::find(table.key, column.name) != table.key.end();
          key += of_key ? row[i] + '|' : "";
        }
        EXPECT_TRUE(keys[table.id].insert(key).second) << table.name << ' ' << key;
      }
    }
    for (TableRow const& row : flat_rows(*index_.generation(), hit)) {
      ASSERT_EQ(row.size(), flat_columns().size());
    }
  }
  EXPECT_GT(keys[TableId::kMappings].size(), 20U);
}

TEST_F(ExportTest, GivesTheSameBytesTwice) {
  SearchRequest request;
  request.as_of = day("2021-01-01");
  for (ExportFormatInfo const& format : export_formats()) {
    std::string const first = must(bytes_of(searcher_, request, format.format));
    EXPECT_EQ(first, must(bytes_of(searcher_, request, format.format))) << format.name;
    EXPECT_FALSE(first.empty());
  }
}

TEST_F(ExportTest, StopsWhenItIsLate) {
  SearchRequest request;
  request.as_of = day("2021-01-01");
  SearchLimits const late{.deadline = std::chrono::steady_clock::now()};
  auto const stopped = bytes_of(searcher_, request, ExportFormat::kCsv, late);
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().code, ErrorCode::kUnavailable);
}

TEST_F(ExportTest, IsReadBackAndComparedWithAnother) {
  SearchRequest request;
  request.as_of = day("2021-01-01");
  for (ExportFormat const format : {ExportFormat::kJsonl, ExportFormat::kDatapackage}) {
    SavedAnswer const before = must(read_saved(must(bytes_of(searcher_, request, format))));
    EXPECT_EQ(before.origin.digest, index_.generation()->manifest().digest);
    EXPECT_TRUE(compare_saved(before, before).same_rows);
    EXPECT_EQ(compare_saved(before, before).report, "identical\n");
    SavedAnswer after = before;
    std::string const name = format == ExportFormat::kJsonl ? "hits" : "provisions";
    SavedTable& table = after.tables.at(name);
    std::string const gone = table.begin()->first;
    table.erase(table.begin());
    std::string const changed = table.begin()->first;
    table.begin()->second["status"] = "other";
    std::next(table.begin())->second["score"] = "7";
    table["new/1"] = {};
    after.origin.digest = "0";
    SavedDifference const difference = compare_saved(before, after);
    EXPECT_FALSE(difference.same_rows);
    for (std::string const& line :
         {std::string("changed\n"), std::string("corpus changed: "),
          name + ": 1 removed, 1 added, 1 changed, 1 in score", "  removed " + gone,
          "  changed " + changed + ": status (in-force -> other)\n",
          std::string("  added new/1\n")}) {
      EXPECT_THAT(difference.report, HasSubstr(line));
    }
  }
}

TEST_F(ExportTest, IsNotReadBackWhenItIsNotWhole) {
  SearchRequest request;
  request.as_of = day("2021-01-01");
  std::string const lines = must(bytes_of(searcher_, request, ExportFormat::kJsonl));
  std::string const cut = lines.substr(0, lines.rfind('\n', lines.size() - 2) + 1);
  EXPECT_THAT(read_saved(cut).error().message, HasSubstr("it was cut"));
  std::string const package = must(bytes_of(searcher_, request, ExportFormat::kDatapackage));
  EXPECT_FALSE(read_saved(std::string_view(package).substr(0, package.size() / 2)).ok());
  for (char const* other : {"", "{}", "[]", "PK", "handle,iri\r\n", "{\"total\":1}"}) {
    EXPECT_FALSE(read_saved(other).ok()) << other;
  }
}

TEST(Csv, GuardsWhatASpreadsheetWouldRunAndGivesItBack) {
  std::vector<Column> const columns = {{"a", ColumnType::kText, ""},
                                       {"n", ColumnType::kDecimal, ""}};
  for (std::string const text :
       {"=1+1", "+1", "-x", "@y", "\tz", "\rz", "'q", "a\"b", "a,b\r\nc", "", "ماده ۱", "plain"}) {
    std::string line;
    write_csv_names(columns, line);
    write_csv_row(columns, {text, "1.5"}, line);
    auto const rows = must(read_csv(line));
    ASSERT_EQ(rows.size(), 2U) << line;
    std::string const cell = rows[1].at(0);
    EXPECT_TRUE(cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos) << cell;
    EXPECT_EQ(unguarded(cell), text);
    EXPECT_EQ(rows[1].at(1), "1.5");
  }
  EXPECT_FALSE(read_csv("\"open").ok());
  EXPECT_FALSE(read_csv("\"a\"b\r\n").ok());
}

TEST(Xlsx, CountsRowsThatASheetHasNoRoomFor) {
  TemporaryFile const file = must(TemporaryFile::make());
  std::vector<Column> const one_column = {{"a", ColumnType::kText, ""}};
  XlsxWriter book = must(XlsxWriter::open(file.path(), day("2020-01-01")));
  size_t const sheet = must(book.add_sheet("one", one_column));
  for (uint64_t i = 1; i < kMostSheetRows + 5; ++i) {
    ASSERT_TRUE(book.add(sheet, {i % 1000 == 0 ? "x" : ""}).ok());
  }
  EXPECT_EQ(book.rows(sheet), kMostSheetRows + 5);
  size_t const other = must(book.add_sheet("two", one_column));
  auto const longer = book.add(other, {std::string(40000, 'x')});
  ASSERT_FALSE(longer.ok());
  EXPECT_EQ(longer.error().where, "format");
  EXPECT_TRUE(book.finish().ok());
}

TEST(Zip, GivesBackWhatWasPutIn) {
  TemporaryFile file = must(TemporaryFile::make());
  ZipWriter zip = must(ZipWriter::open(file.path(), day("2020-01-01")));
  ASSERT_TRUE(zip.add("a.txt", "alpha").ok());
  ASSERT_TRUE(zip.add("empty", "").ok());
  ASSERT_TRUE(zip.finish().ok());
  std::string bytes;
  while (must(file.read(bytes))) {
  }
  EXPECT_EQ(must(read_zip_member(bytes, "a.txt", 100)), "alpha");
  EXPECT_EQ(must(read_zip_member(bytes, "empty", 100)), "");
  EXPECT_EQ(read_zip_member(bytes, "b.txt", 100).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_zip_member(bytes, "a.txt", 2).error().code, ErrorCode::kBadInput);
  EXPECT_EQ(read_zip_member("no archive", "a.txt", 100).error().code, ErrorCode::kBadInput);
}

}  // namespace
}  // namespace cyberlex::testing
