#include "indexer/legalize_work.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/model/identifiers.h"
#include "indexer/heading_words.h"
#include "indexer/slugs.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

// The words of the trees beside our own names.
std::optional<LegalStatus> status_word(std::string const& word) {
  constexpr auto kWords = std::to_array<std::pair<std::string_view, LegalStatus>>({
      {"abrogated", LegalStatus::kRepealed},
      {"annulled", LegalStatus::kStruckDown},
      {"expired", LegalStatus::kLapsed},
      {"partially-repealed", LegalStatus::kInForce},
      {"superseded", LegalStatus::kReplaced},
  });
  auto const found =
      std::find_if(kWords.begin(), kWords.end(), [&](auto const& w) { return w.first == word; });
  return found == kWords.end() ? parse_name<LegalStatus>(word) : std::optional(found->second);
}

std::optional<Date> date_in(std::string_view text) {
  Result<Date> const date = Date::parse(text.substr(0, 10));
  return date ? std::optional(*date) : std::nullopt;
}

bool is_country(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Reads the fields of one file; what it says names that file's front matter.
class DialectReader {
 public:
  DialectReader(FrontMatter const& fields, std::string const& file, Diagnostics& diagnostics)
      : fields_(fields), place_{file, fields.first_line, 0}, diagnostics_(diagnostics) {}

  std::optional<LegalizeWork> read() {
    Work& work = out_.work;
    work.jurisdiction = fold_latin(fields_.get("country"));
    std::string const slug = act_slug(work.jurisdiction);
    if (!is_country(work.jurisdiction) || slug.empty()) {
      diagnostics_.warning(place_, "no identifier and country of a law: the file is not read");
      return std::nullopt;
    }
    work.handle = work.jurisdiction + '/' + slug;
    std::string const rank = make_slug(fields_.get("rank"));
    work.rank = rank.empty() ? "unknown" : rank;
    work.source_url = fields_.get("source");
    read_language();
    read_dates();
    work.iri = "/akn/" + work.jurisdiction + "/act/" + year_segment() + '/' + slug;
    work.title[out_.language] = whole_title(fields_, fields_.get("title"));
    read_short_names();
    return std::move(out_);
  }

 private:
  void warn(std::string message) { diagnostics_.warning(place_, std::move(message)); }

  // "UY-ley-19621" -> "ley-19621".
  std::string act_slug(std::string const& country) const {
    std::string slug = make_slug(fields_.get("identifier"));
    std::string const prefix = country + '-';
    return slug.starts_with(prefix) ? slug.substr(prefix.size()) : slug;
  }
  std::string year_segment() const {
    return out_.work.year > 0 ? std::to_string(out_.work.year) : "undated";
  }

  void read_language() {
    std::string_view const lang = fields_.get("lang");
    std::string code = fold_latin(lang.empty() ? fields_.get("language") : lang);
    code = code.substr(0, code.find_first_of("-_"));
    code = code.size() == 3 ? std::string(language_639_1(code).value_or("")) : code;
    if (!language_639_2(code)) {
      code = language_of_country(out_.work.jurisdiction);
    }
    if (code.empty()) {
      warn("no language, and none known for country \"" + out_.work.jurisdiction + "\"");
      code = "und";
    }
    out_.language = code;
    out_.work.original_language = code;
  }

  std::optional<Date> date_field(std::string_view key) {
    std::string_view const text = fields_.get(key);
    std::optional<Date> const date = date_in(text);
    if (!text.empty() && !date) {
      warn(std::string(key) + ": expected a date, found \"" + std::string(text) + '"');
    }
    return date;
  }

  void read_dates() {
    std::optional<Date> const published = date_field("publication_date");
    std::optional<Date> const updated = date_field("last_updated");
    std::optional<Date> enacted = date_field("enactment_date");
    enacted = enacted ? enacted : date_field("promulgation_date");
    std::optional<Date> const first = published ? published : enacted;
    if (first && updated && *updated < *first) {
      warn("last_updated " + updated->to_string() + " is before " + first->to_string() +
           ", which is taken for the version's date");
    }
    bool const known = updated && (!first || *first <= *updated);
    if (!known && !first) {
      warn("no date of this version");
    }
    out_.version = known ? *updated : first.value_or(Date());
    read_year(enacted ? enacted : first);
    read_status(first.value_or(out_.version));
    if (enacted) {
      ActEvent event;
      event.date = *enacted;
      event.type = "enacted";
      out_.work.events.push_back(std::move(event));
    }
  }

  void read_year(std::optional<Date> date) {
    std::string_view const text = fields_.get("year");
    bool const digits = text.size() == 4 && text.find_first_not_of("0123456789") == text.npos;
    out_.work.year = digits ? std::stoi(std::string(text)) : date ? date->year() : 0;
  }

  void read_status(Date from) {
    std::string const word = make_slug(fields_.get("status"));
    std::optional<LegalStatus> const value = status_word(word);
    if (!value) {
      warn("status: unknown word \"" + word + '"');
    }
    LegalStatus const status = value.value_or(LegalStatus::kUnknown);
    if (is_gone(status) && from < out_.version) {
      // It is gone by the day of this version; what it was before, the file does not say.
      out_.work.status.push_back({from, LegalStatus::kUnknown, {}});
      from = out_.version;
    } else if (is_gone(status)) {
      warn("status: \"" + word + "\" without the day on which it ended");
    }
    out_.work.status.push_back({from, status, {}});
  }

  // "Ley 19621" is how people cite it.
  void read_short_names() {
    std::string_view const type = fields_.get("official_type");
    std::string_view const number = fields_.get("official_number");
    if (!type.empty() && !number.empty()) {
      out_.work.names.push_back(std::string(type) + ' ' + std::string(number));
    }
    std::string_view const short_title = fields_.get("short_title");
    if (!short_title.empty()) {
      out_.work.short_title[out_.language] = short_title;
    }
  }

  FrontMatter const& fields_;
  SourcePlace place_;
  Diagnostics& diagnostics_;
  LegalizeWork out_;
};

}  // namespace

std::string whole_title(FrontMatter const& fields, std::string_view title) {
  std::string out = collapse_space(fields.before);
  // "CO" over the line and "-Emissionen" below it are one word.
  out += out.empty() || title.empty() || title.starts_with('-') ? "" : " ";
  return out + std::string(title);
}

std::optional<LegalizeWork> make_legalize_work(FrontMatter const& fields, std::string_view head,
                                               std::string const& file, Diagnostics& diagnostics) {
  if (!fields.get("jurabk").empty() && fields.get("identifier").empty()) {
    return make_german_work(fields, head, file, diagnostics);
  }
  return DialectReader(fields, file, diagnostics).read();
}

}  // namespace cyberlex
