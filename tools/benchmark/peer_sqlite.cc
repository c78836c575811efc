// SQLite FTS5 as a peer: an external-content table over folded text, BM25 as it ships, facets by
// GROUP BY over the matches, gathered once.

#include <sqlite3.h>

#include <stdexcept>

#include "tools/benchmark/peer.h"

namespace cyberlex::benchmark {
namespace {

constexpr char const* kSchema = R"(
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;
CREATE TABLE provision(doc INTEGER PRIMARY KEY, id TEXT, heading TEXT, text TEXT);
CREATE TABLE value(code INTEGER PRIMARY KEY, text TEXT UNIQUE);
CREATE TABLE facet(doc INTEGER PRIMARY KEY, jurisdiction INTEGER, year INTEGER, rank INTEGER,
                   status INTEGER);
CREATE VIRTUAL TABLE fts USING fts5(text, content='provision', content_rowid='doc',
                                    tokenize='unicode61 remove_diacritics 2');
BEGIN;
)";
constexpr char const* kFinish = R"(
INSERT INTO fts(fts) VALUES('rebuild');
INSERT INTO fts(fts) VALUES('optimize');
CREATE UNIQUE INDEX by_id ON provision(id);
CREATE INDEX by_jurisdiction ON facet(jurisdiction); CREATE INDEX by_year ON facet(year);
CREATE INDEX by_rank ON facet(rank); CREATE INDEX by_status ON facet(status);
COMMIT; ANALYZE;
)";

void execute(sqlite3* db, std::string const& sql) {
  char* message = nullptr;
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
    throw std::runtime_error(message == nullptr ? "sqlite" : message);
  }
}

// A prepared statement, reused.
class Statement {
 public:
  Statement(sqlite3* db, std::string const& sql) {
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(db) + (": " + sql));
    }
  }
  Statement(Statement const&) = delete;
  Statement& operator=(Statement const&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  void bind(int at, std::string const& text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }
  void bind(int at, int64_t number) { sqlite3_bind_int64(statement_, at, number); }
  bool step() {
    int const state = sqlite3_step(statement_);
    if (state != SQLITE_ROW && state != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errstr(state));
    }
    return state == SQLITE_ROW;
  }
  int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const {
    auto const* const bytes =
        reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr ? "" : bytes;
  }
  void reset() { sqlite3_reset(statement_); }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

std::string file_of(std::string const& folder) {
  return folder + "/peer.sqlite";
}

void add(Statement& provision, Statement& value, Statement& facet, int64_t doc,
         Provision const& each) {
  provision.bind(1, doc);
  provision.bind(2, each.id);
  provision.bind(3, each.heading);
  provision.bind(4, each.text);
  facet.bind(1, doc);
  for (size_t i = 0; i < each.facets.size(); ++i) {
    value.bind(1, each.facets[i]);
    value.step();
    value.reset();
    facet.bind(static_cast<int>(i) + 2, each.facets[i]);
  }
  provision.step();
  provision.reset();
  facet.step();
  facet.reset();
}

void build(std::string const& provisions, std::string const& folder) {
  sqlite3* db = nullptr;
  if (sqlite3_open(file_of(folder).c_str(), &db) != SQLITE_OK) {
    throw std::runtime_error(file_of(folder) + " cannot be made");
  }
  execute(db, kSchema);
  {
    std::string const code = "(SELECT code FROM value WHERE text = ?)";
    Statement provision(db, "INSERT INTO provision VALUES(?, ?, ?, ?)");
    Statement value(db, "INSERT OR IGNORE INTO value(text) VALUES(?)");
    Statement facet(
        db, "INSERT INTO facet VALUES(?, " + code + ", " + code + ", " + code + ", " + code + ")");
    int64_t doc = 0;
    each_provision(provisions,
                   [&](Provision const& each) { add(provision, value, facet, ++doc, each); });
  }
  execute(db, kFinish);
  sqlite3_close(db);
}

class SqlitePeer : public Peer {
 public:
  explicit SqlitePeer(std::string const& folder) {
    if (sqlite3_open_v2(file_of(folder).c_str(), &db_, SQLITE_OPEN_READONLY, nullptr) !=
        SQLITE_OK) {
      throw std::runtime_error(file_of(folder) + " cannot be opened");
    }
    execute(db_,
            "PRAGMA mmap_size = 8000000000; PRAGMA cache_size = -500000; "
            "PRAGMA temp_store = MEMORY");
  }
  SqlitePeer(SqlitePeer const&) = delete;
  SqlitePeer& operator=(SqlitePeer const&) = delete;
  ~SqlitePeer() override { sqlite3_close(db_); }

