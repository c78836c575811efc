#include "cyberlex/shards/bulk_files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "cyberlex/base/file.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/render/json_parts.h"
#include "cyberlex/shards/projector.h"

namespace cyberlex::shards {
namespace {

namespace fs = std::filesystem;

constexpr char const* kReadme =
    "# A corpus of Cyberlex for OpenSearch\n"
    "\n"
    "    curl -X PUT  $CLUSTER/law -H 'Content-Type: application/json' -d @mapping.json\n"
    "    for file in bulk-*.ndjson; do\n"
    "      curl -X POST $CLUSTER/law/_bulk -H 'Content-Type: application/x-ndjson' "
    "--data-binary @$file\n"
    "    done\n"
    "    curl -X POST $CLUSTER/law/_search -H 'Content-Type: application/json' "
    "-d @queries/limb.json\n"
    "\n"
    "Look into the answers of `_bulk`: it answers 200 when some documents were refused "
    "(`\"errors\":true`).\n"
    "\n"
    "A document is a provision as it stood for some time (`valid`), under "
    "`<handle>@<first day>`. `provision` holds all that is known of it, each value with its "
    "confidence and sources, as the HTTP API gives it; it is stored and not indexed. A value of a "
    "limb stands with all that is above it in its tree. Terms are hours on a scale of 360 days a "
    "year and 30 a month; fines hundredths of their unit; life is 1099511627776, death one more.\n"
    "\n"
    "Not the same as in Cyberlex: the order of hits, how words are analysed (Persian above all), "
    "and "
    "that no word leads to a concept's other labels.\n"
    "\n"
    "Queries, each an example to change:\n"
    "\n";

// The values of a list by parameter; measures apart.
struct Fields {
  std::map<Param, std::vector<std::string>> values;
  std::map<Param, std::vector<Measure>> measures;
};

class BulkDocument {
 public:
  BulkDocument(Generation const& generation, Projector const& projector)
      : generation_(generation), projection_(projector.projection()), projector_(projector) {}

  std::string json(DocNum doc, ProvisionRecord const& record,
                   std::vector<StateText> const& texts) const {
    ActContext const context = context_of(generation_, record);
    Places const places = projector_.places(doc);
    JsonOut out;
    out.object([&] {
      out.text("handle", to_string(Handle{context.act.work.handle, record.eid}));
      out.text("eid", record.eid.text());
      out.text("kind", name_of(record.kind));
      out.text("number", record.num);
      out.texts("absent", absent(places.document));
      write_states(out, doc);
      write_valid(out, record.valid);
      write_texts(out, record, texts);
      write_limbs(out, places);
      out.object("provision", [&] { write_provision(out, context, record, texts); });
    });
    return out.finish();
  }

  static std::string id(Generation const& generation, ProvisionRecord const& record) {
    std::string const handle =
        to_string(Handle{generation.acts().at(record.act).work.handle, record.eid});
    std::string const from = date_text(record.valid.from);
    return from.empty() ? handle : handle + '@' + from;
  }

 private:
  AxisValue const& value_of(Held const& held) const {
    return projection_.axes.at(held.axis).values.at(held.value);
  }

  // "offence=none": what is said of the whole provision.
  std::vector<std::string> absent(HeldList const& list) const {
    std::vector<std::string> out;
    for (Held const& held : list) {
      Param const param = projection_.axes.at(held.axis).param;
      out.push_back(std::string(info_of(param).name) + '=' + value_of(held).value);
    }
    return out;
  }

  void write_states(JsonOut& out, DocNum doc) const {
    for (StateValues const& each : projector_.states(doc)) {
      Axis const& axis = projection_.axes.at(each.axis);
      std::vector<std::string> values;
      for (uint32_t const value : each.values) {
        values.push_back(axis.values.at(value).value);
      }
      out.texts(info_of(axis.param).name, values);
    }
  }

  static void write_valid(JsonOut& out, Interval const& valid) {
    out.object("valid", [&] {
      out.text_if("gte", date_text(valid.from));
      out.text_if("lt", date_text(valid.to));
    });
  }

  // All texts of a language in one field.
  static void write_texts(JsonOut& out, ProvisionRecord const& record,
                          std::vector<StateText> const& texts) {
    std::map<std::string, std::vector<std::string>> fields;
    for (size_t i = 0; i < texts.size(); ++i) {
      TextSummary const& summary = record.texts.at(i);
      if (!summary.heading.empty()) {
        fields["heading_" + summary.language].push_back(summary.heading);
      }
      for (TextBlock const& block : texts[i].blocks) {
        fields[text_field(summary.language)].push_back(block.text);
      }
    }
    for (auto const& [name, values] : fields) {
      out.texts(name, values);
    }
  }

  Fields fields_of(HeldList const& list) const {
    Fields out;
    for (Held const& held : list) {
      Param const param = projection_.axes.at(held.axis).param;
      AxisValue const& value = value_of(held);
      if (value.measure) {
        out.measures[param].push_back(*value.measure);
      } else {
        out.values[param].push_back(value.value);
      }
    }
    return out;
  }

  void write_held(JsonOut& out, HeldList const& list) const {
    Fields const fields = fields_of(list);
    for (auto const& [param, values] : fields.values) {
      out.texts(info_of(param).name, values);
    }
    for (auto const& measured : fields.measures) {
      out.array(std::string(info_of(measured.first).name) + "_reach", [&] {
        for (Measure const& each : measured.second) {
          out.object([&] {
            out.text_if("unit", each.unit);
            out.number("number", each.number);
            out.flag("unbounded", each.unbounded);
          });
        }
      });
    }
  }

