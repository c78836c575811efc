#include "indexer/akn_work.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cyberlex/model/identifiers.h"
#include "indexer/heading_words.h"
#include "indexer/slugs.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

void append_text(XmlNode const& node, std::string& out) {
  out += node.text;
  for (XmlNode const& child : node.children) {
    append_text(child, out);
  }
}

// Segments of the path of an IRI: no scheme, host, "akn", component or expression.
std::vector<std::string> segments_of(std::string_view iri) {
  size_t const scheme = iri.find("://");
  if (scheme != std::string_view::npos) {
    iri.remove_prefix(std::min(iri.find('/', scheme + 3), iri.size()));
  }
  std::vector<std::string> out;
  while (!iri.empty()) {
    size_t const end = std::min(iri.find('/'), iri.size());
    std::string segment = fold_latin(iri.substr(0, end));
    iri.remove_prefix(std::min(end + 1, iri.size()));
    bool const said_elsewhere = segment.empty() || segment == "akn" || segment == "id" ||
                                segment == "enacted" || segment == "made" ||
                                segment.front() == '!' || segment.find('@') != std::string::npos;
    if (!said_elsewhere) {
      out.push_back(std::move(segment));
    }
  }
  return out;
}

class MetaReader {
 public:
  MetaReader(XmlNode const& document, std::string const& file, Diagnostics& diagnostics)
      : document_(document), place_{file, document.line, 0}, diagnostics_(diagnostics) {
    XmlNode const* meta = document.child("meta");
    XmlNode const* identification = meta == nullptr ? nullptr : meta->child("identification");
    if (identification != nullptr) {
      work_ = identification->child("FRBRWork");
      expression_ = identification->child("FRBRExpression");
    }
  }

  AknWork read() {
    Work& work = out_.work;
    std::string_view const uri = work_value("FRBRuri");
    std::vector<std::string> const segments = segments_of(uri);
    read_country(segments);
    read_dates(segments);
    read_language();
    std::string const slug = slug_of(segments);
    work.handle = work.jurisdiction + '/' + slug;
    std::string const iri = fold_latin(uri);
    bool const ours =
        parse_work_iri(iri).ok() && iri.starts_with("/akn/" + work.jurisdiction + '/');
    std::string const year = work.year > 0 ? std::to_string(work.year) : "undated";
    work.iri = ours ? iri : "/akn/" + work.jurisdiction + "/act/" + year + '/' + slug;
    work.rank = document_.name == "bill" ? "bill" : "act";
    work.source_url = uri.starts_with("http") ? uri : std::string_view();
    read_titles(slug);
    return std::move(out_);
  }

 private:
  void warn(std::string message) { diagnostics_.warning(place_, std::move(message)); }

  static std::string_view value_of(XmlNode const* parent, std::string_view name,
                                   std::string_view attribute) {
    XmlNode const* node = parent == nullptr ? nullptr : parent->child(name);
    return node == nullptr ? std::string_view() : node->attribute(attribute);
  }
  std::string_view work_value(std::string_view name) const {
    return value_of(work_, name, "value");
  }

  void read_country(std::vector<std::string> const& segments) {
    std::string country = fold_latin(work_value("FRBRcountry").substr(0, 2));
    if (country.size() != 2) {
      country = segments.empty() ? "" : segments.front().substr(0, 2);
    }
    // ISO 3166-1 keeps "uk" for the state whose code is "gb".
    country = country == "uk" ? "gb" : country;
    bool const letters =
        country.size() == 2 &&
        std::all_of(country.begin(), country.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters) {
      warn("no FRBRcountry: expected two letters");
      country = "zz";
    }
    out_.work.jurisdiction = country;
  }

  static std::optional<Date> date_of(std::string_view text) {
    Result<Date> const date = Date::parse(text.substr(0, 10));
    return date ? std::optional(*date) : std::nullopt;
  }

  void read_dates(std::vector<std::string> const& segments) {
    std::optional<Date> const work = date_of(value_of(work_, "FRBRdate", "date"));
    std::optional<Date> const version = date_of(value_of(expression_, "FRBRdate", "date"));
    auto const year = std::find_if(segments.begin(), segments.end(), [](std::string const& s) {
      return s.size() == 4 && is_number(s);
    });
    out_.work.year = work ? work->year() : year == segments.end() ? 0 : std::stoi(*year);
    if (!version && !work) {
      warn("no FRBRdate of the work or the expression");
    }
    out_.version = version ? *version : work.value_or(Date());
    if (work) {
      out_.work.status.push_back({*work, LegalStatus::kUnknown, {}});
    }
  }

  void read_language() {
    std::string code = fold_latin(value_of(expression_, "FRBRlanguage", "language"));
    // What Spanish-speaking editors write for "spa".
    code = code == "esp" ? "spa" : code;
    code = code.size() == 3 ? std::string(language_639_1(code).value_or("")) : code;
    if (!language_639_2(code)) {
      code = language_of_country(out_.work.jurisdiction);
      warn("no FRBRlanguage that is known");
    }
    out_.language = code.empty() ? "und" : code;
    out_.work.original_language = out_.language;
  }

  // The last segment names most acts; a bare number is one only with its series and year.
  std::string slug_of(std::vector<std::string> const& segments) const {
    std::string slug = segments.empty() ? "" : make_slug(segments.back());
    if (is_number(slug)) {
      std::string whole;
      for (std::string const& segment : segments) {
        whole += segment == out_.work.jurisdiction ? "" : segment + '-';
      }
      slug = make_slug(whole);
    }
    slug = slug.empty() ? make_slug(work_value("FRBRnumber")) : slug;
    if (slug.empty()) {
      diagnostics_.warning(place_, "no FRBRuri or FRBRnumber to name the act by");
    }
    return slug.empty() ? "unnamed" : slug;
  }

  void read_titles(std::string const& slug) {
    XmlNode const* title = find_element(document_, "docTitle");
    XmlNode const* short_title = find_element(document_, "shortTitle");
    std::string const long_form = title == nullptr ? "" : plain_text(*title);
    std::string const short_form = short_title == nullptr ? "" : plain_text(*short_title);
    std::string const name = collapse_space(work_value("FRBRname"));
    std::string& out = out_.work.title[out_.language];
    out = !long_form.empty() ? long_form : !short_form.empty() ? short_form : name;
    out = out.empty() ? slug : out;
    if (!short_form.empty() && short_form != out) {
      out_.work.short_title[out_.language] = short_form;
    }
  }

  XmlNode const& document_;
  SourcePlace place_;
  Diagnostics& diagnostics_;
  XmlNode const* work_ = nullptr;
  XmlNode const* expression_ = nullptr;
  AknWork out_;
};

}  // namespace

AknWork make_akn_work(XmlNode const& document, std::string const& file, Diagnostics& diagnostics) {
  return MetaReader(document, file, diagnostics).read();
}

std::string plain_text(XmlNode const& node) {
  std::string out;
  append_text(node, out);
  return collapse_space(out);
}

XmlNode const* find_element(XmlNode const& node, std::string_view name) {
  if (node.name == name) {
    return &node;
  }
  for (XmlNode const& child : node.children) {
    XmlNode const* found = find_element(child, name);
    if (found != nullptr) {
      return found;
    }
  }
  return nullptr;
}

}  // namespace cyberlex
