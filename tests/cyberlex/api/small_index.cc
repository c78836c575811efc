#include "tests/cyberlex/api/small_index.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cyberlex/index/generation.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/writer.h"

namespace cyberlex::api {
namespace {

namespace fs = std::filesystem;

Date day(char const* text) {
  return Date::parse(text).value();
}
EId eid(std::string const& text) {
  return EId::parse(text).value();
}

ActRecord act(std::string handle, std::string iri, std::string jurisdiction) {
  ActRecord out;
  Work& work = out.work;
  work.handle = std::move(handle);
  work.iri = std::move(iri);
  work.jurisdiction = std::move(jurisdiction);
  bool const treaty = work.jurisdiction == "int";
  work.rank = treaty ? "treaty" : "act";
  work.unit = treaty ? ProvisionKind::kArticle : ProvisionKind::kSection;
  work.year = 2015;
  work.original_language = "en";
  work.title = {{"en", "Law called " + work.handle}};
  work.short_title = work.title;
  work.status = {{.from = day("2015-01-01"), .value = LegalStatus::kInForce, .provenance = {}}};
  work.sources = {
      {"gazette", Source{.title = "Gazette", .url = {}, .locator = {}, .seen = {}, .note = {}}}};
  out.expressions = {{.language = "en", .date = day("2015-01-01"), .kind = TextKind::kRestatement}};
  return out;
}

IndexDocument document(ActNum number, std::string const& unit, std::string const& text) {
  IndexDocument out;
  ProvisionRecord& record = out.record;
  record.act = number;
  record.eid = eid(unit);
  record.kind = unit.starts_with("art") ? ProvisionKind::kArticle : ProvisionKind::kSection;
  record.num = unit.substr(4);
  record.valid = {.from = day("2015-01-01"), .to = kEndOfTime};
  record.klass = ProvisionClass::kGeneral;
  TextSummary summary;
  summary.language = "en";
  summary.kind = TextKind::kRestatement;
  summary.version_date = day("2015-01-01");
  summary.heading = "Access to computers";
  record.texts = {summary};
  TextBlock const block{.eid = record.eid, .depth = 0, .label = {}, .text = text};
  out.texts = {{.language = "en", .kind = TextKind::kRestatement, .blocks = {block}}};
  return out;
}

LimbRecord offence(std::string const& unit) {
  LimbRecord out;
  out.eid = eid(unit);
  out.offences = {"illegal-access"};
  out.annotated = true;
  PenaltyArm arm;
  arm.max_term = Duration{.years = 5};
  PenaltyClause clause;
  clause.arms = {arm};
  clause.confidence = Confidence::kVerified;
  clause.sources = {"gazette"};
  out.penalties = {clause};
  MappingRecord mapping;
  mapping.limb = out.eid;
  mapping.treaty = "trt";
  mapping.article = eid("art_1");
  mapping.relation = Relation::kNarrower;
  mapping.rationale = "reaches less";
  out.mappings = {mapping};
  return out;
}

// Section 2: in force until 2020, then repealed.
void add_repealed(ActNum number, std::vector<IndexDocument>& out) {
  IndexDocument before = document(number, "sec_2", "Whoever opens a computer of another.");
  IndexDocument after = before;
  before.record.valid.to = day("2020-01-01");
  after.record.valid.from = day("2020-01-01");
  after.record.status = LegalStatus::kRepealed;
  out.push_back(std::move(before));
  out.push_back(std::move(after));
}

void add_main_act(ActNum number, int sections, std::string const& edition,
                  std::vector<IndexDocument>& out) {
  for (int i = 1; i <= sections; ++i) {
    if (i == 2) {
      add_repealed(number, out);
      continue;
    }
    std::string const text =
        "Whoever gains access to a computer without right commits an offence; " + edition +
        " edition.";
    out.push_back(document(number, "sec_" + std::to_string(i), text));
    if (i == 3) {
      out.back().record.klass = ProvisionClass::kOffence;
      out.back().record.limbs = {offence("sec_3")};
    }
  }
}

Taxonomy taxonomy() {
  Concept access;
  access.id = "illegal-access";
  access.scheme = "offence";
  access.pref = {{"en", "illegal access"}, {"es", "acceso ilícito"}, {"fa", "دسترسی غیرمجاز"}};
  Concept search;
  search.id = "search";
  search.scheme = "power";
  search.pref = {{"en", "search"}, {"es", "registro"}, {"fa", "تفتیش"}};
  return Taxonomy{.concepts = {access, search}};
}

}  // namespace

SmallIndex::SmallIndex() {
  std::string const test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
  fs::path const path =
      fs::temp_directory_path() / ("cyberlex-searchd-" + test + "-" + std::to_string(::getpid()));
  fs::remove_all(path);
  fs::create_directories(path);
  folder_ = path.string();
}

SmallIndex::~SmallIndex() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void SmallIndex::build(int sections, std::string const& edition) {
  std::vector<ActRecord> acts = {
      act("trt", "/akn/un/act/convention/2001/trt", "int"),
      act("zz/computer-act-2015", "/akn/zz/act/2015/computer-act", "zz")};
  std::vector<IndexDocument> documents = {
      document(0, "art_1", "Each party shall make access without right an offence."),
      document(0, "art_2", "Each party shall make interception without right an offence.")};
  add_main_act(1, sections, edition, documents);
  for (int i = 1; i <= 8; ++i) {
    std::string const number = std::to_string(i);
    acts.push_back(act("zz/other-" + number, "/akn/zz/act/2015/other-" + number, "zz"));
    documents.push_back(
        document(static_cast<ActNum>(acts.size() - 1), "sec_1", "Unrelated matter."));
  }
  WriterOptions options;
  options.index_dir = folder_;
  auto const written = write_generation(options, acts, taxonomy(), documents);
  ASSERT_TRUE(written.ok()) << to_string(written.error());
}

void SmallIndex::damage_current() {
  auto const good = current_generation(folder_);
  ASSERT_TRUE(good.ok());
  fs::path const bad = fs::path(*good).string() + "-2";
  fs::copy(*good, bad, fs::copy_options::recursive);
  for (auto const& entry : fs::recursive_directory_iterator(bad)) {
    if (entry.is_regular_file()) {
      fs::resize_file(entry.path(), entry.file_size() / 2);
    }
  }
  std::ofstream(fs::path(folder_) / schema::kPointerFile) << bad.filename().string() << "\n";
}

}  // namespace cyberlex::api