  void write_lists(JsonOut& out, std::string_view name, std::vector<HeldList> const& lists) const {
    out.array(name, [&] {
      for (HeldList const& each : lists) {
        out.object([&] { write_held(out, each); });
      }
    });
  }

  void write_limbs(JsonOut& out, Places const& places) const {
    out.array("limbs", [&] {
      for (PlacedLimb const& limb : places.limbs) {
        out.object([&] {
          write_held(out, limb.own);
          write_lists(out, "clauses", limb.clauses);
          write_lists(out, "mappings", limb.mappings);
        });
      }
    });
  }

  void write_provision(JsonOut& out, ActContext const& context, ProvisionRecord const& record,
                       std::vector<StateText> const& texts) const {
    write_provision_members(out, context, record);
    out.array("texts", [&] {
      for (size_t i = 0; i < texts.size(); ++i) {
        out.object([&] { write_text(out, context.act.work, record.texts.at(i), texts[i]); });
      }
    });
    write_full_limbs(out, context, record.limbs);
    write_penalties(out, context.act.work, record.limbs);
    write_suggested(out, generation_, record.suggested);
  }

  Generation const& generation_;
  Projection const& projection_;
  Projector const& projector_;
};

Error cannot_write(fs::path const& path) {
  return {ErrorCode::kUnavailable, std::string("cannot write: ") + std::strerror(errno),
          path.string()};
}

// bulk-0001.ndjson and so on, each as full as it may be.
class BulkPieces {
 public:
  explicit BulkPieces(fs::path folder) : folder_(std::move(folder)) {}

  Status add(std::string const& lines) {
    if (lines.size() > kBulkPiece) {
      return Error{ErrorCode::kBadInput, "a provision of " + std::to_string(lines.size()) +
                                             " bytes is larger than a bulk file may be (" +
                                             std::to_string(kBulkPiece) + ")"};
    }
    if (files_ == 0 || piece_.size() + lines.size() > kBulkPiece) {
      if (Status written = flush(); !written) {
        return written;
      }
      ++files_;
    }
    piece_ += lines;
    return Ok{};
  }

  Status flush() {
    if (piece_.empty()) {
      return Ok{};
    }
    std::string number = std::to_string(files_);
    number.insert(0, 4 - std::min<size_t>(4, number.size()), '0');
    fs::path const path = folder_ / ("bulk-" + number + ".ndjson");
    Status written = write_file_atomically(path.string(), piece_);
    piece_.clear();
    return written;
  }

  uint32_t files() const { return files_; }

 private:
  fs::path folder_;
  std::string piece_;
  uint32_t files_ = 0;
};

Status write_documents(std::shared_ptr<Generation const> const& generation, BulkPieces& pieces) {
  Result<IndexReader> const reader = IndexReader::open(generation);
  if (!reader) {
    return reader.error();
  }
  Projector const projector(SearchShared::make(generation));
  BulkDocument const document(*generation, projector);
  for (DocNum doc = 0; doc < generation->columns().documents(); ++doc) {
    Result<ProvisionRecord> const record = reader->record(doc);
    if (!record) {
      return record.error();
    }
    Result<std::vector<StateText>> const texts = reader->texts(doc);
    if (!texts) {
      return texts.error();
    }
    JsonOut action;
    action.object([&] {
      action.object("index", [&] { action.text("_id", BulkDocument::id(*generation, *record)); });
    });
    if (Status added = pieces.add(action.finish() + document.json(doc, *record, *texts)); !added) {
      return added;
    }
  }
  return pieces.flush();
}

Status write_others(Generation const& generation, fs::path const& folder) {
  std::vector<std::string> languages;
  for (Generation::LanguageStats const& each : generation.languages()) {
    languages.push_back(each.language);
  }
  std::string readme = kReadme;
  std::vector<std::pair<std::string, std::string>> files = {
      {"mapping.json", bulk_mapping(generation.manifest().digest, languages)}};
  for (BulkQuery const& query : bulk_queries()) {
    files.emplace_back("queries/" + query.file, query.json);
    readme += "- `queries/" + query.file + "`: " + query.what + "\n";
  }
  files.emplace_back("README.md", readme);
  for (auto const& [name, bytes] : files) {
    if (Status written = write_file_atomically((folder / name).string(), bytes); !written) {
      return written;
    }
  }
  return Ok{};
}

}  // namespace

Result<BulkWritten> write_bulk_files(std::shared_ptr<Generation const> generation,
                                     std::string const& out) {
  fs::path folder = fs::path(out).lexically_normal();
  if (!folder.has_filename()) {
    folder = folder.parent_path();  // "law/": what is made beside must not be made inside
  }
  fs::path const building = folder.string() + ".building";
  std::error_code fault;
  if (fs::exists(folder, fault)) {
    return Error{ErrorCode::kBadInput, "is there already; a new folder was expected",
                 folder.string()};
  }
  fs::remove_all(building, fault);
  if (!fs::create_directories(building / "queries", fault)) {
    return Error{ErrorCode::kUnavailable, "cannot make the folder: " + fault.message(),
                 building.string()};
  }
  BulkPieces pieces(building);
  Status written = write_documents(generation, pieces);
  if (written) {
    written = write_others(*generation, building);
  }
  if (written && std::rename(building.c_str(), folder.c_str()) != 0) {
    written = cannot_write(folder);
  }
  if (!written) {
    fs::remove_all(building, fault);
    return written.error();
  }
  return BulkWritten{generation->manifest().documents, pieces.files()};
}

}  // namespace cyberlex::shards