  uint64_t ask(Question const& question) override {
    if (question.workload == 8) {
      return by_id(question.id);
    }
    std::string const where = condition(question, true);
    uint64_t const matches = count(question, where);
    page(question, where);
    if (question.has_facets()) {
      facets(question, where);
    }
    return matches;
  }

 private:
  static std::string match_of(Question const& question) {
    std::string out;
    for (std::string const& word : question.words) {
      out += question.is_phrase() ? word + " " : "\"" + word + "\" ";
    }
    return question.is_phrase() ? "\"" + out + "\"" : out;
  }

  // From where the matches come, as SQL over rowids; `filtered` keeps the question's own filter.
  static std::string condition(Question const& question, bool filtered) {
    std::string filter;
    if (filtered && !question.facet.empty()) {
      for (std::string const& value : question.values) {
        filter += (filter.empty() ? "" : ", ") + ("'" + value + "'");
      }
      filter = question.facet + " IN (SELECT code FROM value WHERE text IN (" + filter + "))";
    }
    if (question.words.empty()) {
      return "SELECT doc FROM facet" + (filter.empty() ? "" : " WHERE " + filter);
    }
    std::string const words = "SELECT rowid AS doc FROM fts WHERE fts MATCH ?1";
    return filter.empty()
               ? words
               : "SELECT doc FROM (" + words + ") JOIN facet USING (doc) WHERE " + filter;
  }

  void bind(Statement& statement, Question const& question) const {
    if (!question.words.empty()) {
      statement.bind(1, match_of(question));
    }
  }

  uint64_t by_id(std::string const& id) {
    Statement statement(db_, "SELECT id, heading FROM provision WHERE id = ?1");
    statement.bind(1, id);
    shown_ = statement.step() ? statement.text(1) : "";
    return 1;
  }

  uint64_t count(Question const& question, std::string const& where) {
    Statement statement(db_, "SELECT count(*) FROM (" + where + ")");
    bind(statement, question);
    statement.step();
    return static_cast<uint64_t>(statement.number(0));
  }

  void page(Question const& question, std::string const& where) {
    std::string const best =
        question.words.empty() ? where + " LIMIT 10"
        : question.facet.empty()
            ? where + " ORDER BY rank LIMIT 10"
            : "SELECT doc FROM (SELECT rowid AS doc, rank AS score FROM fts WHERE fts MATCH ?1) "
              "WHERE doc IN (" +
                  where + ") ORDER BY score LIMIT 10";
    Statement statement(db_, "SELECT id, heading FROM (" + best + ") JOIN provision USING (doc)");
    bind(statement, question);
    while (statement.step()) {
      shown_ = statement.text(0) + statement.text(1);
    }
  }

  // A facet is not narrowed by its own selection.
  void facets(Question const& question, std::string const& where) {
    std::string sql = "WITH found AS MATERIALIZED (" + where + ")";
    bool const multi = question.workload == 9;
    if (multi) {
      sql += ", wide AS MATERIALIZED (" + condition(question, false) + ")";
    }
    std::string unions;
    for (std::string const& name : facet_names()) {
      std::string const from = multi && name == question.facet ? "wide" : "found";
      unions += unions.empty() ? " " : " UNION ALL ";
      unions += "SELECT '" + name + "', " + name + ", count(*) FROM " + from +
                " JOIN facet USING (doc) GROUP BY " + name;
    }
    Statement statement(db_, sql + unions);
    bind(statement, question);
    while (statement.step()) {
      counted_ += statement.number(2);
    }
  }

  sqlite3* db_ = nullptr;
  std::string shown_;
  int64_t counted_ = 0;
};

}  // namespace
}  // namespace cyberlex::benchmark

int main(int argc, char** argv) {
  using namespace cyberlex::benchmark;
  return peer_main(argc, argv, {build, [](std::string const& folder) -> std::unique_ptr<Peer> {
                                  return std::make_unique<SqlitePeer>(folder);
                                }});
}
