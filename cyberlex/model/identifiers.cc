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

// Ascending, three characters each. ISO 3166-1 alpha-2, officially assigned codes.
constexpr std::string_view kJurisdictions =
    "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn "
    "bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz "
    "de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl "
    "gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm "
    "jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me "
    "mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np "
    "nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd "
    "se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to "
    "tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw ";

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

bool is_jurisdiction(std::string_view code) {
  bool const country = code.size() == 2 && is_slug(code) && code.find('-') == code.npos;
  return code == "int" ||
         (country && kJurisdictions.find(std::string(code) + ' ') != std::string_view::npos);
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
