#include "cyberlex/model/identifiers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cyberlex {
namespace {

constexpr auto kLanguages = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ar", "ara"}, {"bg", "bul"}, {"cs", "ces"}, {"da", "dan"}, {"de", "deu"}, {"el", "ell"},
    {"en", "eng"}, {"es", "spa"}, {"et", "est"}, {"fa", "fas"}, {"fi", "fin"}, {"fr", "fra"},
    {"ga", "gle"}, {"he", "heb"}, {"hi", "hin"}, {"hr", "hrv"}, {"hu", "hun"}, {"id", "ind"},
    {"it", "ita"}, {"ja", "jpn"}, {"ko", "kor"}, {"la", "lat"}, {"lt", "lit"}, {"lv", "lav"},
    {"nl", "nld"}, {"no", "nor"}, {"pl", "pol"}, {"pt", "por"}, {"ro", "ron"}, {"ru", "rus"},
    {"sk", "slk"}, {"sl", "slv"}, {"sv", "swe"}, {"sw", "swa"}, {"tr", "tur"}, {"uk", "ukr"},
    {"ur", "urd"}, {"vi", "vie"}, {"zh", "zho"},
});

bool is_slug(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_iri_segment(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    size_t const end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(end + 1);
  }
}

// "7", "8a", "7-bis": how an article of a treaty is typed. An eId always has a letter before its
// "_".
bool is_article_number(std::string_view text) {
  return is_slug(text) && text.front() >= '0' && text.front() <= '9';
}

}  // namespace

Result<std::string> parse_work_iri(std::string_view text) {
  std::vector<std::string_view> const parts = split(text, '/');
  bool const good = parts.size() >= 5 && parts[0].empty() && parts[1] == "akn" &&
                    std::all_of(parts.begin() + 2, parts.end(), is_iri_segment);
  if (!good) {
    return Error{ErrorCode::kBadInput,
                 "expected a work IRI such as /akn/ng/act/2015/cybercrimes-act, found \"" +
                     std::string(text) + "\""};
  }
  return std::string(text);
}

bool is_act_handle(std::string_view text) {
  std::vector<std::string_view> const parts = split(text, '/');
  if (parts.size() == 2 && parts[0].size() != 2) {
    return false;
  }
  return parts.size() <= 2 && std::all_of(parts.begin(), parts.end(), is_slug);
}

std::string to_string(Handle const& handle) {
  if (handle.eid.empty()) {
    return handle.act;
  }
  std::string_view const eid = handle.eid.text();
  bool const treaty_article = handle.act.find('/') == std::string::npos &&
                              eid.starts_with("art_") && eid.find("__") == std::string_view::npos;
  return handle.act + '/' + std::string(treaty_article ? eid.substr(4) : eid);
}

Result<Handle> parse_handle(std::string_view text) {
  Error const bad{ErrorCode::kBadInput,
                  "expected a handle such as ng/cybercrimes-act-2015/sec_24 or unc/7, found \"" +
                      std::string(text) + "\""};
  if (is_act_handle(text)) {
    std::vector<std::string_view> const parts = split(text, '/');
    bool const article = parts.size() == 2 && is_article_number(parts[1]);
    if (!article) {
      return Handle{std::string(text), {}};
    }
  }
  size_t const last = text.rfind('/');
  if (last == std::string_view::npos || !is_act_handle(text.substr(0, last))) {
    return bad;
  }
  std::string_view const act = text.substr(0, last);
  std::string_view const tail = text.substr(last + 1);
  bool const treaty = act.find('/') == std::string_view::npos;
  if (treaty && is_article_number(tail)) {
    return Handle{std::string(act), EId::make(nullptr, ProvisionKind::kArticle, tail)};
  }
  Result<EId> eid = EId::parse(tail);
  if (!eid) {
    return bad;
  }
  return Handle{std::string(act), std::move(eid).value()};
}

std::optional<std::string_view> language_639_2(std::string_view two_letters) {
  for (auto const& [two, three] : kLanguages) {
    if (two == two_letters) {
      return three;
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> language_639_1(std::string_view three_letters) {
  for (auto const& [two, three] : kLanguages) {
    if (three == three_letters) {
      return two;
    }
  }
  return std::nullopt;
}

std::string expression_iri(std::string_view work, std::string_view language, Date version) {
  std::string out(work);
  out += '/';
  out += language_639_2(language).value_or("und");
  out += '@';
  return out + version.to_string();
}

std::string portion_iri(std::string_view expression, EId const& eid) {
  return std::string(expression) + "/!main~" + eid.text();
}

}  // namespace cyberlex
